package org.vitrine.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;

/**
 * A page that another edition of the program shows in another way is replaced: what a client has is
 * not taken for the newest because no order changed. Here the plant moves to another time zone; an
 * upgrade is the same thing (see {@code BuildTest}).
 */
class EditionIT {
  private static TestVitrine vitrine;
  private static TestClient customer;
  private static TestWatcher watcher;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    Shop shop = new Shop(vitrine);
    customer = shop.contact("northwind", "amelia@northwind.example");
    shop.order("SO-1");
    watcher = new TestWatcher(vitrine, customer).watch("orders/SO-1").watch("orders");
    await(
        "both pages", () -> watcher.page("orders/SO-1") != null && watcher.page("orders") != null);
  }

  @AfterAll
  static void stop() {
    watcher.close();
    vitrine.close();
  }

  @Test
  void the_next_edition_replaces_open_pages() {
    try (TestVitrine next = vitrine.besideIn(ZoneId.of("America/Los_Angeles"));
        TestWatcher back = resumeAt(next)) {
      await("two answers", () -> back.messages().size() == 2);
      assertThat(back.messages())
          .allMatch(message -> message.has("page"))
          .allMatch(message -> !message.get("resumed").asBoolean());
    }
  }

  @Test
  void the_same_edition_at_another_node_has_nothing_to_add() {
    try (TestVitrine same = vitrine.beside();
        TestWatcher back = resumeAt(same)) {
      await("answers", () -> back.messages().size() >= 2);
      assertThat(back.messages()).noneMatch(message -> message.has("page"));
    }
  }

  private static TestWatcher resumeAt(TestVitrine node) {
    TestWatcher back = new TestWatcher(node, customer);
    for (String topic : new String[] {"orders/SO-1", "orders"}) {
      JsonNode page = watcher.page(topic);
      back.resume(topic, page, watcher.cursor(topic));
    }
    return back;
  }

  @Test
  void the_tag_of_a_page_says_which_edition_it_is_of() {
    String tag = customer.get("/api/orders/SO-1").headers().firstValue("ETag").orElseThrow();
    try (TestVitrine same = vitrine.beside();
        TestVitrine next = vitrine.besideIn(ZoneId.of("America/Los_Angeles"))) {
      assertThat(asked(same, tag)).isEqualTo(304);
      assertThat(asked(next, tag)).isEqualTo(200);
    }
  }

  private static int asked(TestVitrine node, String tag) {
    return customer.at(node).get("/api/orders/SO-1", "If-None-Match", tag).statusCode();
  }
}
