package org.vitrine.bench.rows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.vitrine.bench.Finding;
import org.vitrine.bench.Row;
import org.vitrine.bench.lab.Crowd;
import org.vitrine.bench.lab.Lab;
import org.vitrine.bench.lab.OpenLoop;
import org.vitrine.bench.lab.Plant;
import org.vitrine.bench.lab.Postgres;
import org.vitrine.bench.lab.Publisher;
import org.vitrine.bench.lab.Vitrine;
import org.vitrine.bench.measure.Cpu;
import org.vitrine.bench.measure.Rounds;
import org.vitrine.bench.measure.Series;

/** Row 12. */
final class Nodes implements Row {
  private static final int NODES = 3;
  private static final int WATCHERS = 1_000;
  private static final int WRITERS = 8;
  private static final double CHANGES_A_SECOND = 15;
  private static final String FEED_READS = "%pg_current_snapshot()%UNION ALL%FROM feed_entry%";

  @Override
  public int number() {
    return 12;
  }

  @Override
  public String job() {
    return "1 to 3 nodes";
  }

  @Override
  public String method() {
    return """
        %d changes a second of one order, reported to the first node; 1,000 watchers at each node that takes part. CPU per delivery is that of all nodes that take part. \
        Then as many single reports as %d writers can make, on many orders: how often each node reads its feed, in PostgreSQL's own count of statements."""
        .formatted((int) CHANGES_A_SECOND, WRITERS);
  }

  @Override
  public List<Finding> measure(Lab lab) throws Exception {
    return new Measurement(lab).findings();
  }

  private static final class Measurement {
    private final Lab lab;
    private final Postgres database;
    private final List<Vitrine> nodes = new ArrayList<>();
    private final List<Crowd> crowds = new ArrayList<>();
    private final Plant plant;
    private final int turns;
    private int order;

    private Measurement(Lab lab) throws Exception {
      this.lab = lab;
      this.database = Postgres.startIn(lab);
      nodes.add(Vitrine.start(lab, database));
      for (int i = 2; i <= NODES; i++) {
        nodes.add(nodes.getFirst().beside(lab, "node-" + i));
      }
      this.plant = new Plant(nodes.getFirst());
      this.turns = 2 * lab.rounds() + 12;
      // In every turn two: one that changes, and one for those who do not take part.
      plant.takeOrders(1, 2 * turns);
      for (Vitrine node : nodes) {
        Crowd crowd =
            Crowd.start(lab, "watchers-" + crowds.size(), Crowd.Plan.watching(node, WATCHERS, 1));
        crowd.connect();
        crowds.add(crowd);
      }
      for (int i = 0; i < 4; i++) {
        turn(NODES, lab.warmUp().dividedBy(4));
      }
    }

    private List<Finding> findings() throws Exception {
      Series series =
          new Rounds()
              .of("one", round -> turn(1, lab.round()))
              .of("three", round -> turn(NODES, lab.round()))
              .of("writes", round -> writes(lab.round()))
              .run(lab.rounds());
      return List.of(
          Finding.atMost(
              1.15,
              "CPU per delivery, three nodes / one",
              series.ratio("three", "one", "cpu"),
              "x"),
          Finding.atMost(200, "Feed reads a second and node", series.of("writes", "reads"), ""),
          Finding.beside("CPU per delivery, one node", series.of("one", "cpu"), "µs"),
          Finding.beside("CPU per delivery, three nodes", series.of("three", "cpu"), "µs"),
          Finding.beside("Reports a second meanwhile", series.of("writes", "reports"), ""));
    }

    private Map<String, Double> turn(int taking, Duration lasting) throws Exception {
      order += 2;
      for (int i = 0; i < NODES; i++) {
        crowds.get(i).watchInstead(i < taking ? order : order - 1);
        crowds.get(i).heard();
      }
      Cpu cpu = Cpu.of(nodes.subList(0, taking).stream().map(Vitrine::pid).toArray(Long[]::new));
      try (Publisher reporter =
          new Publisher(nodes.getFirst().port(), nodes.getFirst().keyHeader())) {
        OpenLoop.run(
            CHANGES_A_SECOND,
            lasting,
            List.of(due -> reporter.post("/api/reports", plant.report(order, due.at()))));
      }
      long deliveries = 0;
      for (Crowd crowd : crowds.subList(0, taking)) {
        plant.awaitLastState(crowd, order, 1);
        deliveries += crowd.heard().frames();
      }
      return Map.of("cpu", cpu.usedNanos() / 1e3 / deliveries);
    }

    /** Every writer sends the next report when the last one was answered. */
    private Map<String, Double> writes(Duration lasting) throws Exception {
      long before = database.runsOf(FEED_READS);
      long start = System.nanoTime();
      long end = start + lasting.toNanos();
      AtomicInteger sent = new AtomicInteger();
      List<Thread> writers =
          IntStream.range(0, WRITERS)
              .mapToObj(writer -> Thread.ofPlatform().start(() -> write(writer, end, sent)))
              .toList();
      for (Thread writer : writers) {
        writer.join();
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      long reads = database.runsOf(FEED_READS) - before;
      if (sent.get() == 0 || reads == 0) {
        throw new IllegalStateException("Nothing was written, or no read of the feed was found");
      }
      return Map.of("reads", reads / seconds / NODES, "reports", sent.get() / seconds);
    }

    private void write(int writer, long end, AtomicInteger sent) {
      try (Publisher reporter =
          new Publisher(nodes.getFirst().port(), nodes.getFirst().keyHeader())) {
        for (int n = writer; System.nanoTime() < end; n += WRITERS) {
          reporter.post("/api/reports", plant.report(1 + n % (2 * turns), java.time.Instant.now()));
          sent.incrementAndGet();
        }
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }
}
