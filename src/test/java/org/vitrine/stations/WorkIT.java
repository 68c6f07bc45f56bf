package org.vitrine.stations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.fixtures.SetUpStation;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.platform.json.Json;

class WorkIT {
  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient keeper;
  private static TestClient assembly;
  private static TestClient testing;
  private static TestClient packing;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    shop = new Shop(vitrine);
    keeper = shop.staff(Role.QUALITY_MANAGER, "chen.yu@example.com");
    assembly = SetUpStation.of(vitrine, keeper, "Assembly 1", "[\"Assembly\"]").screen();
    testing = SetUpStation.of(vitrine, keeper, "Final test 1", "[\"Final test\"]").screen();
    packing =
        SetUpStation.made(
                vitrine,
                keeper,
                "{\"name\": \"Packing 1\", \"stages\": [{\"stage\": \"packing\"}]}")
            .screen();
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void a_station_sees_what_it_can_work_on_the_nearest_promise_first() {
    shop.order("W-2", "northwind", "2026-12-20");
    shop.order("W-1", "northwind", "2026-12-10");

    List<JsonNode> work = work(assembly, "W-1", "W-2");

    assertThat(work).extracting(one -> one.get("order").asText()).containsExactly("W-1", "W-2");
    JsonNode first = work.getFirst();
    assertThat(first.get("operation").asText()).isEqualTo("Assembly");
    assertThat(first.get("stage").asText()).isEqualTo("assembly");
    assertThat(first.at("/stageName/zh-CN").asText()).isEqualTo("装配");
    assertThat(first.get("customer").asText()).isEqualTo("Northwind Climate");
    assertThat(first.get("tier").asText()).isEqualTo("gold");
    assertThat(first.get("quantity").asInt()).isEqualTo(500);
    assertThat(first.get("unit").asText()).isEqualTo("pieces");
    assertThat(first.get("done").asInt()).isZero();
    assertThat(first.get("held").asBoolean()).isFalse();
    assertThat(first.get("traveller").asText()).contains("/t/W-1/1/Assembly?c=");
    assertThat(work(testing, "W-1", "W-2")).as("nothing has come there yet").isEmpty();
  }

  @Test
  void what_was_reported_is_counted_at_once_and_the_next_station_sees_it_come() {
    shop.order("W-3");
    shop.good("W-3", "w3-a", "Assembly", 40);

    assertThat(work(assembly, "W-3").getFirst().get("done").asInt()).isEqualTo(40);
    JsonNode next = work(testing, "W-3").getFirst();
    assertThat(next.at("/requirements/0/code").asText()).isEqualTo("capacity");
    assertThat(next.at("/requirements/0/minimum").asInt()).isEqualTo(3_325);
    assertThat(next.at("/requirements/0/measured").asInt()).isZero();
    assertThat(next.at("/requirements/0/answer").asText()).isEqualTo("value");
    assertThat(next.at("/requirements/0/photo").asBoolean()).isFalse();

    shop.good("W-3", "w3-b", "Assembly", 460);
    assertThat(work(assembly, "W-3")).as("it is through there").isEmpty();
  }

  @Test
  void what_has_a_unit_and_no_limits_is_answered_with_yes_or_no() {
    assertThat(
            shop.integrator()
                .put(
                    "/api/orders/W-30",
                    """
                    {"company": "northwind", "placedOn": "2026-10-02", "promise": {"date": "2026-12-12"},
                     "lines": [{"number": 1, "product": "KFR-35", "quantity": 5, "routing": "split-ac",
                                "requirements": [{"code": "noise", "stage": "assembly", "name": "Noise", "unit": "dB"}]}]}\
                    """)
                .statusCode())
        .isEqualTo(201);

    JsonNode demand = work(assembly, "W-30").getFirst().at("/requirements/0");

    assertThat(demand.get("unit").asText()).isEqualTo("dB");
    assertThat(demand.get("answer").asText()).isEqualTo("passed");
    report(
        assembly,
        "{\"id\": \"w30-a\", \"order\": \"W-30\", \"kind\": \"reading\", \"requirement\":"
            + " \"noise\", \"passed\": true");
    assertThat(work(assembly, "W-30").getFirst().at("/requirements/0/measured").asInt())
        .isEqualTo(1);
  }

  @Test
  void a_hold_says_why() {
    shop.order("W-4");
    report(
        assembly,
        "{\"id\": \"w4-a\", \"order\": \"W-4\", \"operation\": \"Assembly\", \"kind\": \"held\","
            + " \"reason\": \"Waiting for seals\"");
    JsonNode held = work(assembly, "W-4").getFirst();
    assertThat(held.get("held").asBoolean()).isTrue();
    assertThat(held.get("heldReason").asText()).isEqualTo("Waiting for seals");
  }

  @Test
  void what_is_done_is_done_even_with_fewer() {
    shop.order("W-5");
    shop.good("W-5", "w5-a", "Assembly", 40);
    report(
        assembly,
        "{\"id\": \"w5-b\", \"order\": \"W-5\", \"operation\": \"Assembly\", \"stage\":"
            + " \"assembly\", \"kind\": \"finished\"");
    assertThat(work(assembly, "W-5")).isEmpty();
  }

  @Test
  void a_station_of_a_stage_works_on_it_as_a_whole() {
    shop.order("W-6");
    shop.good("W-6", "w6-a", "Final test", 5);
    JsonNode item = work(packing, "W-6").getFirst();
    assertThat(item.has("operation")).isFalse();
    assertThat(item.get("traveller").asText()).contains("/t/W-6/1/packing?c=");
    report(
        packing,
        "{\"id\": \"w6-b\", \"order\": \"W-6\", \"stage\": \"packing\", \"kind\": \"progressed\","
            + " \"good\": 3");
    assertThat(work(packing, "W-6").getFirst().get("done").asInt()).isEqualTo(3);
  }

  @Test
  void what_is_cancelled_or_taken_away_is_work_no_more() {
    shop.order("W-7");
    assertThat(work(assembly, "W-7")).hasSize(1);
    shop.cancel("W-7", "no longer wanted");
    assertThat(work(assembly, "W-7")).isEmpty();
  }

  @Test
  void where_nothing_changed_nothing_is_sent() {
    shop.order("W-8");
    HttpResponse<String> first = assembly.get("/api/station/work");
    String tag = first.headers().firstValue("ETag").orElseThrow();
    assertThat(tag).startsWith("W/\"");
    assertThat(TestClient.json(first).has("now")).isTrue();

    HttpResponse<String> second = assembly.get("/api/station/work", "If-None-Match", tag);
    assertThat(second.statusCode()).isEqualTo(304);
    assertThat(second.headers().firstValue("Vitrine-Now")).isPresent();

    shop.good("W-8", "w8-a", "Packing", 1);
    assertThat(assembly.get("/api/station/work", "If-None-Match", tag).statusCode())
        .as("that is not this station's work, but it says that assembly was passed")
        .isIn(200, 304);
    shop.good("W-8", "w8-b", "Assembly", 1);
    assertThat(assembly.get("/api/station/work", "If-None-Match", tag).statusCode()).isEqualTo(200);
  }

  @Test
  void another_node_hears_of_it() {
    shop.order("W-9");
    try (TestVitrine beside = vitrine.beside()) {
      TestClient there = assembly.at(beside);
      assertThat(work(there, "W-9")).hasSize(1);
      shop.good("W-9", "w9-a", "Assembly", 7);
      await("seven", () -> work(there, "W-9").getFirst().get("done").asInt() == 7);
    }
  }

  @Test
  void a_traveller_leads_to_its_work_and_elsewhere_it_says_where() {
    shop.order("W-10");
    String traveller = work(assembly, "W-10").getFirst().get("traveller").asText();

    JsonNode here = scan(assembly, traveller);
    assertThat(here.get("kind").asText()).isEqualTo("work");
    assertThat(here.at("/work/order").asText()).isEqualTo("W-10");
    assertThat(here.has("why")).isFalse();

    JsonNode elsewhere = scan(packing, traveller);
    assertThat(elsewhere.get("kind").asText()).isEqualTo("elsewhere");
    assertThat(elsewhere.get("why").asText()).isEqualTo("other");
    assertThat(elsewhere.at("/work/stage").asText()).isEqualTo("assembly");
    assertThat(elsewhere.get("where").toString()).isEqualTo("[\"Assembly 1\"]");

    shop.good("W-10", "w10-a", "Assembly", 500);
    JsonNode done = scan(assembly, traveller);
    assertThat(done.get("kind").asText()).isEqualTo("elsewhere");
    assertThat(done.get("why").asText()).isEqualTo("done");
    assertThat(done.at("/work/stage").asText()).isEqualTo("final-inspection");
    assertThat(done.get("where").toString()).isEqualTo("[\"Final test 1\"]");
  }

  @Test
  void a_number_is_found_however_it_is_typed_and_early_work_says_so() {
    shop.order("WX-%E8%AE%A2%E5%8D%95%2011");
    for (String typed : List.of("wx-订单 11", " ＷＸ-订单 11 ")) {
      assertThat(scan(assembly, typed).at("/work/order").asText()).as(typed).isEqualTo("WX-订单 11");
    }
    JsonNode early = scan(testing, "WX-订单 11");
    assertThat(early.get("kind").asText()).isEqualTo("work");
    assertThat(early.get("why").asText()).isEqualTo("early");
  }

  @Test
  void an_order_of_several_lines_asks_which() {
    shop.integrator()
        .put(
            "/api/orders/W-12",
            """
            {"company": "northwind", "lines": [
              {"number": 1, "product": "A", "quantity": 5, "routing": "split-ac", "workOrders": ["MO-12-1"]},
              {"number": 2, "product": "B", "quantity": 5, "routing": "split-ac", "workOrders": ["MO-12-2"]}]}\
            """);
    JsonNode asked = scan(assembly, "W-12");
    assertThat(asked.get("kind").asText()).isEqualTo("choices");
    assertThat(asked.get("choices").findValuesAsText("line")).containsExactly("1", "2");
    assertThat(scan(assembly, "mo-12-2").at("/work/line").asInt()).isEqualTo(2);
  }

  @Test
  void a_thing_leads_to_the_line_that_it_is_made_for() {
    shop.order("W-13");
    shop.integrator()
        .put("/api/pieces/SN-13", "{\"product\": \"KFR-35\", \"order\": \"W-13\", \"line\": 1}");
    for (String scanned : List.of("sn-13", "https://id.gs1.org/01/09506000134352/21/SN-13")) {
      assertThat(scan(assembly, scanned).at("/work/order").asText()).as(scanned).isEqualTo("W-13");
    }
    assertThat(scan(assembly, "https://id.gs1.org/01/09506000134352/21/SN-99").get("why").asText())
        .isEqualTo("none");
  }

  @Test
  void what_leads_nowhere_says_why() {
    shop.order("W-14");
    shop.cancel("W-14", "no longer wanted");
    assertThat(scan(assembly, "W-14").get("why").asText()).isEqualTo("over");
    assertThat(scan(assembly, "nobody knows it").get("why").asText()).isEqualTo("none");
    assertThat(scan(assembly, "XY-123XY-123").get("why").asText()).isEqualTo("doubled");
    assertThat(scan(assembly, "").get("why").asText()).isEqualTo("empty");
    assertThat(scan(assembly, "VT:PASS").get("command").asText()).isEqualTo("PASS");
  }

  @Test
  void a_badge_is_known_with_and_without_our_prefix() {
    keeper.post(
        "/api/operators", "{\"name\": \"Zhang San\", \"badge\": \"RF-77\", \"pin\": \"2468\"}");
    assertThat(scan(assembly, "rf-77").at("/operator/name").asText()).isEqualTo("Zhang San");
    assertThat(scan(assembly, "VT-BADGE:RF-77").at("/operator/name").asText())
        .isEqualTo("Zhang San");
    JsonNode unknown = scan(assembly, "VT-BADGE:RF-78");
    assertThat(unknown.get("kind").asText()).isEqualTo("badge");
    assertThat(unknown.has("operator")).isFalse();
  }

  private static List<JsonNode> work(TestClient station, String... orders) {
    List<JsonNode> found = new ArrayList<>();
    station
        .json("/api/station/work")
        .get("work")
        .forEach(
            item -> {
              if (List.of(orders).contains(item.get("order").asText())) {
                found.add(item);
              }
            });
    return found;
  }

  private static JsonNode scan(TestClient station, String text) {
    return TestClient.json(station.post("/api/station/scan", Json.text(Map.of("text", text))));
  }

  private static void report(TestClient station, String begun) {
    HttpResponse<String> answer =
        station.post(
            "/api/reports?as=station",
            begun
                + ", \"source\": \"scan\", \"happenedAt\": \"%s\"}"
                    .formatted(vitrine.vitrine().clock().instant()));
    assertThat(TestClient.json(answer).get("taken")).as(answer.body()).hasSize(1);
  }
}
