package org.vitrine.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;
import org.vitrine.platform.json.Json;

/** Hours in which nobody works do not count: looked at on a Saturday, in a plant in Berlin. */
class WorkingTimeIT {
  private static final Clock SATURDAY =
      Clock.fixed(Instant.parse("2026-11-28T11:00:00Z"), ZoneOffset.UTC);

  private static final String ROUTING =
      """
      {"name": "Shop", "orders": "move", %s "stages": [
        {"code": "cut", "operations": ["Cut*"], "usualHours": 24, "slowHours": 48},
        {"code": "weld", "operations": ["Weld*"], "usualHours": 24, "slowHours": 48},
        {"code": "pack", "operations": ["Pack*"], "usualHours": 8, "slowHours": 16 %s}]}\
      """;

  private static final String ALL_WEEK = "monday tuesday wednesday thursday friday saturday sunday";
  private static final String WEEKDAYS = "monday tuesday wednesday thursday friday";

  private static TestVitrine first;
  private static TestVitrine vitrine;
  private static TestClient erp;
  private static int orders;

  @BeforeAll
  static void start() {
    first = TestVitrine.startAt(SATURDAY);
    vitrine = first.besideIn(ZoneId.of("Europe/Berlin"));
    erp = new Shop(vitrine).integrator();
  }

  @AfterAll
  static void stop() {
    vitrine.close();
    first.close();
  }

  @BeforeEach
  void everyHourIsWorked() {
    calendar("plant", ALL_WEEK, "00:00-24:00", "");
    routing("", "");
  }

  private static JsonNode calendar(String code, String days, String hours, String exceptions) {
    List<String> week = new ArrayList<>();
    String[] ends = hours.split("-");
    for (String day : days.split(" ")) {
      week.add("\"%s\": [{\"from\": \"%s\", \"to\": \"%s\"}]".formatted(day, ends[0], ends[1]));
    }
    HttpResponse<String> answer =
        erp.put(
            "/api/calendars/" + code,
            "{\"week\": {%s}, \"exceptions\": [%s]}"
                .formatted(String.join(", ", week), exceptions));
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    return Json.read(answer.body(), JsonNode.class);
  }

  private static void routing(String ofRouting, String ofStage) {
    HttpResponse<String> answer =
        erp.put("/api/routings/shop", ROUTING.formatted(ofRouting, ofStage));
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
  }

  /** Welded, and packing begun; four of ten are packed where it says so. */
  private static String order(String packedAt, int packed) {
    String number = "W" + ++orders;
    assertThat(place(number, "", "")).isEqualTo(201);
    String kind = packed == 0 ? "\"started\"" : "\"progressed\", \"good\": " + packed;
    HttpResponse<String> answer =
        erp.post(
            "/api/reports",
            """
            [{"id": "%1$s-1", "order": "%1$s", "kind": "finished", "source": "scan", "good": 10,
              "happenedAt": "2026-01-05T12:00:00Z", "operation": "Weld"},
             {"id": "%1$s-2", "order": "%1$s", "kind": %2$s, "source": "scan",
              "happenedAt": "%3$s", "operation": "Pack"}]\
            """
                .formatted(number, kind, packedAt));
    assertThat(answer.body()).contains("\"refused\":[]");
    return number;
  }

  private static int place(String number, String ofOrder, String ofLine) {
    return erp.put(
            "/api/orders/" + number,
            """
            {"company": "northwind", "promise": {"date": "2026-12-04"} %s,
             "lines": [{"number": 1, "quantity": 10, "routing": "shop", "product": "Frame" %s}]}\
            """
                .formatted(ofOrder, ofLine))
        .statusCode();
  }

  private static String moments(String number) {
    JsonNode page = erp.json("/api/orders/" + number);
    JsonNode forecast = page.get("forecast");
    return "%s %s %s %s"
        .formatted(
            page.at("/outlook/staleFrom").asText(),
            forecast.get("earliest").asText(),
            forecast.get("likely").asText(),
            forecast.get("latest").asText());
  }

  @Test
  void over_the_weekend_a_page_says_what_it_said_on_friday() {
    calendar("plant", WEEKDAYS, "08:00-17:00", "");
    String number = order("2026-11-27T15:50:00Z", 4);
    JsonNode page = erp.json("/api/orders/" + number);

    assertThat(page.get("verifiedUntil").asText()).isEqualTo("2026-11-30T14:50:00Z");
    assertThat(page.at("/outlook/risks").findValues("from").stream().map(JsonNode::asText))
        .allMatch(from -> Instant.parse(from).isAfter(Instant.parse("2026-11-30T08:00:00Z")));
    assertThat(page.path("withheld").isMissingNode()).isTrue();
    assertThat(page.at("/forecast/likely").asText()).isEqualTo("2026-11-30");
    assertThat(page.at("/lines/1/stages/pack/workingHours").asBoolean()).isTrue();
    await("the filters to follow", () -> likelyInLists(number).equals("2026-11-30"));
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          # days; hours; exceptions; packed at; pieces; stale from, earliest, likely, latest
          all; 00:00-24:00; ''; 2026-11-27T15:50:00Z; 4; 2026-11-27T23:50:00Z 2026-11-27 2026-11-27 2026-11-28
          weekdays; 08:00-17:00; ''; 2026-11-27T15:50:00Z; 4; 2026-11-30T14:50:00Z 2026-11-30 2026-11-30 2026-12-01
          weekdays; 08:00-17:00; '{"date": "2026-11-30", "name": "St Andrew"}'; 2026-11-27T15:50:00Z; 4; 2026-12-01T14:50:00Z 2026-12-01 2026-12-01 2026-12-02
          weekdays; 08:00-17:00; '{"from": "2026-11-28", "to": "2026-12-06"}'; 2026-11-27T15:50:00Z; 4; 2026-12-07T14:50:00Z 2026-12-07 2026-12-07 2026-12-08
          weekdays; 22:00-06:00; ''; 2026-11-27T15:50:00Z; 4; 2026-11-28T05:00:00Z 2026-11-28 2026-11-28 2026-11-30
          weekdays; 08:00-17:00; '{"date": "2026-11-28", "intervals": [{"from": "08:00", "to": "14:00"}]}'; 2026-11-27T15:50:00Z; 4; 2026-11-30T08:50:00Z 2026-11-28 2026-11-28 2026-11-30
          weekdays; 08:00-17:00; ''; 2026-11-28T09:00:00Z; 4; 2026-11-30T15:00:00Z 2026-11-30 2026-11-30 2026-12-01
          # What ends with a shift at midnight is done on the day that ends.
          weekdays; 16:00-24:00; ''; 2026-11-27T15:00:00Z; 0; 2026-11-27T23:00:00Z 2026-11-27 2026-11-27 2026-11-30
          # The night in which clocks are put forward has seven hours, that in which they are put back has nine.
          all; 22:00-06:00; ''; 2026-03-28T20:00:00Z; 0; 2026-03-29T21:00:00Z 2026-03-29 2026-03-29 2026-03-30
          all; 22:00-06:00; ''; 2026-10-24T19:00:00Z; 0; 2026-10-25T04:00:00Z 2026-10-25 2026-10-25 2026-10-26
          """)
  void what_takes_time_takes_working_time(
      String days, String hours, String exceptions, String packedAt, int packed, String moments) {
    calendar("plant", days.equals("all") ? ALL_WEEK : WEEKDAYS, hours, exceptions);

    assertThat(moments(order(packedAt, packed))).isEqualTo(moments);
  }

  @Test
  void a_routing_and_a_stage_may_be_worked_by_another_calendar() {
    calendar("plant", WEEKDAYS, "08:00-17:00", "");
    calendar("hall-2", ALL_WEEK, "08:00-17:00", "");
    calendar("packing", ALL_WEEK, "00:00-24:00", "");
    String number = order("2026-11-27T15:50:00Z", 4);

    routing("\"calendar\": \"hall-2\",", "");
    assertThat(moments(number)).startsWith("2026-11-28T14:50:00Z 2026-11-28");
    routing("\"calendar\": \"hall-2\",", ", \"calendar\": \"packing\"");
    assertThat(moments(number)).startsWith("2026-11-27T23:50:00Z 2026-11-27");
    assertThat(erp.json("/api/orders/" + number).at("/lines/1/stages/pack").has("workingHours"))
        .isFalse();
    routing("", "");
    assertThat(moments(number)).startsWith("2026-11-30T14:50:00Z 2026-11-30");
  }

  @Test
  void what_follows_from_a_calendar_changes_with_it_on_every_node() {
    String number = order("2026-11-27T15:50:00Z", 4);
    String tag = erp.get("/api/orders/" + number).headers().firstValue("ETag").orElseThrow();
    try (TestVitrine other = vitrine.besideIn(ZoneId.of("Europe/Berlin"));
        TestWatcher page = new TestWatcher(other, erp).watch("orders/" + number)) {
      await("the page", () -> page.page("orders/" + number) != null);
      JsonNode saved = calendar("plant", WEEKDAYS, "08:00-17:00", "");

      assertThat(saved.get("orders").asInt()).isPositive();
      assertThat(erp.get("/api/orders/" + number).headers().firstValue("ETag"))
          .hasValueSatisfying(now -> assertThat(now).isNotEqualTo(tag));
      await(
          "the page of the other node to follow",
          () ->
              page.page("orders/" + number)
                  .path("verifiedUntil")
                  .asText()
                  .equals("2026-11-30T14:50:00Z"));
      await("the filters to follow", () -> likelyInLists(number).equals("2026-11-30"));
      assertThat(erp.get("/api/orders/" + number + "/events").body()).contains("calendar-changed");
    }
  }

  @Test
  void what_a_calendar_would_move_is_told_before_by_the_same_numbers() {
    String number = order("2026-11-27T15:50:00Z", 4);
    String events = erp.get("/api/orders/" + number + "/events").body();
    String body = "{\"week\": {\"monday\": [{\"from\": \"08:00\", \"to\": \"12:00\"}]}}";

    JsonNode tried = answer(erp.put("/api/calendars/plant?dryRun=true", body));
    assertThat(erp.get("/api/orders/" + number + "/events").body()).isEqualTo(events);
    JsonNode saved = answer(erp.put("/api/calendars/plant", body));

    assertThat(tried.get("orders").asInt()).isPositive();
    assertThat(tried).isEqualTo(saved);
  }

  private static JsonNode answer(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    return Json.read(answer.body(), JsonNode.class);
  }

  @Test
  void an_order_that_is_over_is_left_alone_and_counts_by_the_newest_when_it_is_opened_again() {
    String number = order("2026-11-27T15:50:00Z", 4);
    String report =
        """
        {"id": "%s-%s", "order": "%s", "kind": "progressed", "good": %d, "source": "scan",
         "happenedAt": "2026-11-27T15:50:00Z", "operation": "Pack" %s}\
        """;
    erp.post("/api/reports", report.formatted(number, "3", number, 6, ""));
    await(
        "it to be over",
        () -> erp.json("/api/orders/" + number).get("state").asText().equals("completed"));
    await("that to be told", () -> told(number).contains("completed"));
    String before = erp.get("/api/orders/" + number).body();
    calendar("plant", WEEKDAYS, "08:00-17:00", "");

    assertThat(erp.get("/api/orders/" + number).body()).isEqualTo(before);
    assertThat(erp.get("/api/orders/" + number + "/events").body())
        .doesNotContain("calendar-changed");
    erp.post(
        "/api/reports",
        report.formatted(number, "4", number, 1, ", \"corrects\": \"" + number + "-3\""));
    assertThat(moments(number)).startsWith("2026-11-30T14:50:00Z");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          completed; '"progressed", "good": 6'; ''; ''
          completed; '"finished", "good": 6'; ''; ''
          completed-short; '"finished", "good": 2'; ''; ''
          cancelled; ''; ', "cancelled": "sold"'; ''
          cancelled; ''; ''; ', "cancelled": "sold"'
          """)
  void one_version_of_an_order_that_is_over_is_one_page_everywhere(
      String state, String report, String ofOrder, String ofLine) {
    String number = order("2026-11-27T15:50:00Z", 4);
    if (report.isEmpty()) {
      place(number, ofOrder, ofLine);
    } else {
      erp.post(
          "/api/reports",
          """
          {"id": "%1$s-3", "order": "%1$s", "kind": %2$s, "source": "scan",
           "happenedAt": "2026-11-27T15:50:00Z", "operation": "Pack"}\
          """
              .formatted(number, report));
    }
    await(
        "it to be over",
        () -> erp.json("/api/orders/" + number).get("state").asText().equals(state));
    await("that to be told", () -> told(number).contains(state));
    JsonNode before = erp.json("/api/orders/" + number);
    calendar("plant", WEEKDAYS, "08:00-17:00", "");

    try (TestVitrine other = vitrine.besideIn(ZoneId.of("Europe/Berlin"))) {
      JsonNode after = erp.at(other).json("/api/orders/" + number);
      assertThat(after.get("lines")).isEqualTo(before.get("lines"));
      assertThat(after.findValues("usualHours")).isNotEmpty();
      assertThat(after.findValues("workingHours")).isEmpty();
    }
  }

  private static String told(String number) {
    return String.join(
        "",
        TestDatabase.find(
            vitrine.databaseUrl(),
            "SELECT t.told::text FROM told_order t JOIN orders o ON o.id = t.order_id WHERE o.number = '%s'"
                .formatted(number)));
  }

  private static String likelyInLists(String number) {
    return String.join(
        "",
        TestDatabase.find(
            vitrine.databaseUrl(),
            "SELECT s.likely_on::text FROM order_summary s JOIN orders o ON o.id = s.order_id WHERE o.number = '%s' AND s.likely_on IS NOT NULL"
                .formatted(number)));
  }
}
