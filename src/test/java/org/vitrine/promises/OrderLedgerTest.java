package org.vitrine.promises;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.platform.json.Json;

class OrderLedgerTest {
  private static final Instant SAID = Instant.parse("2026-12-01T08:00:00Z");

  @ParameterizedTest
  @CsvSource({
    "10 TBC 12,                    FIRST WITHDRAWN SET",
    "TBC 12 12,                    TO_BE_CONFIRMED FIRST LATER",
    "10 9 15,                      FIRST EARLIER LATER",
    "10 15:customer-asked,         FIRST AGREEMENT",
    "10 TBC:customer-asked,        FIRST AGREEMENT",
    "10 15:machine,                FIRST LATER",
    "TBC TBC,                      TO_BE_CONFIRMED TO_BE_CONFIRMED"
  })
  void what_a_word_did_to_the_date_is_named(String days, String moves) {
    assertThat(moves(words(null, days.split(" ")))).isEqualTo(moves);
  }

  @Test
  void a_line_goes_by_the_order_until_something_is_said_of_it() {
    List<PromiseStep> steps = new ArrayList<>(words(null, "10"));
    steps.add(word(2, "promise-revised", 1, "15"));
    steps.add(word(3, "promised", 2, "20"));
    assertThat(moves(steps)).isEqualTo("FIRST LATER FIRST");
  }

  @Test
  void what_the_customer_accepted_is_no_slip() {
    List<PromiseStep> steps = new ArrayList<>(words(null, "10"));
    PromiseStep accepted = word(2, "promise-revised", null, "15");
    ((ObjectNode) accepted.body()).put("offer", "D-1");
    steps.add(accepted);
    assertThat(moves(steps)).isEqualTo("FIRST AGREEMENT");
  }

  @Test
  void only_what_still_held_was_on_the_screen() {
    List<PromiseStep> steps = new ArrayList<>(words(null, "10", "15"));
    steps.add(word(3, "promise-revised", 2, "20"));
    steps.add(word(4, "delay-offered", 2, "30"));
    assertThat(OrderLedger.holding(steps, 1)).containsExactly(1L);
    assertThat(OrderLedger.holding(steps, 2)).containsExactly(2L);
    assertThat(OrderLedger.holding(steps, Long.MAX_VALUE)).containsExactlyInAnyOrder(2L, 3L);
  }

  @Test
  void customers_read_neither_who_said_so_nor_what_the_house_chose() {
    List<PromiseStep> steps = new ArrayList<>(words(null, "10"));
    ((ObjectNode) steps.getFirst().body()).put("plan", "night shift");
    steps.add(word(2, "risk-chosen", 1, "15"));
    OrderLedger theirs = OrderLedger.of("SO-1", steps, Map.of(), Map.of(), false);
    OrderLedger ours = OrderLedger.of("SO-1", steps, Map.of(), Map.of(), true);
    assertThat(theirs.entries()).containsOnlyKeys(1L);
    assertThat(theirs.entries().get(1L).by()).isEmpty();
    assertThat(theirs.entries().get(1L).body().has("plan")).isFalse();
    assertThat(theirs.entries().get(1L).body().get("date").asText()).isEqualTo("2026-12-10");
    assertThat(ours.entries()).containsOnlyKeys(1L, 2L);
    assertThat(ours.entries().get(1L).by()).contains("Anna");
  }

  private static String moves(List<PromiseStep> steps) {
    return String.join(
        " ", new TreeMap<>(OrderLedger.moves(steps)).values().stream().map(Enum::name).toList());
  }

  private static List<PromiseStep> words(Integer line, String... days) {
    List<PromiseStep> steps = new ArrayList<>();
    for (String day : days) {
      steps.add(
          word(steps.size() + 1, steps.isEmpty() ? "promised" : "promise-revised", line, day));
    }
    return steps;
  }

  private static PromiseStep word(long version, String kind, Integer line, String said) {
    String[] parts = said.split(":");
    ObjectNode body = Json.object();
    if (line != null) {
      body.put("line", line);
    }
    if (parts[0].equals("TBC")) {
      body.put("toBeConfirmed", true);
    } else {
      body.put("date", "2026-12-%02d".formatted(Integer.parseInt(parts[0])));
    }
    if (parts.length > 1) {
      body.put("cause", parts[1]);
    }
    return new PromiseStep(version, kind, SAID, "Anna", (JsonNode) body);
  }
}
