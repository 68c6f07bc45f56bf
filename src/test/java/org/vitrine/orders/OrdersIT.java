package org.vitrine.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.Kept;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;

class OrdersIT {
  private static final String LINE =
      "{\"number\": %d, \"routing\": \"split-ac\", \"quantity\": %d}";

  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient integrator;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    shop = new Shop(vitrine);
    integrator = shop.integrator();
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void an_order_is_created_then_unchanged_then_changed() {
    assertPlaced(place("SO-1", "", line(1, 500)), 201, "created", 1);
    Kept before = Kept.by(vitrine);
    assertPlaced(place("SO-1", "", line(1, 500)), 200, "unchanged", 1);
    assertThat(Kept.by(vitrine)).isEqualTo(before);
    assertPlaced(
        place("SO-1", "\"customerReference\": \"PO-7\",", line(1, 500)), 200, "changed", 2);
    assertThat(page("SO-1").get("customerReference").asText()).isEqualTo("PO-7");
    assertPlaced(place("SO-1", "", line(1, 500)), 200, "changed", 3);
    assertThat(page("SO-1").has("customerReference")).as("absent is taken away").isFalse();
  }

  @Test
  void the_same_lines_in_another_order_are_the_same_order() {
    place("SO-2", "", line(1, 5), line(2, 6));
    assertPlaced(place("SO-2", "", line(2, 6), line(1, 5)), 200, "unchanged", 1);
  }

  @Test
  void an_order_number_may_be_chinese() {
    String path = "%E8%AE%A2%E5%8D%95-2026%E5%B9%B4-7";
    assertPlaced(place(path, "", line(1, 5)), 201, "created", 1);
    assertThat(page(path).get("number").asText()).isEqualTo("订单-2026年-7");
    assertThat(integrator.json("/api/orders/" + path + "/events").get("events")).hasSize(1);
    assertThat(integrator.json("/api/orders?q=2026%E5%B9%B4").get("orders")).hasSize(1);
  }

  @Test
  void what_is_stored_and_cannot_be_read_is_no_fault_of_whoever_asks() {
    place("SO-BROKEN", promise("2026-12-12", null), line(1, 5));
    TestDatabase.execute(
        vitrine.databaseUrl(),
        "UPDATE event SET body = '{}' WHERE kind = 'promised' AND order_id ="
            + " (SELECT id FROM orders WHERE number = 'SO-BROKEN')");
    TestDatabase.execute(
        vitrine.databaseUrl(),
        "UPDATE order_line SET routing = '' WHERE order_id ="
            + " (SELECT id FROM orders WHERE number = 'SO-BROKEN')");

    assertThat(integrator.get("/api/orders/SO-BROKEN").statusCode()).isEqualTo(500);
    assertThat(place("SO-BROKEN", "", line(1, 6)).statusCode()).isEqualTo(500);
    assertThat(
            integrator
                .post(
                    "/api/reports",
                    """
                    {"id": "a", "order": "SO-BROKEN", "operation": "Assembly", "kind": "started",
                     "source": "scan", "happenedAt": "2026-11-22T14:22:00Z"}""")
                .statusCode())
        .isEqualTo(500);
  }

  @Test
  void a_slipped_promise_needs_a_reason() {
    place("SO-3", promise("2026-12-12", null), line(1, 5));
    HttpResponse<String> refused = place("SO-3", promise("2026-12-15", null), line(1, 5));
    assertThat(refused.statusCode()).isEqualTo(422);
    assertThat(TestClient.json(refused).get("field").asText()).isEqualTo("promise.reason");
    assertThat(place("SO-3", promise("2026-12-15", " "), line(1, 5)).statusCode()).isEqualTo(422);
    assertThat(page("SO-3").at("/promise/current").asText()).isEqualTo("2026-12-12");

    assertPlaced(
        place("SO-3", promise("2026-12-15", "late valves"), line(1, 5)), 200, "changed", 3);
    assertPlaced(
        place("SO-3", promise("2026-12-15", "late valves"), line(1, 5)), 200, "unchanged", 3);
    JsonNode promise = page("SO-3").get("promise");
    assertThat(promise.get("original").asText()).isEqualTo("2026-12-12");
    assertThat(promise.get("current").asText()).isEqualTo("2026-12-15");
    assertThat(promise.at("/revisions/1/reason").asText()).isEqualTo("late valves");
  }

  @Test
  void a_promise_that_is_left_out_stays() {
    place("SO-4", promise("2026-12-12", null), line(1, 5));
    assertPlaced(place("SO-4", "", line(1, 5)), 200, "unchanged", 2);
    assertThat(page("SO-4").at("/promise/current").asText()).isEqualTo("2026-12-12");
  }

  @Test
  void what_is_refused_leaves_the_order_as_it_was() {
    place("SO-5", promise("2026-12-12", null), line(1, 5));
    Kept before = Kept.by(vitrine);
    assertThat(place("SO-5", promise("2026-12-15", null), line(1, 9), line(2, 1)).statusCode())
        .isEqualTo(422);
    assertThat(Kept.by(vitrine)).isEqualTo(before);
  }

  @Test
  void a_line_with_reports_stays_and_one_without_goes() {
    place("SO-6", "", line(1, 5), line(2, 5), line(3, 5));
    report("SO-6", 2);
    HttpResponse<String> refused = place("SO-6", "", line(1, 5));
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(refused.body()).contains("Line 2 has reports");
    assertThat(place("SO-6", "", line(2, 5)).statusCode()).isEqualTo(200);
    assertThat(page("SO-6").get("lines").properties()).hasSize(1);
    assertThat(page("SO-6").at("/lines/2/stages/assembly/through").asInt()).isEqualTo(3);
  }

  @Test
  void another_quantity_changes_what_is_left_to_do() {
    place("SO-7", "", line(1, 3));
    report("SO-7", 1);
    assertThat(page("SO-7").at("/lines/1/stage").asText()).isEqualTo("final-inspection");
    place("SO-7", "", line(1, 10));
    assertThat(page("SO-7").at("/lines/1/quantity").asInt()).isEqualTo(10);
    assertThat(page("SO-7").at("/lines/1/stages/assembly/state").asText()).isEqualTo("running");
    assertThat(page("SO-7").at("/lines/1/stages/assembly/through").asInt()).isEqualTo(3);
  }

  @Test
  void a_cancelled_order_says_why_until_it_is_reinstated() {
    place("SO-8", "", line(1, 3));
    String cancelled = "\"cancelled\": \"the building was never built\",";
    assertPlaced(place("SO-8", cancelled, line(1, 3)), 200, "changed", 2);
    assertThat(page("SO-8").get("state").asText()).isEqualTo("cancelled");
    assertThat(page("SO-8").get("cancelled").asText()).isEqualTo("the building was never built");
    assertPlaced(place("SO-8", cancelled, line(1, 3)), 200, "unchanged", 2);
    assertPlaced(place("SO-8", "", line(1, 3)), 200, "changed", 3);
    assertThat(page("SO-8").get("state").asText()).isEqualTo("waiting");
    assertThat(kinds("SO-8")).containsExactly("placed", "cancelled", "reinstated");
  }

  @Test
  void an_order_does_not_change_its_buyer() {
    shop.company("contoso", "Contoso");
    place("SO-9", "", line(1, 3));
    Kept before = Kept.by(vitrine);
    HttpResponse<String> refused =
        integrator.put(
            "/api/orders/SO-9", "{\"company\": \"contoso\", \"lines\": [" + line(1, 3) + "]}");
    assertThat(refused.statusCode()).isEqualTo(409);
    assertThat(Kept.by(vitrine)).isEqualTo(before);
  }

  @Test
  void of_many_that_place_the_same_new_order_one_creates_it() {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<JsonNode> answers =
          IntStream.range(0, 16)
              .mapToObj(
                  one ->
                      CompletableFuture.supplyAsync(
                          () -> TestClient.json(place("SO-10", "", line(1, 3))), threads))
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .toList();
      assertThat(answers)
          .extracting(answer -> answer.path("outcome").asText())
          .containsOnlyOnce("created")
          .containsOnly("created", "unchanged");
      assertThat(answers).allMatch(answer -> answer.get("version").asInt() == 1);
    }
    assertThat(kinds("SO-10")).containsExactly("placed");
  }

  @Test
  void of_many_different_changes_each_has_its_own_version() {
    place("SO-11", "", line(1, 1));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Integer> versions =
          IntStream.rangeClosed(2, 9)
              .mapToObj(
                  quantity ->
                      CompletableFuture.supplyAsync(
                          () ->
                              TestClient.json(place("SO-11", "", line(1, quantity)))
                                  .get("version")
                                  .asInt(),
                          threads))
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .toList();
      assertThat(versions).containsExactlyInAnyOrder(2, 3, 4, 5, 6, 7, 8, 9);
    }
    assertThat(kinds("SO-11")).hasSize(9);
  }

  private static void report(String order, int line) {
    HttpResponse<String> answer =
        integrator.post(
            "/api/reports",
            """
            {"id": "r", "order": "%s", "line": %d, "operation": "Assembly", "kind": "progressed", "good": 3,
             "source": "scan", "happenedAt": "2026-10-05T08:00:00Z"}"""
                .formatted(order, line));
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  private static HttpResponse<String> place(String number, String members, String... lines) {
    return integrator.put(
        "/api/orders/" + number,
        "{\"company\": \"northwind\", "
            + members
            + "\"lines\": ["
            + String.join(",", lines)
            + "]}");
  }

  private static String line(int number, int quantity) {
    return LINE.formatted(number, quantity);
  }

  private static String promise(String date, String reason) {
    String why = reason == null ? "" : ", \"reason\": \"" + reason + "\"";
    return "\"promise\": {\"date\": \"" + date + "\"" + why + "},";
  }

  private static JsonNode page(String number) {
    return integrator.json("/api/orders/" + number);
  }

  private static List<String> kinds(String number) {
    return integrator
        .json("/api/orders/" + number + "/events")
        .get("events")
        .findValuesAsText("kind");
  }

  private static void assertPlaced(
      HttpResponse<String> answer, int status, String outcome, int version) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(TestClient.json(answer).get("outcome").asText()).isEqualTo(outcome);
    assertThat(TestClient.json(answer).get("version").asInt()).isEqualTo(version);
  }
}
