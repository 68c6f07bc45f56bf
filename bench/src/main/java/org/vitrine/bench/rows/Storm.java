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
  private static final int SETTLES_MILLIS = 5_000;

  private static final String STATEMENTS =
      "SELECT coalesce(sum(%s), 0) FROM pg_stat_statements WHERE query ~ '\\m(FROM|JOIN) (orders|order_head)\\M' AND query !~ 'pg_stat' AND ";

  /** Orders that were read with their history or what is new of it, many in one statement. */
  private static final String PAGES =
      STATEMENTS.formatted("rows") + "query ~ 'json_agg' AND query ~ '\\mevent\\M'";

  /** Numbers of orders that were looked up. */
  private static final String LOOK_UPS =
      STATEMENTS.formatted("rows") + "query ~ 'SELECT id, number'";

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
        %,d watchers of %d orders hang up; half of the orders change; all come back to another node, which has never shown these orders, \
        %s handshakes under way at any time, each with the cursor that it had, until the last one was answered. Whoever is refused tries again. \
        Against it: the same number of handshakes with a bare Vert.x. Reads are in PostgreSQL's own count of statements."""
        .formatted(CLIENTS, ORDERS, AT_ONCE);
  }

  @Override
  public List<Finding> measure(Lab lab) throws Exception {
    return new Measurement(lab).findings();
  }

  private static final class Measurement {
    private final Lab lab;
    private final Postgres database;
    private final List<Vitrine> nodes;
    private final Plant plant;
    private final Crowd watchers;
    private final Peer bare;
    private final Crowd clients;
    private int storms;

    private Measurement(Lab lab) throws Exception {
      this.lab = lab;
      this.database = Postgres.startIn(lab);
      Vitrine first = Vitrine.start(lab, database);
      this.nodes = List.of(first, first.beside(lab, "other-node"));
      this.plant = new Plant(first);
      plant.takeOrders(1, ORDERS * (lab.rounds() + warmUps() + 1));
      this.watchers =
          Crowd.start(
              lab,
              "watchers",
              Crowd.Plan.watching(first, CLIENTS, ORDERS).with("--at-once", AT_ONCE));
      this.bare = Peer.bareVertx(lab);
      this.clients =
          Crowd.start(lab, "clients", bare.watchedBy(CLIENTS, ORDERS).with("--at-once", AT_ONCE));
      watchers.connect();
      clients.connect();
      for (int i = 0; i < warmUps(); i++) {
        storm(i);
        bareStorm(i);
      }
    }

    private int warmUps() {
      return lab.isQuick() ? 1 : 10;
    }

    private List<Finding> findings() throws Exception {
      Series series =
          new Rounds()
              .of("Vitrine", this::storm)
              .of("bare Vert.x", this::bareStorm)
              .run(lab.rounds());
      return List.of(
          Finding.atMost(
                  1.3,
                  "Time until all are back, Vitrine / bare Vert.x",
                  series.ratio("Vitrine", "bare Vert.x", "millis"),
                  "x")
              .because(
                  "each client is known by its session, asks for its order and is sent what it missed; a bare handshake is a handshake."),
          Finding.atMost(1, "Reads per distinct order", series.of("Vitrine", "reads"), "")
              .because(
                  "an order is read once for its page; whatever is more was read because it changed meanwhile."),
          Finding.beside(
              "Look-ups of a number per distinct order", series.of("Vitrine", "look-ups"), ""),
          Finding.beside(
              "CPU, Vitrine / bare Vert.x", series.ratio("Vitrine", "bare Vert.x", "cpu"), "x"),
          Finding.beside("Until all are back, Vitrine", series.of("Vitrine", "millis"), "ms"),
          Finding.beside(
              "Until all are back, bare Vert.x", series.of("bare Vert.x", "millis"), "ms"),
          Finding.beside("CPU a client, Vitrine", series.of("Vitrine", "cpu"), "µs"),
          Finding.beside("Refused and tried again", series.of("Vitrine", "refused"), ""));
    }

    /** From one node to the other, and the next time back; always with orders new to it. */
    private Map<String, Double> storm(int round) throws Exception {
      int firstOrder = 1 + ORDERS * ++storms;
      Vitrine to = nodes.get(storms % 2);
      watchers.watchInstead(firstOrder);
      watchers.drop();
      watchers.goTo(to.port());
      change(firstOrder);
      long reads = database.number(PAGES);
      long lookUps = database.number(LOOK_UPS);
      if (reads == 0 || lookUps == 0) {
        throw new IllegalStateException("The statements to be counted are others by now");
      }
      Cpu cpu = to.cpu();
      Crowd.Return back = watchers.comeBack();
      double used = cpu.usedNanos() / 1e3 / CLIENTS;
      Map<String, Double> taken =
          Map.of(
              "millis",
              back.millis(),
              "refused",
              (double) back.refused(),
              "cpu",
              used,
              "reads",
              (double) (database.number(PAGES) - reads) / ORDERS,
              "look-ups",
              (double) (database.number(LOOK_UPS) - lookUps) / ORDERS);
      plant.awaitLastState(watchers, firstOrder, ORDERS);
      return taken;
    }

    private void change(int firstOrder) throws Exception {
      Vitrine node = nodes.getFirst();
      try (Publisher reporter = new Publisher(node.port(), node.keyHeader())) {
        reporter.post("/api/reports", plant.reports(firstOrder, ORDERS / 2, 1, Instant.now()));
      }
      Thread.sleep(SETTLES_MILLIS);
    }

    private Map<String, Double> bareStorm(int round) throws Exception {
      clients.drop();
      Thread.sleep(SETTLES_MILLIS);
      Cpu cpu = bare.cpu();
      double millis = clients.connect();
      return Map.of("millis", millis, "cpu", cpu.usedNanos() / 1e3 / CLIENTS);
    }
  }
}
