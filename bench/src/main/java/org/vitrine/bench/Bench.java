package org.vitrine.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.vitrine.bench.lab.Lab;
import org.vitrine.bench.rows.Rows;

/** {@code ./bench/run}: measures rows, each by itself, and writes the page. */
public final class Bench {
  private final ObjectMapper json =
      new ObjectMapper()
          .registerModule(new Jdk8Module())
          .enable(SerializationFeature.INDENT_OUTPUT);
  private final Path project;
  private final Path results;
  private final boolean quick;

  private Bench(Path project, boolean quick) {
    this.project = project;
    this.results = project.resolve("bench/results");
    this.quick = quick;
  }

  /**
   * @param arguments the project's folder; then {@code --quick} and numbers of rows, in any order
   */
  public static void main(String[] arguments) throws Exception {
    List<String> asked = List.of(arguments).subList(1, arguments.length);
    Set<Integer> numbers =
        asked.stream()
            .filter(argument -> !argument.equals("--quick"))
            .map(Integer::valueOf)
            .collect(Collectors.toSet());
    Bench bench = new Bench(Path.of(arguments[0]), asked.contains("--quick"));
    List<Row> rows =
        Rows.all().stream()
            .filter(row -> numbers.isEmpty() || numbers.contains(row.number()))
            .toList();
    System.exit(bench.measure(rows) ? 0 : 1);
  }

  private boolean measure(List<Row> rows) throws IOException {
    Files.createDirectories(results);
    boolean all = true;
    for (Row row : rows) {
      Outcome outcome = measure(row);
      json.writeValue(fileOf(row).toFile(), outcome);
      writePage();
      outcome.findings().forEach(Bench::print);
      outcome.notMeasured().ifPresent(why -> System.out.println("  not measured: " + why));
      all &= outcome.notMeasured().isEmpty();
    }
    System.out.println("Written: docs/benchmarks.md");
    return all;
  }

  private Outcome measure(Row row) throws IOException {
    System.out.println(row.number() + ". " + row.job());
    Instant started = Instant.now();
    Lab lab = new Lab(project, project.resolve("bench/target/lab/" + row.number()), quick);
    Thread onInterrupt = new Thread(lab::close);
    Runtime.getRuntime().addShutdownHook(onInterrupt);
    List<Finding> findings = List.of();
    Optional<String> notMeasured = Optional.empty();
    try {
      findings = within(row.longest(), row, lab);
    } catch (ExecutionException e) {
      e.getCause().printStackTrace();
      notMeasured = Optional.of(String.valueOf(e.getCause().getMessage()));
    } catch (TimeoutException e) {
      notMeasured = Optional.of("it took longer than " + row.longest().toMinutes() + " minutes");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      notMeasured = Optional.of("interrupted");
    } finally {
      lab.close();
      Runtime.getRuntime().removeShutdownHook(onInterrupt);
    }
    System.out.printf("  after %d s%n", Duration.between(started, Instant.now()).toSeconds());
    return new Outcome(
        row.number(),
        row.job(),
        row.method(),
        started.truncatedTo(ChronoUnit.MINUTES) + (quick ? ", quick: not for its figures" : ""),
        lab.rounds(),
        lab.round().toMillis() / 1e3,
        findings,
        notMeasured);
  }

  private static List<Finding> within(Duration longest, Row row, Lab lab)
      throws InterruptedException, ExecutionException, TimeoutException {
    ExecutorService thread =
        Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
    try {
      Future<List<Finding>> measured = thread.submit(() -> row.measure(lab));
      return measured.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    } finally {
      thread.shutdownNow();
    }
  }

  private static void print(Finding finding) {
    String verdict =
        finding
            .target()
            .map(aim -> aim.isReachedBy(finding.value().median()) ? " reached" : " MISSED")
            .orElse("");
    System.out.printf(
        "  %-70s %10.3f (%.3f – %.3f) %s%s%n",
        finding.what(),
        finding.value().median(),
        finding.value().low(),
        finding.value().high(),
        finding.unit(),
        verdict);
  }

  private Path fileOf(Row row) {
    return results.resolve(row.number() + ".json");
  }

  /** Of all rows that were ever measured here, in their order. */
  private void writePage() throws IOException {
    List<Outcome> outcomes = new ArrayList<>();
    for (Row row : Rows.all()) {
      if (Files.exists(fileOf(row))) {
        outcomes.add(json.readValue(fileOf(row).toFile(), Outcome.class));
      }
    }
    Files.writeString(
        project.resolve("docs/benchmarks.md"), BenchmarksPage.of(Machine.look(project), outcomes));
  }
}
