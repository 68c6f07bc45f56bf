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
import org.vitrine.fixtures.TestDatabase;
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
  void whoever_answers_for_the_house_sees_what_is_late_of_any_company() {
    List<String> late = List.of("SO-LATE", "SO-THEIRS");
    TestWatcher.await("they are shown", () -> orders(quality, "risks").containsAll(late));
    assertThat(orders(administrator, "risks")).containsAll(late);
    assertThat(section(operator, "risks")).isEmpty();
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
    TestDatabase.execute(
        vitrine.databaseUrl(), "UPDATE company SET created_at = created_at - interval '20 days'");
    JsonNode row = section(manager, "unvisited").orElseThrow().get("rows").get(0);
    assertThat(row.at("/company/code").asText()).isEqualTo("northwind");
    assertThat(row.get("days").asInt()).isEqualTo(10);
    assertThat(row.has("metAt")).isFalse();
  }

  @Test
  void the_head_of_a_department_sees_its_clocks_and_what_its_people_have_to_do() {
    TestClient head = shop.staff(Role.OPERATOR, "head@plant.example");
    shop.staff(Role.OPERATOR, "member@plant.example");
    HttpResponse<String> made =
        administrator.put(
            "/api/departments/assembly",
            """
            {"name": "Assembly", "head": "head@plant.example", "members": ["member@plant.example"],
             "calendar": "plant", "stages": ["assembly"], "fallback": true}\
            """);
    assertThat(made.statusCode()).as(made.body()).isLessThan(300);
    shop.company("asking", "Asking Coolers");
    shop.order("SO-ASKED", "asking");
    long voice =
        TestClient.json(
                shop.contact("asking", "quentin@asking.example")
                    .post(
                        "/api/voices",
                        """
                        {"order": "SO-ASKED", "line": 1, "stage": "assembly", "kind": "question", "text": "How far?"}\
                        """))
            .get("number")
            .asLong();
    HttpResponse<String> action =
        quality.post(
            "/api/actions",
            """
            {"text": "Braze twice", "owner": "member@plant.example", "due": "2026-12-20"}\
            """);
    assertThat(action.statusCode()).as(action.body()).isEqualTo(201);
    JsonNode clocks = section(head, "clocks").orElseThrow();
    assertThat(clocks.get("rows").findValuesAsText("number")).contains(String.valueOf(voice));
    assertThat(clocks.get("rows").get(0).at("/clock/due").asText()).isNotEmpty();
    assertThat(section(head, "team-actions").orElseThrow().get("rows").findValuesAsText("text"))
        .containsExactly("Braze twice");
    assertThat(section(head, "actions").orElseThrow().get("total").asInt()).isZero();
  }

  @Test
  void whoever_reports_sees_what_they_reported_today_and_nobody_elses() {
    TestClient reporter = shop.staff(Role.OPERATOR, "reporter@plant.example");
    shop.order("SO-MINE");
    HttpResponse<String> sent =
        reporter.post(
            "/api/reports",
            """
            {"id": "own-1", "order": "SO-MINE", "operation": "Assembly", "kind": "progressed", "good": 3,
             "source": "manual", "happenedAt": "%s"}\
            """
                .formatted(clock.instant()));
    assertThat(sent.statusCode()).as(sent.body()).isEqualTo(200);
    JsonNode row = section(reporter, "reports").orElseThrow().get("rows").get(0);
    assertThat(row.get("order").asText()).isEqualTo("SO-MINE");
    assertThat(row.get("good").asInt()).isEqualTo(3);
    assertThat(section(operator, "reports").orElseThrow().get("rows")).isEmpty();
  }

  @Test
  void a_customer_whose_people_have_not_looked_for_a_month_is_quiet_while_orders_are_open() {
    shop.company("asleep", "Asleep Coolers");
    TestClient theirs = story.lookingAfter("asleep", "asleep@plant.example");
    shop.order("SO-ASLEEP", "asleep", "2027-03-01");
    TestWatcher.await(
        "it is in flight",
        () ->
            vitrine.vitrine().rooms().tracking().inFlight(100).size() > 0
                && section(theirs, "quiet").isPresent());
    assertThat(quiet(theirs)).as("nobody is there who could look").isEmpty();
    vitrine
        .vitrine()
        .rooms()
        .people()
        .save(
            List.of(vitrine.vitrine().rooms().companies().find("asleep").orElseThrow().id()),
            "Sleepy",
            "sleepy@asleep.example",
            Role.CUSTOMER);
    TestWatcher.await("they are quiet", () -> quiet(theirs).equals(List.of("asleep")));
    shop.contact("asleep", "awake@asleep.example").get("/api/orders");
    TestWatcher.await("somebody looked", () -> quiet(theirs).isEmpty());
  }

  private static List<String> quiet(TestClient reader) {
    return section(reader, "quiet").orElseThrow().get("rows").findValuesAsText("code");
  }

  @Test
  void an_administrator_sees_what_is_not_set_up_and_when_it_was_backed_up() {
    assertThat(
            section(administrator, "setup").orElseThrow().get("rows").findValuesAsText("missing"))
        .contains("calendar", "mail", "administrator")
        .doesNotContain("company", "routing");
    HttpResponse<String> tooLong =
        administrator.post("/api/backups", "{\"note\": \"%s\"}".formatted("x".repeat(201)));
    assertThat(TestClient.json(tooLong).get("field").asText()).isEqualTo("note");
    assertThat(house("backup").get("says").asText()).isEqualTo("unknown");
    assertThat(administrator.post("/api/backups", "{\"note\": \"to the NAS\"}").statusCode())
        .isEqualTo(201);
    assertThat(house("backup").get("says").asText()).isEqualTo("made");
    assertThat(house("backup").get("note").asText()).isEqualTo("to the NAS");
    assertThat(house("readers").get("state").asText()).isEqualTo("ok");
    assertThat(section(quality, "house")).isEmpty();
  }

  @Test
  void an_administrator_is_warned_before_there_is_no_room_for_pictures() {
    assertThat(house("evidence").get("state").asText()).isEqualTo("ok");
    assertThat(house("evidence").get("most").asDouble()).isEqualTo(50);

    takes(41);

    assertThat(house("evidence").get("says").asText()).isEqualTo("fills");
    assertThat(house("evidence").get("state").asText()).isEqualTo("warn");
    assertThat(house("evidence").get("used").asDouble()).isEqualTo(41);
    assertThat(house("evidence").get("count").asInt()).isEqualTo(7);

    takes(48);

    assertThat(house("evidence").get("says").asText()).isEqualTo("full");
    assertThat(house("evidence").get("state").asText()).isEqualTo("bad");
    takes(0);
  }

  private static void takes(int gigabytes) {
    TestDatabase.execute(
        vitrine.databaseUrl(),
        """
        INSERT INTO evidence_room (files, bytes) VALUES (7, %1$d000000000)
        ON CONFLICT (one) DO UPDATE SET files = excluded.files, bytes = excluded.bytes\
        """
            .formatted(gigabytes));
  }

  private static JsonNode house(String kind) {
    for (JsonNode row : section(administrator, "house").orElseThrow().get("rows")) {
      if (row.get("kind").asText().equals(kind)) {
        return row;
      }
    }
    throw new AssertionError("Nothing is said of " + kind);
  }

  @Test
  void who_decides_sees_what_went_wrong_the_worst_first() {
    quality.post("/api/nonconformances", "{\"title\": \"Dust\", \"severity\": \"observation\"}");
    quality.post("/api/nonconformances", "{\"title\": \"Sparks\", \"severity\": \"critical\"}");

    JsonNode open = section(quality, "nonconformances").orElseThrow();

    assertThat(open.get("rows").findValuesAsText("title")).containsExactly("Sparks", "Dust");
    assertThat(open.get("total").asInt()).isEqualTo(2);
    assertThat(section(quality, "releases").orElseThrow().get("rows")).isEmpty();
    assertThat(section(quality, "drills").orElseThrow().get("rows")).isEmpty();
    assertThat(section(operator, "nonconformances")).isEmpty();
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
