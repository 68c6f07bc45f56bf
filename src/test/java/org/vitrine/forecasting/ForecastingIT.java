package org.vitrine.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;

/** What lines took is learned each night, and those that are open are told each morning. */
class ForecastingIT {
  private static final Instant BEGIN = Instant.parse("2026-09-01T06:00:00Z");
  private static final int FINISHED = 32;

  private final TestClock clock = new TestClock(BEGIN);
  private TestVitrine vitrine;
  private TestClient erp;
  private Shop shop;
  private int reports;

  @BeforeEach
  void start() {
    vitrine = TestVitrine.startAt(clock);
    shop = new Shop(vitrine);
    erp = shop.integrator();
    accept(
        erp.put(
            "/api/routings/shop",
            """
            {"name": "Shop", "stages": [
              {"code": "cut", "operations": ["Cut"], "usualHours": 24, "slowHours": 48},
              {"code": "pack", "operations": ["Pack"], "usualHours": 24, "slowHours": 48}]}\
            """));
    accept(
        erp.put(
            "/api/companies/one",
            "{\"name\": \"One\", \"kind\": \"customer\", \"tier\": \"gold\"}"));
  }

  @AfterEach
  void stop() {
    vitrine.close();
  }

  private static void accept(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
  }

  private void place(String number, int quantity) {
    accept(
        erp.put(
            "/api/orders/" + number,
            """
            {"company": "one", "placedOn": "2026-09-01",
             "promise": {"date": "2026-12-24"},
             "lines": [{"number": 1, "product": "Plug", "quantity": %d, "unit": "pcs", "routing": "shop"}]}\
            """
                .formatted(quantity)));
  }

  private void report(String order, String operation, String kind, Instant at) {
    String good = kind.equals("finished") ? "\"good\": 10, " : "";
    HttpResponse<String> answer =
        erp.post(
            "/api/reports",
            """
            [{"id": "r%d", "order": "%s", "line": 1, "kind": "%s", "source": "scan", %s%s
              "happenedAt": "%s", "operation": "%s"}]\
            """
                .formatted(
                    ++reports,
                    order,
                    kind,
                    good,
                    kind.equals("held") ? "\"reason\": \"Oil\", " : "",
                    at,
                    operation));
    assertThat(answer.body()).contains("\"refused\":[]");
  }

  /** Twice as slow as the plan says: eight days each. */
  private void tellOfFinished() {
    tellOfFinished("F", 40);
  }

  private void tellOfFinished(String prefix, int daysAgo) {
    for (int one = 0; one < FINISHED; one++) {
      String order = prefix + one;
      Instant begun = BEGIN.minus(Duration.ofDays(daysAgo)).plus(Duration.ofHours(12L * one));
      place(order, 10);
      report(order, "Cut", "started", begun);
      report(order, "Cut", "finished", begun.plus(Duration.ofDays(4)));
      report(order, "Pack", "finished", begun.plus(Duration.ofDays(8)));
    }
  }

  private JsonNode page(String order) {
    return erp.json("/api/orders/" + order);
  }

  private LocalDate likely(String order) {
    return LocalDate.parse(page(order).at("/forecast/likely").asText());
  }

  private long version(String order) {
    String sql = "SELECT version FROM orders WHERE number = '%s'".formatted(order);
    return Long.parseLong(TestDatabase.find(vitrine.databaseUrl(), sql).getFirst());
  }

  private void nextMorning() {
    clock.pass(Duration.ofDays(1));
    vitrine.vitrine().rooms().forecasting().tellDue();
  }

  @Test
  void what_lines_took_is_told_of_those_that_are_open() {
    tellOfFinished();
    place("A", 10);
    report("A", "Cut", "started", clock.instant());
    assertThat(page("A").at("/forecastFrom/learned").asBoolean()).isFalse();
    LocalDate planned = likely("A");

    nextMorning();

    JsonNode page = page("A");
    assertThat(page.at("/forecastFrom/learned").asBoolean()).as(page.toString()).isTrue();
    assertThat(page.at("/forecastFrom/finished").asInt()).isEqualTo(FINISHED);
    assertThat(page.at("/forecastFrom/open").asInt()).isEqualTo(1);
    assertThat(likely("A")).isAfter(planned.plusDays(3));
    assertThat(page.at("/forecast/latest").asText())
        .isGreaterThan(page.at("/forecast/likely").asText());
    assertThat(erp.json("/api/orders/A/events").toString()).doesNotContain("forecast-told");
  }

  @Test
  void it_is_told_once_a_day_and_only_where_a_day_moves() {
    tellOfFinished();
    place("A", 10);
    report("A", "Cut", "started", clock.instant());
    nextMorning();
    assertThat(
            TestDatabase.find(
                vitrine.databaseUrl(), "SELECT count(*) FROM change WHERE kind = 'forecast'"))
        .containsExactly("1");
    long version = version("A");

    vitrine.vitrine().rooms().forecasting().tellDue();

    assertThat(version("A")).isEqualTo(version);
  }

  @Test
  void what_is_begun_today_does_not_wait_for_the_morning() {
    tellOfFinished();
    nextMorning();
    place("C", 10);
    report("C", "Cut", "started", clock.instant());

    await(
        "it is told",
        Duration.ofSeconds(20),
        () -> {
          vitrine.vitrine().rooms().forecasting().tellDue();
          return page("C").at("/forecastFrom/learned").asBoolean();
        });
    assertThat(page("C").at("/forecastFrom/finished").asInt()).isEqualTo(FINISHED);
  }

  @Test
  void nothing_is_told_of_what_is_held_and_at_once_when_it_goes_on() {
    tellOfFinished();
    place("A", 10);
    report("A", "Cut", "started", clock.instant());
    nextMorning();
    report("A", "Cut", "held", clock.instant());
    assertThat(page("A").has("forecast")).isFalse();
    assertThat(page("A").get("withheld").asText()).isEqualTo("held");
    nextMorning();
    assertThat(page("A").has("forecast")).isFalse();
    nextMorning();
    assertThat(toldAnew(shop.contact("one", "anna@one.example")))
        .containsExactly("{\"because\":[\"held\"]}");

    report("A", "Cut", "resumed", clock.instant());

    JsonNode page = page("A");
    assertThat(page.at("/forecastFrom/because").asText()).as(page.toString()).isEqualTo("resumed");
    assertThat(page.at("/forecastFrom/learned").asBoolean()).isTrue();
  }

  @Test
  void another_promise_moves_it_at_once_and_customers_read_why_later_too() {
    tellOfFinished();
    place("A", 10);
    report("A", "Cut", "started", clock.instant());
    nextMorning();
    clock.pass(Duration.ofHours(1));
    String revision =
        "{\"date\": \"2027-02-01\", \"reason\": \"The mill stands\", \"cause\": \"machine\"}";
    assertThat(erp.put("/api/orders/A/promise", revision).statusCode()).isEqualTo(200);
    assertThat(page("A").at("/forecastFrom/because").asText()).isEqualTo("promise");

    nextMorning();
    report("A", "Cut", "progressed", clock.instant().plusSeconds(60));

    assertThat(page("A").at("/forecastFrom/because").asText()).isEqualTo("promise");
    nextMorning();
    assertThat(page("A").at("/forecastFrom/because").isMissingNode()).isTrue();
    assertThat(toldAnew(erp)).containsExactly("{\"because\":[\"promise\"]}");
    assertThat(toldAnew(shop.contact("one", "anna@one.example")))
        .containsExactly("{\"because\":[\"promise\"]}");
  }

  private List<String> toldAnew(TestClient reader) {
    List<String> told = new ArrayList<>();
    for (JsonNode entry : reader.json("/api/orders/A/events").get("events")) {
      if (entry.get("kind").asText().equals("forecast-told")) {
        told.add(entry.get("body").toString());
      }
    }
    return told;
  }

  @Test
  void another_quantity_moves_it_at_once_and_says_so() {
    tellOfFinished();
    place("A", 10);
    report("A", "Cut", "started", clock.instant());
    nextMorning();

    place("A", 4_000);

    assertThat(page("A").at("/forecastFrom/because").asText()).isEqualTo("quantity");
    nextMorning();
    assertThat(page("A").at("/forecastFrom/because").asText()).isEqualTo("quantity");
    nextMorning();
    assertThat(page("A").at("/forecastFrom/because").isMissingNode()).isTrue();
  }

  @Test
  void a_report_moves_it_without_a_word_in_the_history() {
    tellOfFinished();
    place("A", 10);
    report("A", "Cut", "started", clock.instant());
    nextMorning();
    LocalDate before = likely("A");
    clock.pass(Duration.ofHours(6));

    report("A", "Cut", "finished", clock.instant());

    assertThat(page("A").at("/forecastFrom/because").isMissingNode()).isTrue();
    assertThat(likely("A")).isBeforeOrEqualTo(before);
  }

  @Test
  void first_ranges_are_judged_when_their_last_day_has_come() {
    tellOfFinished();
    place("A", 10);
    place("B", 10);
    report("A", "Cut", "started", clock.instant());
    report("B", "Cut", "started", clock.instant());
    nextMorning();
    report("A", "Pack", "finished", clock.instant());
    for (int day = 0; day < 40; day++) {
      nextMorning();
    }
    assertThat(
            TestDatabase.find(
                vitrine.databaseUrl(),
                "SELECT order_id || ' ' || nine_of_ten_held FROM told_range ORDER BY order_id"))
        .hasSize(2)
        .first()
        .asString()
        .endsWith("true");
    JsonNode coverage = erp.json("/api/forecasts");
    assertThat(coverage.at("/all/judged").asInt()).as(coverage.toString()).isEqualTo(2);
    assertThat(coverage.at("/all/held").asInt()).isEqualTo(1);
    assertThat(coverage.at("/byMonth/0/judged").asInt()).isEqualTo(2);
    assertThat(coverage.at("/byStage/0/key").asText()).isEqualTo("shop/cut");
    assertThat(coverage.at("/byProduct/0/key").asText()).isEqualTo("Plug");
    // The one that is open is late by weeks: it must not be missing.
    assertThat(coverage.at("/all/off").asDouble()).isGreaterThan(5);
    assertThat(coverage.at("/beside").toString()).isEqualTo("{\"ranges\":2}");
    assertThat(coverage.at("/all/replayed").asInt()).isZero();
    assertThat(page("B").at("/forecastFrom/ranges").toString())
        .isEqualTo("{\"judged\":2,\"held\":1}");
  }

  @Test
  void a_past_that_was_brought_in_is_told_anew_and_says_so() {
    tellOfFinished();
    tellOfFinished("G", 24);
    clock.pass(Duration.ofDays(20));
    place("A", 10);
    report("A", "Cut", "started", clock.instant());
    vitrine.vitrine().rooms().forecasting().beginWithPast(80);

    nextMorning();

    JsonNode coverage = erp.json("/api/forecasts");
    int judged = coverage.at("/all/judged").asInt();
    assertThat(judged).as(coverage.toString()).isGreaterThan(20);
    assertThat(coverage.at("/all/replayed").asInt()).isEqualTo(judged);
    assertThat(coverage.at("/beside/ranges").asInt()).isBetween(20, judged);
    assertThat(coverage.at("/beside/methods/0/method").asText()).isEqualTo("shown");
    assertThat(coverage.at("/beside/methods")).hasSize(4);
    // Who reads an order was told none of these.
    assertThat(page("A").at("/forecastFrom/learned").asBoolean()).isTrue();
    assertThat(page("A").at("/forecastFrom").has("ranges")).isFalse();
  }

  @Test
  void with_few_finished_lines_the_plan_speaks() {
    place("A", 10);
    report("A", "Cut", "started", clock.instant());

    nextMorning();

    assertThat(page("A").at("/forecastFrom").toString()).isEqualTo("{\"learned\":false}");
  }
}
