package org.vitrine.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vitrine.promises.DueConsent;
import org.vitrine.promises.DueLine;
import org.vitrine.promises.DueLine.CameOn;
import org.vitrine.promises.DueLine.OrderedPart;
import org.vitrine.promises.DueWord;
import org.vitrine.scorecard.ScorecardFigure.FigureShown;

/** What lines come to. */
class DeliveryPartTest {
  private static final ScorecardMonth OCTOBER =
      new ScorecardMonth(
          YearMonth.of(2026, 10), LocalDate.of(2026, 11, 5), ZoneId.of("Asia/Shanghai"));

  private static LocalDate october(int day) {
    return LocalDate.of(2026, 10, day);
  }

  private static DueWord word(int version, Integer line, int said, Integer promised) {
    return new DueWord(
        version,
        Optional.ofNullable(line),
        october(said),
        Optional.ofNullable(promised).map(DeliveryPartTest::october),
        Optional.of(october(said)),
        DueConsent.NONE,
        false);
  }

  private static CameOn came(int day, int quantity) {
    return new CameOn(october(day), BigDecimal.valueOf(quantity));
  }

  /** Ten lines of five companies, of which eight came in time, one a day late and one ten days. */
  private static List<DueLine> ten() {
    List<DueLine> lines = new ArrayList<>();
    for (int at = 0; at < 10; at++) {
      int day = at == 8 ? 21 : at == 9 ? 30 : 18;
      OrderedPart part =
          new OrderedPart(
              at % 5, 1, at < 5 ? "split-ac" : "heat-pump", Optional.of(BigDecimal.TEN), false);
      lines.add(
          DueLine.of(
              part,
              List.of(word(1, null, 1, 18), word(2, null, 18, 20)),
              List.of(came(day, 10)),
              Optional.empty()));
    }
    return lines;
  }

  @Test
  void lines_are_counted_by_both_days_and_by_what_they_are_made_as() {
    List<ScorecardFigure> figures =
        DeliveryPart.figures(ten(), OCTOBER, Map.of("split-ac", "Split air conditioner"));

    FigureShown first = shown(figures, DeliveryPart.FIRST);
    assertThat(first.hits()).contains(8L);
    assertThat(first.of()).contains(10L);
    assertThat(first.value()).isEqualTo("80");
    // Wilson, 8 of 10.
    assertThat(first.low().orElseThrow()).isEqualTo("49");
    assertThat(first.high().orElseThrow()).isEqualTo("94.3");
    assertThat(shown(figures, DeliveryPart.AGREED).hits()).contains(8L);
    assertThat(shown(figures, DeliveryPart.FIRST_IN_FULL).hits()).contains(8L);
    assertThat(shown(figures, DeliveryPart.FIRST_IN_FULL).of()).contains(10L);
    assertThat(shown(figures, DeliveryPart.MEDIAN).value()).isEqualTo("0");
    assertThat(shown(figures, DeliveryPart.WORST).value()).as("nine of ten").isEqualTo("1");
    assertThat(figures)
        .filteredOn(one -> one.group().isPresent())
        .extracting(one -> one.group().orElseThrow().name().plain())
        .containsExactly("heat-pump", "Split air conditioner");
  }

  private static FigureShown shown(List<ScorecardFigure> figures, String name) {
    return figures.stream()
        .filter(one -> one.name().equals(name) && one.group().isEmpty())
        .findFirst()
        .orElseThrow()
        .shown()
        .orElseThrow();
  }

  @Test
  void of_four_lines_or_four_companies_nothing_is_shown() {
    assertThat(DeliveryPart.figures(ten().subList(0, 4), OCTOBER, Map.of()))
        .allSatisfy(one -> assertThat(one.shown()).isEmpty());
    List<DueLine> ofFour = ten().stream().filter(one -> one.company() < 4).toList();
    assertThat(DeliveryPart.figures(ofFour, OCTOBER, Map.of()))
        .allSatisfy(one -> assertThat(one.shown()).isEmpty());
    assertThat(DeliveryPart.figures(List.of(), OCTOBER, Map.of())).hasSize(6);
  }

  @Test
  void the_order_of_lines_and_of_history_does_not_matter() {
    List<ScorecardFigure> figures = DeliveryPart.figures(ten(), OCTOBER, Map.of());
    for (int seed = 0; seed < 20; seed++) {
      List<DueLine> mixed = ten();
      Collections.shuffle(mixed, new Random(seed));
      assertThat(DeliveryPart.figures(mixed, OCTOBER, Map.of())).isEqualTo(figures);
    }
  }

  @Test
  void what_is_due_later_than_it_is_counted_is_not_broken_yet() {
    ScorecardMonth early = new ScorecardMonth(OCTOBER.month(), october(20), OCTOBER.zone());
    assertThat(DeliveryPart.figures(ten(), early, Map.of()).getFirst().shown()).isPresent();
    ScorecardMonth earlier = new ScorecardMonth(OCTOBER.month(), october(18), OCTOBER.zone());
    assertThat(DeliveryPart.figures(ten(), earlier, Map.of()).getFirst().shown())
        .as("the day is not over")
        .isEmpty();
  }
}
