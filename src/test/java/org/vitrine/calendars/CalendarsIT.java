package org.vitrine.calendars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.platform.json.Json;

/** Calendars over HTTP. */
class CalendarsIT {
  private static final String MONDAYS =
      "\"week\": {\"monday\": [{\"from\": \"06:00\", \"to\": \"14:00\"}]}";

  private static TestVitrine vitrine;
  private static TestClient erp;
  private static TestClient administrator;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    Shop shop = new Shop(vitrine);
    erp = shop.integrator();
    administrator = shop.staff(Role.ADMINISTRATOR, "ada@works.example");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  private static JsonNode put(String code, String body, int status) {
    HttpResponse<String> answer = administrator.put("/api/calendars/" + code, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    return Json.read(answer.body(), JsonNode.class);
  }

  @Test
  void a_calendar_is_superseded_and_each_version_stays() {
    put("hall", "{\"name\": \"Hall\", " + MONDAYS + "}", 201);
    assertThat(put("hall", "{\"name\": \"Hall\", " + MONDAYS + "}", 200).get("outcome").asText())
        .isEqualTo("unchanged");
    JsonNode changed =
        put(
            "hall",
            """
            {"zone": "Europe/Berlin",
             "week": {"friday": [{"from": "14:00", "to": "22:00"}, {"from": "06:00", "to": "14:00"}]},
             "exceptions": [{"from": "2026-12-28", "to": "2026-12-31", "name": "Shutdown"},
                            {"date": "2026-12-05", "intervals": [{"from": "06:00", "to": "12:00"}]}]}""",
            200);
    assertThat(changed.get("version").asInt()).isEqualTo(2);

    JsonNode now = administrator.json("/api/calendars/hall");
    assertThat(now.get("name").asText()).isEqualTo("hall");
    assertThat(now.get("zone").asText()).isEqualTo("Europe/Berlin");
    assertThat(now.at("/week/friday/0/from").asText()).isEqualTo("06:00");
    assertThat(now.at("/exceptions/0/from").asText()).isEqualTo("2026-12-05");
    assertThat(now.at("/exceptions/1/to").asText()).isEqualTo("2026-12-31");
    assertThat(now.get("savedBy").asText()).isEqualTo("ada@works.example");
    assertThat(now.get("versions").findValuesAsText("version")).containsExactly("2", "1");
    JsonNode before = administrator.json("/api/calendars/hall?version=1");
    assertThat(before.get("name").asText()).isEqualTo("Hall");
    assertThat(before.get("zone").asText()).as("the plant's").isEqualTo("Asia/Shanghai");
    assertThat(administrator.get("/api/calendars/hall?version=9").statusCode()).isEqualTo(404);
    assertThat(administrator.get("/api/calendars/nowhere").statusCode()).isEqualTo(404);
    assertThat(administrator.json("/api/calendars").at("/calendars").findValuesAsText("code"))
        .contains("hall");
  }

  @Test
  void what_is_tried_is_checked_as_what_is_saved_and_saves_nothing() {
    String body = "{" + MONDAYS + "}";
    JsonNode tried = put("tried?dryRun=true", body, 200);
    assertThat(tried.get("outcome").asText()).isEqualTo("created");
    assertThat(administrator.get("/api/calendars/tried").statusCode()).isEqualTo(404);
    put("tried", body, 201);
    assertThat(put("tried?dryRun=true", body, 200).get("outcome").asText()).isEqualTo("unchanged");
    assertThat(put("tried?dryRun=true", "{\"week\": {}}", 422).get("field").asText())
        .isEqualTo("week");
    assertThat(put("tried?dryRun=perhaps", body, 422).get("field").asText()).isEqualTo("dryRun");
    assertThat(put("tried?dry=true", body, 422).get("field").asText()).isEqualTo("dry");
    assertThat(administrator.json("/api/calendars/tried").get("version").asInt()).isEqualTo(1);
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of("{}", "week", "usual week"),
        Arguments.of("{\"week\": {}}", "week", "no working time"),
        Arguments.of(
            "{\"week\": {\"monday\": [{\"from\": \"06:00\", \"to\": \"25:00\"}]}}",
            "week.monday[0].to",
            "“25:00”"),
        Arguments.of(
            "{\"week\": {\"monday\": [{\"from\": \"6am\", \"to\": \"14:00\"}]}}",
            "week.monday[0].from",
            "“6am”"),
        Arguments.of(
            "{\"week\": {\"monday\": [{\"from\": \"06:00\"}]}}",
            "week.monday[0].to",
            "Give a time"),
        Arguments.of(
            "{\"week\": {\"monday\": [{\"from\": \"06:00\", \"to\": \"06:00\"}]}}",
            "week.monday[0].to",
            "00:00 to 24:00"),
        Arguments.of(
            "{\"week\": {\"monday\": [{\"from\": \"06:00\", \"to\": \"14:00\"}, {\"from\": \"13:00\", \"to\": \"22:00\"}]}}",
            "week.monday",
            "06:00–14:00 and 13:00–22:00 overlap"),
        Arguments.of("{\"week\": {\"mon\": []}}", "week.mon", "Unknown field"),
        Arguments.of("{\"zone\": \"Berlin\", " + MONDAYS + "}", "zone", "“Berlin”"),
        Arguments.of(
            "{" + MONDAYS + ", \"exceptions\": [{\"name\": \"?\"}]}",
            "exceptions[0].date",
            "Give a date"),
        Arguments.of(
            "{" + MONDAYS + ", \"exceptions\": [{\"date\": \"25.12.2026\"}]}",
            "exceptions[0].date",
            "“25.12.2026”"),
        Arguments.of(
            "{"
                + MONDAYS
                + ", \"exceptions\": [{\"from\": \"2026-12-26\", \"to\": \"2026-12-25\"}]}",
            "exceptions[0].to",
            "“2026-12-25” lies before"),
        Arguments.of(
            "{" + MONDAYS + ", \"exceptions\": [{\"date\": \"0001-01-01\"}]}",
            "exceptions[0].from",
            "“0001-01-01”"),
        Arguments.of(
            "{"
                + MONDAYS
                + ", \"exceptions\": [{\"date\": \"2026-12-25\", \"name\": \"X\"}, {\"from\": \"2026-12-24\", \"to\": \"2026-12-26\"}]}",
            "exceptions[1]",
            "2026-12-25 stands twice"),
        Arguments.of(
            "{"
                + MONDAYS
                + ", \"exceptions\": [{\"from\": \"2198-01-01\", \"to\": \"2198-12-31\"}, {\"from\": \"2199-01-01\", \"to\": \"2199-03-31\"}]}",
            "exceptions",
            "Nobody works from 2198-01-01 on for more than 400 days"));
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void what_is_wrong_is_named(String body, String field, String said) {
    JsonNode problem = put("wrong", body, 422);

    assertThat(problem.get("field").asText()).isEqualTo(field);
    assertThat(problem.get("detail").asText()).contains(said);
  }

  @Test
  void a_routing_names_calendars_that_exist() {
    String routing =
        "{%s \"stages\": [{\"code\": \"a\", \"operations\": [\"A\"]}, {\"code\": \"b\", \"operations\": [\"B\"] %s}]}";
    HttpResponse<String> ofRouting =
        erp.put("/api/routings/r", routing.formatted("\"calendar\": \"halll\",", ""));
    assertThat(ofRouting.statusCode()).isEqualTo(422);
    assertThat(ofRouting.body()).contains("\"calendar\"", "There is no calendar “halll”");
    HttpResponse<String> ofStage =
        erp.put("/api/routings/r", routing.formatted("", ", \"calendar\": \"nights\""));
    assertThat(ofStage.body()).contains("stages[1].calendar", "“nights”");

    put("nights", "{" + MONDAYS + "}", 201);
    assertThat(
            erp.put(
                    "/api/routings/r",
                    routing.formatted("\"calendar\": \"nights\",", ", \"calendar\": \"nights\""))
                .statusCode())
        .isEqualTo(201);
    JsonNode read = erp.json("/api/routings").at("/routings/0");
    assertThat(read.get("calendar").asText()).isEqualTo("nights");
    assertThat(read.at("/stages/1/calendar").asText()).isEqualTo("nights");
  }

  @Test
  void holidays_are_brought_by_a_file_and_taken_along_as_one() {
    put(
        "files",
        "{" + MONDAYS + ", \"exceptions\": [{\"date\": \"2026-12-24\", \"name\": \"Eve\"}]}",
        201);
    HttpResponse<String> imported =
        administrator.post(
            "/api/calendars/files.ics",
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Test//EN
            BEGIN:VEVENT
            SUMMARY:Christmas
            DTSTART;VALUE=DATE:20261224
            DTEND;VALUE=DATE:20261227
            END:VEVENT
            END:VCALENDAR
            """,
            "Content-Type",
            "text/calendar");
    assertThat(imported.body()).contains("\"days\":3", "\"outcome\":\"changed\"", "\"version\":2");
    HttpResponse<String> file = administrator.get("/api/calendars/files.ics");
    assertThat(file.headers().firstValue("Content-Type")).hasValue("text/calendar; charset=utf-8");
    assertThat(file.body()).contains("DTSTART;VALUE=DATE:20261224", "SUMMARY:Christmas");
    assertThat(
            administrator
                .post("/api/calendars/files.ics", file.body(), "Content-Type", "text/calendar")
                .body())
        .contains("\"outcome\":\"unchanged\"");
    assertThat(
            administrator
                .post("/api/calendars/nowhere.ics", file.body(), "Content-Type", "text/calendar")
                .statusCode())
        .isEqualTo(404);
    assertThat(
            administrator
                .post("/api/calendars/files.ics", "hello", "Content-Type", "text/calendar")
                .body())
        .contains("Cannot read line 1");
  }

  @Test
  void a_file_is_read_before_anybody_waits_for_the_calendar() throws SQLException {
    put("held", "{" + MONDAYS + "}", 201);
    try (Connection other =
            DriverManager.getConnection(
                "jdbc:" + vitrine.databaseUrl().replace("postgres@", ""), "postgres", "");
        Statement statement = other.createStatement()) {
      statement.execute("SELECT pg_advisory_lock(hashtextextended('calendar held', 0))");
      assertTimeoutPreemptively(
          Duration.ofSeconds(3),
          () ->
              assertThat(
                      administrator
                          .post("/api/calendars/held.ics", "hello", "Content-Type", "text/calendar")
                          .body())
                  .contains("Cannot read line 1"));
    }
  }
}
