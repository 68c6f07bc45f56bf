package org.vitrine.bench.rows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.vitrine.bench.Finding;
import org.vitrine.bench.Row;
import org.vitrine.bench.lab.Crowd;
import org.vitrine.bench.lab.Guests;
import org.vitrine.bench.lab.Lab;
import org.vitrine.bench.lab.TableGuests;
import org.vitrine.bench.lab.OpenLoop;
import org.vitrine.bench.lab.Postgres;
import org.vitrine.bench.lab.Publisher;
import org.vitrine.bench.lab.Vitrine;
import org.vitrine.bench.measure.Cpu;
import org.vitrine.bench.measure.Rounds;
import org.vitrine.bench.measure.Series;
import org.vitrine.bench.peer.Payload;
import org.vitrine.bench.peer.Peer;

/** Row 18. */
final class Meeting implements Row {
  private static final int WATCHERS = 200;
  private static final int WRITERS = 20;
  private static final Duration TURN = Duration.ofSeconds(5);

  @Override
  public int number() {
    return 18;
  }

  @Override
  public String job() {
    return "A meeting with 500 invitations and 200 watchers, of whom 20 type and vote";
  }

  @Override
  public String method() {
    return """
        %d people of %d companies are asked. %d watch one meeting: half of them of the house, the others of all these companies, each of which has pages of its own. \
        %d write, once a second each as the page does: half of them lines of the minutes, the others votes of their companies. \
        CPU of Vitrine and PostgreSQL together. Beside it: a bare Vert.x server that is posted as many frames of that size and passes each on to as many sockets."""
        .formatted(Guests.PEOPLE, Guests.COMPANIES, WATCHERS, WRITERS);
  }

  @Override
  public List<Finding> measure(Lab lab) throws Exception {
    return new Measurement(lab).findings();
  }

  private static final class Measurement {
    private final Lab lab;
    private final Postgres database;
    private final Vitrine vitrine;
    private final TableGuests table;
    private final List<Crowd> watchers = new ArrayList<>();
    private final Peer bare;
    private final Crowd listeners;
    private final Payload payload;
    private double framesASecond = 1;

    private Measurement(Lab lab) throws Exception {
      this.lab = lab;
      this.database = Postgres.startIn(lab);
      this.vitrine = Vitrine.start(lab, database);
      this.table = new TableGuests(vitrine);
      watch("house", vitrine.cookieHeader(), WATCHERS / 2);
      for (int company = 0; company < Guests.COMPANIES; company++) {
        watch("company-" + company, table.guest(company), WATCHERS / 2 / Guests.COMPANIES);
      }
      this.bare = Peer.bareVertx(lab);
      this.listeners = Crowd.start(lab, "listeners", bare.watchedBy(WATCHERS, 1));
      listeners.connect();
      write(lab.warmUp());
      this.payload = new Payload(stamped(watchers.getFirst().lastMessage()));
    }

    /** The same with a moment and a cursor that a peer can replace, as patches of orders have. */
    private static String stamped(String patch) {
      return patch
          .replaceFirst("\"cursor\":\"[^\"]*\"", "\"cursor\":\"0123456789abcdef0123456789abcdef\"")
          .replaceFirst(
              "\"patch\":\\{", "\"patch\":{\"heardAt\":\"2026-12-08T06:00:00.123456Z\",");
    }

    private void watch(String name, String header, int count) throws Exception {
      Crowd crowd =
          Crowd.start(
              lab,
              name,
              Crowd.Plan.of(vitrine.port(), count, "/live")
                  .withHeader(header)
                  .saying("{\"watch\":\"meetings/" + table.number() + "\"{since}}"));
      crowd.connect();
      watchers.add(crowd);
    }

    private List<Finding> findings() throws Exception {
      Series series =
          new Rounds()
              .of("Vitrine", round -> meeting())
              .of("socket", round -> passedOn())
              .run(lab.rounds());
      return List.of(
          Finding.atMost(
                  5, "Frames a watcher a second", series.of("Vitrine", "frames"), "")
              .because("what 20 people type within a rest of the page is one frame."),
          Finding.atMost(
              1, "CPU of Vitrine and PostgreSQL", series.of("Vitrine", "cores"), "cores"),
          Finding.beside("Saved a second", series.of("Vitrine", "saved"), ""),
          Finding.beside("CPU per save", series.of("Vitrine", "cpu"), "ms"),
          Finding.beside("Frames delivered a second", series.of("Vitrine", "delivered"), ""),
          Finding.beside(
              "CPU of a bare socket server, as many frames", series.of("socket", "cores"), "cores"));
    }

    private Map<String, Double> meeting() throws Exception {
      heard(watchers);
      Cpu cpu = vitrine.cpu();
      Cpu databaseCpu = database.cpu();
      long began = System.nanoTime();
      int saved = write(TURN);
      Thread.sleep(500); // The last of it is shown within half a second.
      double seconds = (System.nanoTime() - began) / 1e9;
      double used = (cpu.usedNanos() + databaseCpu.usedNanos()) / 1e9;
      long delivered = heard(watchers);
      framesASecond = Math.max(1, delivered / seconds / WATCHERS);
      return Map.of(
          "saved", saved / seconds,
          "frames", delivered / seconds / WATCHERS,
          "delivered", delivered / seconds,
          "cores", used / seconds,
          "cpu", used * 1e3 / saved);
    }

    private static long heard(List<Crowd> crowds) throws Exception {
      long frames = 0;
      for (Crowd crowd : crowds) {
        frames += crowd.heard().frames();
      }
      return frames;
    }

    private int write(Duration lasting) throws Exception {
      List<OpenLoop.Sender> senders = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        senders.add(table.writer(writer));
      }
      return OpenLoop.run(WRITERS, lasting, senders);
    }

    private Map<String, Double> passedOn() throws Exception {
      listeners.heard();
      Cpu cpu = bare.cpu();
      long began = System.nanoTime();
      try (Publisher publisher = new Publisher(bare.port())) {
        int sent =
            OpenLoop.run(
                framesASecond,
                TURN,
                List.of(
                    due -> publisher.post(bare.publishAt(1) + "?stamped", payload.at(due.at()))));
        listeners.heard((long) sent * WATCHERS);
      }
      return Map.of("cores", (double) cpu.usedNanos() / (System.nanoTime() - began));
    }
  }
}
