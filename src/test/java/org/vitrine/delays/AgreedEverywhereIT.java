package org.vitrine.delays;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestVitrine;

/** What a customer agreed to stands alike in the ledger, the history, the lists and the figures. */
class AgreedEverywhereIT {
  private static final String ORDER = "SO-1";

  @Test
  void a_line_slips_and_what_was_agreed_stands_everywhere() {
    TestClock clock = new TestClock();
    try (TestVitrine vitrine = TestVitrine.startAt(clock)) {
      DelayShop shop = new DelayShop(vitrine, clock);
      LocalDate first = shop.today().plusDays(2);
      LocalDate agreed = shop.today().plusDays(6);
      shop.order(ORDER, first);
      shop.slips(ORDER);
      assertThat(shop.risk(ORDER).get("line").asInt()).isEqualTo(1);

      String offer = shop.offered(ORDER, "[1, 2]", 6, "");
      DelayShop.require(shop.answer(shop.amelia(), offer, "{\"answer\": \"accept\"}"));

      assertThat(shop.promised(ORDER, 1)).isEqualTo(agreed.toString());
      assertThat(shop.promised(ORDER, 2)).isEqualTo(agreed.toString());
      assertThat(shop.history(shop.amelia(), ORDER))
          .contains("delay-offered", "delay-answered", "promise-revised");
      JsonNode ledger = shop.amelia().json("/api/orders/" + ORDER + "/promises").get("entries");
      assertThat(ledger.findValuesAsText("kind"))
          .contains("delay-offered", "delay-answered", "promise-revised");
      JsonNode row = shop.amelia().json("/api/orders?q=" + ORDER).at("/orders/0");
      assertThat(row.get("promised").asText()).isEqualTo(agreed.toString());
      assertThat(shop.li().json("/api/orders?q=" + ORDER).at("/orders/0/promised").asText())
          .isEqualTo(agreed.toString());

      shop.later(Duration.ofDays(8));

      String between = "from=%s&to=%s".formatted(first, agreed);
      JsonNode kept = shop.li().json("/api/promises/kept?" + between);
      assertThat(List.of(kept.at("/first/n").asInt(), kept.at("/first/onTime").asInt()))
          .containsExactly(2, 0);
      assertThat(List.of(kept.at("/agreed/n").asInt(), kept.at("/agreed/onTime").asInt()))
          .containsExactly(2, 0);
      assertThat(
              shop.li()
                  .json("/api/promises/kept?from=%1$s&to=%1$s".formatted(first))
                  .at("/agreed/n")
                  .asInt())
          .isZero();
    }
  }
}
