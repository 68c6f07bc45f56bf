package org.vitrine.bench.rows;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.vitrine.bench.Finding;
import org.vitrine.bench.Row;
import org.vitrine.bench.lab.Crowd;
import org.vitrine.bench.lab.Lab;
import org.vitrine.bench.lab.OpenLoop;
import org.vitrine.bench.lab.Pgbench;
import org.vitrine.bench.lab.Pictures;
import org.vitrine.bench.lab.Plant;
import org.vitrine.bench.lab.Postgres;
import org.vitrine.bench.lab.Publisher;
import org.vitrine.bench.lab.Screens;
import org.vitrine.bench.lab.Vitrine;
import org.vitrine.bench.measure.Cpu;
import org.vitrine.bench.measure.Interval;
import org.vitrine.bench.measure.Latencies;
import org.vitrine.bench.measure.Rounds;
import org.vitrine.bench.measure.Series;
import org.vitrine.bench.peer.Payload;
import org.vitrine.bench.peer.Peer;

/** Row 26. */
final class StationsAtWork implements Row {
  private static final int STATIONS = 200;
  private static final double REPORTS_A_SECOND = STATIONS / 10.0;
  private static final double LISTS_A_SECOND = STATIONS / 12.0;
  private static final double PICTURES_A_SECOND = 20 / 60.0;
  private static final double WARM_REPORTS_A_SECOND = 200;
  private static final int SENDERS = 8;
  private static final int PICTURE_SENDERS = 2;
  private static final Duration ROUND = Duration.ofSeconds(18);
  private static final Duration QUICK_ROUND = Duration.ofSeconds(6);

  @Override
  public int number() {
    return 26;
  }

  @Override
  public String job() {
    return "200 stations reporting and 20 pictures a minute, beside the live path";
  }

  @Override
  public String method() {
    return """
    %1$d stations, each with the cookie of its screen, tap one report every ten seconds on as many orders with a watcher each, \
    and ask every twelve seconds what there is to do (each list has 300 lines of work); from the moment when a report was \
    due until its patch was read from the socket. In every other turn 20 photos a minute of some 300 KB are sent meanwhile, \
    each followed by the report that names it. Against it, at the rate of the reports: pgbench with the very statement that \
    Vitrine commits, plus the one way of a bare Vert.x WebSocket.\
    """
        .formatted(STATIONS);
  }

  @Override
  public Duration longest() {
    return Duration.ofMinutes(30);
  }

  @Override
  public List<Finding> measure(Lab lab) throws Exception {
    return new Measurement(lab).findings();
  }

  /** What a station sends by its own connection. */
  @FunctionalInterface
  private interface ByScreen {
    void send(OpenLoop.Due due, Publisher screen) throws IOException;
  }

  private static final class Measurement {
    private final Lab lab;
    private final Postgres database;
    private final Vitrine vitrine;
    private final Plant plant;
    private final Crowd watchers;
    private final List<Connection> tapping = new ArrayList<>();

    /** A browser does not wait for a picture to report. */
    private final List<Connection> besides = new ArrayList<>();

    private final Pictures pictures = new Pictures();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger pictured = new AtomicInteger();
    private final Duration round;

    private Measurement(Lab lab) throws Exception {
      this.lab = lab;
      this.round = lab.isQuick() ? QUICK_ROUND : ROUND;
      this.database = Postgres.startIn(lab);
      this.vitrine = Vitrine.start(lab, database);
      this.plant = new Plant(vitrine);
      plant.takeOrders(1, STATIONS + SteadyReports.ORDERS);
      for (String cookie : new Screens(vitrine).setUp(STATIONS, "Assembly")) {
        tapping.add(lab.keep(new Connection(vitrine.port(), cookie)));
        besides.add(lab.keep(new Connection(vitrine.port(), cookie)));
      }
      this.watchers =
          Crowd.start(lab, "watchers", Crowd.Plan.watching(vitrine, STATIONS, STATIONS));
      watchers.connect();
    }

    private List<Finding> findings() throws Exception {
      tap(WARM_REPORTS_A_SECOND, lab.warmUp());
      plant.awaitLastState(watchers, 1, STATIONS);
      watchers.heard();
      Pgbench pgbench =
          new Pgbench(lab, database, List.of(SameNode.script(lab, database, STATIONS + 1)));
      Peer bare = Peer.bareVertx(lab);
      Crowd listeners = Crowd.start(lab, "listeners", bare.watchedBy(1, 1));
      listeners.connect();
      Payload payload = new Payload(watchers.lastMessage());
      Series series =
          new Rounds()
              .of("stations", turn -> stations(() -> null))
              .of("pictures", turn -> stations(this::sendPictures))
              .of(
                  "pgbench",
                  turn ->
                      SameNode.points(SameNode.commits(pgbench, database, REPORTS_A_SECOND, round)))
              .of(
                  "socket",
                  turn ->
                      SameNode.points(
                          SameNode.oneWay(bare, listeners, payload, REPORTS_A_SECOND, round)))
              .run(lab.rounds());
      return List.of(
          Finding.atMost(
              0, "Reports, lists and pictures refused", Interval.exactly(refused.get()), ""),
          Finding.atMost(
              1.25,
              "Tap to screen, p50, with pictures / without",
              series.ratio("pictures", "stations", "p50"),
              "x"),
          Finding.atMost(
              1_000, "Tap to screen, p99, with pictures", series.of("pictures", "p99"), "ms"),
          Finding.beside("Tap to screen, p50, with pictures", series.of("pictures", "p50"), "ms"),
          Finding.beside("Tap to screen, p50, without", series.of("stations", "p50"), "ms"),
          Finding.beside("Tap to screen, p99, without", series.of("stations", "p99"), "ms"),
          Finding.beside("pgbench, due to committed, p50", series.of("pgbench", "p50"), "ms"),
          Finding.beside("pgbench, due to committed, p99", series.of("pgbench", "p99"), "ms"),
          Finding.beside("One way of a bare socket, p50", series.of("socket", "p50"), "ms"),
          Finding.beside("One way of a bare socket, p99", series.of("socket", "p99"), "ms"),
          Finding.beside(
              "Of the server's core, Vitrine and PostgreSQL, with pictures",
              series.of("pictures", "cpu"),
              "%"),
          Finding.beside("The same without", series.of("stations", "cpu"), "%"),
          Finding.beside("Pictures in all", Interval.exactly(pictured.get()), ""));
    }

    /** What happens beside the reports. */
    @FunctionalInterface
    private interface Beside {
      Object happen() throws Exception;
    }

    private Map<String, Double> stations(Beside beside) throws Exception {
      Cpu cpu = vitrine.cpu();
      Cpu databaseCpu = database.cpu();
      long began = System.nanoTime();
      try (ExecutorService meanwhile = Executors.newFixedThreadPool(2)) {
        Future<Object> happening = meanwhile.submit(beside::happen);
        Future<Integer> lists = meanwhile.submit(this::askForLists);
        tap(REPORTS_A_SECOND, round);
        lists.get();
        happening.get();
      }
      double used =
          (cpu.usedNanos() + databaseCpu.usedNanos()) * 100.0 / (System.nanoTime() - began);
      plant.awaitLastState(watchers, 1, STATIONS);
      Latencies latencies = watchers.heard().latencies();
      Map<String, Double> measured = new HashMap<>(SameNode.points(latencies));
      measured.put("cpu", used);
      return measured;
    }

    private void tap(double perSecond, Duration lasting) throws Exception {
      send(
          tapping,
          perSecond,
          lasting,
          SENDERS,
          (due, screen) ->
              screen.post("/api/reports?as=station", plant.report(order(due.n()), due.at())));
    }

    private int askForLists() throws Exception {
      return send(
          besides,
          LISTS_A_SECOND,
          round,
          SENDERS,
          (due, screen) -> screen.get("/api/station/work"));
    }

    private int sendPictures() throws Exception {
      return send(besides, PICTURES_A_SECOND, round, PICTURE_SENDERS, this::sendPicture);
    }

    private void sendPicture(OpenLoop.Due due, Publisher screen) throws IOException {
      Pictures.Picture picture = pictures.next();
      screen.put("/api/evidence/" + picture.sha256() + "?as=station", picture.jpeg());
      String report = plant.report(order(due.n()), Instant.now());
      screen.post(
          "/api/reports?as=station",
          report.replaceFirst("\\{", "{\"evidence\": [\"" + picture.sha256() + "\"], "));
      pictured.incrementAndGet();
    }

    private static int order(int n) {
      return 1 + n % STATIONS;
    }

    /** One station after the other; what is refused is counted, and the next goes on. */
    private int send(
        List<Connection> screens, double perSecond, Duration lasting, int senders, ByScreen sending)
        throws Exception {
      OpenLoop.Sender sender =
          due -> {
            try {
              screens.get(due.n() % STATIONS).send(due, sending);
            } catch (IOException answered) {
              refused.incrementAndGet();
              System.err.println("Refused: " + answered.getMessage());
            }
          };
      return OpenLoop.run(perSecond, lasting, Collections.nCopies(senders, sender));
    }
  }

  /** The server lets go of a connection that rests; a browser opens another one then. */
  private static final class Connection implements AutoCloseable {
    private static final Duration RESTS = Duration.ofSeconds(2);

    private final int port;
    private final String cookie;
    private Publisher open;
    private long usedAt;

    private Connection(int port, String cookie) throws IOException {
      this.port = port;
      this.cookie = cookie;
      this.open = new Publisher(port, cookie);
    }

    private synchronized void send(OpenLoop.Due due, ByScreen sending) throws IOException {
      if (System.nanoTime() - usedAt > RESTS.toNanos()) {
        open.close();
        open = new Publisher(port, cookie);
      }
      try {
        sending.send(due, open);
      } finally {
        usedAt = System.nanoTime();
      }
    }

    @Override
    public synchronized void close() {
      open.close();
    }
  }
}
