package org.vitrine.acts;

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

/** Orders that people hold and let go on. */
class HoldsIT {
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
  void an_order_stands_still_where_it_is_with_a_reason_and_goes_on() {
    shop.order("SO-1");
    shop.good("SO-1", "r1", "Assembly", 10);
    JsonNode held = TestClient.json(hold("SO-1", "{\"reason\": \"waiting for seals\"}"));
    assertThat(held.at("/stages/0/stage").asText()).isEqualTo("assembly");
    assertThat(stage("SO-1", "assembly").at("/hold/reason").asText())
        .isEqualTo("waiting for seals");
    assertThat(stage("SO-1", "assembly").get("state").asText()).isEqualTo("held");

    JsonNode again = TestClient.json(hold("SO-1", "{\"reason\": \"waiting for seals\"}"));
    assertThat(again.get("outcome").asText()).isEqualTo("unchanged");

    assertThat(TestClient.json(anna.delete("/api/orders/SO-1/hold")).get("outcome").asText())
        .isEqualTo("changed");
    assertThat(stage("SO-1", "assembly").get("state").asText()).isEqualTo("running");
    assertThat(TestClient.json(anna.delete("/api/orders/SO-1/hold")).get("outcome").asText())
        .isEqualTo("unchanged");
  }

  @Test
  void a_hold_without_a_reason_is_refused_at_its_field() {
    shop.order("SO-2");
    HttpResponse<String> answer = hold("SO-2", "{}");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(TestClient.json(answer).get("field").asText()).isEqualTo("reason");
  }

  @Test
  void what_was_held_before_it_began_waits_again_once_it_may_go_on() {
    shop.order("SO-3");
    hold("SO-3", "{\"reason\": \"waiting for your drawing\"}");
    assertThat(stage("SO-3", "assembly").get("state").asText()).isEqualTo("held");
    anna.delete("/api/orders/SO-3/hold");
    assertThat(stage("SO-3", "assembly").get("state").asText()).isEqualTo("waiting");
    assertThat(carol.json("/api/orders/SO-3").get("state").asText()).isEqualTo("waiting");
  }

  @Test
  void nothing_of_what_is_cancelled_or_through_is_held() {
    shop.order("SO-4");
    shop.good("SO-4", "r1", "Assembly", 500);
    assertThat(
            hold("SO-4", "{\"line\": 1, \"stage\": \"assembly\", \"reason\": \"x\"}").statusCode())
        .isEqualTo(409);
    shop.cancel("SO-4", "never built");
    assertThat(hold("SO-4", "{\"reason\": \"x\"}").statusCode()).isEqualTo(409);
  }

  @Test
  void a_report_that_says_nothing_happened_takes_back_what_another_said() {
    shop.order("SO-5");
    shop.good("SO-5", "r1", "Assembly", 10);
    TestClient operator = shop.staff(Role.OPERATOR, "li@vitrine.example");
    String withdrawn =
        """
        {"id": "w1", "order": "SO-5", "operation": "Assembly", "kind": "withdrawn", %s
         "source": "manual", "happenedAt": "2026-11-22T14:22:00Z"}\
        """;
    HttpResponse<String> ofNothing = operator.post("/api/reports", withdrawn.formatted(""));
    assertThat(TestClient.json(ofNothing).get("field").asText()).isEqualTo("corrects");

    operator.post("/api/reports", withdrawn.formatted("\"corrects\": \"r1\","));
    assertThat(stage("SO-5", "assembly").get("state").asText()).isEqualTo("waiting");
    assertThat(carol.json("/api/orders/SO-5").get("state").asText()).isEqualTo("waiting");
    assertThat(anna.json("/api/orders/SO-5/events").get("events"))
        .as("both stand in the history")
        .hasSize(4);
    JsonNode said = anna.json("/api/orders/SO-5/events").at("/events/2/report");
    assertThat(said.get("id").asText()).isEqualTo("r1");
    assertThat(said.at("/corrected/by").asText()).isEqualTo("li@vitrine.example");
    JsonNode read = carol.json("/api/orders/SO-5/events").at("/events/2/report");
    assertThat(read.has("id")).isFalse();
    assertThat(read.has("corrected")).isTrue();
  }

  private static HttpResponse<String> hold(String order, String wish) {
    return anna.post("/api/orders/" + order + "/hold", wish);
  }

  private static JsonNode stage(String order, String code) {
    return carol.json("/api/orders/" + order).at("/lines/1/stages/" + code);
  }
}
