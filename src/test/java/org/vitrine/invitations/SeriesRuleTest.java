package org.vitrine.invitations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.invitations.SeriesRule.Pace;
import org.vitrine.platform.Rejection;

class SeriesRuleTest {
  @ParameterizedTest
  @CsvSource({
    "2,  TUESDAY,  1, 2026-12-08, '2026-12-08 2027-01-12 2027-02-09 2027-03-09'",
    "2,  TUESDAY,  1, 2026-12-09, '2027-01-12 2027-02-09 2027-03-09 2027-04-13'",
    "1,  FRIDAY,   3, 2027-01-01, '2027-01-01 2027-04-02 2027-07-02 2027-10-01'",
    "-1, THURSDAY, 1, 2027-02-01, '2027-02-25 2027-03-25 2027-04-29 2027-05-27'",
    "4,  MONDAY,  12, 2028-02-28, '2028-02-28 2029-02-26 2030-02-25 2031-02-24'"
  })
  void the_nth_weekday_of_a_month(
      int nth, DayOfWeek day, int every, LocalDate from, String expected) {
    SeriesRule rule =
        new SeriesRule(
            Pace.MONTHLY, Optional.of(nth), day, every, Optional.of(20), Optional.empty());

    assertThat(rule.dates(from, 4))
        .extracting(LocalDate::toString)
        .containsExactly(expected.split(" "));
  }

  @Test
  void weeks_are_counted_from_the_first_date() {
    SeriesRule rule =
        new SeriesRule(
            Pace.WEEKLY,
            Optional.empty(),
            DayOfWeek.WEDNESDAY,
            2,
            Optional.empty(),
            Optional.of(LocalDate.of(2027, 1, 6)));

    assertThat(rule.dates(LocalDate.of(2026, 12, 7), 10))
        .extracting(LocalDate::toString)
        .containsExactly("2026-12-09", "2026-12-23", "2027-01-06");
  }

  @Test
  void it_ends_with_its_count_however_many_are_asked_for() {
    assertThat(SeriesRule.weekly(DayOfWeek.MONDAY, 3).dates(LocalDate.of(2026, 12, 7), 100))
        .hasSize(3);
    assertThat(SeriesRule.weekly(DayOfWeek.MONDAY, 3).dates(LocalDate.of(2026, 12, 7), 0))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "MONTHLY, 5,  1,  3, , rule.nth",
    "MONTHLY, 0,  1,  3, , rule.nth",
    "MONTHLY,  ,  1,  3, , rule.nth",
    "WEEKLY,  1,  1,  3, , rule.nth",
    "MONTHLY, 1,  0,  3, , rule.every",
    "MONTHLY, 1, 13,  3, , rule.every",
    "MONTHLY, 1,  1,   , , rule.count",
    "MONTHLY, 1,  1,  3, 2027-01-01, rule.count",
    "MONTHLY, 1,  1,  0, , rule.count",
    "MONTHLY, 1,  1, 261, , rule.count"
  })
  void what_is_no_rule_is_refused_by_its_field(
      Pace pace, Integer nth, int every, Integer count, LocalDate until, String field) {
    assertThatThrownBy(
            () ->
                new SeriesRule(
                    pace,
                    Optional.ofNullable(nth),
                    DayOfWeek.MONDAY,
                    every,
                    Optional.ofNullable(count),
                    Optional.ofNullable(until)))
        .isInstanceOfSatisfying(
            Rejection.Invalid.class, fault -> assertThat(fault.field()).isEqualTo(field));
  }

  @ParameterizedTest
  @CsvSource({
    "WEEKLY,   , 1, 2031-11-24, true",
    "WEEKLY,   , 1, 2031-11-30, true",
    "WEEKLY,   , 1, 2031-12-01, false",
    "WEEKLY,   , 2, 2031-12-01, true",
    "WEEKLY,   , 1, 9999-12-31, false",
    "MONTHLY, 1, 1, 2048-07-06, true",
    "MONTHLY, 1, 1, 2048-08-03, false"
  })
  void it_ends_with_a_day_that_leaves_it_260_dates_or_fewer(
      Pace pace, Integer nth, int every, LocalDate until, boolean fits) {
    SeriesRule rule =
        new SeriesRule(
            pace,
            Optional.ofNullable(nth),
            DayOfWeek.MONDAY,
            every,
            Optional.empty(),
            Optional.of(until));
    LocalDate first = LocalDate.of(2026, 12, 7);
    if (fits) {
      rule.requireBounded(first);
      return;
    }
    assertThatThrownBy(() -> rule.requireBounded(first))
        .isInstanceOfSatisfying(
            Rejection.Invalid.class, fault -> assertThat(fault.field()).isEqualTo("rule.until"))
        .hasMessageContaining(until.toString());
  }
}
