package org.vitrine.production;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.Kept;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;

class ReportsIT {
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
  void a_bad_line_does_not_hold_up_the_others() {
    shop.order("SO-1");
    String lines =
        String.join(
            "\r\n",
            good("SO-1", "a", 1),
            "{\"id\": \"b\", ",
            "",
            good("SO-1", "c", 2),
            good("SO-none", "d", 4),
            good("SO-1", "e", 8),
            "");
    JsonNode answer = answer(lines, "Content-Type", "application/x-ndjson; charset=UTF-8");
    assertThat(answer.get("taken").findValuesAsText("id")).containsExactly("a", "c", "e");
    assertThat(answer.get("taken").findValuesAsText("version")).containsExactly("3", "4", "5");
    assertThat(answer.get("refused").findValuesAsText("index")).containsExactly("1", "3");
    assertThat(answer.at("/refused/0/reason").asText()).startsWith("Not valid JSON");
    assertThat(answer.at("/refused/1/field").asText()).isEqualTo("order");
    assertThat(assembled("SO-1")).isEqualTo(11);
  }

  @Test
  void a_line_that_is_no_utf8_is_refused_alone() {
    shop.order("SO-2");
    byte[] lines =
        (good("SO-2", "a", 1) + "\n{\"id\": \"#\"}\n" + good("SO-2", "b", 2))
            .getBytes(StandardCharsets.ISO_8859_1);
    lines[new String(lines, StandardCharsets.ISO_8859_1).indexOf('#')] = (byte) 0xFF;
    HttpResponse<String> response =
        integrator.post("/api/reports", lines, "Content-Type", "application/x-ndjson");
    JsonNode answer = TestClient.json(response);
    assertThat(answer.get("taken")).hasSize(2);
    assertThat(answer.at("/refused/0/reason").asText()).isEqualTo("Not valid UTF-8");
  }

  @Test
  void the_same_batch_again_changes_nothing() {
    shop.order("SO-3");
    String batch = list(good("SO-3", "a", 1), good("SO-3", "b", 2));
    assertThat(answer(batch).get("taken")).hasSize(2);
    Kept before = Kept.by(vitrine);
    JsonNode again = answer(batch);
    assertThat(again.get("taken")).isEmpty();
    assertThat(again.get("known").findValuesAsText("version")).containsExactly("3", "4");
    assertThat(Kept.by(vitrine)).isEqualTo(before);
  }

  @Test
  void an_id_that_stands_twice_in_a_batch_counts_once() {
    shop.order("SO-4");
    JsonNode answer =
        answer(list(good("SO-4", "a", 1), good("SO-4", "a", 1), good("SO-4", "a", 2)));
    assertThat(answer.at("/taken/0/version").asInt()).isEqualTo(3);
    assertThat(answer.at("/known/0/index").asInt()).isEqualTo(1);
    assertThat(answer.at("/known/0/version").asInt()).isEqualTo(3);
    assertThat(answer.at("/refused/0/index").asInt()).isEqualTo(2);
    assertThat(answer.at("/refused/0/field").asText()).isEqualTo("id");
    assertThat(assembled("SO-4")).isEqualTo(1);
  }

  @Test
  void repeating_what_was_refused_is_refused_too() {
    shop.order("SO-5");
    answer(good("SO-5", "a", 1));
    JsonNode answer = answer(list(good("SO-5", "a", 2), good("SO-5", "a", 2)));
    assertThat(answer.get("refused").findValuesAsText("index")).containsExactly("0", "1");
    assertThat(assembled("SO-5")).isEqualTo(1);
  }

  @Test
  void the_same_value_in_other_digits_is_the_same_report() {
    shop.order("SO-6");
    String reading =
        """
        {"id": "m", "order": "SO-6", "kind": "reading", "requirement": "capacity", "value": %s, "source": "machine",
         "happenedAt": "2026-10-05T08:00:00Z"}""";
    assertThat(answer(list(reading.formatted("3500.0"), reading.formatted("3.5e3"))).get("known"))
        .hasSize(1);
    assertThat(answer(list(reading.formatted("3500"))).get("known")).hasSize(1);
  }

  @Test
  void other_content_under_a_known_id_is_refused_alone_or_in_a_batch() {
    shop.order("SO-7");
    answer(good("SO-7", "a", 1));
    HttpResponse<String> alone = integrator.post("/api/reports", good("SO-7", "a", 2));
    assertThat(alone.statusCode()).isEqualTo(422);
    assertThat(TestClient.json(alone).get("field").asText()).isEqualTo("id");
    assertThat(assembled("SO-7")).isEqualTo(1);
  }

  @Test
  void a_report_that_corrects_another_replaces_it_whichever_comes_first() {
    shop.order("SO-8");
    shop.order("SO-9");
    String wrong = good("%s", "wrong", 400);
    String right = good("%s", "right", 40).replace("}", ", \"corrects\": \"wrong\"}");
    answer(wrong.formatted("SO-8"));
    answer(right.formatted("SO-8"));
    answer(list(right.formatted("SO-9"), wrong.formatted("SO-9")));
    assertThat(assembled("SO-8")).isEqualTo(40);
    assertThat(assembled("SO-9")).isEqualTo(40);
  }

  @Test
  void many_senders_of_the_same_report_are_told_the_same_version() {
    shop.order("SO-10");
    List<CompletableFuture<JsonNode>> answers =
        IntStream.range(0, 20)
            .mapToObj(
                sender -> CompletableFuture.supplyAsync(() -> answer(list(good("SO-10", "a", 7)))))
            .toList();
    List<JsonNode> all = answers.stream().map(CompletableFuture::join).toList();
    assertThat(all).filteredOn(answer -> answer.get("taken").size() == 1).hasSize(1);
    assertThat(all).filteredOn(answer -> answer.get("known").size() == 1).hasSize(19);
    assertThat(all).allMatch(answer -> answer.findValue("version").asInt() == 3);
    assertThat(assembled("SO-10")).isEqualTo(7);
  }

  @Test
  void ten_thousand_reports_of_ten_orders_are_taken_at_once() {
    IntStream.range(0, 10).forEach(order -> shop.order("BIG-" + order));
    String lines =
        IntStream.range(0, 10_000)
            .mapToObj(number -> good("BIG-" + number % 10, "r" + number, 1))
            .collect(Collectors.joining("\n"));
    JsonNode answer = answer(lines, "Content-Type", "application/x-ndjson");
    assertThat(answer.get("taken")).hasSize(10_000);
    assertThat(answer.at("/taken/9999/version").asInt()).isEqualTo(1_002);
    assertThat(assembled("BIG-9")).isEqualTo(1_000);
  }

  private static JsonNode answer(String body, String... headers) {
    HttpResponse<String> response = integrator.post("/api/reports", body, headers);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return TestClient.json(response);
  }

  private static int assembled(String order) {
    return integrator.json("/api/orders/" + order).at("/lines/1/stages/assembly/through").asInt();
  }

  private static String good(String order, String id, int pieces) {
    return """
    {"id": "%s", "order": "%s", "operation": "Assembly", "kind": "progressed", "good": %d, "source": "scan", \
    "happenedAt": "2026-10-05T08:00:00Z"}"""
        .formatted(id, order, pieces);
  }

  private static String list(String... reports) {
    return "[" + String.join(",", reports) + "]";
  }
}
