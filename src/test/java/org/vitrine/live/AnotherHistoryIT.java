package org.vitrine.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;
import org.vitrine.survival.OwnPostgres;

/**
 * The database is replaced under a running node by an older copy of itself, whose ids are given out
 * anew: nothing that the node remembers of orders that never were may lead to others.
 */
class AnotherHistoryIT {
  @TempDir private Path data;

  @Test
  void nothing_of_the_history_that_was_lost_is_believed() {
    try (OwnPostgres postgres = new OwnPostgres(data.resolve("postgres"))) {
      try (TestVitrine vitrine = TestVitrine.startOn(postgres.url())) {
        Shop shop = new Shop(vitrine);
        TestClient northwind = shop.contact("northwind", "amelia@northwind.example");
        TestClient contoso = shop.contact("contoso", "carl@contoso.example");
        shop.order("SO-1");
        Path copy = postgres.keep();
        await("it is there again", () -> isReady(northwind));

        shop.good("SO-1", "lost", "Assembly", 7);
        shop.order("SO-2");
        shop.good("SO-2", "also lost", "Assembly", 7);
        String lostId = id(postgres, "SO-2");
        JsonNode lostPage = northwind.json("/api/orders/SO-1");
        String lostTag =
            northwind.get("/api/orders/SO-1").headers().firstValue("ETag").orElseThrow();
        northwind.get("/api/orders/SO-2");
        try (TestWatcher one = new TestWatcher(vitrine, northwind).watch("orders/SO-1");
            TestWatcher two = new TestWatcher(vitrine, northwind).watch("orders/SO-2");
            TestWatcher list = new TestWatcher(vitrine, northwind).watch("orders")) {
          await("the page", () -> through(one.page("orders/SO-1")) == 7);
          await("the other", () -> through(two.page("orders/SO-2")) == 7);
          await("the list", () -> hasRow(list, "SO-2"));
          String lostCursor = one.cursor("orders/SO-1");
          String lostPlace = list.cursor("orders");
          JsonNode lostList = list.page("orders");

          postgres.isReplacedBy(copy);
          postgres.start();
          await("it is there again", () -> isReady(northwind));

          await("what was lost is gone from the page", () -> through(one.page("orders/SO-1")) == 0);
          await("and from the list", () -> !hasRow(list, "SO-2"));
          await("the other page is gone", () -> "not-found".equals(two.gone("orders/SO-2")));
          shop.good("SO-1", "anew", "Assembly", 3);
          await("it goes on from there", () -> through(one.page("orders/SO-1")) == 3);

          shop.order("SO-3", "contoso");
          assertThat(id(postgres, "SO-3")).isEqualTo(lostId);
          assertThat(northwind.get("/api/orders/SO-2").statusCode()).isEqualTo(404);
          assertThat(report(shop, "SO-2").at("/refused")).hasSize(1);
          assertThat(through(contoso.json("/api/orders/SO-3"))).isZero();

          assertThat(northwind.get("/api/orders/SO-1", "If-None-Match", lostTag).statusCode())
              .isEqualTo(200);
          try (TestWatcher back =
              new TestWatcher(vitrine, northwind)
                  .resume("orders/SO-1", lostPage, lostCursor)
                  .resume("orders", lostList, lostPlace)) {
            await("a page", () -> beginsWithAPage(back, "orders/SO-1"));
            await("a list", () -> beginsWithAPage(back, "orders"));
            assertThat(back.page("orders/SO-1")).isEqualTo(northwind.json("/api/orders/SO-1"));
          }
        }
      }
    }
  }

  private static boolean isReady(TestClient client) {
    return client.get("/health/ready").statusCode() == 200
        && client.get("/api/orders/SO-1").statusCode() == 200;
  }

  private static String id(OwnPostgres postgres, String order) {
    return postgres.find("SELECT id FROM orders WHERE number = '%s'".formatted(order)).getFirst();
  }

  private static JsonNode report(Shop shop, String order) {
    return TestClient.json(
        shop.integrator()
            .post(
                "/api/reports",
                """
                [{"id": "too late", "order": "%s", "operation": "Assembly", "kind": "progressed", "good": 5,
                  "source": "scan", "happenedAt": "2026-11-20T10:00:00Z"}]"""
                    .formatted(order)));
  }

  private static boolean hasRow(TestWatcher list, String order) {
    return list.page("orders") != null && list.page("orders").at("/rows/" + order).isObject();
  }

  private static int through(JsonNode page) {
    return page == null ? -1 : page.at("/lines/1/stages/assembly/through").asInt();
  }

  private static boolean beginsWithAPage(TestWatcher watcher, String topic) {
    return watcher.messages().stream()
        .filter(message -> topic.equals(message.path("topic").asText()))
        .findFirst()
        .filter(message -> message.has("page"))
        .isPresent();
  }
}
