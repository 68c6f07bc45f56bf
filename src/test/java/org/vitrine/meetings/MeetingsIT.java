package org.vitrine.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;

/** Meetings are planned, people are asked, and what changes is told. */
class MeetingsIT {
  private static TestClock clock;
  private static TestVitrine vitrine;
  private static MeetingRoom room;

  @BeforeAll
  static void open() {
    clock = new TestClock(Instant.parse("2026-11-20T00:00:00Z"));
    vitrine = TestVitrine.startAt(clock);
    room = new MeetingRoom(vitrine);
  }

  @AfterAll
  static void close() {
    vitrine.close();
  }

  @Test
  void a_meeting_is_seen_by_the_companies_that_are_asked_and_by_no_other() {
    long number = room.plan("Quality in November", "2026-12-08T14:00", "");
    assertThat(room.amelia().get("/api/meetings/" + number).statusCode()).isEqualTo(404);

    assertThat(room.ask(number, "northwind")).isEqualTo(1);

    JsonNode page = room.page(room.amelia(), number);
    assertThat(page.get("title").asText()).isEqualTo("Quality in November");
    assertThat(page.get("beginsAt").asText()).isEqualTo("2026-12-08T06:00:00Z");
    assertThat(page.get("can").findValuesAsText("")).doesNotContain("keep");
    assertThat(room.jonas().get("/api/meetings/" + number).statusCode()).isEqualTo(404);
    assertThat(room.jonas().json("/api/meetings").get("rows").has("" + number)).isFalse();
    assertThat(room.amelia().json("/api/meetings").get("rows").has("" + number)).isTrue();
  }

  @Test
  void who_is_meant_is_shown_before_anybody_is_told() {
    long number = room.plan("Preview", "2026-12-09T14:00", "");

    JsonNode people =
        TestClient.json(
                room.chen()
                    .post(
                        "/api/meetings/" + number + "/invitations",
                        "{\"asked\": {\"tiers\": [\"gold\"]}, \"preview\": true}"))
            .get("people");

    assertThat(people.findValuesAsText("email"))
        .containsExactlyInAnyOrder(
            "amelia@northwind.example", "jonas@baltic.example", "mia@cedar.example");
    assertThat(room.page(room.chen(), number).get("guests").isEmpty()).isTrue();
    assertThat(room.amelia().get("/api/meetings/" + number).statusCode()).isEqualTo(404);

    long mia = people.get(2).get("person").asLong();
    HttpResponse<String> asked =
        room.chen()
            .post(
                "/api/meetings/" + number + "/invitations",
                "{\"asked\": {\"tiers\": [\"gold\"]}, \"people\": [%d]}".formatted(mia));
    assertThat(TestClient.json(asked).get("invited").asInt()).isEqualTo(1);
    assertThat(names(room.page(room.chen(), number).get("guests"))).hasSize(1);
  }

  private static List<String> names(JsonNode guests) {
    return StreamSupport.stream(guests.spliterator(), false)
        .map(guest -> guest.get("name").asText())
        .toList();
  }

  @Test
  void a_role_alone_means_all_who_have_it() {
    long number = room.plan("For distributors", "2026-12-09T16:00", "");
    TestDatabase.execute(
        vitrine.databaseUrl(), "UPDATE person SET role = 'distributor' WHERE email LIKE 'mia@%'");
    String path = "/api/meetings/" + number + "/invitations";
    String asked = "{\"asked\": {\"roles\": [\"%s\"]%s}, \"preview\": true}";
    assertThat(emails(room.chen().post(path, asked.formatted("distributor", ""))))
        .containsExactly("mia@cedar.example");
    assertThat(emails(room.chen().post(path, asked.formatted("customer", ""))))
        .containsExactlyInAnyOrder("amelia@northwind.example", "jonas@baltic.example");
    String jonas = room.find("SELECT id FROM person WHERE email LIKE 'jonas@%'").getFirst();
    assertThat(
            emails(
                room.chen()
                    .post(path, asked.formatted("distributor", ", \"people\": [" + jonas + "]"))))
        .containsExactly("jonas@baltic.example");
    TestDatabase.execute(
        vitrine.databaseUrl(), "UPDATE person SET role = 'customer' WHERE email LIKE 'mia@%'");
  }

  private static List<String> emails(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return TestClient.json(answer).get("people").findValuesAsText("email");
  }

  @Test
  void those_whom_an_open_complaint_touched_are_asked() {
    long number = room.plan("For those who complained", "2026-12-10T14:00", "");
    room.complain(room.jonas(), "SO-2", "It rattles");

    TestWatcher.await(
        "the complaint is heard of",
        () ->
            TestClient.json(
                    room.chen()
                        .post(
                            "/api/meetings/" + number + "/invitations",
                            "{\"asked\": {\"complaint\": true}, \"preview\": true}"))
                .toString()
                .contains("jonas@baltic.example"));
  }

  @Test
  void uninvited_a_company_sees_it_no_more() {
    long number = room.plan("Uninvited", "2026-12-11T14:00", "");
    room.ask(number, "northwind", "baltic");
    String jonas =
        room.page(room.chen(), number)
            .get("guests")
            .propertyStream()
            .filter(guest -> guest.getValue().get("name").asText().startsWith("jonas"))
            .findFirst()
            .orElseThrow()
            .getKey();

    assertThat(room.chen().delete("/api/meetings/" + number + "/invitations/" + jonas).statusCode())
        .isEqualTo(204);

    assertThat(room.jonas().get("/api/meetings/" + number).statusCode()).isEqualTo(404);
    assertThat(room.amelia().get("/api/meetings/" + number).statusCode()).isEqualTo(200);
  }

  @Test
  void what_is_moved_asks_again_and_what_is_called_off_says_why() {
    long number = room.plan("Moved", "2026-12-14T14:00", ", \"room\": \"Hall 2\"");
    room.ask(number, "northwind");
    TestWatcher watcher = new TestWatcher(vitrine, room.amelia()).watch("meetings/" + number);
    TestWatcher.await("the page is there", () -> watcher.page("meetings/" + number) != null);

    HttpResponse<String> moved =
        room.chen().put("/api/meetings/" + number, "{\"start\": \"2026-12-15T15:00\"}");

    assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
    TestWatcher.await(
        "it moves for whoever has it open",
        () -> watcher.page("meetings/" + number).get("start").asText().equals("2026-12-15T15:00"));
    assertThat(
            room.find(
                "SELECT sequence FROM occasion WHERE kind = 'meeting' AND number = " + number))
        .containsExactly("1");

    assertThat(
            room.chen().put("/api/meetings/" + number, "{\"state\": \"cancelled\"}").statusCode())
        .isEqualTo(422);
    HttpResponse<String> off =
        room.chen()
            .put(
                "/api/meetings/" + number,
                "{\"state\": \"cancelled\", \"reason\": \"The hall is flooded\"}");
    assertThat(off.statusCode()).as(off.body()).isEqualTo(200);
    assertThat(room.page(room.amelia(), number).get("cancelled").asText())
        .isEqualTo("The hall is flooded");
    assertThat(
            room.chen()
                .put("/api/meetings/" + number, "{\"start\": \"2026-12-16T15:00\"}")
                .statusCode())
        .isEqualTo(409);
    watcher.close();
  }

  @Test
  void the_next_date_of_a_series_becomes_a_meeting_with_whoever_is_asked_to_all() {
    long first =
        room.plan(
            "Every second Tuesday",
            "2026-12-08T14:00",
            """
            , "rule": {"pace": "monthly", "nth": 2, "day": "TUESDAY", "every": 1, "count": 12}""");
    HttpResponse<String> asked =
        room.chen()
            .post(
                "/api/meetings/" + first + "/invitations",
                "{\"asked\": {\"companies\": [\"northwind\"]}, \"series\": true}");
    assertThat(TestClient.json(asked).get("invited").asInt()).isEqualTo(1);
    assertThat(room.amelia().get("/api/meetings/" + first).statusCode()).isEqualTo(200);

    clock.pass(Duration.ofDays(20));
    vitrine.vitrine().rooms().meetings().continueSeries();
    vitrine.vitrine().rooms().meetings().continueSeries();

    List<String> dates =
        room.find(
            "SELECT starts_at FROM meeting WHERE title = 'Every second Tuesday' ORDER BY starts_at");
    assertThat(dates).containsExactly("2026-12-08 14:00:00", "2027-01-12 14:00:00");
    List<String> later =
        room.find(
            "SELECT number || ' ' || previous FROM meeting WHERE title = 'Every second Tuesday' AND previous IS NOT NULL");
    assertThat(later).singleElement().asString().endsWith(" " + first);
    String next = later.getFirst().split(" ")[0];
    assertThat(room.find("SELECT count(*) FROM meeting_company WHERE meeting = " + next))
        .containsExactly("1");
    clock.pass(Duration.ofDays(-20));
  }

  @Test
  void who_was_not_chosen_when_a_series_was_asked_is_asked_by_none_of_its_dates() {
    long first =
        room.plan(
            "For some of them",
            "2026-12-10T14:00",
            """
            , "rule": {"pace": "monthly", "nth": 2, "day": "THURSDAY", "every": 1, "count": 12}""");
    String asked = "{\"asked\": {\"companies\": [\"northwind\", \"baltic\"]}, %s}";
    String path = "/api/meetings/" + first + "/invitations";
    JsonNode people = TestClient.json(room.chen().post(path, asked.formatted("\"preview\": true")));
    long amelia =
        people
            .get("people")
            .valueStream()
            .filter(one -> one.get("name").asText().startsWith("amelia"))
            .findFirst()
            .orElseThrow()
            .get("person")
            .asLong();
    room.chen().post(path, asked.formatted("\"series\": true, \"people\": [%d]".formatted(amelia)));

    clock.pass(Duration.ofDays(20));
    vitrine.vitrine().rooms().meetings().continueSeries();

    assertThat(
            room.find(
                """
                SELECT i.person_id
                  FROM meeting m
                  JOIN invitation i ON i.kind = 'meeting' AND i.occasion = m.number
                 WHERE m.title = 'For some of them' AND m.previous = %d"""
                    .formatted(first)))
        .containsExactly(String.valueOf(amelia));
    clock.pass(Duration.ofDays(-20));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"kind\": \"quality-improvement\", \"title\": \"\", \"start\": \"2026-12-08T14:00\", \"zone\": \"Asia/Shanghai\", \"minutes\": 60} | title",
        "{\"kind\": \"quality-improvement\", \"title\": \"A\", \"start\": \"2026-12-08T14:00\", \"zone\": \"Foshan\", \"minutes\": 60} | zone",
        "{\"kind\": \"quality-improvement\", \"title\": \"A\", \"start\": \"1970-01-01T00:00\", \"zone\": \"Asia/Shanghai\", \"minutes\": 60} | start",
        "{\"kind\": \"quality-improvement\", \"title\": \"A\", \"start\": \"2027-03-14T02:30\", \"zone\": \"America/New_York\", \"minutes\": 60} | start",
        "{\"kind\": \"quality-improvement\", \"title\": \"A\", \"start\": \"2026-10-08T14:00\", \"zone\": \"Asia/Shanghai\", \"minutes\": 60} | start",
        "{\"kind\": \"quality-improvement\", \"title\": \"A\", \"start\": \"2026-12-08T14:00\", \"zone\": \"Asia/Shanghai\", \"minutes\": 0} | minutes",
        "{\"kind\": \"witnessing\", \"title\": \"A\", \"start\": \"2026-12-08T14:00\", \"zone\": \"Asia/Shanghai\", \"minutes\": 60} | subject.order",
        "{\"kind\": \"witnessing\", \"title\": \"A\", \"start\": \"2026-12-08T14:00\", \"zone\": \"Asia/Shanghai\", \"minutes\": 60, \"subject\": {\"order\": \"SO-99\", \"stage\": \"packing\"}} | subject.order",
        "{\"kind\": \"quality-improvement\", \"title\": \"A\", \"start\": \"2026-12-08T14:00\", \"zone\": \"Asia/Shanghai\", \"minutes\": 60, \"asked\": {\"companies\": [\"nobody\"]}} | asked.companies",
        "{\"kind\": \"quality-improvement\", \"title\": \"A\", \"start\": \"2026-12-08T14:00\", \"zone\": \"Asia/Shanghai\", \"minutes\": 60, \"asked\": {\"people\": [987654321]}} | asked.people",
        "{\"kind\": \"quality-improvement\", \"title\": \"A\", \"start\": \"2026-12-08T14:00\", \"zone\": \"Asia/Shanghai\", \"minutes\": 60, \"capacity\": 0} | capacity",
        "{\"kind\": \"design-review\", \"title\": \"A\", \"start\": \"2026-12-08T14:00\", \"zone\": \"Asia/Shanghai\", \"minutes\": 60, \"subject\": {\"review\": 98765}} | subject.review",
      })
  void what_is_wrong_is_said_at_its_field(String body, String field) {
    HttpResponse<String> answer = room.chen().post("/api/meetings", body);

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    assertThat(TestClient.json(answer).get("field").asText()).isEqualTo(field);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"+08:00", "UTC+8", "GMT+8", "Z", "+8", "asia/shanghai", "ical4j-local/Here", ""})
  void a_zone_is_a_name_of_the_iana_database(String zone) {
    HttpResponse<String> refused =
        room.chen()
            .post(
                "/api/meetings",
                """
                {"kind": "quality-improvement", "title": "A", "start": "2026-12-08T14:00", "zone": "%s", "minutes": 60}"""
                    .formatted(zone));
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
    assertThat(TestClient.json(refused).get("field").asText()).isEqualTo("zone");
    assertThat(refused.body()).contains("“" + zone + "”");

    long number = room.plan("Elsewhere", "2026-12-18T14:00", "");
    HttpResponse<String> unmoved =
        room.chen().put("/api/meetings/" + number, "{\"zone\": \"%s\"}".formatted(zone));
    assertThat(unmoved.statusCode()).as(unmoved.body()).isEqualTo(422);
    assertThat(unmoved.body()).contains("“" + zone + "”");
  }

  @Test
  void to_an_hour_that_clocks_leave_out_nothing_is_moved() {
    long number = room.plan("Forward", "2026-12-18T14:00", "");
    HttpResponse<String> refused =
        room.chen()
            .put(
                "/api/meetings/" + number,
                "{\"start\": \"2027-03-28T02:15\", \"zone\": \"Europe/Berlin\"}");
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(refused.body()).contains("“2027-03-28T02:15”", "Europe/Berlin");
  }

  @Test
  void a_witnessing_is_for_the_company_whose_order_it_is() {
    HttpResponse<String> planned =
        room.chen()
            .post(
                "/api/meetings",
                """
                {"kind": "witnessing", "title": "See the test", "start": "2026-12-20T10:00", "zone": "Asia/Shanghai",
                 "minutes": 120, "subject": {"order": "SO-1", "stage": "final-inspection"}}""");
    assertThat(planned.statusCode()).as(planned.body()).isEqualTo(201);
    long number = TestClient.json(planned).get("number").asLong();

    JsonNode people =
        TestClient.json(
            room.chen()
                .post(
                    "/api/meetings/" + number + "/invitations",
                    "{\"asked\": {\"tiers\": [\"gold\"]}, \"preview\": true}"));

    assertThat(people.get("people").findValuesAsText("email"))
        .containsExactly("amelia@northwind.example");
  }
}
