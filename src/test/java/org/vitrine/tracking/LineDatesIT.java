package org.vitrine.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.SignedUp.expect;
import static org.vitrine.fixtures.TestWatcher.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.access.Sessions;
import org.vitrine.access.Token;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;

/** Lines with dates of their own, as everybody sees them. */
class LineDatesIT {
  private static final TestClock CLOCK = new TestClock();

  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient erp;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.startAt(CLOCK);
    shop = new Shop(vitrine);
    erp = shop.integrator();
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void the_order_shows_the_next_and_the_last_date_and_every_revision() {
    place("SO-1", null, date("2026-12-31"), date("2027-02-28"));
    place("SO-1", null, null, "{\"date\": \"2027-03-01\", \"reason\": \"late valves\"}");

    JsonNode page = amelia().json("/api/orders/SO-1");
    assertThat(page.get("due")).hasToString("{\"next\":\"2026-12-31\",\"last\":\"2027-03-01\"}");
    assertThat(page.has("promise")).isFalse();
    assertThat(page.at("/outlook/lateFrom").asText()).isEqualTo("2026-12-31T16:00:00Z");
    assertThat(page.at("/lines/2/due/lateFrom").asText()).isEqualTo("2027-03-01T16:00:00Z");
    JsonNode second = page.at("/lines/2/promise");
    assertThat(second.get("original").asText()).isEqualTo("2027-02-28");
    assertThat(second.get("current").asText()).isEqualTo("2027-03-01");
    assertThat(second.at("/revisions/1/reason").asText()).isEqualTo("late valves");
    JsonNode row = amelia().json("/api/orders?q=SO-1").at("/orders/0");
    assertThat(row.get("promised").asText()).isEqualTo("2026-12-31");
    assertThat(row.get("due")).isEqualTo(page.get("due"));
    assertThat(row.at("/lines/2/due/date").asText()).isEqualTo("2027-03-01");
    JsonNode moved = amelia().json("/api/orders/SO-1/events").at("/events/3");
    assertThat(moved.get("kind").asText()).isEqualTo("promise-revised");
    assertThat(moved.get("body"))
        .hasToString(
            "{\"date\":\"2027-03-01\",\"line\":2,\"side\":\"ours\",\"cause\":\"other\",\"reason\":\"late"
                + " valves\"}");
  }

  @Test
  void the_same_again_changes_nothing() {
    place("SO-2", date("2026-12-04"), null, date("2026-12-18"));
    long before = version("SO-2");
    place("SO-2", date("2026-12-04"), null, date("2026-12-18"));
    place("SO-2", null, null, null);
    place("SO-2", null, date("2026-12-04"), null);
    assertThat(version("SO-2")).isEqualTo(before);
  }

  @Test
  void a_date_is_withdrawn_with_its_reason_and_set_again() {
    place("SO-3", date("2026-12-04"), null, null);
    String withdrawn = "{\"toBeConfirmed\": true, \"reason\": \"no coils\"}";
    expect(422, put("SO-3", "{\"toBeConfirmed\": true}", null, null));
    place("SO-3", withdrawn, null, null);

    JsonNode page = amelia().json("/api/orders/SO-3");
    assertThat(page.at("/promise/toBeConfirmed").asBoolean()).isTrue();
    assertThat(page.at("/promise/reason").asText()).isEqualTo("no coils");
    assertThat(page.at("/promise/original").asText()).isEqualTo("2026-12-04");
    assertThat(page.at("/promise").has("current")).isFalse();
    assertThat(page.get("due")).hasToString("{\"toBeConfirmed\":2}");
    assertThat(page.at("/outlook").has("lateFrom")).isFalse();
    assertThat(amelia().json("/api/orders?q=SO-3").at("/orders/0").has("promised")).isFalse();
    place("SO-3", null, null, null);
    assertThat(amelia().json("/api/orders/SO-3").at("/promise/toBeConfirmed").asBoolean()).isTrue();

    place("SO-3", date("2026-12-24"), null, null);
    page = amelia().json("/api/orders/SO-3");
    assertThat(page.at("/promise/current").asText()).isEqualTo("2026-12-24");
    assertThat(page.at("/promise/revisions/1").has("date")).isFalse();
    assertThat(page.at("/promise/revisions/1/reason").asText()).isEqualTo("no coils");
    assertThat(page.has("due")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}                                                    | date          | a date, or"
            + " toBeConfirmed",
        "{\"reason\": \"why\"}                                 | date          | a date, or"
            + " toBeConfirmed",
        "{\"date\": null, \"reason\": \"why\"}                 | date          | a date, or"
            + " toBeConfirmed",
        "{\"toBeConfirmed\": false}                            | date          | a date, or"
            + " toBeConfirmed",
        "{\"date\": \"2026-12-04\", \"toBeConfirmed\": true}   | toBeConfirmed | for 2026-12-04 is"
            + " not to be confirmed",
        "{\"date\": \"9999-12-31\"}                            | date          | “9999-12-31” is a"
            + " placeholder",
        "{\"date\": \"2026-02-29\"}                            | date          | 2026-02-29",
        "{\"date\": \"2026-12-04\", \"on\": 1}                   | on            | on"
      })
  void what_is_no_promise_is_refused_by_its_field(String promise, String field, String why) {
    for (int line = 0; line <= 2; line++) {
      HttpResponse<String> refused =
          put(
              "SO-BAD",
              line == 0 ? promise : null,
              line == 1 ? promise : null,
              line == 2 ? promise : null);
      expect(422, refused);
      String path = line == 0 ? "promise." : "lines[%d].promise.".formatted(line - 1);
      assertThat(TestClient.json(refused).get("field").asText()).isEqualTo(path + field);
      assertThat(refused.body()).contains(why);
    }
  }

  @Test
  void one_line_that_is_late_makes_its_order_late_until_it_is_completed() {
    place("SO-4", null, date("2026-12-01"), date("2026-12-18"));
    Instant late = Instant.parse("2026-12-01T16:00:00Z");
    await("the filters to follow", () -> !summary("SO-4").isEmpty());
    CLOCK.pass(Duration.between(CLOCK.instant(), late).minusMillis(1));
    assertThat(isLate("SO-4")).isFalse();
    CLOCK.pass(Duration.ofMillis(1));
    assertThat(isLate("SO-4")).isTrue();

    expect(
        200,
        erp.post(
            "/api/reports",
            """
            {"id": "p", "order": "SO-4", "line": 1, "stage": "packing", "kind": "finished", "good": 10,
             "source": "scan", "happenedAt": "2026-11-20T10:00:00Z"}\
            """));
    await("the filters to follow", () -> !isLate("SO-4"));
    JsonNode page = amelia().json("/api/orders/SO-4");
    assertThat(page.get("due")).hasToString("{\"next\":\"2026-12-18\",\"last\":\"2026-12-18\"}");
    assertThat(page.at("/lines/1/due").has("lateFrom")).isFalse();
    assertThat(summary("SO-4")).isEqualTo("2026-12-18");
  }

  @Test
  void a_glass_link_shows_the_dates_and_no_reasons() {
    place("SO-5", null, date("2026-12-04"), date("2026-12-18"));
    place("SO-5", null, "{\"toBeConfirmed\": true, \"reason\": \"secret\"}", null);
    String url =
        TestClient.json(amelia().post("/api/orders/SO-5/links", "{\"days\": 1}"))
            .get("url")
            .asText();
    Token session =
        vitrine
            .vitrine()
            .rooms()
            .links()
            .open(new Token(url.substring(url.indexOf('#') + 1)), Sessions.From.NOWHERE);
    try (TestWatcher holder =
        new TestWatcher(vitrine, TestClient.withSession(vitrine, session)).watch("glass")) {
      await("the page", () -> holder.page("glass") != null);
      JsonNode page = holder.page("glass");
      assertThat(page.at("/lines/1/promise/toBeConfirmed").asBoolean()).isTrue();
      assertThat(page.at("/lines/1/promise/revisions/1").has("at")).isTrue();
      assertThat(page.at("/lines/2/due/date").asText()).isEqualTo("2026-12-18");
      assertThat(page.toString()).doesNotContain("secret");
    }
  }

  /** Signed in anew, since the clock goes on by days. */
  private static TestClient amelia() {
    return shop.contact("northwind", "amelia@northwind.example");
  }

  private static boolean isLate(String number) {
    return erp.json("/api/orders?late=true").toString().contains("\"" + number + "\"");
  }

  private static String summary(String number) {
    return String.join(
        "",
        TestDatabase.find(
            vitrine.databaseUrl(),
            """
            SELECT s.promised_on::text FROM order_summary s JOIN orders o ON o.id = s.order_id
             WHERE o.number = '%s' AND s.promised_on IS NOT NULL\
            """
                .formatted(number)));
  }

  private static long version(String number) {
    return erp.json("/api/orders/" + number + "/events").get("events").size();
  }

  private static String date(String day) {
    return "{\"date\": \"%s\"}".formatted(day);
  }

  private static void place(String number, String ofOrder, String first, String second) {
    HttpResponse<String> answer = put(number, ofOrder, first, second);
    assertThat(answer.statusCode()).as(answer.body()).isIn(200, 201);
  }

  private static HttpResponse<String> put(
      String number, String ofOrder, String first, String second) {
    return erp.put(
        "/api/orders/" + number,
        """
        {"company": "northwind", "promise": %s, "lines": [
          {"number": 1, "product": "Pump", "quantity": 10, "routing": "split-ac", "promise": %s},
          {"number": 2, "product": "Valve", "quantity": 10, "routing": "split-ac", "promise": %s}]}\
        """
            .formatted(ofOrder, first, second));
  }
}
