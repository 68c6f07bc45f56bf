package org.vitrine.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;

/** After a storm of reports, every watcher's page is what the database says. */
class StormIT {
  private static final int ORDERS = 12;
  private static final int WRITERS = 4;
  private static final int BATCHES = 40;

  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient customer;
  private static TestClient staff;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    shop = new Shop(vitrine);
    customer = shop.contact("northwind", "amelia@northwind.example");
    staff = shop.staff(Role.ACCOUNT_MANAGER, "li.wen@example.com");
    for (int order = 1; order <= ORDERS; order++) {
      shop.order("SO-" + order);
    }
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void every_watcher_ends_with_what_the_database_says() throws Exception {
    long seed = Long.getLong("vitrine.seed", System.nanoTime());
    System.out.println("StormIT: -Dvitrine.seed=" + seed);
    List<TestWatcher> watchers = new ArrayList<>();
    for (int order = 1; order <= ORDERS; order++) {
      watchers.add(new TestWatcher(vitrine, customer).watch("orders/SO-" + order).watch("orders"));
      watchers.add(new TestWatcher(vitrine, staff).watch("orders/SO-" + order).watch("board"));
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> writers = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        String name = "w" + writer;
        Random random = new Random(seed + writer);
        writers.add(threads.submit(() -> write(name, random)));
      }
      writers.add(threads.submit(() -> comeAndGo(new Random(seed - 1))));
      Future<TestWatcher> returning = threads.submit(() -> comeBack(new Random(seed - 2)));
      for (Future<?> writer : writers) {
        writer.get(60, TimeUnit.SECONDS);
      }
      watchers.add(returning.get(60, TimeUnit.SECONDS));
    }
    for (TestWatcher watcher : watchers) {
      await("pages equal the database", () -> isCurrent(watcher));
    }
    for (int order = 1; order <= ORDERS; order++) {
      long version = version("SO-" + order);
      assertThat(
              staff
                  .json("/api/orders/SO-" + order + "/events?limit=200&after=" + (version - 1))
                  .at("/events"))
          .hasSize(1);
    }
    watchers.forEach(TestWatcher::close);
  }

  private static boolean isCurrent(TestWatcher watcher) {
    for (int order = 1; order <= ORDERS; order++) {
      JsonNode page = watcher.page("orders/SO-" + order);
      boolean staffs = watcher.page("board") != null;
      TestClient reader = staffs ? staff : customer;
      if (page != null && !page.equals(reader.json("/api/orders/SO-" + order))) {
        return false;
      }
      JsonNode list = watcher.page(staffs ? "board" : "orders");
      JsonNode row = list == null ? null : list.at("/rows/SO-" + order);
      if (row == null || !row.equals(row(reader, "SO-" + order))) {
        return false;
      }
    }
    return true;
  }

  private static JsonNode row(TestClient reader, String number) {
    for (JsonNode row : reader.json("/api/orders?limit=200").at("/orders")) {
      if (row.at("/number").asText().equals(number)) {
        return row;
      }
    }
    throw new AssertionError("No row for " + number);
  }

  private static long version(String number) {
    return Long.parseLong(
        staff
            .get("/api/orders/" + number)
            .headers()
            .firstValue("ETag")
            .orElseThrow()
            .replaceAll("\"|-.*", ""));
  }

  private static Void write(String writer, Random random) {
    for (int batch = 0; batch < BATCHES; batch++) {
      StringBuilder reports = new StringBuilder("[");
      for (int n = 0; n < 1 + random.nextInt(6); n++) {
        reports.append(n == 0 ? "" : ",").append(report(writer + "-" + batch + "-" + n, random));
      }
      var answer = shop.integrator().post("/api/reports", reports.append("]").toString());
      assertThat(TestClient.json(answer).at("/refused")).isEmpty();
    }
    return null;
  }

  private static String report(String id, Random random) {
    return """
        {"id": "%s", "order": "SO-%d", "operation": "%s", "kind": "progressed", "good": %d, "rejected": %d,
         "source": "machine", "happenedAt": "2026-11-2%dT10:00:00Z"}"""
        .formatted(
            id,
            1 + random.nextInt(ORDERS),
            List.of("Assembly", "Final test", "Polish").get(random.nextInt(3)),
            random.nextInt(9),
            random.nextInt(2),
            random.nextInt(3));
  }

  /** Others connect, watch, and are gone again: nobody must be disturbed by it. */
  private static Void comeAndGo(Random random) throws InterruptedException {
    for (int n = 0; n < 30; n++) {
      try (TestWatcher passing =
          new TestWatcher(vitrine, customer).watch("orders/SO-" + (1 + random.nextInt(ORDERS)))) {
        Thread.sleep(random.nextInt(30));
        assertThat(passing.isClosed()).isFalse();
      }
    }
    return null;
  }

  /** Somebody whose connection breaks again and again goes on where they were. */
  private static TestWatcher comeBack(Random random) throws InterruptedException {
    TestWatcher watcher = new TestWatcher(vitrine, customer).watch("orders");
    await("the list", () -> watcher.page("orders") != null);
    TestWatcher last = watcher;
    for (int n = 0; n < 30; n++) {
      Thread.sleep(random.nextInt(30));
      String cursor = last.cursor("orders"); // Before the page, which may be newer, not older.
      JsonNode page = last.page("orders");
      last.close();
      Thread.sleep(random.nextInt(30));
      last = new TestWatcher(vitrine, customer).resume("orders", page, cursor);
    }
    return last;
  }
}
