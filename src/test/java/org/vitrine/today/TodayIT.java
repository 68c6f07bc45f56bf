package org.vitrine.today;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;

/** What each of the staff is shown of what happens in the house. */
class TodayIT {
  private static TestVitrine vitrine;
  private static TestClock clock;
  private static TodayStory story;
  private static Shop shop;
  private static TestClient manager;
  private static TestClient quality;
  private static TestClient operator;
  private static TestClient administrator;

  @BeforeAll
  static void start() {
    clock = new TestClock(Instant.parse("2026-12-07T02:00:00Z"));
    vitrine = TestVitrine.startAt(clock);
    story = new TodayStory(vitrine);
    shop = story.shop();
    manager = story.lookingAfter("northwind", "wu.min@plant.example");
    quality = shop.staff(Role.QUALITY_MANAGER, "chen@plant.example");
    operator = shop.staff(Role.OPERATOR, "zhang@plant.example");
    administrator = shop.staff(Role.ADMINISTRATOR, "li.wen@plant.example");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void an_account_manager_sees_what_is_late_of_the_customers_they_look_after_alone() {
    TestWatcher.await("the late one is shown", () -> orders(manager, "risks").contains("SO-LATE"));
    assertThat(orders(manager, "risks")).doesNotContain("SO-THEIRS");
    assertThat(orders(manager, "promises")).contains("SO-LATE").doesNotContain("SO-THEIRS");
    assertThat(row(manager, "risks", "SO-LATE").get("lateFrom").asText())
        .isEqualTo("2026-12-04T16:00:00Z");
  }

  @Test
  void a_date_that_is_to_be_confirmed_wants_a_promise() {
    shop.company("quick", "Quick Coolers");
    TestClient theirs = story.lookingAfter("quick", "quick@plant.example");
    story.unpromised("SO-UNPROMISED", "quick");
    TestWatcher.await("it is shown", () -> orders(theirs, "promises").contains("SO-UNPROMISED"));
    assertThat(orders(theirs, "risks")).isEmpty();
  }

  @Test
  void a_quality_manager_sees_what_failed_and_what_waits_though_its_stage_is_through() {
    shop.order("SO-FAULTY");
    story.reading("SO-FAULTY", "f-1", 3_100);
    shop.order("SO-WAITS");
    shop.good("SO-WAITS", "g-1", "Final test", 500);
    TestWatcher.await(
        "both are shown",
        () -> orders(quality, "requirements").containsAll(List.of("SO-FAULTY", "SO-WAITS")));
    assertThat(row(quality, "requirements", "SO-FAULTY").get("verdict").asText())
        .isEqualTo("failed");
    assertThat(row(quality, "requirements", "SO-WAITS").get("verdict").asText())
        .isEqualTo("pending");
    clock.pass(Duration.ofSeconds(1));
    story.reading("SO-FAULTY", "f-2", 3_500);
    TestWatcher.await(
        "it is gone once it passed", () -> !orders(quality, "requirements").contains("SO-FAULTY"));
  }

  @Test
  void an_operator_sees_what_is_at_work_by_stage() {
    shop.order("SO-FLOOR");
    shop.good("SO-FLOOR", "g-9", "Assembly", 20);
    TestWatcher.await(
        "assembly runs",
        () ->
            section(operator, "floor").orElseThrow().get("rows").findValuesAsText("stage").stream()
                .anyMatch("assembly"::equals));
    assertThat(section(operator, "requirements")).isEmpty();
  }

  @Test
  void the_page_moves_when_something_happens() {
    shop.company("moving", "Moving Coolers");
    TestClient theirs = story.lookingAfter("moving", "moving@plant.example");
    try (TestWatcher watcher = new TestWatcher(vitrine, theirs).watch("today")) {
      TestWatcher.await("the page is there", () -> watcher.page("today") != null);
      shop.order("SO-MOVES", "moving", "2026-12-01");
      TestWatcher.await(
          "the order is on it",
          () ->
              watcher
                  .page("today")
                  .at("/sections/risks/rows")
                  .findValuesAsText("order")
                  .contains("SO-MOVES"));
    }
  }

  @Test
  void who_was_not_met_for_longer_than_their_tier_allows_is_named() {
    HttpResponse<String> wrong = administrator.put("/api/touch-intervals", "{\"gold\": 0}");
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(TestClient.json(wrong).get("field").asText()).isEqualTo("gold");
    assertThat(manager.put("/api/touch-intervals", "{\"gold\": 10}").statusCode()).isEqualTo(403);
    assertThat(administrator.put("/api/touch-intervals", "{\"gold\": 10}").statusCode())
        .isEqualTo(200);
    JsonNode row = section(manager, "unvisited").orElseThrow().get("rows").get(0);
    assertThat(row.at("/company/code").asText()).isEqualTo("northwind");
    assertThat(row.get("days").asInt()).isEqualTo(10);
    assertThat(row.has("metAt")).isFalse();
  }

  @Test
  void customers_have_no_such_page() {
    assertThat(shop.contact("northwind", "amelia@northwind.example").get("/api/today").statusCode())
        .isEqualTo(403);
  }

  private static List<String> orders(TestClient reader, String section) {
    return section(reader, section).orElseThrow().get("rows").findValuesAsText("order");
  }

  private static JsonNode row(TestClient reader, String section, String order) {
    for (JsonNode row : section(reader, section).orElseThrow().get("rows")) {
      if (row.get("order").asText().equals(order)) {
        return row;
      }
    }
    throw new AssertionError("There is no row of " + order);
  }

  private static Optional<JsonNode> section(TestClient reader, String name) {
    return Optional.ofNullable(reader.json("/api/today").get("sections").get(name));
  }
}
