package org.vitrine.bench.rows;

import java.time.Instant;
import java.util.ArrayList;
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
import org.vitrine.bench.peer.Payload;
import org.vitrine.bench.peer.Peer;

/** Row 2. */
final class Burst implements Row {
  private static final int ORDERS = 200;
  private static final int OF_EACH = 10;
  private static final int UPDATES = ORDERS * OF_EACH;
  private static final int WATCHERS = 5 * ORDERS;
  private static final int BURSTS_A_ROUND = 4;
  private static final int BATCHES = 2;
  private static final int SENDERS = 8;

  @Override
  public int number() {
    return 2;
  }

  @Override
  public String job() {
    return "Burst: 10 changes of each of 200 orders at once, 5 watchers each";
  }

  @Override
  public String method() {
    return """
        2,000 changes are sent as fast as the client can: to Vitrine as %d batches of reports, to nchan as 2,000 messages, pipelined over %d connections, \
        since it has no batches. A change that a newer one overtakes need not be sent: what counts is that every watcher ends at the last one. \
        %d bursts a round, on orders of its own."""
        .formatted(BATCHES, SENDERS, BURSTS_A_ROUND);
  }

  @Override
  public List<Finding> measure(Lab lab) throws Exception {
    return new Measurement(lab).findings();
  }

  private static final class Measurement {
    private final Lab lab;
    private final Vitrine vitrine;
    private final Plant plant;
    private final Crowd watchers;
    private final Cpu databaseCpu;
    private final Peer nchan;
    private final Crowd listeners;
    private final Payload payload;
    private int firstOrder = 1;

    private Measurement(Lab lab) throws Exception {
      this.lab = lab;
      Postgres database = Postgres.startIn(lab);
      this.vitrine = Vitrine.start(lab, database);
      this.databaseCpu = database.cpu();
      this.plant = new Plant(vitrine);
      plant.takeOrders(1, ORDERS * (lab.rounds() + warmUps() + 1));
      this.watchers = Crowd.start(lab, "watchers", Crowd.Plan.watching(vitrine, WATCHERS, ORDERS));
      watchers.connect();
      for (int i = 0; i < warmUps(); i++) {
        vitrinesTurn(0);
      }
      this.payload = new Payload(patchOfOneChange());
      this.nchan = Peer.nchan(lab);
      this.listeners = Crowd.start(lab, "listeners", nchan.watchedBy(WATCHERS, ORDERS));
      listeners.connect();
      nchansTurn(0);
    }

    /** What one change alone is to a watcher of Vitrine, so that nchan sends it. */
    private String patchOfOneChange() throws Exception {
      watchers.watchInstead(firstOrder);
      try (Publisher reporter = new Publisher(vitrine.port(), vitrine.keyHeader())) {
        reporter.post("/api/reports", plant.report(firstOrder, Instant.now()));
      }
      plant.awaitLastState(watchers, firstOrder, ORDERS);
      return watchers.lastMessage();
    }

    private int warmUps() {
      return lab.isQuick() ? 1 : 12;
    }

    private List<Finding> findings() throws Exception {
      Series series =
          new Rounds()
              .of("Vitrine", this::vitrinesTurn)
              .of("nchan", this::nchansTurn)
              .run(lab.rounds());
      return List.of(
          Finding.atLeast(
                  6,
                  "Logical updates per CPU second, Vitrine / nchan",
                  series.ratio("nchan", "Vitrine", "cpu"),
                  "x")
              .because(
                  "each change is a report that is checked, committed to disk and rendered; nchan is handed the bytes and keeps them in memory."),
          Finding.beside("CPU per logical update, Vitrine", series.of("Vitrine", "cpu"), "µs"),
          Finding.beside("CPU per logical update, nchan", series.of("nchan", "cpu"), "µs"),
          Finding.beside(
              "PostgreSQL's CPU per logical update, beside Vitrine's",
              series.of("Vitrine", "database"),
              "µs"),
          Finding.beside(
              "Frames that a watcher got for 10 changes, Vitrine",
              series.of("Vitrine", "frames"),
              ""),
          Finding.beside("Sent to last frame, Vitrine", series.of("Vitrine", "slowest"), "ms"),
          Finding.beside("Sent to last frame, nchan", series.of("nchan", "slowest"), "ms"));
    }

    private Map<String, Double> vitrinesTurn(int round) throws Exception {
      watchers.watchInstead(firstOrder);
      watchers.heard();
      Cpu cpu = vitrine.cpu();
      databaseCpu.usedNanos();
      long frames = 0;
      double slowest = 0;
      for (int i = 0; i < BURSTS_A_ROUND; i++) {
        report();
        Thread.sleep(50);
        plant.awaitLastState(watchers, firstOrder, ORDERS);
        Crowd.Heard heard = watchers.heard();
        frames += heard.frames();
        slowest = Math.max(slowest, heard.latencies().percentile(100));
      }
      firstOrder += ORDERS;
      double updates = (double) UPDATES * BURSTS_A_ROUND;
      return Map.of(
          "cpu", cpu.usedNanos() / 1e3 / updates,
          "database", databaseCpu.usedNanos() / 1e3 / updates,
          "frames", frames / (double) BURSTS_A_ROUND / WATCHERS,
          "slowest", slowest);
    }

    /** All batches are on their way before the first is answered. */
    private void report() throws Exception {
      List<Publisher> senders = connect(vitrine.port(), BATCHES, vitrine.keyHeader());
      Instant before = Instant.now();
      List<byte[]> batches = new ArrayList<>();
      for (int i = 0; i < BATCHES; i++) {
        Instant at = before.plusNanos(1_000L * UPDATES / BATCHES * i);
        batches.add(
            senders
                .get(i)
                .request("/api/reports", plant.reports(firstOrder, ORDERS, OF_EACH / BATCHES, at)));
      }
      for (int i = 0; i < BATCHES; i++) {
        senders.get(i).send(batches.get(i));
      }
      for (Publisher sender : senders) {
        sender.hearAnswer();
        sender.close();
      }
    }

    private Map<String, Double> nchansTurn(int round) throws Exception {
      listeners.heard();
      Cpu cpu = nchan.cpu();
      double slowest = 0;
      for (int i = 0; i < BURSTS_A_ROUND; i++) {
        publish();
        Crowd.Heard heard = listeners.heard((long) WATCHERS * OF_EACH);
        slowest = Math.max(slowest, heard.latencies().percentile(100));
        payload.requireLast(listeners.lastStates());
      }
      return Map.of("cpu", cpu.usedNanos() / 1e3 / UPDATES / BURSTS_A_ROUND, "slowest", slowest);
    }

    /** Every sender has its own orders, so that the changes of one come in their order. */
    private void publish() throws Exception {
      List<Publisher> senders = connect(nchan.port(), SENDERS);
      for (int change = 0; change < OF_EACH; change++) {
        String body = payload.now();
        for (int s = 0; s < senders.size(); s++) {
          Publisher sender = senders.get(s);
          var requests = new java.io.ByteArrayOutputStream();
          for (int order = s; order < ORDERS; order += senders.size()) {
            requests.writeBytes(sender.request(nchan.publishAt(1 + order), body));
          }
          sender.send(requests.toByteArray());
        }
      }
      for (Publisher sender : senders) {
        for (int i = 0; i < UPDATES / senders.size(); i++) {
          sender.hearAnswer();
        }
        sender.close();
      }
    }

    private static List<Publisher> connect(int port, int count, String... headers)
        throws Exception {
      List<Publisher> senders = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        senders.add(new Publisher(port, headers));
      }
      return senders;
    }
  }
}
