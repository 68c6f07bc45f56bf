package org.vitrine.acts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.orders.OrderNumber;

/** One thing done with several orders, each of which says what became of it. */
class SeveralOrdersIT {
  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient anna;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    shop = new Shop(vitrine);
    anna = shop.staff(Role.ADMINISTRATOR, "anna@vitrine.example");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void promises_move_by_working_days_and_each_order_says_what_became_of_it() {
    shop.order("SO-1");
    shop.order("SO-2", "northwind", "2026-12-18");
    shop.order("SO-3");
    shop.cancel("SO-3", "never built");
    anna.put(
        "/api/calendars/plant",
        """
        {"zone": "Europe/Berlin", "week": {
          "monday": %1$s, "tuesday": %1$s, "wednesday": %1$s, "thursday": %1$s, "friday": %1$s}}\
        """
            .formatted("[{\"from\": \"08:00\", \"to\": \"16:00\"}]"));

    JsonNode outcomes =
        done(
            "\"act\": \"promise\", \"workingDays\": 3, \"reason\": \"late paint\", \"cause\":"
                + " \"transport\", \"side\": \"supplier\"",
            "SO-2",
            "SO-3",
            "SO-9");

    assertThat(said(outcomes)).containsExactly("changed", "refused", "refused");
    assertThat(outcomes.at("/1/reason").asText()).contains("cancelled");
    assertThat(promise("SO-2")).as("from a Friday to a Wednesday").isEqualTo("2026-12-23");
    assertThat(promise("SO-1")).isEqualTo("2026-12-12");
    JsonNode word = anna.json("/api/orders/SO-2/promise").get("promise");
    assertThat(word.get("cause").asText()).isEqualTo("transport");
    assertThat(word.get("side").asText()).isEqualTo("supplier");
  }

  @Test
  void a_cause_of_several_orders_is_one_that_fits_all_of_them() {
    for (String wish :
        List.of(
            "\"act\": \"promise\", \"workingDays\": 3, \"reason\": \"x\", \"cause\":"
                + " \"customer-asked\"",
            "\"act\": \"promise\", \"workingDays\": 3, \"reason\": \"x\", \"cause\": \"luck\"",
            "\"act\": \"hold\", \"reason\": \"x\", \"cause\": \"machine\"")) {
      var answer = anna.post("/api/orders/acts", "{" + wish + ", \"orders\": [\"SO-1\"]}");
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
      assertThat(TestClient.json(answer).get("field").asText()).isEqualTo("cause");
    }
  }

  @Test
  void orders_are_held_resumed_and_cancelled_together() {
    shop.order("SO-11");
    shop.order("SO-12");
    assertThat(said(done("\"act\": \"hold\", \"reason\": \"late paint\"", "SO-11", "SO-12")))
        .containsExactly("changed", "changed");
    assertThat(said(done("\"act\": \"hold\", \"reason\": \"late paint\"", "SO-11")))
        .containsExactly("unchanged");
    assertThat(said(done("\"act\": \"resume\"", "SO-11", "so-11"))).containsExactly("changed");
    assertThat(said(done("\"act\": \"cancel\", \"reason\": \"never built\"", "SO-11", "SO-12")))
        .containsExactly("changed", "changed");
    assertThat(said(done("\"act\": \"hold\", \"reason\": \"late paint\"", "SO-12")))
        .containsExactly("refused");
    assertThat(said(done("\"act\": \"reinstate\"", "SO-12"))).containsExactly("changed");
  }

  @Test
  void what_was_sent_twice_under_one_key_is_done_once() {
    shop.order("SO-21", "northwind", "2026-12-18");
    String wish =
        "{\"act\": \"promise\", \"workingDays\": 1, \"reason\": \"x\", \"orders\": [\"SO-21\"]}";
    anna.post("/api/orders/acts", wish, "Idempotency-Key", "once-1");
    String moved = promise("SO-21");
    anna.post("/api/orders/acts", wish, "Idempotency-Key", "once-1");
    assertThat(promise("SO-21")).isEqualTo(moved);
  }

  /** What is left where a request ended with its process, between two orders. */
  @Test
  void the_same_key_does_the_rest_of_what_broke_off_and_nothing_twice() {
    shop.order("SO-41", "northwind", "2026-12-16");
    shop.order("SO-42", "northwind", "2026-12-16");
    String wish = "\"act\": \"promise\", \"workingDays\": 1, \"reason\": \"x\"";
    JsonNode first = doneUnder("once-4", wish, "SO-41", "so-42");
    String moved = promise("SO-41");
    sql("DELETE FROM idempotency");
    sql(
        "DELETE FROM order_act WHERE order_number = '%s'"
            .formatted(new OrderNumber("SO-42").key()));

    JsonNode again = doneUnder("once-4", wish, "SO-41", "so-42");

    assertThat(again.get(0)).as("answered as it was").isEqualTo(first.get(0));
    assertThat(promise("SO-41")).isEqualTo(moved);
    assertThat(promise("SO-42")).as("the one that was not through").isGreaterThan(moved);
  }

  @Test
  void what_was_held_under_a_key_is_not_held_again_once_it_went_on() {
    shop.order("SO-43");
    String wish = "\"act\": \"hold\", \"reason\": \"late paint\"";
    doneUnder("once-5", wish, "SO-43");
    done("\"act\": \"resume\"", "SO-43");
    sql("DELETE FROM idempotency");
    doneUnder("once-5", wish, "SO-43");
    assertThat(said(done("\"act\": \"resume\"", "SO-43"))).containsExactly("unchanged");
  }

  @Test
  void another_wish_under_a_key_that_was_used_for_an_order_is_refused() {
    shop.order("SO-44", "northwind", "2026-12-16");
    doneUnder("once-6", "\"act\": \"cancel\", \"reason\": \"never built\"", "SO-44");
    sql("DELETE FROM idempotency");
    JsonNode other = doneUnder("once-6", "\"act\": \"reinstate\"", "SO-44");
    assertThat(said(other)).containsExactly("refused");
    assertThat(other.at("/0/reason").asText()).contains("Idempotency-Key");
  }

  private static void sql(String statement) {
    vitrine.vitrine().database().execute("test.forget", statement);
  }

  private static JsonNode doneUnder(String key, String wish, String... orders) {
    HttpResponse<String> answer =
        anna.post("/api/orders/acts", body(wish, orders), "Idempotency-Key", key);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return TestClient.json(answer).get("orders");
  }

  @Test
  void what_makes_no_sense_is_refused_before_anything_is_done() {
    shop.order("SO-31");
    assertThat(refused("\"act\": \"hold\"", "SO-31")).isEqualTo("reason");
    assertThat(refused("\"act\": \"promise\", \"reason\": \"x\"", "SO-31")).isEqualTo("date");
    assertThat(refused("\"act\": \"promise\", \"workingDays\": 0, \"reason\": \"x\"", "SO-31"))
        .isEqualTo("workingDays");
    String[] many = IntStream.rangeClosed(1, 201).mapToObj(at -> "M-" + at).toArray(String[]::new);
    assertThat(refused("\"act\": \"resume\"", many)).isEqualTo("orders");
    TestClient operator = shop.staff(Role.OPERATOR, "op@vitrine.example");
    assertThat(ask(operator, "\"act\": \"reinstate\"", "SO-31").statusCode()).isEqualTo(403);
  }

  private static JsonNode done(String wish, String... orders) {
    HttpResponse<String> answer = ask(anna, wish, orders);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return TestClient.json(answer).get("orders");
  }

  private static String refused(String wish, String... orders) {
    HttpResponse<String> answer = ask(anna, wish, orders);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
    return TestClient.json(answer).get("field").asText();
  }

  private static HttpResponse<String> ask(TestClient who, String wish, String... orders) {
    return who.post("/api/orders/acts", body(wish, orders));
  }

  private static String body(String wish, String... orders) {
    String named = List.of(orders).stream().collect(Collectors.joining("\", \"", "\"", "\""));
    return "{" + wish + ", \"orders\": [" + named + "]}";
  }

  private static List<String> said(JsonNode outcomes) {
    return StreamSupport.stream(outcomes.spliterator(), false)
        .map(one -> one.get("outcome").asText())
        .toList();
  }

  private static String promise(String order) {
    return anna.json("/api/orders/" + order).at("/promise/current").asText();
  }
}
