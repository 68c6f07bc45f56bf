package org.vitrine.forecasting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vitrine.forecasting.ForecastCoverage.CoverageKind;
import org.vitrine.forecasting.ForecastCoverage.CoverageRow;
import org.vitrine.forecasting.ForecastCoverage.CoverageStage;
import org.vitrine.forecasting.MethodComparison.ComparedMethod;
import org.vitrine.orders.Wording;
import org.vitrine.production.ToldForecast.HeldRanges;

class ForecastCoverageTest {
  private static final MethodComparison NOTHING_BESIDE = MethodComparison.of(List.of());

  private static CoverageRow row(String key, int judged) {
    return new CoverageRow(key, Optional.empty(), judged, judged / 2, judged, Optional.of(1.0), 0);
  }

  @Test
  void each_kind_has_its_order() {
    ForecastCoverage found =
        ForecastCoverage.of(
            Optional.empty(),
            Map.of(
                CoverageKind.MONTH, List.of(row("2026-09", 1), row("2026-11", 2)),
                CoverageKind.PRODUCT, List.of(row("Plug", 1), row("Cable", 5)),
                CoverageKind.HORIZON, List.of(row("14", 1), row("2147483647", 1), row("7", 1))),
            Map.of(),
            HeldRanges.NONE,
            NOTHING_BESIDE);

    assertThat(found.all().judged()).isZero();
    assertThat(found.parts().byMonth())
        .extracting(CoverageRow::key)
        .containsExactly("2026-11", "2026-09");
    assertThat(found.parts().byProduct())
        .extracting(CoverageRow::key)
        .containsExactly("Cable", "Plug");
    assertThat(found.parts().byHorizon())
        .extracting(CoverageRow::key)
        .containsExactly("7", "14", "2147483647");
  }

  @Test
  void a_stage_has_its_name_while_its_routing_has_it() {
    CoverageStage assembly = new CoverageStage(Wording.of("Assembly"), "Motors");
    ForecastCoverage found =
        ForecastCoverage.of(
            Optional.empty(),
            Map.of(CoverageKind.STAGE, List.of(row("motor/assembly", 3), row("motor/gone", 1))),
            Map.of("motor/assembly", assembly),
            HeldRanges.NONE,
            NOTHING_BESIDE);

    assertThat(found.parts().byStage())
        .extracting(CoverageRow::stage)
        .containsExactly(Optional.of(assembly), Optional.empty());
  }

  @Test
  void the_most_frequent_products_are_named() {
    List<CoverageRow> products =
        IntStream.rangeClosed(1, 80).mapToObj(at -> row("P" + at, at)).toList();
    ForecastCoverage found =
        ForecastCoverage.of(
            Optional.empty(),
            Map.of(CoverageKind.PRODUCT, products),
            Map.of(),
            HeldRanges.NONE,
            NOTHING_BESIDE);

    assertThat(found.parts().byProduct()).hasSize(50).first().isEqualTo(row("P80", 80));
  }

  @Test
  void few_ranges_are_counted_but_held_against_nothing() {
    ComparedMethod shown = new ComparedMethod("shown", 19, 9, 17, 1.5, Optional.empty());

    assertThat(MethodComparison.of(List.of(shown))).isEqualTo(new MethodComparison(19, List.of()));
  }

  @Test
  void it_drifts_where_fewer_hold_than_chance_explains() {
    assertThat(ForecastCoverage.drift(new HeldRanges(30, 20))).contains(new HeldRanges(30, 20));
    assertThat(ForecastCoverage.drift(new HeldRanges(30, 27))).isEmpty();
  }

  @Test
  void few_tell_nothing_of_a_drift() {
    assertThat(ForecastCoverage.drift(new HeldRanges(2, 0))).isEmpty();
  }
}
