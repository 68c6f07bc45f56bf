package org.vitrine.bench.rows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import org.vitrine.bench.measure.Cpu;
import org.vitrine.bench.measure.Interval;
import org.vitrine.bench.measure.Rounds;
import org.vitrine.bench.measure.Series;
import org.vitrine.bench.peer.Payload;
import org.vitrine.bench.peer.Peer;

/** Row 1. */
final class FanOut implements Row {
  private static final int WATCHERS = 1_000;
  private static final double CHANGES_A_SECOND = 40;
  private static final double DRAINS_AT_LEAST = 1.5;
  private static final double DELIVERED_TO_WARM = 60;
  private static final double WORKED_OUT_TO_WARM = 400;
  private static final int ORDERS_TO_WARM = 30;
  private static final int FLOODS = 3;
  private static final int FLOOD = 50;

  @Override
  public int number() {
    return 1;
  }

  @Override
  public String job() {
    return "Fan-out of one order's changes to 1,000 watchers";
  }

  @Override
  public String method() {
    return """
        %d changes a second, each to 1,000 sockets. Vitrine takes each as a report over HTTP, commits it, renders the page and sends the patch; \
        the peers are posted the same bytes over HTTP and pass them on. Whole process, PostgreSQL apart. Each round has an order of its own, \
        since nobody reports a thousand times on one. What a change costs by itself is measured with one watcher."""
        .formatted((int) CHANGES_A_SECOND);
  }

  @Override
  public List<Finding> measure(Lab lab) throws Exception {
    return new Measurement(lab).findings();
  }

  /** Everything is up from the start, and idle while it is another's turn. */
  private static final class Measurement {
    private final Lab lab;
    private final Vitrine vitrine;
    private final Plant plant;
    private final Crowd watchers;
    private final Crowd single;
    private final Cpu databaseCpu;
    private final Map<Peer, Crowd> peers = new LinkedHashMap<>();
    private final Payload payload;
    private final double coldMicros;
    private int order = 1;

    private Measurement(Lab lab) throws Exception {
      this.lab = lab;
      Postgres database = Postgres.startIn(lab);
      this.vitrine = Vitrine.start(lab, database);
      this.plant = new Plant(vitrine);
      plant.takeOrders(1, 2 * lab.rounds() + ORDERS_TO_WARM + 20);
      this.watchers = Crowd.start(lab, "watchers", Crowd.Plan.watching(vitrine, WATCHERS, 1));
      this.single = Crowd.start(lab, "single", Crowd.Plan.watching(vitrine, 1, 1));
      this.databaseCpu = database.cpu();
      watchers.connect();
      single.connect();
      this.coldMicros = warmUpVitrine();
      this.payload = new Payload(watchers.lastMessage());
      for (Peer peer :
          List.of(Peer.floor(lab), Peer.nchan(lab), Peer.bareVertx(lab), Peer.ws(lab))) {
        Crowd crowd =
            Crowd.start(
                lab, peer.name().replace(' ', '-') + "-watchers", peer.watchedBy(WATCHERS, 1));
        crowd.connect();
        peers.put(peer, crowd);
        passOn(peer, DELIVERED_TO_WARM, lab.warmUp());
        crowd.heard();
      }
    }

    /** Returns what each of the first few hundred changes of a fresh process took. */
    private double warmUpVitrine() throws Exception {
      Cpu cpu = vitrine.cpu();
      single.watchInstead(++order);
      int first = report(WORKED_OUT_TO_WARM, Duration.ofSeconds(1));
      double micros = cpu.usedNanos() / 1e3 / first;
      for (int i = 1; i < (lab.isQuick() ? 2 : ORDERS_TO_WARM); i++) {
        single.watchInstead(++order);
        report(WORKED_OUT_TO_WARM, Duration.ofSeconds(1));
      }
      for (int i = 0; i < 8; i++) {
        watchers.watchInstead(++order);
        report(DELIVERED_TO_WARM, lab.warmUp().dividedBy(8));
      }
      watchers.watchInstead(++order);
      report(CHANGES_A_SECOND, Duration.ofMillis(500));
      plant.awaitLastState(watchers, order, 1);
      return micros;
    }

    private List<Finding> findings() throws Exception {
      List<Finding> findings = new ArrayList<>();
      findings.addAll(clientDrains());
      Rounds rounds =
          new Rounds().of("Vitrine", round -> turn(watchers)).of("single", round -> turn(single));
      peers.forEach((peer, crowd) -> rounds.of(peer.name(), round -> turn(peer, crowd)));
      Series series = rounds.run(lab.rounds());
      double limit = series.ratio("nchan", "floor", "cpu").median();
      String nearTheFloor =
          "the floor itself is only %.2f times better than nchan, so no server with one send() a delivery can be 1.8 times better."
              .formatted(limit);
      findings.add(
          Finding.atMost(
                  1.25,
                  "CPU per delivery, Vitrine / floor",
                  series.ratio("Vitrine", "floor", "cpu"),
                  "x")
              .because(
                  "above the floor are the change itself (report, commit, render: see below, spread over 1,000 deliveries) and what Netty does for each write."));
      findings.add(
          Finding.atLeast(
                  1.8,
                  "CPU per delivery, nchan / Vitrine",
                  series.ratio("nchan", "Vitrine", "cpu"),
                  "x")
              .because(nearTheFloor));
      findings.add(
          Finding.atLeast(
                  1.8,
                  "CPU per delivery, bare Vert.x / Vitrine",
                  series.ratio("bare Vert.x", "Vitrine", "cpu"),
                  "x")
              .because(
                  "the floor is %.2f times better than bare Vert.x; the peers are handed the bytes, Vitrine works them out."
                      .formatted(series.ratio("bare Vert.x", "floor", "cpu").median())));
      findings.add(
          Finding.beside(
              "CPU per delivery, ws / Vitrine", series.ratio("ws", "Vitrine", "cpu"), "x"));
      findings.add(Finding.beside("CPU per delivery, Vitrine", series.of("Vitrine", "cpu"), "µs"));
      for (Peer peer : peers.keySet()) {
        findings.add(
            Finding.beside(
                "CPU per delivery, " + peer.name(), series.of(peer.name(), "cpu"), "µs"));
      }
      findings.addAll(besides(series));
      return findings;
    }

    private List<Finding> besides(Series series) {
      double[] whole = series.all("Vitrine", "change");
      double[] change = series.all("single", "change");
      double[] floor = series.all("floor", "cpu");
      double[] alone = new double[whole.length];
      for (int i = 0; i < alone.length; i++) {
        alone[i] = (whole[i] - change[i]) / (WATCHERS - 1) / floor[i];
      }
      return List.of(
          Finding.beside(
              "CPU per delivery without the change itself, Vitrine / floor",
              Interval.of(alone),
              "x"),
          Finding.beside(
              "CPU of a change itself, with one watcher", series.of("single", "change"), "µs"),
          Finding.beside(
              "The same of the first 400 changes of a fresh process",
              Interval.exactly(coldMicros),
              "µs"),
          Finding.beside(
              "PostgreSQL's CPU per change, beside Vitrine's",
              series.of("Vitrine", "database"),
              "µs"),
          Finding.beside("Due to received, Vitrine, p50", series.of("Vitrine", "p50"), "ms"),
          Finding.beside("Due to received, Vitrine, p99", series.of("Vitrine", "p99"), "ms"),
          Finding.beside("Size of a message", Interval.exactly(payload.size()), "bytes"));
    }

    /**
     * The floor sends as fast as it can. A client that keeps up takes frame by frame; one that has
     * fallen behind takes many at once, and must be able to catch up.
     */
    private List<Finding> clientDrains() throws Exception {
      return List.of(
          Finding.atLeast(
              DRAINS_AT_LEAST,
              "The client, behind by %d changes, drains a second of its core of what the fastest server sends a second of its own"
                  .formatted(FLOOD),
              flood(true),
              "x"),
          Finding.beside("The same while it keeps up, frame by frame", flood(false), "x"));
    }

    private Interval flood(boolean behind) throws Exception {
      Map.Entry<Peer, Crowd> floor = peers.entrySet().iterator().next();
      double[] ratios = new double[FLOODS];
      for (int i = 0; i < FLOODS; i++) {
        ratios[i] = flood(floor.getKey(), floor.getValue(), behind);
      }
      return Interval.of(ratios);
    }

    private double flood(Peer floor, Crowd crowd, boolean behind) throws Exception {
      crowd.heard();
      if (behind) {
        crowd.program().signal("STOP");
      }
      Cpu cpu = floor.cpu();
      try (Publisher flood = new Publisher(floor.port())) {
        for (int i = 0; i < FLOOD; i++) {
          flood.send(flood.request(floor.publishAt(1), payload.now()));
        }
        for (int i = 0; i < FLOOD; i++) {
          flood.hearAnswer();
        }
      } finally {
        crowd.program().signal("CONT");
      }
      double sending = cpu.usedNanos() / 1e9;
      return sending / crowd.heard((long) FLOOD * WATCHERS).cpuSeconds();
    }

    private Map<String, Double> turn(Crowd crowd) throws Exception {
      crowd.watchInstead(++order);
      crowd.heard();
      Cpu cpu = vitrine.cpu();
      databaseCpu.usedNanos();
      int changes = report(CHANGES_A_SECOND, lab.round());
      plant.awaitLastState(crowd, order, 1);
      double used = cpu.usedNanos() / 1e3;
      Crowd.Heard heard = crowd.heard();
      return Map.of(
          "cpu", used / heard.frames(),
          "change", used / changes,
          "database", databaseCpu.usedNanos() / 1e3 / changes,
          "p50", heard.latencies().percentile(50),
          "p99", heard.latencies().percentile(99));
    }

    private Map<String, Double> turn(Peer peer, Crowd crowd) throws Exception {
      crowd.heard();
      Cpu cpu = peer.cpu();
      int changes = passOn(peer, CHANGES_A_SECOND, lab.round());
      Crowd.Heard heard = crowd.heard((long) changes * WATCHERS);
      payload.requireLast(crowd.lastStates());
      return Map.of("cpu", cpu.usedNanos() / 1e3 / heard.frames());
    }

    private int report(double perSecond, Duration lasting) throws Exception {
      try (Publisher reporter = new Publisher(vitrine.port(), vitrine.keyHeader())) {
        return OpenLoop.run(
            perSecond,
            lasting,
            List.of(due -> reporter.post("/api/reports", plant.report(order, due.at()))));
      }
    }

    private int passOn(Peer peer, double perSecond, Duration lasting) throws Exception {
      try (Publisher publisher = new Publisher(peer.port())) {
        return OpenLoop.run(
            perSecond,
            lasting,
            List.of(due -> publisher.post(peer.publishAt(1), payload.at(due.at()))));
      }
    }
  }
}
