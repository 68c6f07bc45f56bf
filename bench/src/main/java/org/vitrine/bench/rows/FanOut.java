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
  private static final int FLOOD = 400;

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
        %d changes a second, each to 1,000 sockets. Vitrine takes each as a report over HTTP, commits it, reads the order, renders its page and sends the patch; \
        the peers are posted the same bytes over HTTP and pass them on. Whole process, PostgreSQL apart. Each round has an order of its own, \
        since nobody reports a thousand times on one."""
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
    private final Cpu databaseCpu;
    private final Map<Peer, Crowd> peers = new LinkedHashMap<>();
    private final Payload payload;
    private int order = 1;

    private Measurement(Lab lab) throws Exception {
      this.lab = lab;
      Postgres database = Postgres.startIn(lab);
      this.vitrine = Vitrine.start(lab, database);
      this.plant = new Plant(vitrine);
      plant.takeOrders(1, 2 * lab.rounds() + 10);
      this.watchers = Crowd.start(lab, "watchers", Crowd.Plan.watching(vitrine, WATCHERS, 1));
      this.databaseCpu = database.cpu();
      watchers.connect();
      warmUpVitrine();
      this.payload = new Payload(watchers.lastMessage());
      for (Peer peer :
          List.of(Peer.floor(lab), Peer.nchan(lab), Peer.bareVertx(lab), Peer.ws(lab))) {
        Crowd crowd =
            Crowd.start(
                lab, peer.name().replace(' ', '-') + "-watchers", peer.watchedBy(WATCHERS, 1));
        crowd.connect();
        peers.put(peer, crowd);
        passOn(peer, lab.warmUp().dividedBy(2));
        crowd.heard();
      }
    }

    private void warmUpVitrine() throws Exception {
      for (int i = 0; i < 4; i++) {
        report(lab.warmUp().dividedBy(4));
        nextOrder();
      }
      report(Duration.ofMillis(500));
    }

    private List<Finding> findings() throws Exception {
      List<Finding> findings = new ArrayList<>();
      findings.add(clientDrains());
      Rounds rounds = new Rounds().of("Vitrine", this::vitrinesTurn);
      peers.forEach((peer, crowd) -> rounds.of(peer.name(), round -> turn(peer, crowd)));
      Series series = rounds.run(lab.rounds());
      findings.add(
          Finding.atMost(
              1.25,
              "CPU per delivery, Vitrine / floor",
              series.ratio("Vitrine", "floor", "cpu"),
              "x"));
      findings.add(
          Finding.atLeast(
              1.8,
              "CPU per delivery, nchan / Vitrine",
              series.ratio("nchan", "Vitrine", "cpu"),
              "x"));
      findings.add(
          Finding.atLeast(
              1.8,
              "CPU per delivery, bare Vert.x / Vitrine",
              series.ratio("bare Vert.x", "Vitrine", "cpu"),
              "x"));
      findings.add(
          Finding.beside(
              "CPU per delivery, ws / Vitrine", series.ratio("ws", "Vitrine", "cpu"), "x"));
      findings.add(Finding.beside("CPU per delivery, Vitrine", series.of("Vitrine", "cpu"), "µs"));
      peers
          .keySet()
          .forEach(
              peer ->
                  findings.add(
                      Finding.beside(
                          "CPU per delivery, " + peer.name(),
                          series.of(peer.name(), "cpu"),
                          "µs")));
      findings.add(
          Finding.beside(
              "PostgreSQL's CPU per change, beside Vitrine's",
              series.of("Vitrine", "database"),
              "µs"));
      findings.add(
          Finding.beside("Due to received, Vitrine, p50", series.of("Vitrine", "p50"), "ms"));
      findings.add(
          Finding.beside("Due to received, Vitrine, p99", series.of("Vitrine", "p99"), "ms"));
      findings.add(Finding.beside("Size of a message", Interval.exactly(payload.size()), "bytes"));
      return findings;
    }

    /** The floor sends as fast as it can; the client must have a third of its core to spare. */
    private Finding clientDrains() throws Exception {
      Map.Entry<Peer, Crowd> floor = peers.entrySet().iterator().next();
      Peer peer = floor.getKey();
      floor.getValue().heard();
      Cpu cpu = peer.cpu();
      try (Publisher flood = new Publisher(peer.port())) {
        for (int i = 0; i < FLOOD; i++) {
          flood.send(flood.request(peer.publishAt(1), payload.now()));
        }
        for (int i = 0; i < FLOOD; i++) {
          flood.hearAnswer();
        }
      }
      long used = cpu.usedNanos();
      Crowd.Heard heard = floor.getValue().heard((long) FLOOD * WATCHERS);
      double sentPerCpuSecond = heard.frames() / (used / 1e9);
      double drainedPerCpuSecond = heard.frames() / heard.cpuSeconds();
      return Finding.atLeast(
          DRAINS_AT_LEAST,
          "The client drains, per second of its core, times what the fastest server sends per second of its own",
          Interval.exactly(drainedPerCpuSecond / sentPerCpuSecond),
          "x");
    }

    private Map<String, Double> vitrinesTurn(int round) throws Exception {
      nextOrder();
      watchers.heard();
      Cpu cpu = vitrine.cpu();
      databaseCpu.usedNanos();
      int changes = report(lab.round());
      plant.awaitLastState(watchers, order, 1);
      Crowd.Heard heard = watchers.heard();
      return Map.of(
          "cpu",
          cpu.usedNanos() / 1e3 / heard.frames(),
          "database",
          databaseCpu.usedNanos() / 1e3 / changes,
          "p50",
          heard.latencies().percentile(50),
          "p99",
          heard.latencies().percentile(99));
    }

    private Map<String, Double> turn(Peer peer, Crowd crowd) throws Exception {
      crowd.heard();
      Cpu cpu = peer.cpu();
      int changes = passOn(peer, lab.round());
      Crowd.Heard heard = crowd.heard((long) changes * WATCHERS);
      payload.requireLast(crowd.lastStates());
      return Map.of("cpu", cpu.usedNanos() / 1e3 / heard.frames());
    }

    private void nextOrder() throws Exception {
      watchers.watchInstead(++order);
    }

    private int report(Duration lasting) throws Exception {
      try (Publisher reporter = new Publisher(vitrine.port(), vitrine.keyHeader())) {
        return OpenLoop.run(
            CHANGES_A_SECOND,
            lasting,
            List.of(due -> reporter.post("/api/reports", plant.report(order, due.at()))));
      }
    }

    private int passOn(Peer peer, Duration lasting) throws Exception {
      try (Publisher publisher = new Publisher(peer.port())) {
        return OpenLoop.run(
            CHANGES_A_SECOND,
            lasting,
            List.of(due -> publisher.post(peer.publishAt(1), payload.at(due.at()))));
      }
    }
  }
}
