package org.vitrine.bench.rows;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.PGConnection;
import org.vitrine.bench.Finding;
import org.vitrine.bench.Row;
import org.vitrine.bench.lab.Crowd;
import org.vitrine.bench.lab.Lab;
import org.vitrine.bench.lab.Postgres;
import org.vitrine.bench.lab.Redis;
import org.vitrine.bench.lab.Vitrine;
import org.vitrine.bench.measure.Interval;
import org.vitrine.bench.measure.Latencies;
import org.vitrine.bench.measure.Rounds;
import org.vitrine.bench.measure.Series;

/** Row 4. */
final class OtherNode implements Row {
  private static final double A_SECOND = 50;

  @Override
  public int number() {
    return 4;
  }

  @Override
  public String job() {
    return "Commit to screen, other node";
  }

  @Override
  public String method() {
    return """
        %d reports a second at one node, watched at both. What the other node adds is the difference of the two medians within a round. \
        Against it: NOTIFY on one connection until LISTEN on another has heard it and read one row; \
        Redis PUBLISH on one connection until SUBSCRIBE on another has heard it."""
        .formatted((int) A_SECOND);
  }

  @Override
  public List<Finding> measure(Lab lab) throws Exception {
    Postgres database = Postgres.startIn(lab);
    Vitrine here = Vitrine.start(lab, database);
    Vitrine there = here.beside(lab, "other-node");
    SteadyReports reports = new SteadyReports(here, lab.rounds() + 2);
    int count = SteadyReports.ORDERS;
    Crowd near = Crowd.start(lab, "near", Crowd.Plan.watching(here, count, count));
    Crowd far = Crowd.start(lab, "far", Crowd.Plan.watching(there, count, count));
    near.connect();
    far.connect();
    reports.warmUp(lab, near, far);
    Redis redis = Redis.start(lab);
    Bell bell = lab.keep(new Bell(database));
    repeat(redis::ring, Duration.ofSeconds(1));
    repeat(bell::ring, Duration.ofSeconds(1));

    Series series =
        new Rounds()
            .of(
                "nodes",
                round -> {
                  reports.turnToNewOrders(near, far);
                  double same = reports.latencies(A_SECOND, lab.round(), near).percentile(50);
                  reports.awaitLastState(far);
                  double other = far.heard().latencies().percentile(50);
                  return java.util.Map.of("same", same, "other", other);
                })
            .of("NOTIFY", round -> SameNode.points(repeat(bell::ring, lab.round())))
            .of("Redis", round -> SameNode.points(repeat(redis::ring, lab.round())))
            .run(lab.rounds());
    return List.of(
        Finding.atMost(
                2, "Added p50 / NOTIFY to LISTEN and one SELECT", addedTo(series, "NOTIFY"), "x")
            .because(
                "the other node hears the ring, reads the feed and then what is new of the order: two reads where the limit has one."),
        Finding.atMost(3, "Added p50 / Redis publish to receive", addedTo(series, "Redis"), "x")
            .because(
                "Redis hands a message on; NOTIFY and one SELECT alone, which make sure that the page is what the database says, take %.1f times as long."
                    .formatted(series.ratio("NOTIFY", "Redis", "p50").median())),
        Finding.beside("Added by the other node, p50", added(series), "ms"),
        Finding.beside("Due to screen, same node, p50", series.of("nodes", "same"), "ms"),
        Finding.beside("Due to screen, other node, p50", series.of("nodes", "other"), "ms"),
        Finding.beside("NOTIFY to LISTEN and one SELECT, p50", series.of("NOTIFY", "p50"), "ms"),
        Finding.beside("Redis publish to receive, p50", series.of("Redis", "p50"), "ms"));
  }

  private static Interval added(Series series) {
    double[] same = series.all("nodes", "same");
    double[] other = series.all("nodes", "other");
    double[] added = new double[same.length];
    for (int i = 0; i < added.length; i++) {
      added[i] = other[i] - same[i];
    }
    return Interval.of(added);
  }

  private static Interval addedTo(Series series, String peer) {
    double[] same = series.all("nodes", "same");
    double[] other = series.all("nodes", "other");
    double[] limit = series.all(peer, "p50");
    double[] ratios = new double[same.length];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = (other[i] - same[i]) / limit[i];
    }
    return Interval.of(ratios);
  }

  /** Rings as often as reports come. */
  private static Latencies repeat(Ring ring, Duration lasting) throws Exception {
    Latencies latencies = new Latencies();
    long end = System.nanoTime() + lasting.toNanos();
    while (System.nanoTime() < end) {
      latencies.record(ring.nanos());
      LockSupport.parkNanos((long) (TimeUnit.SECONDS.toNanos(1) / A_SECOND));
    }
    return latencies;
  }

  /** Something that is heard elsewhere; tells after how long. */
  @FunctionalInterface
  private interface Ring {
    long nanos() throws Exception;
  }

  /** NOTIFY on one connection, LISTEN and one SELECT on another. */
  private static final class Bell implements AutoCloseable {
    private final Connection ringing;
    private final Connection listening;
    private final Statement notify;
    private final Statement select;

    private Bell(Postgres database) throws SQLException {
      this.ringing = database.connect();
      this.listening = database.connect();
      this.notify = ringing.createStatement();
      this.select = listening.createStatement();
      select.execute("LISTEN bench");
    }

    private long ring() throws SQLException {
      long start = System.nanoTime();
      notify.execute("NOTIFY bench");
      while (listening.unwrap(PGConnection.class).getNotifications(1_000).length == 0) {
        // Not yet.
      }
      try (ResultSet row = select.executeQuery("SELECT version FROM orders WHERE number = 'B-1'")) {
        row.next();
      }
      return System.nanoTime() - start;
    }

    @Override
    public void close() throws SQLException {
      ringing.close();
      listening.close();
    }
  }
}
