package org.vitrine.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vitrine.fixtures.TestWatcher.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;

/** A node that goes down sends its clients to the others. */
class DrainIT {
  private static final int CLIENTS = 40;

  private static TestVitrine staying;
  private static Shop shop;
  private static TestClient customer;

  @BeforeAll
  static void start() {
    staying = TestVitrine.start();
    shop = new Shop(staying);
    customer = shop.contact("northwind", "amelia@northwind.example");
    shop.order("SO-1");
  }

  @AfterAll
  static void stop() {
    staying.close();
  }

  @Test
  void its_clients_are_told_to_connect_anew_and_miss_nothing() {
    TestVitrine leaving = staying.beside();
    List<TestWatcher> watchers = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      watchers.add(new TestWatcher(leaving, customer).watch("orders/SO-1"));
    }
    watchers.forEach(one -> await("the page", () -> one.page("orders/SO-1") != null));
    leaving.close();
    shop.good("SO-1", "while away", "Assembly", 120);
    for (TestWatcher before : watchers) {
      await("the goodbye", before::isClosed);
      assertThat(before.messages()).last().matches(message -> message.has("reconnect"));
    }
    TestWatcher before = watchers.getFirst();
    try (TestWatcher after =
        new TestWatcher(staying, customer)
            .resume("orders/SO-1", before.page("orders/SO-1"), before.cursor("orders/SO-1"))) {
      await(
          "what the database says",
          () -> after.page("orders/SO-1").equals(customer.json("/api/orders/SO-1")));
    }
  }

  @Test
  void it_still_answers_while_it_lets_nobody_new_watch() throws InterruptedException {
    TestVitrine leaving = staying.besideDrainingOver(Duration.ofSeconds(3));
    TestClient there = customer.at(leaving);
    assertThat(there.get("/health/ready").statusCode()).isEqualTo(200);
    Thread closing = Thread.ofPlatform().start(leaving::close);
    await("not ready", () -> there.get("/health/ready").statusCode() == 503);
    assertThat(there.get("/health/ready").body()).contains("shutting down");
    assertThat(there.get("/health/live").statusCode()).isEqualTo(200);
    assertThat(there.get("/api/orders/SO-1").statusCode()).isEqualTo(200);
    assertThat(there.get("/live/events?watch=orders").statusCode()).isEqualTo(503);
    assertThat(there.get("/live/events?watch=orders").headers().firstValue("Retry-After"))
        .isPresent();
    assertThatThrownBy(() -> new TestWatcher(leaving, customer)).hasStackTraceContaining("503");
    closing.join();
  }

  @Test
  void one_whose_patches_are_gone_is_told_that_a_whole_page_came_instead() {
    try (TestWatcher fresh = new TestWatcher(staying, customer).watch("orders/SO-1");
        TestWatcher back =
            new TestWatcher(staying, customer)
                .say("{\"watch\":\"orders/SO-1\",\"since\":\"another.history\"}")) {
      await(
          "both pages",
          () -> fresh.page("orders/SO-1") != null && back.page("orders/SO-1") != null);
      assertThat(fresh.messages().getFirst().has("resumed")).isFalse();
      assertThat(back.messages().getFirst().get("resumed").asBoolean()).isFalse();
    }
  }
}
