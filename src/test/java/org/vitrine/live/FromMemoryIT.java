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
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;

/** Pages that move on from memory, where no list is watched, are what the database says. */
class FromMemoryIT {
  private static final int ORDERS = 4;
  private static final int REPORTS = 150;

  private static TestVitrine here;
  private static TestVitrine there;
  private static Shop shop;
  private static Shop elsewhere;
  private static TestClient staff;
  private static TestClient customer;

  @BeforeAll
  static void start() {
    here = TestVitrine.start();
    there = here.beside();
    shop = new Shop(here);
    elsewhere = new Shop(there, "the other integrator");
    staff = shop.staff(Role.ACCOUNT_MANAGER, "li.wen@example.com");
    customer = shop.contact("northwind", "amelia@northwind.example");
    for (int order = 1; order <= ORDERS; order++) {
      shop.order("SO-" + order);
    }
  }

  @AfterAll
  static void stop() {
    there.close();
    here.close();
  }

  @Test
  void whichever_node_a_change_came_over() throws Exception {
    long seed = Long.getLong("vitrine.seed", System.nanoTime());
    System.out.println("FromMemoryIT: -Dvitrine.seed=" + seed);
    List<TestWatcher> watchers = new ArrayList<>();
    for (int order = 1; order <= ORDERS; order++) {
      watchers.add(new TestWatcher(here, staff).watch("orders/SO-" + order));
      watchers.add(new TestWatcher(here, customer).watch("orders/SO-" + order));
      watchers.add(new TestWatcher(there, customer).watch("orders/SO-" + order));
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> writers = new ArrayList<>();
      for (int writer = 0; writer < 4; writer++) {
        String name = "w" + writer;
        Shop by = writer % 2 == 0 ? shop : elsewhere;
        Random random = new Random(seed + writer);
        writers.add(threads.submit(() -> write(by, name, random)));
      }
      for (Future<?> writer : writers) {
        writer.get(60, TimeUnit.SECONDS);
      }
    }
    for (int watcher = 0; watcher < watchers.size(); watcher++) {
      String topic = "orders/SO-" + (1 + watcher / 3);
      TestClient reader = watcher % 3 == 0 ? staff : customer;
      TestWatcher shown = watchers.get(watcher);
      await("the page equals the database", () -> isCurrent(shown, topic, reader));
      shown.close();
    }
  }

  private static Void write(Shop by, String writer, Random random) {
    for (int n = 0; n < REPORTS; n++) {
      String order = "SO-" + (1 + random.nextInt(ORDERS));
      if (random.nextInt(20) == 0) {
        by.revisePromise(order, "2026-12-%02d".formatted(1 + random.nextInt(28)), "by " + writer);
      } else {
        by.good(order, writer + "-" + n, List.of("Assembly", "Polish").get(random.nextInt(2)), 1);
      }
    }
    return null;
  }

  @Test
  void a_report_and_another_change_at_the_same_moment() {
    shop.order("SO-8");
    try (TestWatcher watcher = new TestWatcher(here, customer).watch("orders/SO-8")) {
      await("it is there", () -> watcher.page("orders/SO-8") != null);
      for (int n = 1; n <= 20; n++) {
        shop.good("SO-8", "r" + n, "Assembly", 1);
        shop.revisePromise("SO-8", "2026-12-%02d".formatted(n), "the compressors come late");
        await("the page is current", () -> isCurrent(watcher, "orders/SO-8", customer));
      }
    }
  }

  @Test
  void a_database_that_was_set_back() {
    shop.order("SO-9");
    for (int n = 1; n <= 3; n++) {
      shop.good("SO-9", "r" + n, "Assembly", 1);
    }
    try (TestWatcher watcher = new TestWatcher(here, customer).watch("orders/SO-9")) {
      await("three are through", () -> through(watcher.page("orders/SO-9")) == 3);
      String id =
          TestDatabase.find(here.databaseUrl(), "SELECT id FROM orders WHERE number = 'SO-9'")
              .getFirst();
      TestDatabase.execute(
          here.databaseUrl(),
          "DELETE FROM event WHERE report_id <> 'r1' AND kind = 'reported' AND order_id = " + id);
      TestDatabase.execute(
          here.databaseUrl(), "UPDATE orders SET version = version - 2 WHERE id = " + id);
      elsewhere.good("SO-9", "r4", "Assembly", 5);
      await("what was lost is gone", () -> through(watcher.page("orders/SO-9")) == 6);
      assertThat(isCurrent(watcher, "orders/SO-9", customer)).isTrue();
    }
  }

  @Test
  void a_database_that_came_back_with_another_history() {
    shop.order("SO-10");
    shop.good("SO-10", "r1", "Assembly", 1);
    shop.good("SO-10", "r2", "Assembly", 1);
    try (TestWatcher page = new TestWatcher(here, customer).watch("orders/SO-10");
        TestWatcher list = new TestWatcher(here, staff).watch("board")) {
      await("two are through", () -> through(page.page("orders/SO-10")) == 2);
      await("the list says so", () -> throughInList(list) == 2);
      TestDatabase.execute(
          here.databaseUrl(),
          "DELETE FROM event USING orders o WHERE report_id = 'r2' AND order_id = o.id AND o.number = 'SO-10'");
      TestDatabase.execute(
          here.databaseUrl(), "UPDATE orders SET version = version - 1 WHERE number = 'SO-10'");
      TestDatabase.execute(
          here.databaseUrl(),
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
              + " WHERE datname = current_database() AND pid <> pg_backend_pid()");
      await("what was lost is gone", () -> through(page.page("orders/SO-10")) == 1);
      await("from the list too", () -> throughInList(list) == 1);
      shop.good("SO-10", "r3", "Assembly", 7);
      await("it goes on from there", () -> through(page.page("orders/SO-10")) == 8);
    }
  }

  private static int throughInList(TestWatcher list) {
    JsonNode page = list.page("board");
    return page == null ? -1 : page.at("/rows/SO-10/lines/1/through").asInt();
  }

  private static int through(JsonNode page) {
    return page == null ? -1 : page.at("/lines/1/stages/assembly/through").asInt();
  }

  private static boolean isCurrent(TestWatcher watcher, String topic, TestClient reader) {
    JsonNode page = watcher.page(topic);
    return page != null && page.equals(reader.json("/api/" + topic));
  }
}
