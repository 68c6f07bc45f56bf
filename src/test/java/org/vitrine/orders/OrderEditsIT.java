package org.vitrine.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Kept;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;

/** Two people who edit the same order do not overwrite each other unseen. */
class OrderEditsIT {
  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient manager;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    shop = new Shop(vitrine);
    manager = shop.staff(Role.ACCOUNT_MANAGER, "wang.fang@example.com");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void an_order_comes_back_as_it_is_sent() {
    String order =
        """
        {"company": "northwind", "customerReference": "PO-1", "placedOn": "2026-10-02",
         "promise": {"date": "2026-12-12", "reason": "as agreed"},
         "lines": [{"number": 1, "product": {"en": "Pump", "zh-CN": "泵"}, "quantity": 2.5, "unit": "kg",
                    "routing": "split-ac", "workOrders": ["W-1"],
                    "promise": {"toBeConfirmed": true, "reason": "no steel yet"},
                    "requirements": [{"code": "leak", "stage": "packing", "minimum": 1, "waiver": "let go"}]},
                   {"number": 2, "product": "Valve", "routing": "split-ac", "cancelled": "not needed"}],
         "cancelled": "never built"}\
        """;
    HttpResponse<String> made = shop.integrator().put("/api/orders/SO-1", order);
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    JsonNode placed = placed("SO-1");

    assertThat(placed.at("/promise/date").asText()).isEqualTo("2026-12-12");
    assertThat(placed.at("/promise").has("reason")).as("a reason is of one date").isFalse();
    assertThat(placed.at("/lines/0/promise/toBeConfirmed").asBoolean()).isTrue();
    Kept before = Kept.by(vitrine);
    HttpResponse<String> again = put("SO-1", placed.get("version").asLong(), placed);
    assertThat(outcome(again)).isEqualTo("unchanged");
    assertThat(Kept.by(vitrine)).isEqualTo(before);
  }

  @Test
  void what_the_plant_reports_is_no_edit() {
    shop.order("SO-2");
    long version = placed("SO-2").get("version").asLong();
    shop.good("SO-2", "r-1", "Assembly", 3);
    manager.put(
        "/api/companies/northwind", "{\"name\": \"Northwind Climate\", \"tier\": \"gold\"}");

    assertThat(placed("SO-2").get("version").asLong()).isEqualTo(version);
    HttpResponse<String> edited =
        put("SO-2", version, with(placed("SO-2"), "customerReference", "PO-9"));
    assertThat(outcome(edited)).isEqualTo("changed");
    assertThat(placed("SO-2").get("version").asLong())
        .as("the version of the order, since the edit is the newest that happened to it")
        .isEqualTo(TestClient.json(edited).get("version").asLong());
  }

  @Test
  void the_later_edit_learns_what_is_there_and_changes_nothing() {
    shop.order("SO-3");
    JsonNode started = placed("SO-3");
    shop.revisePromise("SO-3", "2026-12-20", "late valves");
    Kept before = Kept.by(vitrine);

    HttpResponse<String> late =
        put("SO-3", started.get("version").asLong(), with(started, "customerReference", "PO-9"));

    assertThat(late.statusCode())
        .as("its old date is no promise that moves back without a reason")
        .isEqualTo(412);
    JsonNode problem = TestClient.json(late);
    assertThat(problem.get("type").asText()).isEqualTo("urn:vitrine:changed-meanwhile");
    assertThat(problem.get("current")).isEqualTo(placed("SO-3"));
    assertThat(problem.at("/current/promise/date").asText()).isEqualTo("2026-12-20");
    assertThat(problem.get("changedBy").asText()).isEqualTo("key integrator");
    assertThat(Kept.by(vitrine)).isEqualTo(before);
    assertThat(outcome(put("SO-3", 1, placed("SO-3")))).isEqualTo("unchanged");
  }

  @Test
  void each_kind_of_edit_counts() {
    shop.order("SO-4");
    long placed = placed("SO-4").get("version").asLong();
    shop.cancel("SO-4", "never built");
    long cancelled = placed("SO-4").get("version").asLong();
    shop.order("SO-4");
    long reinstated = placed("SO-4").get("version").asLong();

    assertThat(cancelled).isGreaterThan(placed);
    assertThat(reinstated).isGreaterThan(cancelled);
  }

  @Test
  void whoever_places_a_new_order_overwrites_none() {
    shop.order("SO-5");
    assertThat(put("SO-5", 0, with(placed("SO-5"), "customerReference", "PO-9")).statusCode())
        .isEqualTo(412);
    shop.company("contoso", "Contoso");
    assertThat(put("SO-5", 0, with(placed("SO-5"), "company", "contoso")).statusCode())
        .as("nor learns first that it is somebody else’s")
        .isEqualTo(412);
    assertThat(put("SO-5-NEW", 0, placed("SO-5")).statusCode()).isEqualTo(201);
    assertThat(put("SO-NONE", 7, placed("SO-5")).statusCode()).isEqualTo(404);
    assertThat(manager.get("/api/orders/SO-NONE/placed").statusCode()).isEqualTo(404);
  }

  @Test
  void a_fault_is_named_at_its_line() {
    shop.order("SO-6");
    ObjectNode order = placed("SO-6").deepCopy();
    ObjectNode second = order.at("/lines/0").deepCopy();
    order.withArray("lines").add(second.put("number", 2).put("routing", "no-such"));
    assertThat(field(put("SO-6", version("SO-6"), order))).isEqualTo("lines[1].routing");
    second.put("routing", "split-ac");
    ((ObjectNode) second.at("/requirements/0")).put("stage", "no-such");
    assertThat(field(put("SO-6", version("SO-6"), order)))
        .isEqualTo("lines[1].requirements[0].stage");
    second.put("quantity", 0);
    assertThat(field(put("SO-6", version("SO-6"), order))).isEqualTo("lines[1].quantity");
  }

  @Test
  void the_next_number_goes_on_as_most_of_the_newest_do() {
    for (int number = 990; number < 999; number++) {
      shop.order("A%2F2026%2F0" + number + "-X");
    }
    shop.order("A%2F2026%2F1000-X");
    shop.order("A%2F2026%2F0999-X");
    assertThat(manager.json("/api/order-numbers/next").get("number").asText())
        .isEqualTo("A/2026/1001-X");
    shop.order("ONCE");
    shop.order("B1-7");
    assertThat(manager.json("/api/order-numbers/next").get("number").asText())
        .isEqualTo("A/2026/1001-X");
  }

  private static JsonNode placed(String number) {
    return manager.json("/api/orders/" + number + "/placed");
  }

  private static long version(String number) {
    return placed(number).get("version").asLong();
  }

  private static JsonNode with(JsonNode order, String field, String value) {
    return ((ObjectNode) order.deepCopy()).put(field, value);
  }

  /** What was read, sent again without its version. */
  private static HttpResponse<String> put(String number, long startedFrom, JsonNode order) {
    ObjectNode sent = order.deepCopy();
    sent.remove("version");
    return manager.ask(
        "PUT", "/api/orders/" + number, sent.toString(), "If-Match", "\"" + startedFrom + "\"");
  }

  private static String outcome(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
    return TestClient.json(answer).get("outcome").asText();
  }

  private static String field(HttpResponse<String> refused) {
    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(422);
    return TestClient.json(refused).get("field").asText();
  }
}
