package org.vitrine.promises;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;

/** What is known of each word on a date: who was told, who read it. */
class LedgerIT {
  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient anna;
  private static TestClient carol;
  private static TestClient stranger;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    shop = new Shop(vitrine);
    anna = shop.staff(Role.ACCOUNT_MANAGER, "anna@vitrine.example");
    carol = shop.contact("northwind", "carol@northwind.example");
    stranger = shop.contact("other", "otto@other.example");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void every_word_stands_with_its_cause_and_whoever_was_told() {
    placed("L-1");
    say("L-1", "2026-12-20", "supplier-late");
    TestWatcher.await("the notice is kept", () -> newest(carol, "L-1").has("told"));
    JsonNode word = newest(carol, "L-1");
    assertThat(word.at("/body/cause").asText()).isEqualTo("supplier-late");
    assertThat(word.get("move").asText()).isEqualTo("later");
    assertThat(word.at("/told/by").asText()).isEqualTo("carol@northwind.example");
    assertThat(word.has("by")).isFalse();
    assertThat(newest(anna, "L-1").get("by").asText()).isEqualTo("anna@vitrine.example");
    assertThat(ledger(carol, "L-1").get("entries")).hasSize(2);
  }

  @Test
  void what_holds_is_read_once_and_by_the_customers_people_alone() {
    shop.order("L-2");
    say("L-2", "2026-12-20", "machine");
    assertThat(seen(anna, "L-2", "{}")).isEqualTo(403);
    assertThat(seen(shop.integrator(), "L-2", "{}")).isEqualTo(403);
    assertThat(seen(stranger, "L-2", "{}")).isEqualTo(404);
    assertThat(newest(anna, "L-2").has("read")).isFalse();
    long upTo = ledger(carol, "L-2").get("upTo").asLong();
    say("L-2", "2026-12-22", "machine");
    assertThat(seen(carol, "L-2", "{\"upTo\": " + upTo + "}")).isEqualTo(204);
    assertThat(newest(anna, "L-2").has("read")).as("it was not on the screen").isFalse();
    assertThat(seen(carol, "L-2", "{}")).isEqualTo(204);
    JsonNode read = newest(anna, "L-2").get("read");
    assertThat(read.get("by").asText()).isEqualTo("carol@northwind.example");
    shop.contact("northwind", "dave@northwind.example").post("/api/orders/L-2/promises/read", "{}");
    assertThat(newest(anna, "L-2").get("read")).isEqualTo(read);
    assertThat(ledger(anna, "L-2").at("/entries/2/read").isMissingNode())
        .as("what had passed before anybody looked was never read")
        .isTrue();
  }

  @Test
  void what_makes_no_sense_is_refused_and_what_is_not_ones_own_is_not_there() {
    shop.order("L-3");
    assertThat(seen(carol, "L-3", "{\"upTo\": -1}")).isEqualTo(422);
    assertThat(seen(carol, "L-3", "{\"upTo\": \"x\"}")).isEqualTo(422);
    assertThat(seen(carol, "L-3", "{\"all\": true}")).isEqualTo(422);
    assertThat(seen(carol, "L-3", "{\"upTo\": 9223372036854775807}")).isEqualTo(204);
    assertThat(stranger.get("/api/orders/L-3/promises").statusCode()).isEqualTo(404);
    assertThat(carol.get("/api/orders/none/promises").statusCode()).isEqualTo(404);
  }

  @Test
  void reading_the_notice_is_reading_the_word() {
    placed("L-4");
    say("L-4", "2026-12-21", "quality");
    TestWatcher.await("the notice is kept", () -> newest(carol, "L-4").has("told"));
    long number = carol.json("/api/notices").at("/notices/0/number").asLong();
    carol.post("/api/notices/reading", "{\"upTo\": " + number + "}");
    TestWatcher.await("it counts as read", () -> newest(anna, "L-4").has("read"));
  }

  /** Other rooms have heard of it: what is said from now on is news. */
  private static void placed(String order) {
    shop.order(order);
    TestWatcher.await(
        "that it was placed is heard",
        () ->
            vitrine
                .vitrine()
                .database()
                .findOne(
                    "test.told",
                    "SELECT true AS told FROM told_order t JOIN orders o ON o.id = t.order_id WHERE"
                        + " o.number = $1",
                    row -> row.getBoolean("told"),
                    order)
                .isPresent());
  }

  private static void say(String order, String day, String cause) {
    var answer =
        anna.put(
            "/api/orders/" + order + "/promise",
            "{\"date\": \"%s\", \"reason\": \"late\", \"cause\": \"%s\"}".formatted(day, cause));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }

  private static int seen(TestClient by, String order, String body) {
    return by.post("/api/orders/" + order + "/promises/read", body).statusCode();
  }

  private static JsonNode ledger(TestClient by, String order) {
    return by.json("/api/orders/" + order + "/promises");
  }

  private static JsonNode newest(TestClient by, String order) {
    JsonNode ledger = ledger(by, order);
    return ledger.get("entries").get(ledger.get("upTo").asText());
  }
}
