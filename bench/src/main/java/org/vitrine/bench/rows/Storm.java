package org.vitrine.bench.rows;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.vitrine.bench.Finding;
import org.vitrine.bench.Row;
import org.vitrine.bench.lab.Crowd;
import org.vitrine.bench.lab.Lab;
import org.vitrine.bench.lab.Plant;
import org.vitrine.bench.lab.Postgres;
import org.vitrine.bench.lab.Publisher;
import org.vitrine.bench.lab.Vitrine;
import org.vitrine.bench.measure.Cpu;
import org.vitrine.bench.measure.Rounds;
import org.vitrine.bench.measure.Series;
import org.vitrine.bench.peer.Peer;

/** Row 9. */
final class Storm implements Row {
  private static final int CLIENTS = 10_000;
  private static final int ORDERS = 500;
  private static final String AT_ONCE = "500";
  private static final int SETTLES_MILLIS = 1_500;

  /** Statements that read an order, but for the feed's polls, which come whoever connects. */
  private static final String READS =
      """
      SELECT coalesce(sum(greatest(calls, rows)), 0)
        FROM pg_stat_statements
       WHERE query ~ '\\morders\\M' AND query ~* '^\\s*select' AND query !~ 'pg_current_snapshot|pg_stat'""";

  @Override
  public int number() {
    return 9;
  }

  @Override
  public String job() {
    return "Reconnect storm: 10,000 clients with a cursor";
  }

  @Override
  public String method() {
    return """
        %,d watchers of %d orders hang up; half of the orders change; all come back, %s handshakes under way at any time, each with the cursor that it had, \
        until the last one was answered. Against it: the same number of handshakes with a bare Vert.x. \
        Reads are those of orders in PostgreSQL's own count of statements, rows or calls, whichever is more; one that is refused tries again."""
        .formatted(CLIENTS, ORDERS, AT_ONCE);
  }

  @Override
  public List<Finding> measure(Lab lab) throws Exception {
    Postgres database = Postgres.startIn(lab);
    Vitrine vitrine = Vitrine.start(lab, database);
    Plant plant = new Plant(vitrine);
    plant.takeOrders(1, ORDERS);
    Crowd watchers =
        Crowd.start(
            lab,
            "watchers",
            Crowd.Plan.watching(vitrine, CLIENTS, ORDERS).with("--at-once", AT_ONCE));
    Peer bare = Peer.bareVertx(lab);
    Crowd clients =
        Crowd.start(
            lab, "clients", bare.watchedBy(CLIENTS, ORDERS).with("--at-once", AT_ONCE));
    watchers.connect();
    clients.connect();
    for (int i = 0; i < (lab.isQuick() ? 1 : 3); i++) {
      storm(plant, vitrine, watchers);
      bareStorm(bare, clients);
    }
    Series series =
        new Rounds()
            .of("Vitrine", round -> storm(plant, vitrine, watchers))
            .of("bare Vert.x", round -> bareStorm(bare, clients))
            .run(lab.rounds());
    return List.of(
        Finding.atMost(
            1.3,
            "Time until all are back, Vitrine / bare Vert.x",
            series.ratio("Vitrine", "bare Vert.x", "millis"),
            "x"),
        Finding.atMost(1, "Reads per distinct order", series.of("Vitrine", "reads"), ""),
        Finding.beside(
            "CPU, Vitrine / bare Vert.x", series.ratio("Vitrine", "bare Vert.x", "cpu"), "x"),
        Finding.beside("Until all are back, Vitrine", series.of("Vitrine", "millis"), "ms"),
        Finding.beside(
            "Until all are back, bare Vert.x", series.of("bare Vert.x", "millis"), "ms"),
        Finding.beside("CPU a client, Vitrine", series.of("Vitrine", "cpu"), "µs"),
        Finding.beside("Refused and tried again", series.of("Vitrine", "refused"), ""));
  }

  private static Map<String, Double> storm(Plant plant, Vitrine vitrine, Crowd watchers)
      throws Exception {
    watchers.drop();
    try (Publisher reporter = new Publisher(vitrine.port(), vitrine.keyHeader())) {
      reporter.post("/api/reports", plant.reports(1, ORDERS / 2, 1, Instant.now()));
    }
    Thread.sleep(SETTLES_MILLIS);
    long reads = vitrine.database().number(READS);
    Cpu cpu = vitrine.cpu();
    Crowd.Return back = watchers.comeBack();
    double used = cpu.usedNanos() / 1e3 / CLIENTS;
    reads = vitrine.database().number(READS) - reads;
    plant.awaitLastState(watchers, 1, ORDERS);
    return Map.of(
        "millis", back.millis(),
        "refused", (double) back.refused(),
        "cpu", used,
        "reads", (double) reads / ORDERS);
  }

  private static Map<String, Double> bareStorm(Peer bare, Crowd clients) throws Exception {
    clients.drop();
    Thread.sleep(SETTLES_MILLIS);
    Cpu cpu = bare.cpu();
    double millis = clients.connect();
    return Map.of("millis", millis, "cpu", cpu.usedNanos() / 1e3 / CLIENTS);
  }
}
