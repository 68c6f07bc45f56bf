package org.vitrine.today;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestVitrine;

/**
 * The first page, the lists and the dates at risk count the same orders, whatever became of them.
 */
class RiskCountsIT {
  private static final TestClock CLOCK = new TestClock(Instant.parse("2026-12-07T02:00:00Z"));
  private static final Duration SOON = Duration.ofSeconds(40);
  private static final Set<String> SLIPPING =
      Set.of("R-SLIPS", "R-LEFT", "R-OPEN", "R-SHORT", "R-OVER", "R-STOPS");
  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient manager;
  private static TestClient quality;
  private static int reports;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.startAt(CLOCK);
    TodayStory story = new TodayStory(vitrine);
    shop = story.shop();
    quality = shop.staff(Role.QUALITY_MANAGER, "chen@plant.example");
    shop.company("house", "House of Coolers");
    manager = story.lookingAfter("house", "li@plant.example");
    for (String order : SLIPPING) {
      place(order, 2);
      report(order, "progressed", "\"good\": 1, ");
    }
    place("R-HELD", 40);
    report("R-HELD", "progressed", "\"good\": 1, ");
    place("R-FINE", 40);
    report("R-FINE", "progressed", "\"good\": 1, ");
    place("R-LATE", -2);
    shop.order("R-FAILED", "house", day(40));
    accept(
        shop.integrator()
            .post(
                "/api/reports",
                """
                {"id": "failed", "order": "R-FAILED", "line": 1, "kind": "reading", "requirement": "capacity",
                 "unit": "U-1", "value": 3100, "source": "machine", "station": "bench", "actor": "Zhang San",
                 "happenedAt": "%s"}\
                """
                    .formatted(CLOCK.instant())));
    await("they are asked about", SOON, () -> atRisk().size() == SLIPPING.size());
    assertThat(atRisk()).containsExactlyInAnyOrderElementsOf(SLIPPING);
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  private static String day(int days) {
    return LocalDate.ofInstant(CLOCK.instant(), ZoneOffset.UTC).plusDays(days).toString();
  }

  private static void accept(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    assertThat(answer.body()).doesNotContain("\"refused\":[{");
  }

  private static void place(String number, int promisedIn) {
    accept(
        shop.integrator()
            .put(
                "/api/orders/" + number,
                """
                {"company": "house", "placedOn": "2026-11-20", "promise": {"date": "%s"}, "lines": [
                  {"number": 1, "product": "Air conditioner", "quantity": 20, "routing": "split-ac"}]}\
                """
                    .formatted(day(promisedIn))));
  }

  private static void report(String order, String kind, String more) {
    accept(
        shop.integrator()
            .post(
                "/api/reports",
                """
                {"id": "risk-%d", "order": "%s", "line": 1, "operation": "Assembling", "kind": "%s", %s
                 "source": "scan", "actor": "Zhang San", "happenedAt": "%s"}\
                """
                    .formatted(++reports, order, kind, more, CLOCK.instant())));
  }

  /** Orders with a line whose day is to be decided about. */
  private static Set<String> atRisk() {
    Set<String> orders = new TreeSet<>();
    manager
        .json("/api/delay-risks")
        .get("risks")
        .valueStream()
        .filter(risk -> risk.at("/company/code").asText().equals("house"))
        .forEach(risk -> orders.add(risk.get("order").asText()));
    return orders;
  }

  private static Set<String> ofToday(TestClient reader, String section) {
    Set<String> orders = new TreeSet<>();
    JsonNode found = reader.json("/api/today").at("/sections/" + section);
    found.get("rows").forEach(row -> orders.add(row.get("order").asText()));
    assertThat(found.get("total").asInt()).isEqualTo(orders.size());
    return orders;
  }

  /**
   * Those of the list that a page counts as late or at risk, by the moments that the server says.
   */
  private static Set<String> ofList() {
    Set<String> orders = new TreeSet<>();
    for (JsonNode row : manager.json("/api/orders?limit=100").get("orders")) {
      JsonNode outlook = row.path("outlook");
      Stream<JsonNode> moments =
          Stream.concat(
              Stream.of(outlook.path("lateFrom"), outlook.path("dateAtRiskFrom")),
              outlook.path("risks").valueStream().map(risk -> risk.get("from")));
      if (row.at("/company/code").asText().equals("house")
          && moments.anyMatch(
              moment ->
                  moment.isTextual() && !Instant.parse(moment.asText()).isAfter(CLOCK.instant()))) {
        orders.add(row.get("number").asText());
      }
    }
    return orders;
  }

  @Test
  void they_agree_on_what_is_held_failed_withdrawn_left_closed_and_cancelled() {
    CLOCK.pass(Duration.ofMinutes(1));
    report("R-STOPS", "held", "\"reason\": \"Oil\", ");
    report("R-HELD", "held", "\"reason\": \"Oil\", ");
    accept(
        shop.integrator()
            .put(
                "/api/orders/R-LEFT/shipments/DN-1",
                "{\"leftOn\": \"%s\", \"items\": [{\"line\": 1, \"quantity\": 20}]}"
                    .formatted(day(0))));
    accept(
        manager.put(
            "/api/orders/R-OPEN/promise", "{\"toBeConfirmed\": true, \"reason\": \"No steel\"}"));
    accept(
        manager.put("/api/orders/R-SHORT/closure", "{\"line\": 1, \"reason\": \"It is enough\"}"));
    accept(manager.put("/api/orders/R-OVER/cancellation", "{\"reason\": \"No longer wanted\"}"));

    await("they are counted", SOON, () -> atRisk().equals(Set.of("R-SLIPS", "R-STOPS")));
    Set<String> all = Set.of("R-FAILED", "R-HELD", "R-LATE", "R-SLIPS", "R-STOPS");
    await("the first page knows", SOON, () -> ofToday(manager, "risks").equals(all));

    assertThat(ofList()).isEqualTo(all);
    assertThat(ofToday(manager, "delays")).isEqualTo(atRisk());
    assertThat(all).as("whose day is at risk is at risk").containsAll(atRisk());
    assertThat(manager.json("/api/today").at("/sections/risks/theirs").asBoolean()).isTrue();
    assertThat(quality.json("/api/today").at("/sections/risks").has("theirs")).isFalse();
  }
}
