package org.vitrine.bench.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.vitrine.bench.measure.Latencies;

/** pgbench with scripts of our own, on the clients' core. */
public final class Pgbench {
  /** A connection's first transaction, which also prepares the statement, does not count. */
  private static final long FIRST = 1;

  private final Lab lab;
  private final Postgres database;
  private final List<Path> scripts = new ArrayList<>();

  /**
   * @param scripts one of them, drawn at random, is a transaction; at most 128
   */
  public Pgbench(Lab lab, Postgres database, List<String> scripts) throws IOException {
    this.lab = lab;
    this.database = database;
    for (String script : scripts) {
      Path file = lab.folder().resolve("pgbench-" + this.scripts.size() + ".sql");
      this.scripts.add(Files.writeString(file, script));
    }
  }

  /** So many transactions a second, each when it is due; its latency counts from then. */
  public Latencies run(double perSecond, int clients, Duration lasting) throws IOException {
    Path log = lab.folder().resolve("pgbench-log");
    lab.run(
        Core.CLIENT,
        command(
            List.of(
                "-R",
                String.valueOf(perSecond),
                "-c",
                String.valueOf(clients),
                "-T",
                String.valueOf(lasting.toSeconds()),
                "--log",
                "--log-prefix=" + log)));
    return read(log);
  }

  private List<String> command(List<String> options) {
    List<String> command = new ArrayList<>(List.of("pgbench", "-n", "-M", "prepared"));
    command.addAll(List.of("-h", "127.0.0.1", "-p", String.valueOf(database.port())));
    command.addAll(List.of("-U", "postgres"));
    command.addAll(options);
    scripts.forEach(script -> command.addAll(List.of("-f", script.toString())));
    command.add("postgres");
    return command;
  }

  /** A line a transaction: client, number, latency in µs from when it was due, … */
  private static Latencies read(Path prefix) throws IOException {
    Latencies latencies = new Latencies();
    List<Path> logs;
    try (Stream<Path> files = Files.list(prefix.getParent())) {
      logs =
          files.filter(file -> file.getFileName().toString().startsWith("pgbench-log.")).toList();
    }
    for (Path file : logs) {
      for (String line : Files.readAllLines(file)) {
        String[] transaction = line.split(" ");
        if (Long.parseLong(transaction[1]) > FIRST) {
          latencies.record(Long.parseLong(transaction[2]) * 1_000);
        }
      }
      Files.delete(file);
    }
    return latencies;
  }
}
