package org.vitrine.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;
import org.vitrine.platform.database.DatabaseUrl;
import org.vitrine.survival.FaultProxy;

/** A node that cannot reach its database says so to everybody, and goes on when it can. */
class BlindIT {
  private static final String REPORT =
      """
      {"id": "r-1", "order": "SO-1", "operation": "Assembly", "kind": "progressed", "good": 7,
       "source": "scan", "happenedAt": "2026-11-02T10:00:00Z"}""";

  private static FaultProxy way;
  private static TestVitrine vitrine;
  private static Shop shop;

  @BeforeAll
  static void start() {
    DatabaseUrl database = DatabaseUrl.parse(TestDatabase.freshUrl());
    way = new FaultProxy(database.port(), 1);
    vitrine =
        TestVitrine.startOn(
            "postgresql://postgres@127.0.0.1:%d/%s".formatted(way.port(), database.database()));
    shop = new Shop(vitrine);
    shop.order("SO-1");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
    way.close();
  }

  @Test
  void open_pages_are_told_and_so_is_who_asks_or_reports() {
    TestClient customer = shop.contact("northwind", "amelia@northwind.example");
    try (TestWatcher watcher = new TestWatcher(vitrine, customer).watch("orders/SO-1")) {
      await("the page", () -> watcher.page("orders/SO-1") != null);
      assertThat(TestClient.unknown(vitrine).get("/health/ready").statusCode()).isEqualTo(200);

      way.become(FaultProxy.Mode.CUT);

      await("it is told", () -> says(watcher, false));
      assertThat(watcher.isClosed()).isFalse();
      await("no new visitors", () -> status("/health/ready") == 503);
      assertThat(status("/health/live")).isEqualTo(200);
      HttpResponse<String> answer = shop.integrator().post("/api/reports", REPORT);
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");

      way.heal();

      await("it is told", () -> says(watcher, true));
      await("visitors again", () -> status("/health/ready") == 200);
      await(
          "the report is taken",
          () -> shop.integrator().post("/api/reports", REPORT).statusCode() == 200);
      await(
          "what the database says",
          () -> watcher.page("orders/SO-1").equals(customer.json("/api/orders/SO-1")));
    }
  }

  private static int status(String path) {
    return TestClient.unknown(vitrine).get(path).statusCode();
  }

  private static boolean says(TestWatcher watcher, boolean live) {
    return watcher.messages().stream()
        .anyMatch(message -> message.has("live") && message.get("live").asBoolean() == live);
  }
}
