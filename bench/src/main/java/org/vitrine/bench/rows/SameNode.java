package org.vitrine.bench.rows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.vitrine.bench.Finding;
import org.vitrine.bench.Row;
import org.vitrine.bench.lab.Crowd;
import org.vitrine.bench.lab.Lab;
import org.vitrine.bench.lab.OpenLoop;
import org.vitrine.bench.lab.Pgbench;
import org.vitrine.bench.lab.Plant;
import org.vitrine.bench.lab.Postgres;
import org.vitrine.bench.lab.Publisher;
import org.vitrine.bench.lab.ReportStatement;
import org.vitrine.bench.lab.Vitrine;
import org.vitrine.bench.measure.Interval;
import org.vitrine.bench.measure.Latencies;
import org.vitrine.bench.measure.Rounds;
import org.vitrine.bench.measure.Series;
import org.vitrine.bench.peer.Payload;
import org.vitrine.bench.peer.Peer;

/** Row 3. */
final class SameNode implements Row {
  @Override
  public int number() {
    return 3;
  }

  @Override
  public String job() {
    return "Commit to screen, same node, at 30 % load";
  }

  @Override
  public String method() {
    return """
    Reports over HTTP, one at a time, on %d orders with a watcher each, at the rate that keeps the server's core at 30 %%; \
    from the moment when a report was due until its patch was read from the socket. Against it, at the same rate: \
    pgbench with the very statement that Vitrine commits, from due to committed, plus the one way of a bare Vert.x WebSocket, from send to read. \
    The HTTP request and all work between commit and socket are thus Vitrine's to pay for.\
    """
        .formatted(SteadyReports.ORDERS);
  }

  @Override
  public List<Finding> measure(Lab lab) throws Exception {
    Postgres database = Postgres.startIn(lab);
    Vitrine vitrine = Vitrine.start(lab, database);
    SteadyReports reports = new SteadyReports(vitrine, lab.rounds() + 2);
    Crowd watchers =
        Crowd.start(
            lab,
            "watchers",
            Crowd.Plan.watching(vitrine, SteadyReports.ORDERS, SteadyReports.ORDERS));
    watchers.connect();
    reports.warmUp(lab, watchers);
    double rate = reports.rateAtThirtyPercent(lab.round());
    Payload payload = new Payload(watchers.lastMessage());
    Pgbench pgbench =
        new Pgbench(lab, database, List.of(script(lab, database, reports.firstOrder())));
    Peer bare = Peer.bareVertx(lab);
    Crowd listeners = Crowd.start(lab, "listeners", bare.watchedBy(1, 1));
    listeners.connect();
    oneWay(bare, listeners, payload, 200, lab.warmUp().dividedBy(2));

    Series series =
        new Rounds()
            .of(
                "Vitrine",
                round -> {
                  reports.turnToNewOrders(watchers);
                  return points(reports.latencies(rate, lab.round(), watchers));
                })
            .of("pgbench", round -> points(commits(pgbench, database, rate, lab.round())))
            .of("socket", round -> points(oneWay(bare, listeners, payload, rate, lab.round())))
            .run(lab.rounds());
    return List.of(
        Finding.atMost(1.2, "p50, Vitrine / (commit + socket)", sumRatio(series, "p50"), "x")
            .because(
                "what Vitrine pays for beside the commit and the socket: the HTTP request, checking"
                    + " the report, rendering the page and comparing it with the one before, on a"
                    + " core that PostgreSQL shares."),
        Finding.atMost(2, "p99, Vitrine / (commit + socket)", sumRatio(series, "p99"), "x")
            .because("as for the p50; and the waits of the disk are in both."),
        Finding.beside("Due to screen, p50", series.of("Vitrine", "p50"), "ms"),
        Finding.beside("Due to screen, p99", series.of("Vitrine", "p99"), "ms"),
        Finding.beside("pgbench, due to committed, p50", series.of("pgbench", "p50"), "ms"),
        Finding.beside("pgbench, due to committed, p99", series.of("pgbench", "p99"), "ms"),
        Finding.beside("One way of a bare socket, p50", series.of("socket", "p50"), "ms"),
        Finding.beside("One way of a bare socket, p99", series.of("socket", "p99"), "ms"),
        Finding.beside("Reports a second", Interval.exactly(rate), ""));
  }

  /** None of these orders is watched any more when pgbench reports on it. */
  static String script(Lab lab, Postgres database, int firstOrder) throws Exception {
    List<Long> ids = new ArrayList<>();
    for (int n = firstOrder; n < firstOrder + SteadyReports.ORDERS; n++) {
      ids.add(database.number("SELECT id FROM orders WHERE number = ?", Plant.order(n)));
    }
    long planned =
        database.number(
            "SELECT plan_version FROM orders WHERE number = ?", Plant.order(firstOrder));
    return ReportStatement.of(lab).forPgbench(Collections.min(ids), Collections.max(ids), planned);
  }

  /** Throws unless what it measured was written. */
  static Latencies commits(Pgbench pgbench, Postgres database, double perSecond, Duration lasting)
      throws Exception {
    String count = "SELECT count(*) FROM event";
    long before = database.number(count);
    Latencies latencies = pgbench.run(perSecond, SteadyReports.SENDERS, lasting);
    long written = database.number(count) - before;
    if (written < latencies.count()) {
      throw new IllegalStateException(
          "pgbench wrote %d reports in %d transactions".formatted(written, latencies.count()));
    }
    return latencies;
  }

  static Latencies oneWay(
      Peer bare, Crowd listeners, Payload payload, double perSecond, Duration lasting)
      throws Exception {
    listeners.heard();
    try (Publisher publisher = new Publisher(bare.port())) {
      int sent =
          OpenLoop.run(
              perSecond,
              lasting,
              List.of(due -> publisher.post(bare.publishAt(1) + "?stamped", payload.at(due.at()))));
      return listeners.heard(sent).latencies();
    }
  }

  static Map<String, Double> points(Latencies latencies) {
    return Map.of("p50", latencies.percentile(50), "p99", latencies.percentile(99));
  }

  private static Interval sumRatio(Series series, String point) {
    double[] whole = series.all("Vitrine", point);
    double[] commit = series.all("pgbench", point);
    double[] socket = series.all("socket", point);
    double[] ratios = new double[whole.length];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = whole[i] / (commit[i] + socket[i]);
    }
    return Interval.of(ratios);
  }
}
