package org.vitrine.voices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;

class AskedProductsTest {
  private static final LocalizedText BOTH =
      LocalizedText.of(Map.of("en", "Is it quiet?", "zh-CN", "安静吗？"));
  private static final LocalizedText ONE = LocalizedText.of("Läuft es?");

  @Test
  void what_is_asked_of_all_products_is_asked_once_in_its_own_words() {
    assertThat(asked(new CareQuestion("*", BOTH, 14))).isEqualTo(BOTH);
    assertThat(asked(new CareQuestion("*", ONE, 14))).isEqualTo(ONE);
  }

  @Test
  void what_differs_is_asked_with_its_product_in_each_language() {
    LocalizedText asked = asked(new CareQuestion("KFR*", BOTH, 14), new CareQuestion("*", ONE, 14));

    assertThat(asked.byLanguage())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "en", "KFR-35: Is it quiet?\nVRF-80: Läuft es?",
                "zh-CN", "KFR-35: 安静吗？\nVRF-80: Läuft es?"));
  }

  private static LocalizedText asked(CareQuestion... questions) {
    return new AskedProducts(List.of(care(1, "KFR-35"), care(2, "VRF-80")))
        .question(List.of(questions));
  }

  private static DueCare care(int line, String product) {
    return new DueCare(
        new CompanyId(1),
        new OrderId(1),
        new OrderNumber("SO-1"),
        product,
        line,
        LocalizedText.of(product),
        LocalDate.of(2026, 11, 1));
  }
}
