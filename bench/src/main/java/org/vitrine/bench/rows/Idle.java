package org.vitrine.bench.rows;

import java.util.List;
import java.util.Map;
import org.vitrine.bench.Finding;
import org.vitrine.bench.Row;
import org.vitrine.bench.lab.Crowd;
import org.vitrine.bench.lab.Lab;
import org.vitrine.bench.lab.Plant;
import org.vitrine.bench.lab.Postgres;
import org.vitrine.bench.lab.Vitrine;
import org.vitrine.bench.measure.Memory;
import org.vitrine.bench.measure.Rounds;
import org.vitrine.bench.measure.Series;
import org.vitrine.bench.peer.Peer;

/** Row 5. */
final class Idle implements Row {
  private static final int CONNECTIONS = 10_000;
  private static final int FIRST = 500;
  private static final int ORDERS = 100;

  /** A heap that shrinks to what lives in it, or resident memory would tell of garbage. */
  private static final String TIGHT_HEAP = "-Xms8m -XX:MinHeapFreeRatio=5 -XX:MaxHeapFreeRatio=10";

  private static final int SETTLES_MILLIS = 1_500;

  @Override
  public int number() {
    return 5;
  }

  @Override
  public String job() {
    return "Idle connections, 10,000";
  }

  @Override
  public String method() {
    return """
        A fresh process each round; %d connections come and go first, so that what is made once is there. \
        Then %,d connect (Vitrine's watch %d orders and have been sent the page) and nothing happens. \
        Heap: live objects after a full collection, more than before, a connection. Resident: anonymous memory (RssAnon) after a collection that gives back what is free, likewise; \
        nchan's is that of its worker. What the kernel keeps for sockets is in neither."""
        .formatted(FIRST, CONNECTIONS, ORDERS);
  }

  @Override
  public List<Finding> measure(Lab lab) throws Exception {
    Postgres database = Postgres.startIn(lab);
    Vitrine first = Vitrine.start(lab, database);
    new Plant(first).takeOrders(1, ORDERS);
    Series series =
        new Rounds()
            .of("Vitrine", round -> vitrine(lab, first))
            .of("bare Vert.x", round -> bareVertx(lab))
            .of("nchan", round -> nchan(lab))
            .run(lab.rounds());
    return List.of(
        Finding.atMost(
            0.35,
            "Heap a connection, Vitrine / bare Vert.x",
            series.ratio("Vitrine", "bare Vert.x", "heap"),
            "x"),
        Finding.atMost(
            1,
            "Resident a connection, Vitrine / nchan",
            series.ratio("Vitrine", "nchan", "resident"),
            "x"),
        Finding.beside("Heap a connection, Vitrine", series.of("Vitrine", "heap"), "bytes"),
        Finding.beside("Heap a connection, bare Vert.x", series.of("bare Vert.x", "heap"), "bytes"),
        Finding.beside("Resident a connection, Vitrine", series.of("Vitrine", "resident"), "bytes"),
        Finding.beside(
            "Resident a connection, bare Vert.x", series.of("bare Vert.x", "resident"), "bytes"),
        Finding.beside("Resident a connection, nchan", series.of("nchan", "resident"), "bytes"));
  }

  private static Map<String, Double> vitrine(Lab lab, Vitrine first) throws Exception {
    try (Lab turn = lab.turn()) {
      Vitrine node = first.beside(turn, "idle-vitrine", TIGHT_HEAP);
      return javaTurn(
          turn,
          node.pid(),
          Crowd.Plan.watching(node, FIRST, ORDERS),
          Crowd.Plan.watching(node, CONNECTIONS, ORDERS));
    }
  }

  private static Map<String, Double> bareVertx(Lab lab) throws Exception {
    try (Lab turn = lab.turn()) {
      Peer peer = Peer.bareVertx(turn, TIGHT_HEAP);
      return javaTurn(
          turn, peer.pid(), peer.watchedBy(FIRST, ORDERS), peer.watchedBy(CONNECTIONS, ORDERS));
    }
  }

  private static Map<String, Double> javaTurn(Lab turn, long pid, Crowd.Plan some, Crowd.Plan all)
      throws Exception {
    comeAndGo(turn, some);
    Memory.collect(pid);
    long heap = Memory.liveHeap(pid);
    long resident = Memory.resident(pid);
    Crowd crowd = arrive(turn, all);
    Memory.collect(pid);
    Map<String, Double> taken =
        Map.of(
            "heap", each(Memory.liveHeap(pid) - heap),
            "resident", each(Memory.resident(pid) - resident));
    requireAllThere(crowd);
    return taken;
  }

  private static Map<String, Double> nchan(Lab lab) throws Exception {
    try (Lab turn = lab.turn()) {
      Peer peer = Peer.nchan(turn);
      comeAndGo(turn, peer.watchedBy(FIRST, ORDERS));
      long resident = Memory.resident(peer.pid());
      Crowd crowd = arrive(turn, peer.watchedBy(CONNECTIONS, ORDERS));
      Map<String, Double> taken = Map.of("resident", each(Memory.resident(peer.pid()) - resident));
      requireAllThere(crowd);
      return taken;
    }
  }

  private static void comeAndGo(Lab turn, Crowd.Plan plan) throws Exception {
    Crowd crowd = Crowd.start(turn, "first", plan);
    crowd.connect();
    crowd.drop();
    Thread.sleep(SETTLES_MILLIS);
  }

  private static Crowd arrive(Lab turn, Crowd.Plan plan) throws Exception {
    Crowd crowd = Crowd.start(turn, "idle", plan);
    crowd.connect();
    Thread.sleep(SETTLES_MILLIS);
    return crowd;
  }

  private static void requireAllThere(Crowd crowd) throws Exception {
    int closed = crowd.heard().closed();
    if (closed > 0) {
      throw new IllegalStateException(closed + " connections were closed meanwhile");
    }
  }

  private static double each(long bytes) {
    return (double) bytes / CONNECTIONS;
  }
}
