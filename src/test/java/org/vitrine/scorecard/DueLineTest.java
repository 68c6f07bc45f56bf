package org.vitrine.scorecard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vitrine.scorecard.DueLine.CameOn;
import org.vitrine.scorecard.DueLine.DueWord;
import org.vitrine.scorecard.DueLine.OrderedPart;
import org.vitrine.scorecard.ScorecardFigure.FigureShown;

/** What became of a line against what was promised, and what lines come to. */
class DueLineTest {
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
        Optional.ofNullable(promised).map(DueLineTest::october));
  }

  private static CameOn came(int day, int quantity) {
    return new CameOn(october(day), BigDecimal.valueOf(quantity));
  }

  private static OrderedPart part(Integer quantity, boolean closedShort) {
    return new OrderedPart(
        1, 2, "split-ac", Optional.ofNullable(quantity).map(BigDecimal::valueOf), closedShort);
  }

  private static DueLine line(List<DueWord> words, CameOn... came) {
    return DueLine.of(part(10, false), words, Arrays.asList(came), Optional.empty());
  }

  @Test
  void the_first_day_stays_and_the_agreed_one_follows_what_is_said_in_time() {
    DueLine line =
        line(List.of(word(1, null, 1, 10), word(2, null, 10, 15), word(3, null, 12, 14)));

    assertThat(line.first()).contains(october(10));
    assertThat(line.agreed()).contains(october(14));
  }

  @Test
  void a_day_that_is_moved_once_it_has_passed_moves_nothing() {
    assertThat(line(List.of(word(1, null, 1, 10), word(2, null, 11, 20))).agreed())
        .contains(october(10));
    assertThat(
            line(List.of(word(1, null, 1, 10), word(2, null, 11, 20), word(3, null, 12, 25)))
                .agreed())
        .contains(october(10));
  }

  @Test
  void what_is_to_be_confirmed_is_no_day_until_one_is_named() {
    DueLine line = line(List.of(word(1, null, 1, null), word(4, null, 5, 20)));
    assertThat(line.first()).contains(october(20));
    assertThat(line.agreed()).contains(october(20));
    assertThat(line(List.of(word(1, null, 1, 10), word(2, null, 3, null))).agreed()).isEmpty();
  }

  @Test
  void a_line_goes_by_the_order_until_something_is_said_of_the_line() {
    List<DueWord> words =
        List.of(word(1, null, 1, 10), word(2, 2, 2, 12), word(3, null, 3, 20), word(4, 7, 3, 28));

    assertThat(line(words).first()).contains(october(10));
    assertThat(line(words).agreed()).contains(october(12));
  }

  @Test
  void it_is_full_on_the_day_on_which_all_had_come() {
    DueLine line = line(List.of(word(1, null, 1, 10)), came(9, 4), came(11, 6), came(8, 0));

    assertThat(line.full()).contains(october(11));
    assertThat(line.endedBy(october(10))).isFalse();
    assertThat(line.daysLate(october(10), OCTOBER.countedOn())).isEqualTo(1);
    assertThat(line(List.of(), came(9, 4)).ended()).as("some of it").isEmpty();
  }

  @Test
  void what_is_finished_with_fewer_has_ended_and_is_not_full() {
    DueLine closed =
        DueLine.of(part(10, true), List.of(), List.of(came(9, 4), came(7, 5)), Optional.empty());
    assertThat(closed.ended()).contains(october(9));
    assertThat(closed.full()).isEmpty();
    DueLine unknown =
        DueLine.of(part(null, false), List.of(), List.of(came(9, 4)), Optional.empty());
    assertThat(unknown.ended()).contains(october(9));
    assertThat(unknown.isCounted()).isFalse();
  }

  @Test
  void where_nothing_is_said_of_shipments_it_ends_when_it_is_made() {
    DueLine made = DueLine.of(part(10, false), List.of(), List.of(), Optional.of(october(9)));
    assertThat(made.ended()).contains(october(9));
    assertThat(made.full()).contains(october(9));
  }

  @Test
  void what_is_open_is_late_until_the_day_of_counting() {
    DueLine open = line(List.of(word(1, null, 1, 31)));
    assertThat(open.daysLate(october(31), OCTOBER.countedOn())).isEqualTo(5);
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
    assertThat(shown(figures, DeliveryPart.MEDIAN).value()).isEqualTo("0");
    assertThat(shown(figures, DeliveryPart.WORST).value()).as("nine of ten").isEqualTo("1");
    assertThat(figures)
        .filteredOn(one -> one.group().isPresent())
        .extracting(one -> one.group().orElseThrow().name())
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
    assertThat(DeliveryPart.figures(List.of(), OCTOBER, Map.of())).hasSize(5);
  }

  @Test
  void the_order_of_lines_and_of_history_does_not_matter() {
    List<ScorecardFigure> figures = DeliveryPart.figures(ten(), OCTOBER, Map.of());
    for (int seed = 0; seed < 20; seed++) {
      List<DueLine> mixed = ten();
      Collections.shuffle(mixed, new Random(seed));
      assertThat(DeliveryPart.figures(mixed, OCTOBER, Map.of())).isEqualTo(figures);
    }
    assertThat(line(List.of(word(2, null, 3, 12), word(1, null, 1, 10)), came(9, 4), came(8, 6)))
        .isEqualTo(
            line(List.of(word(1, null, 1, 10), word(2, null, 3, 12)), came(8, 6), came(9, 4)));
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
