package org.vitrine.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;

/** What is too large to be handed over at once does not let what is small pass. */
class LargeFrameIT {
  private static final int ORDERS = 400;

  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient customer;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    shop = new Shop(vitrine);
    customer = shop.contact("northwind", "amelia@northwind.example");
    for (int order = 1; order <= ORDERS; order++) {
      shop.order("SO-" + order);
    }
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void missed_patches_come_in_their_order() {
    try (TestWatcher stays = new TestWatcher(vitrine, customer).watch("orders")) {
      await("all are listed", () -> rows(stays) == ORDERS);
      JsonNode before = stays.page("orders").deepCopy();
      String cursor = stays.cursor("orders");

      shop.integrator().post("/api/reports", aReportOfEach());
      await("all were heard of", () -> through(stays, ORDERS) == 1);
      shop.good("SO-1", "again", "Assembly", 1);
      await("the small one came", () -> through(stays, 1) == 2);
      assertThat(stays.messages())
          .as("one of the patches is large")
          .anyMatch(message -> message.has("patch") && message.toString().length() > 65_536);

      try (TestWatcher comesBack =
          new TestWatcher(vitrine, customer).resume("orders", before, cursor)) {
        await("it has the cursor", () -> stays.cursor("orders").equals(comesBack.cursor("orders")));
        assertThat(comesBack.page("orders")).isEqualTo(stays.page("orders"));
      }
    }
  }

  private static String aReportOfEach() {
    StringBuilder reports = new StringBuilder("[");
    for (int order = 1; order <= ORDERS; order++) {
      reports.append(order == 1 ? "" : ",");
      reports.append(
          """
          {"id": "first", "order": "SO-%d", "operation": "Assembly", "kind": "progressed", "good": 1,
           "source": "scan", "happenedAt": "2026-11-20T10:00:00Z"}"""
              .formatted(order));
    }
    return reports.append("]").toString();
  }

  private static int rows(TestWatcher watcher) {
    JsonNode page = watcher.page("orders");
    return page == null ? 0 : page.at("/rows").size();
  }

  private static int through(TestWatcher watcher, int order) {
    return watcher.page("orders").at("/rows/SO-" + order + "/lines/1/through").asInt();
  }
}
