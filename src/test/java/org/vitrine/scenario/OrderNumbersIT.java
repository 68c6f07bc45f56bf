package org.vitrine.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;
import org.vitrine.platform.json.Json;

/** Numbers as ERPs and machines make them, from the order to the open page. */
class OrderNumbersIT {
  private static final String ORDER =
      """
      {"company": "northwind", "lines": [{"number": 1, "quantity": 10, "routing": "split-ac"}]}""";

  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient staff;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    shop = new Shop(vitrine);
    staff = shop.staff(Role.ACCOUNT_MANAGER, "wei@example.org");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "WH/MO/00012",
        "ZSK/00012/02/2025/699890",
        "SO 2024-01",
        "#1042",
        "A&B+C",
        "(7) [x] {y}",
        "100%",
        "50%2F2",
        "a?b=c;d",
        "\"x\" 'y' \\z",
        "..1",
        "订单/001",
        "Ärger-5",
        "заказ № 7",
        "１２３/４",
        "🏭 7",
        "12345678901234567890123456789012345678901234567890123456789012345678901234567890"
      })
  void a_number_is_taken_and_shown_as_it_is_printed(String number) {
    String path = "/api/orders/" + encoded(number);
    assertThat(put(number).statusCode()).isEqualTo(201);
    try (TestWatcher page = new TestWatcher(vitrine, staff).watch("orders/" + number)) {
      await("the page is there", () -> page.page("orders/" + number) != null);
      assertThat(report(number, "r1").at("/taken/0/order").asText()).isEqualTo(number);
      await("the report moves it", () -> page.page("orders/" + number).at("/reports").asInt() == 1);
    }
    assertThat(staff.json(path).at("/number").asText()).isEqualTo(number);
    assertThat(staff.json(path + "/events").at("/events")).hasSize(2);
    assertThat(staff.post(path + "/links", "{\"days\": 3}").statusCode()).isEqualTo(201);
    assertThat(staff.get("/orders/" + encoded(number)).body()).contains("tracking/pages/order");
    assertThat(found(number)).contains(number);
  }

  @ParameterizedTest
  @CsvSource({
    "SO-9001, so-9001",
    "SO-9002, ＳＯ－９００２",
    "so-9003, SO-9003",
    "Straße-1, STRASSE-1",
    "ΟΔΟΣ-1, οδος-1",
    "é-1, É-1",
    "WH/mo/9, wh／MO／9",
    "ｶﾞ-1, ガ-1",
    "X-1, '\u00A0x-1 \u200B'",
  })
  void a_number_in_other_letters_is_the_same_order(String first, String other) {
    assertThat(put(first).statusCode()).isEqualTo(201);
    HttpResponse<String> again = put(other);
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(TestClient.json(again).at("/number").asText()).isEqualTo(first);
    assertThat(report(other, "r1").at("/taken/0/order").asText()).isEqualTo(first);
    assertThat(report(first, "r1").at("/known/0/order").asText()).isEqualTo(first);
    assertThat(report(other, "r1").at("/known")).hasSize(1);
    assertThat(staff.json("/api/orders/" + encoded(other)).at("/number").asText()).isEqualTo(first);
    assertThat(found(other)).containsExactly(first);
    assertThat(found("  " + other + " ")).containsExactly(first);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "---",
        "/",
        "#",
        "a\nb",
        "a\u0007b",
        "a\u202Eb",
        "123456789012345678901234567890123456789012345678901234567890123456789012345678901"
      })
  void what_is_no_number_is_refused(String number) {
    assertThat(put(number).statusCode()).isEqualTo(422);
  }

  @Test
  void orders_that_were_different_before_stay_so() {
    String url = TestDatabase.urlOfSchema("33");
    TestDatabase.execute(
        url,
        """
        INSERT INTO company (code, name, kind, tier, created_at)
        VALUES ('northwind', 'Northwind', 'customer', 'gold', now());
        INSERT INTO orders (company_id, number)
        SELECT id, n FROM company, unnest(ARRAY['SO-1', 'so-1', 'So-1', 'SO-2']) AS n;
        INSERT INTO order_summary (company_id, order_id, version, state)
        SELECT company_id, id, 0, 'waiting' FROM orders;
        INSERT INTO order_line (company_id, order_id, number, product, routing)
        SELECT company_id, id, 1, '', 'split-ac' FROM orders""");
    try (TestVitrine upgraded = TestVitrine.startOn(url)) {
      TestClient program = new Shop(upgraded).integrator();
      for (String number : List.of("SO-1", "so-1", "So-1", "SO-2")) {
        assertThat(program.json("/api/orders/" + number).at("/number").asText()).isEqualTo(number);
      }
      assertThat(program.json("/api/orders/sO-1").at("/number").asText()).isEqualTo("SO-1");
      assertThat(program.json("/api/orders/so-2").at("/number").asText()).isEqualTo("SO-2");
    }
  }

  private static HttpResponse<String> put(String number) {
    return shop.integrator().put("/api/orders/" + encoded(number), ORDER);
  }

  private static JsonNode report(String number, String id) {
    String report =
        """
        [{"id": "%s", "order": %s, "operation": "Assembly", "kind": "progressed", "good": 1,
          "source": "scan", "happenedAt": "2026-01-05T08:00:00Z"}]"""
            .formatted(id, Json.text(number));
    return TestClient.json(shop.integrator().post("/api/reports", report));
  }

  private static List<String> found(String text) {
    return staff
        .json("/api/orders?q=" + encoded(text))
        .at("/orders")
        .valueStream()
        .map(row -> row.get("number").asText())
        .toList();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
