package org.vitrine.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;

/** Searching orders and reading their history, page by page. */
class OrderListIT {
  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient integrator;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    shop = new Shop(vitrine);
    integrator = shop.integrator();
    shop.company("contoso", "Contoso");
    place("LATE-1", "northwind", "\"promise\": {\"date\": \"2020-01-01\"},");
    place("LATE-2", "contoso", "\"promise\": {\"date\": \"2020-01-01\"},");
    place("LATE-3", "contoso", "\"promise\": {\"date\": \"2020-01-01\"}, \"cancelled\": \"no\",");
    place("DUE-1", "contoso", "\"promise\": {\"date\": \"2040-01-01\"},");
    place("REF-1", "northwind", "\"customerReference\": \"100%_A\",");
    place("REF-2", "northwind", "\"customerReference\": \"100xxA\",");
    place("REF-3", "northwind", "\"customerReference\": \"采购单\\\\7\",");
    place("DONE-1", "northwind", "");
    shop.good("DONE-1", "a", "Packing", 5);
    shop.good("LATE-1", "a", "Assembly", 5);
    await("the filters to follow", () -> numbers("state=completed").contains("DONE-1"));
    await("the filters to follow", () -> numbers("late=true").size() == 2);
    await("the filters to follow", () -> !numbers("stage=final-inspection").isEmpty());
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void late_are_those_past_their_day_that_still_matter() {
    assertThat(numbers("late=true")).containsExactly("LATE-2", "LATE-1");
    assertThat(numbers("late=true&company=contoso")).containsExactly("LATE-2");
    assertThat(numbers("late=true&company=contoso&q=late-1")).isEmpty();
  }

  @Test
  void filters_go_together() {
    assertThat(numbers("state=cancelled")).containsExactly("LATE-3");
    assertThat(numbers("stage=final-inspection&q=LATE")).containsExactly("LATE-1");
    assertThat(numbers("state=in-production&stage=final-inspection&late=true&q=LATE"))
        .containsExactly("LATE-1");
    assertThat(numbers("company=nobody")).isEmpty();
    assertThat(numbers("q=%20%20")).hasSameSizeAs(numbers(""));
  }

  @Test
  void a_search_takes_every_character_as_it_is() {
    assertThat(search("100%")).containsExactly("REF-1");
    assertThat(search("%_a")).containsExactly("REF-1");
    assertThat(search("_")).containsExactly("REF-1");
    assertThat(search("100")).containsExactly("REF-2", "REF-1");
    assertThat(search("采购")).containsExactly("REF-3");
    assertThat(search("单\\7")).containsExactly("REF-3");
    assertThat(search("\\")).containsExactly("REF-3");
    assertThat(search("';--")).isEmpty();
    assertThat(search("ref-")).containsExactly("REF-3", "REF-2", "REF-1");
  }

  @Test
  void pages_are_exact_while_orders_are_placed() {
    IntStream.range(0, 25).forEach(one -> place("PAGE-" + one, "northwind", ""));
    List<String> seen = new ArrayList<>();
    String after = "";
    int placed = 0;
    do {
      JsonNode page = integrator.json("/api/orders?q=PAGE-&limit=7" + after);
      page.get("orders").forEach(order -> seen.add(order.get("number").asText()));
      after = page.has("next") ? "&after=" + page.get("next").asText() : "";
      place("PAGE-new-" + placed++, "northwind", "");
    } while (!after.isEmpty());
    assertThat(seen)
        .containsExactlyElementsOf(
            IntStream.iterate(24, one -> one >= 0, one -> one - 1)
                .mapToObj(one -> "PAGE-" + one)
                .toList());
  }

  @Test
  void a_history_is_exact_while_it_grows() {
    place("HIST-1", "northwind", "");
    List<Integer> seen = new ArrayList<>();
    String after = "";
    for (int round = 0; round < 6; round++) {
      for (int one = 0; one < 5; one++) {
        shop.good("HIST-1", round + "-" + one, "Assembly", 1);
      }
      JsonNode page = integrator.json("/api/orders/HIST-1/events?limit=7" + after);
      page.get("events").forEach(event -> seen.add(event.get("version").asInt()));
      after = "&after=" + seen.getLast();
    }
    assertThat(seen).containsExactlyElementsOf(IntStream.rangeClosed(1, 31).boxed().toList());
    assertThat(integrator.json("/api/orders/HIST-1/events" + after.replace('&', '?')).has("next"))
        .isFalse();
  }

  private static List<String> search(String text) {
    return numbers("q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
  }

  private static List<String> numbers(String query) {
    List<String> numbers = new ArrayList<>();
    integrator
        .json("/api/orders?" + query)
        .get("orders")
        .forEach(order -> numbers.add(order.get("number").asText()));
    return numbers;
  }

  private static void place(String number, String company, String members) {
    assertThat(
            integrator
                .put(
                    "/api/orders/" + number,
                    "{\"company\": \"%s\", %s \"lines\": [{\"number\": 1, \"routing\": \"split-ac\", \"quantity\": 5}]}"
                        .formatted(company, members))
                .statusCode())
        .isEqualTo(201);
  }
}
