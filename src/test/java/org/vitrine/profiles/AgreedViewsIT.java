package org.vitrine.profiles;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;

/** What a company sees of its orders where only a part was agreed. */
class AgreedViewsIT {
  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient manager;
  private static TestClient amelia;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    shop = new Shop(vitrine);
    manager = shop.staff(Role.ACCOUNT_MANAGER, "wang.fang@example.com");
    amelia = shop.contact("northwind", "amelia@northwind.example");
    shop.order("SO-1");
    shop.good("SO-1", "r-1", "Assembly", 1);
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void a_stage_that_was_not_agreed_stands_nowhere_and_what_goes_wrong_does_all_the_same() {
    int all = stages(amelia).size();
    assertThat(stages(amelia).has("assembly")).isTrue();
    agree("\"shows\": {\"stages\": [\"final-inspection\"], \"readings\": []}");

    assertThat(stages(amelia).has("assembly")).as("over HTTP").isFalse();
    assertThat(stages(amelia).has("final-inspection")).isTrue();
    assertThat(stages(manager)).as("the house sees all").hasSize(all);
    assertThat(amelia.get("/api/orders/SO-1").body()).doesNotContain("\"assembly\"");
    assertThat(amelia.get("/api/orders").body()).doesNotContain("\"assembly\"");
    assertThat(amelia.get("/api/orders/SO-1/history").body()).doesNotContain("r-1", "Assembly");
    try (TestWatcher watcher = new TestWatcher(vitrine, amelia).watch("orders/SO-1")) {
      TestWatcher.await("the page", () -> watcher.page("orders/SO-1") != null);
      assertThat(watcher.page("orders/SO-1").at("/lines/1/stages").has("assembly")).isFalse();

      hold();
      TestWatcher.await(
          "what is held is shown",
          () -> watcher.page("orders/SO-1").at("/lines/1/stages").has("assembly"));
    }
    assertThat(stages(amelia).at("/assembly/state").asText()).isEqualTo("held");

    agree("\"fastLane\": true");
    assertThat(stages(amelia)).hasSize(all);
  }

  private static void hold() {
    var answer =
        shop.integrator()
            .post(
                "/api/reports",
                """
                {"id": "h-1", "order": "SO-1", "operation": "Assembly", "kind": "held",
                 "reason": "Waiting for a seal", "source": "scan", "station": "station 4", "actor": "Zhang San",
                 "happenedAt": "%s"}\
                """
                    .formatted(vitrine.vitrine().clock().instant()));
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
  }

  private static JsonNode stages(TestClient reader) {
    return reader.json("/api/orders/SO-1").at("/lines/1/stages");
  }

  private static void agree(String terms) {
    var answer =
        manager.put(
            "/api/profiles/northwind",
            "{%s, \"agreedBy\": \"Amelia Hart\", \"agreedOn\": \"2025-01-02\"}".formatted(terms));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }
}
