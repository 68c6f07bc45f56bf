package org.vitrine.production;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;

/**
 * Two nodes take reports and tell what becomes of orders, while their connections are cut in the
 * middle of whatever they do: each change is told once, and none is lost.
 */
class OrderChangesTogetherIT {
  private static final int ORDERS = 6;
  private static final Duration KEEPS_TRYING = Duration.ofSeconds(60);

  private static final String CUT =
      """
      SELECT pg_terminate_backend(pid)
        FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid() AND xact_start IS NOT NULL
       ORDER BY random()
       LIMIT 1""";

  private static final String TOLD =
      """
      SELECT o.number || ' ' || c.kind || ' ' || coalesce(c.body ->> 'stage', '') || ' ' || count(*)
        FROM change c
        JOIN orders o ON o.id::text = c.key
       WHERE c.kind LIKE 'order.%' AND c.kind <> 'order.at-risk'
       GROUP BY o.number, c.kind, c.body ->> 'stage'""";

  private static final String COMPLETED =
      "SELECT order_id FROM told_order WHERE told ->> 'state' = 'completed'";

  private static final List<String> TOLD_ONCE_EACH =
      List.of(
          "order.placed ",
          "order.promise-revised ",
          "order.stage-begun assembly",
          "order.stage-finished assembly",
          "order.stage-begun final-inspection",
          "order.stage-finished final-inspection",
          "order.stage-begun packing",
          "order.stage-finished packing",
          "order.completed ");

  private volatile boolean reporting = true;

  @Test
  void each_change_is_told_once_whoever_is_cut_off() throws Exception {
    long seed = Long.getLong("vitrine.seed", System.nanoTime());
    System.out.println("OrderChangesTogetherIT: -Dvitrine.seed=" + seed);
    try (TestVitrine here = TestVitrine.start();
        TestVitrine there = here.beside();
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Shop shop = new Shop(here);
      List<String> orders = IntStream.range(0, ORDERS).mapToObj(n -> "SO-" + n).toList();
      orders.forEach(shop::order);
      List<TestClient> nodes = List.of(shop.integrator(), shop.integrator().at(there));
      List<Future<?>> plant = new ArrayList<>();
      for (String order : orders) {
        Random random = new Random(seed + order.hashCode());
        plant.add(threads.submit(() -> make(order, nodes, random)));
      }
      Future<?> cutter = threads.submit(() -> cut(here.databaseUrl(), new Random(seed)));
      for (Future<?> one : plant) {
        one.get(3, TimeUnit.MINUTES);
      }
      reporting = false;
      cutter.get(1, TimeUnit.MINUTES);

      await(
          "all is told",
          Duration.ofMinutes(1),
          () -> TestDatabase.find(here.databaseUrl(), COMPLETED).size() == ORDERS);

      assertThat(TestDatabase.find(here.databaseUrl(), TOLD))
          .containsExactlyInAnyOrderElementsOf(
              orders.stream()
                  .flatMap(order -> TOLD_ONCE_EACH.stream().map(told -> order + " " + told + " 1"))
                  .toList());
    }
  }

  private static Void make(String order, List<TestClient> nodes, Random random) {
    List<String> said = new ArrayList<>();
    for (String operation : List.of("Assembly", "Final test", "Packing")) {
      for (int part = 0; part < 5; part++) {
        said.add(
            "\"operation\": \"%s\", \"kind\": \"progressed\", \"good\": 100".formatted(operation));
      }
      if (operation.startsWith("Final")) {
        said.add(
            "\"line\": 1, \"kind\": \"reading\", \"requirement\": \"capacity\", \"value\": 3500");
      }
    }
    for (int n = 0; n < said.size(); n++) {
      report(
          """
          {"id": "%s-%d", "order": "%s", %s, "source": "scan", "actor": "Zhang San", "happenedAt": "%s"}"""
              .formatted(order, n, order, said.get(n), Instant.now()),
          nodes,
          random);
      pause(random.nextInt(150));
    }
    return null;
  }

  /** Again until it is taken: the same report counts once. */
  private static void report(String report, List<TestClient> nodes, Random random) {
    Instant until = Instant.now().plus(KEEPS_TRYING);
    while (true) {
      var answer = nodes.get(random.nextInt(nodes.size())).post("/api/reports", report);
      if (answer.statusCode() == 200) {
        return;
      }
      assertThat(Instant.now()).as(answer.body()).isBefore(until);
      pause(50);
    }
  }

  private Void cut(String url, Random random) {
    while (reporting) {
      TestDatabase.find(url, CUT);
      pause(20 + random.nextInt(150));
    }
    return null;
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
