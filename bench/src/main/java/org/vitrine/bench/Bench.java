package org.vitrine.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
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
  private final Path project;
  private final Path page;
  private final boolean quick;

  private Bench(Path project, boolean quick) {
    this.project = project;
    this.page = project.resolve("docs/benchmarks.md");
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
    boolean all = true;
    for (Row row : rows) {
      Outcome outcome = measure(row);
      if (!quick) {
        write(outcome);
      }
      outcome.findings().forEach(Bench::print);
      outcome.notMeasured().ifPresent(why -> System.out.println("  not measured: " + why));
      all &= outcome.notMeasured().isEmpty();
    }
    System.out.println(quick ? "Nothing is written of a quick run" : "Written: docs/benchmarks.md");
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
        started.truncatedTo(ChronoUnit.MINUTES).toString(),
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

  /** The others stay on the page as they were measured last, here or elsewhere. */
  private void write(Outcome outcome) throws IOException {
    Map<Integer, PageRow> rows = PageRow.of(Files.readString(page));
    rows.put(outcome.number(), BenchmarksPage.row(outcome));
    Files.writeString(page, BenchmarksPage.of(Machine.look(project), rows.values()));
  }
}
