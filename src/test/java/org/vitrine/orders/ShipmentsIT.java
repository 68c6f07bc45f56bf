package org.vitrine.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;
import org.vitrine.platform.json.Json;
import org.vitrine.production.OrderChange;

/** What left of orders, from HTTP to their pages, their history and whoever acts on it. */
class ShipmentsIT {
  private static final Instant NOON = Instant.parse("2026-12-07T12:00:00Z");
  private static final String SIXTY =
      """
      {"leftOn": "2026-12-01", "carrier": "pearl", "trackingNumber": "PR 1/7",
       "items": [{"line": 1, "quantity": 60}]}""";

  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient erp;

  @BeforeAll
  static void start() {
    Duration ahead = Duration.between(Instant.now(), NOON);
    vitrine = TestVitrine.startAt(Clock.offset(Clock.systemUTC(), ahead));
    shop = new Shop(vitrine);
    erp = shop.integrator();
    put(
        "/api/carriers/pearl",
        "{\"name\": \"Pearl River\", \"trackingUrl\": \"https://track.example/{number}\"}",
        201);
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void an_open_page_shows_what_left_at_once_and_the_order_stays_in_production() {
    order("SO-1", 100);
    TestClient carol = shop.contact("northwind", "carol@northwind.example");
    try (TestWatcher page = new TestWatcher(vitrine, carol).watch("orders/SO-1")) {
      await("the page", () -> page.page("orders/SO-1") != null);
      assertThat(page.page("orders/SO-1").has("shipments")).isFalse();

      JsonNode saved = put("/api/orders/SO-1/shipments/DN-1", SIXTY, 201);

      await("the patch", () -> page.page("orders/SO-1").has("shipments"));
      JsonNode shown = page.page("orders/SO-1");
      JsonNode card = shown.get("shipments").elements().next();
      assertThat(card)
          .isEqualTo(
              json(
                  """
                  {"leftOn": "2026-12-01", "number": "DN-1", "carrier": "Pearl River",
                   "trackingNumber": "PR 1/7", "link": "https://track.example/PR%201%2F7"}"""));
      assertThat(shown.at("/lines/1/left/quantity").asInt()).isEqualTo(60);
      assertThat(shown.get("state").asText()).isEqualTo("waiting");
      assertThat(page.messages().getLast().has("patch")).isTrue();
      assertThat(saved.get("version").asLong()).isEqualTo(version("SO-1"));
      assertThat(carol.json("/api/orders/SO-1")).isEqualTo(shown);
    }
  }

  @Test
  void the_same_again_changes_nothing_in_any_letters() {
    order("SO-2", 100);
    put("/api/orders/SO-2/shipments/DN-1", SIXTY, 201);
    long version = version("SO-2");

    assertThat(
            put("/api/orders/so-2/shipments/%EF%BD%84n-1%20", SIXTY, 200).get("outcome").asText())
        .isEqualTo("unchanged");
    assertThat(put("/api/orders/SO-2/shipments/DN-1", SIXTY.replace("60}", "6e1}"), 200))
        .isEqualTo(
            json(
                "{\"order\": \"SO-2\", \"shipment\": \"DN-1\", \"version\": %d, \"outcome\": \"unchanged\"}"
                    .formatted(version)));
    assertThat(version("SO-2")).isEqualTo(version);
  }

  @Test
  void a_shipment_is_corrected_delivered_and_withdrawn_and_the_history_keeps_it_all() {
    order("SO-3", 100);
    String at = "/api/orders/SO-3/shipments/DN-1";
    put(at, SIXTY, 201);
    assertInvalid(put(at, SIXTY.replace("60", "58"), 422), "reason", "“DN-1”");
    put(at, SIXTY.replace("60}]", "58}], \"reason\": \"two stayed\""), 200);
    put(at, SIXTY.replace("60}]", "58}], \"deliveredOn\": \"2026-12-04\""), 200);
    assertInvalid(put(at, SIXTY.replace("60", "58"), 422), "reason", "“DN-1”");
    assertThat(left("SO-3")).isEqualTo(58);
    assertThat(erp("/api/orders/SO-3").at("/lines/1/left/delivered").asInt()).isEqualTo(58);
    assertThat(TestClient.json(erp.delete(at)).get("field").asText()).isEqualTo("reason");
    assertThat(erp.delete(at + "?reason=unloaded%20again").statusCode()).isEqualTo(200);
    assertThat(TestClient.json(erp.delete(at + "?reason=x")).get("outcome").asText())
        .isEqualTo("unchanged");

    assertThat(erp("/api/orders/SO-3").has("shipments")).isFalse();
    assertThat(erp("/api/orders/SO-3").at("/lines/1").has("left")).isFalse();
    assertThat(erp(at.replace("/DN-1", "")).at("/shipments/0/withdrawn").asText())
        .isEqualTo("unloaded again");
    TestClient carol = shop.contact("northwind", "carol@northwind.example");
    JsonNode events = carol.json("/api/orders/SO-3/events").get("events");
    assertThat(texts(events, "/kind"))
        .endsWith("shipped", "shipment-changed", "delivered", "shipment-withdrawn");
    assertThat(texts(events, "/body/reason")).endsWith("two stayed", "", "unloaded again");
    assertThat(texts(events, "/body/items/0/quantity")).endsWith("60", "58", "58", "58");

    put(at, SIXTY, 200);
    assertThat(left("SO-3")).isEqualTo(60);
  }

  @Test
  void more_than_was_ordered_is_refused_unless_it_is_said_to_be_so() {
    order("SO-4", 100);
    put("/api/orders/SO-4/shipments/1", SIXTY, 201);
    String more = SIXTY.replace("60}", "41}");

    assertInvalid(
        put("/api/orders/SO-4/shipments/2", more, 422), "items[0].quantity", "“41”, 101 of line 1");
    put("/api/orders/SO-4/shipments/2", more.replace("}]", "}], \"overDelivery\": true"), 201);
    assertThat(left("SO-4")).isEqualTo(101);

    // What was recorded can still be told to have arrived, and be made less.
    put(
        "/api/orders/SO-4/shipments/1",
        SIXTY.replace("}]", "}], \"deliveredOn\": \"2026-12-03\""),
        200);
    put(
        "/api/orders/SO-4/shipments/1",
        SIXTY.replace("60}]", "59}], \"deliveredOn\": \"2026-12-03\", \"reason\": \"recounted\""),
        200);
  }

  @Test
  void nothing_more_leaves_of_what_was_cancelled_and_what_left_is_not_removed() {
    order("SO-5", 100);
    put("/api/orders/SO-5/shipments/1", SIXTY, 201);
    place("SO-5", 100, ", \"cancelled\": \"no longer needed\"", "");

    assertInvalid(
        put("/api/orders/SO-5/shipments/2", SIXTY.replace("60}", "5}"), 422),
        "items[0].line",
        "“1” was cancelled");
    put(
        "/api/orders/SO-5/shipments/1",
        SIXTY.replace("}]", "}], \"deliveredOn\": \"2026-12-03\""),
        200);
    assertThat(
            put(
                    "/api/orders/SO-5",
                    "{\"company\": \"northwind\", \"lines\": [{\"number\": 2, \"routing\": \"split-ac\"}]}",
                    409)
                .get("detail")
                .asText())
        .contains("line 1 has left");
    assertThat(
            put(
                    "/api/orders/SO-5",
                    "{\"company\": \"northwind\", \"moveReported\": true, \"lines\": [{\"number\": 2, \"routing\": \"split-ac\"}]}",
                    409)
                .get("detail")
                .asText())
        .contains("line 1 has left");

    place("SO-5", 100, "", ", \"cancelled\": \"the building was sold\"");
    assertThat(
            put("/api/orders/SO-5/shipments/3", SIXTY.replace("60}", "5}"), 409)
                .get("detail")
                .asText())
        .contains("SO-5 was cancelled");
  }

  @Test
  void a_measured_line_leaves_in_decimals_and_a_counted_one_whole() {
    place("SO-12", 1, ", \"unit\": \"mtr\"", "");
    String cable = "{\"leftOn\": \"2026-12-01\", \"items\": [{\"line\": 1, \"quantity\": %s}]}";
    String first = "/api/orders/SO-12/shipments/1";
    String second = "/api/orders/SO-12/shipments/2";

    put(first, cable.formatted("0.1"), 201);
    assertThat(put(first, cable.formatted("0.100"), 200).get("outcome").asText())
        .isEqualTo("unchanged");
    put(second, cable.formatted("0.2"), 201);
    assertInvalid(
        put("/api/orders/SO-12/shipments/3", cable.formatted("0.701"), 422),
        "items[0].quantity",
        "With “0.701”, 1.001 of line 1 would have left, and 1 were ordered");

    JsonNode page = erp("/api/orders/SO-12");
    assertThat(page.at("/lines/1/unit").asText()).isEqualTo("m");
    assertThat(page.at("/lines/1/left/quantity").toString()).isEqualTo("0.3");
    assertThat(erp("/api/orders?q=SO-12").toString()).contains("\"left\":0.3");
    assertThat(erp("/api/orders/SO-12/shipments").at("/shipments/1/items/0/quantity").toString())
        .isEqualTo("0.2");
    assertThat(texts(erp("/api/orders/SO-12/events").get("events"), "/body/items/0/quantity"))
        .endsWith("0.1", "0.2");
    assertThat(
            put(
                    "/api/orders/SO-12",
                    "{\"company\": \"northwind\", \"lines\": [{\"number\": 1, \"quantity\": 1, \"routing\": \"split-ac\"}]}",
                    409)
                .get("detail")
                .asText())
        .contains("Line 1 has shipments with decimals");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pieces | 1.5     | “1.5” is not a whole number",
        "sets   | 0.5     | “0.5” is not a whole number",
        "Stk    | 60.25   | “60.25” is not a whole number",
        "kg     | 1.2345  | “1.2345” has more than three decimals",
        "m      | -0.5    | “-0.5” is not what can leave",
        "m2     | 0.0     | “0.0” is not what can leave",
        "coils  | 2e10    | “2e10” is more than 1000000000"
      })
  void what_cannot_leave_of_a_line_in_its_unit_is_refused(
      String unit, String quantity, String quoted) {
    String order = "SO-13-" + unit;
    place(order, 100, ", \"unit\": \"" + unit + "\"", "");
    String body =
        "{\"leftOn\": \"2026-12-01\", \"items\": [{\"line\": 1, \"quantity\": " + quantity + "}]}";

    assertInvalid(
        put("/api/orders/" + order + "/shipments/1", body, 422), "items[0].quantity", quoted);
  }

  /** Every bad input is answered with the field at fault and what was written there. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{\"items\": [{\"line\": 1, \"quantity\": 1}]} | leftOn | the day on which it left",
        "{\"leftOn\": \"2026-12-08\", \"items\": [{\"line\": 1, \"quantity\": 1}]} | leftOn | “2026-12-08” has not come",
        "{\"leftOn\": \"0001-01-01\", \"items\": [{\"line\": 1, \"quantity\": 1}]} | leftOn | “0001-01-01” is a placeholder",
        "{\"leftOn\": \"2026-02-30\", \"items\": [{\"line\": 1, \"quantity\": 1}]} | leftOn | 2026-02-30",
        "{\"leftOn\": \"2026-12-01\"} | items | 1 to 500 items",
        "{\"leftOn\": \"2026-12-01\", \"items\": []} | items | 1 to 500 items",
        "{\"leftOn\": \"2026-12-01\", \"items\": [{\"line\": 7, \"quantity\": 1}]} | items[0].line | “7”",
        "{\"leftOn\": \"2026-12-01\", \"items\": [{\"line\": 0, \"quantity\": 1}]} | items[0].line | “0”",
        "{\"leftOn\": \"2026-12-01\", \"items\": [{\"line\": 1, \"quantity\": 0}]} | items[0].quantity | “0”",
        "{\"leftOn\": \"2026-12-01\", \"items\": [{\"line\": 1, \"quantity\": -5}]} | items[0].quantity | “-5”",
        "{\"leftOn\": \"2026-12-01\", \"items\": [{\"line\": 1, \"quantity\": 1.5}]} | items[0].quantity | 1.5",
        "{\"leftOn\": \"2026-12-01\", \"items\": [{\"line\": 1, \"quantity\": 1}, {\"line\": 1, \"quantity\": 2}]} | items | Line 1 appears twice",
        "{\"leftOn\": \"2026-12-01\", \"carrier\": \"nobody\", \"items\": [{\"line\": 1, \"quantity\": 1}]} | carrier | “nobody”",
        "{\"leftOn\": \"2026-12-01\", \"carrier\": \"pearl\", \"carrierName\": \"Me\", \"items\": [{\"line\": 1, \"quantity\": 1}]} | carrierName | “Me”",
        "{\"leftOn\": \"2026-12-01\", \"trackingNumber\": \"--\", \"items\": [{\"line\": 1, \"quantity\": 1}]} | trackingNumber | “--”",
        "{\"leftOn\": \"2026-12-01\", \"expectedOn\": \"2026-11-30\", \"items\": [{\"line\": 1, \"quantity\": 1}]} | expectedOn | “2026-11-30” is before",
        "{\"leftOn\": \"2026-12-01\", \"deliveredOn\": \"2026-12-09\", \"items\": [{\"line\": 1, \"quantity\": 1}]} | deliveredOn | “2026-12-09” has not come",
        "{\"leftOn\": \"2026-12-01\", \"deliveredOn\": \"2026-11-30\", \"items\": [{\"line\": 1, \"quantity\": 1}]} | deliveredOn | “2026-11-30” is before",
        "{\"leftOn\": \"2026-12-01\", \"weight\": 3, \"items\": [{\"line\": 1, \"quantity\": 1}]} | weight | Unknown field",
        "{\"leftOn\": \"2026-12-01\", \"items\": [{\"line\": 1, \"quantity\": 101}]} | items[0].quantity | “101”, 101 of line 1 would have left, and 100"
      })
  void a_bad_shipment_names_the_field_and_quotes_it(String body, String field, String quoted) {
    order("SO-6", 100);
    assertInvalid(put("/api/orders/SO-6/shipments/1", body, 422), field, quoted);
    assertThat(erp("/api/orders/SO-6/shipments").get("shipments")).isEmpty();
  }

  @Test
  void a_shipment_number_is_one_and_an_order_is_there() {
    order("SO-7", 100);
    assertInvalid(put("/api/orders/SO-7/shipments/%2F%2F", SIXTY, 422), "shipment", "“//”");
    assertThat(put("/api/orders/SO-nope/shipments/1", SIXTY, 404).get("detail").asText())
        .contains("“SO-nope”");
    assertThat(erp.delete("/api/orders/SO-7/shipments/9?reason=x").statusCode()).isEqualTo(404);
    put("/api/orders/SO-7/shipments/LS%2F00%2312%20%26%20%E4%B8%80", SIXTY, 201);
    assertThat(erp("/api/orders/SO-7/shipments").at("/shipments/0/number").asText())
        .isEqualTo("LS/00#12 & 一");
  }

  @Test
  void a_carrier_that_changes_is_shown_anew_wherever_it_took_goods() {
    order("SO-8", 100);
    put("/api/carriers/fast", "{\"name\": \"Fast\"}", 201);
    put("/api/orders/SO-8/shipments/1", SIXTY.replace("pearl", "fast"), 201);
    assertThat(card("SO-8").has("link")).isFalse();
    TestClient carol = shop.contact("northwind", "carol@northwind.example");
    carol.json("/api/orders/SO-8");

    String mended =
        "{\"name\": \"Fast & Co\", \"trackingUrl\": \"https://fast.example/?n={number}\"}";
    assertThat(put("/api/carriers/fast", mended, 200).get("orders").asInt()).isEqualTo(1);
    assertThat(put("/api/carriers/fast", mended, 200).get("outcome").asText())
        .isEqualTo("unchanged");

    assertThat(card("SO-8").get("link").asText()).isEqualTo("https://fast.example/?n=PR%201%2F7");
    assertThat(carol.json("/api/orders/SO-8").toString()).contains("Fast & Co");
    assertThat(carol.json("/api/orders/SO-8/events").toString()).doesNotContain("carrier-changed");
    put("/api/orders/SO-8/shipments/1", SIXTY.replace("pearl", "fast"), 200);
  }

  @Test
  void who_acts_on_orders_hears_once_that_goods_left_and_that_they_arrived() {
    order("SO-9", 100);
    put("/api/orders/SO-9/shipments/1", SIXTY, 201);
    put("/api/orders/SO-9/shipments/1", SIXTY.replace("PR 1/7", "PR 2"), 200);
    put(
        "/api/orders/SO-9/shipments/1",
        SIXTY.replace("PR 1/7\"", "PR 2\", \"deliveredOn\": \"2026-12-03\""),
        200);
    String told =
        """
        SELECT kind || ' ' || (body ->> 'shipment')
          FROM change
         WHERE kind IN ('order.shipped', 'order.delivered')
           AND key = (SELECT id::text FROM orders WHERE number = 'SO-9')
         ORDER BY id""";

    await("both are told", Duration.ofSeconds(30), () -> sql(told).contains("order.delivered 1"));
    assertThat(sql(told)).containsExactly("order.shipped 1", "order.delivered 1");
    assertThat(OrderChange.kinds()).contains("order.shipped", "order.delivered");
  }

  @Test
  void another_company_sees_nothing_of_it_and_a_customer_records_none() {
    order("SO-10", 100);
    put("/api/orders/SO-10/shipments/1", SIXTY, 201);
    TestClient polar = shop.contact("polar", "p@polar.example");
    TestClient carol = shop.contact("northwind", "carol@northwind.example");

    assertThat(polar.get("/api/orders/SO-10").statusCode()).isEqualTo(404);
    assertThat(carol.put("/api/orders/SO-10/shipments/2", SIXTY).statusCode()).isEqualTo(403);
    assertThat(
            shop.staff(Role.ACCOUNT_MANAGER, "li@example.com")
                .put("/api/orders/SO-10/shipments/2", SIXTY.replace("60}", "4}"))
                .statusCode())
        .isEqualTo(201);
    TestDatabase.execute(
        vitrine.databaseUrl(),
        """
        SET ROLE vitrine_portal;
        DO $$ BEGIN
          ASSERT (SELECT count(*) FROM shipment) = 0, 'shipments seen by nobody';
          ASSERT (SELECT count(*) FROM shipment_item) = 0, 'items seen by nobody';
          PERFORM set_config('app.company', (SELECT id::text FROM company WHERE code = 'polar'), true);
          ASSERT (SELECT count(*) FROM shipment) = 0, 'shipments of another company seen';
        END $$""");
  }

  @Test
  void many_shipments_are_added_up_and_the_newest_are_named() {
    order("SO-11", 1_000);
    for (int at = 1; at <= 103; at++) {
      put("/api/orders/SO-11/shipments/" + at, SIXTY.replace("60}", "2}"), 201);
    }

    JsonNode page = erp("/api/orders/SO-11");
    assertThat(page.at("/lines/1/left/quantity").asInt()).isEqualTo(206);
    assertThat(page.get("shipments")).hasSize(100);
    assertThat(page.at("/lines/1/left/shipments")).hasSize(100);
  }

  private static void order(String number, int quantity) {
    place(number, quantity, "", "");
  }

  private static void place(String number, int quantity, String ofLine, String ofOrder) {
    put(
        "/api/orders/" + number,
        """
        {"company": "northwind", "lines": [
           {"number": 1, "product": "KFR-35", "quantity": %d, "routing": "split-ac"%s},
           {"number": 2, "product": "KFR-26", "routing": "split-ac"}]%s}"""
            .formatted(quantity, ofLine, ofOrder),
        0);
  }

  /**
   * @param status 0 for any that says that it was taken
   */
  private static JsonNode put(String path, String body, int status) {
    HttpResponse<String> answer = erp.put(path, body);
    if (status == 0) {
      assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
    } else {
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    }
    return TestClient.json(answer);
  }

  private static void assertInvalid(JsonNode problem, String field, String quoted) {
    assertThat(problem.path("field").asText()).as(problem.toString()).isEqualTo(field);
    assertThat(problem.path("detail").asText()).contains(quoted);
  }

  private static JsonNode erp(String path) {
    return erp.json(path);
  }

  private static int left(String order) {
    return erp("/api/orders/" + order).at("/lines/1/left/quantity").asInt();
  }

  private static JsonNode card(String order) {
    return erp("/api/orders/" + order).get("shipments").elements().next();
  }

  private static long version(String order) {
    return erp("/api/orders/" + order + "/events").get("events").size();
  }

  private static List<String> sql(String query) {
    return TestDatabase.find(vitrine.databaseUrl(), query);
  }

  private static JsonNode json(String text) {
    return Json.read(text, JsonNode.class);
  }

  private static List<String> texts(JsonNode events, String at) {
    return StreamSupport.stream(events.spliterator(), false)
        .map(event -> event.at(at).asText())
        .toList();
  }
}
