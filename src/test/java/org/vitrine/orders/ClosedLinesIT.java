package org.vitrine.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;

/** A line that is declared finished with fewer than were ordered says so, and can be made on. */
class ClosedLinesIT {
  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient anna;
  private static TestClient carol;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    shop = new Shop(vitrine);
    anna = shop.staff(Role.ACCOUNT_MANAGER, "anna@vitrine.example");
    carol = shop.contact("northwind", "carol@northwind.example");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void the_customer_reads_how_many_there_are_and_why() {
    begun("SO-1", 300);
    assertThat(close("SO-1", "the customer took what there was").statusCode()).isEqualTo(200);

    JsonNode page = carol.json("/api/orders/SO-1");
    assertThat(page.get("state").asText()).isEqualTo("completed-short");
    assertThat(page.at("/lines/1/state").asText()).isEqualTo("completed");
    assertThat(page.at("/lines/1/shortBy").asInt()).isEqualTo(200);
    assertThat(page.at("/lines/1/closedShort").asText())
        .isEqualTo("the customer took what there was");
    assertThat(page.at("/lines/1/stages/packing/state").asText())
        .as("nobody reported it as done")
        .isEqualTo("waiting");
    assertThat(kinds("SO-1")).contains("line-closed-short");
  }

  @Test
  void it_is_made_on_as_its_reports_say() {
    begun("SO-2", 300);
    close("SO-2", "enough");
    long closed = anna.json("/api/orders/SO-2/placed").get("version").asLong();
    shop.good("SO-2", "more", "Assembly", 50);
    assertThat(carol.json("/api/orders/SO-2").at("/lines/1/shortBy").asInt())
        .as("what comes still counts")
        .isEqualTo(150);
    assertThat(anna.delete("/api/orders/SO-2/closure?line=1").statusCode()).isEqualTo(200);

    JsonNode page = carol.json("/api/orders/SO-2");
    assertThat(page.get("state").asText()).isEqualTo("in-production");
    assertThat(page.at("/lines/1").has("closedShort")).isFalse();
    assertThat(anna.json("/api/orders/SO-2/placed").get("version").asLong()).isGreaterThan(closed);
    assertThat(kinds("SO-2")).contains("line-reopened");
  }

  @Test
  void a_program_that_repeats_its_order_does_not_reopen_it() {
    begun("SO-3", 300);
    close("SO-3", "enough");
    shop.order("SO-3");
    assertThat(carol.json("/api/orders/SO-3").at("/lines/1/closedShort").asText())
        .isEqualTo("enough");
  }

  @Test
  void what_was_never_begun_is_cancelled_rather() {
    shop.order("SO-4");
    assertThat(field(close("SO-4", "enough"))).isEqualTo("closedShort");
    assertThat(
            field(
                anna.put(
                    "/api/orders/SO-4",
                    """
                    {"company": "northwind", "lines": [
                      {"number": 1, "routing": "split-ac", "closedShort": "enough"}]}\
                    """)))
        .isEqualTo("lines[0].closedShort");
    begun("SO-5", 5);
    assertThat(field(close("SO-5", " "))).isEqualTo("reason");
    assertThat(field(anna.put("/api/orders/SO-5/closure", "{\"line\": 9, \"reason\": \"x\"}")))
        .isEqualTo("line");
    anna.put("/api/orders/SO-5/cancellation", "{\"reason\": \"never built\"}");
    assertThat(close("SO-5", "enough").statusCode()).isEqualTo(409);
  }

  @Test
  void what_was_only_held_or_taken_back_was_not_begun() {
    shop.order("SO-7");
    report(
        "{'id': 'h', 'order': 'SO-7', 'stage': 'assembly', 'kind': 'held', 'reason': 'no steel'}");
    assertThat(field(close("SO-7", "enough"))).isEqualTo("closedShort");
    report("{'id': 'a', 'order': 'SO-7', 'stage': 'assembly', 'kind': 'progressed', 'good': 3}");
    report(
        "{'id': 'w', 'order': 'SO-7', 'stage': 'assembly', 'kind': 'withdrawn', 'corrects': 'a'}");
    assertThat(field(close("SO-7", "enough"))).isEqualTo("closedShort");
    report("{'id': 'b', 'order': 'SO-7', 'stage': 'assembly', 'kind': 'started'}");
    assertThat(close("SO-7", "enough").statusCode()).isEqualTo(200);
  }

  private static void report(String quoted) {
    String said = quoted.replace('\'', '"').replace("}", "");
    HttpResponse<String> taken =
        shop.integrator()
            .post(
                "/api/reports",
                said + ", \"source\": \"machine\", \"happenedAt\": \"2026-11-20T08:00:00Z\"}");
    assertThat(taken.statusCode()).as(taken.body()).isEqualTo(200);
  }

  @Test
  void what_nobody_counts_is_finished_without_a_number() {
    HttpResponse<String> placed =
        anna.put(
            "/api/orders/SO-6",
            """
            {"company": "northwind", "lines": [{"number": 1, "product": "Pump", "routing": "split-ac"}]}\
            """);
    assertThat(placed.statusCode()).as(placed.body()).isEqualTo(201);
    shop.good("SO-6", "SO-6-1", "Assembly", 3);
    close("SO-6", "enough");

    JsonNode page = carol.json("/api/orders/SO-6");
    assertThat(page.get("state").asText()).isEqualTo("completed-short");
    assertThat(page.at("/lines/1").has("shortBy")).isFalse();
  }

  private static void begun(String number, int assembled) {
    shop.order(number);
    shop.good(number, number + "-1", "Assembly", assembled);
  }

  private static HttpResponse<String> close(String number, String reason) {
    return anna.put(
        "/api/orders/" + number + "/closure",
        "{\"line\": 1, \"reason\": \"%s\"}".formatted(reason));
  }

  private static String field(HttpResponse<String> refused) {
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
    return TestClient.json(refused).get("field").asText();
  }

  private static String kinds(String number) {
    return anna.json("/api/orders/" + number + "/events").findValuesAsText("kind").toString();
  }
}
