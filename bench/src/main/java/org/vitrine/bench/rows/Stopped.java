package org.vitrine.bench.rows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vitrine.bench.Finding;
import org.vitrine.bench.Row;
import org.vitrine.bench.lab.Crowd;
import org.vitrine.bench.lab.Lab;
import org.vitrine.bench.lab.OpenLoop;
import org.vitrine.bench.lab.Plant;
import org.vitrine.bench.lab.Postgres;
import org.vitrine.bench.lab.Publisher;
import org.vitrine.bench.lab.Vitrine;
import org.vitrine.bench.measure.Interval;
import org.vitrine.bench.measure.Latencies;
import org.vitrine.bench.measure.Memory;
import org.vitrine.bench.measure.Rounds;
import org.vitrine.bench.measure.Series;

/** Row 10. */
final class Stopped implements Row {
  private static final int GROUPS = 4;
  private static final int READERS = 2_000;
  private static final int STOPPED = READERS / 10;
  private static final double CHANGES_A_SECOND = 15;
  private static final double CHANGES_TO_FILL = 300;

  @Override
  public int number() {
    return 10;
  }

  @Override
  public String job() {
    return "A tenth of 2,000 readers stopped (SIGSTOP)";
  }

  @Override
  public String method() {
    return """
        All watch one order, in %d processes; one of them, with %d readers, is stopped in every other turn. First %d changes come as fast as they are taken, \
        until the sockets of the stopped are full (theirs are those of a phone: 1,448 byte segments, a small receive buffer), then %d a second, due to read by the others. \
        Heap is live objects after a full collection with the stopped full, less that before, over the stopped."""
        .formatted(GROUPS + 1, STOPPED, (int) CHANGES_TO_FILL, (int) CHANGES_A_SECOND);
  }

  @Override
  public List<Finding> measure(Lab lab) throws Exception {
    return new Measurement(lab).findings();
  }

  private static final class Measurement {
    private final Lab lab;
    private final Vitrine vitrine;
    private final Plant plant;
    private final List<Crowd> others = new ArrayList<>();
    private final Crowd tenth;
    private int order = 1;

    private Measurement(Lab lab) throws Exception {
      this.lab = lab;
      this.vitrine = Vitrine.start(lab, Postgres.startIn(lab));
      this.plant = new Plant(vitrine);
      plant.takeOrders(1, 2 * lab.rounds() + 10);
      this.tenth =
          Crowd.start(
              lab,
              "stopped",
              Crowd.Plan.watching(vitrine, STOPPED, 1).with("--mss", "1448", "--receive", "4096"));
      for (int i = 0; i < GROUPS; i++) {
        Crowd.Plan plan = Crowd.Plan.watching(vitrine, (READERS - STOPPED) / GROUPS, 1);
        others.add(Crowd.start(lab, "others-" + i, plan));
      }
      tenth.connect();
      for (Crowd crowd : others) {
        crowd.connect();
      }
      for (int i = 0; i < 2; i++) {
        turn(false, lab.warmUp().dividedBy(2));
      }
    }

    private List<Finding> findings() throws Exception {
      Series series =
          new Rounds()
              .of("without", round -> turn(false, lab.round()))
              .of("stopped", round -> turn(true, lab.round()))
              .run(lab.rounds());
      return List.of(
          Finding.atMost(
              1.1,
              "The others' p99, with / without",
              series.ratio("stopped", "without", "p99"),
              "x"),
          Finding.atMost(64, "Heap more a stopped reader", heapMore(series), "bytes")
              .because(
                  "each stopped reader holds the frames that were written before its socket counted as full (their bytes are shared), and what else lives in the heap differs from turn to turn."),
          Finding.beside(
              "Frames that a stopped reader was sent in all, of the others'",
              series.of("stopped", "got"),
              "x"),
          Finding.beside("The others' p99, without", series.of("without", "p99"), "ms"),
          Finding.beside("The others' p99, with", series.of("stopped", "p99"), "ms"),
          Finding.beside("The others' p50, without", series.of("without", "p50"), "ms"),
          Finding.beside("The others' p50, with", series.of("stopped", "p50"), "ms"));
    }

    private static Interval heapMore(Series series) {
      double[] with = series.all("stopped", "heap");
      double[] without = series.all("without", "heap");
      double[] more = new double[with.length];
      for (int i = 0; i < more.length; i++) {
        more[i] = (with[i] - without[i]) / STOPPED;
      }
      return Interval.of(more);
    }

    private Map<String, Double> turn(boolean stop, Duration lasting) throws Exception {
      order++;
      for (Crowd crowd : everybody()) {
        crowd.watchInstead(order);
        crowd.heard();
      }
      if (stop) {
        tenth.program().signal("STOP");
      }
      try {
        fill();
        long filled = 0;
        for (Crowd crowd : others) {
          plant.awaitLastState(crowd, order, 1);
          filled += crowd.heard().frames();
        }
        report(lasting);
        Latencies latencies = new Latencies();
        long frames = filled;
        for (Crowd crowd : others) {
          plant.awaitLastState(crowd, order, 1);
          Crowd.Heard heard = crowd.heard();
          latencies.and(heard.latencies());
          frames += heard.frames();
        }
        double heap = Memory.liveHeap(vitrine.pid());
        tenth.program().signal("CONT");
        plant.awaitLastState(tenth, order, 1);
        double got = (double) tenth.heard().frames() / STOPPED;
        return Map.of(
            "p50",
            latencies.percentile(50),
            "p99",
            latencies.percentile(99),
            "heap",
            heap,
            "got",
            got / (frames / (double) (READERS - STOPPED)));
      } finally {
        tenth.program().signal("CONT");
      }
    }

    private List<Crowd> everybody() {
      List<Crowd> all = new ArrayList<>(others);
      all.add(tenth);
      return all;
    }

    /** One after the other, so that each is a frame of its own. */
    private void fill() throws Exception {
      try (Publisher reporter = new Publisher(vitrine.port(), vitrine.keyHeader())) {
        for (int i = 0; i < CHANGES_TO_FILL; i++) {
          reporter.post("/api/reports", plant.report(order, java.time.Instant.now()));
        }
      }
    }

    private void report(Duration lasting) throws Exception {
      try (Publisher reporter = new Publisher(vitrine.port(), vitrine.keyHeader())) {
        OpenLoop.run(
            CHANGES_A_SECOND,
            lasting,
            List.of(due -> reporter.post("/api/reports", plant.report(order, due.at()))));
      }
    }
  }
}
