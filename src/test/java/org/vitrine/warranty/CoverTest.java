package org.vitrine.warranty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vitrine.platform.Rejection;
import org.vitrine.warranty.Cover.CoveredPart;

class CoverTest {
  private static final CoverEntry TWO_YEARS = CoverEntry.base(day("2026-03-01"), 24);

  @Test
  void nothing_is_covered_before_something_is_promised() {
    Cover cover = Cover.derivedFrom(List.of());
    assertThat(cover.until()).isNull();
    assertThat(cover.lastsOn(day("2026-03-01"))).isFalse();
  }

  @Test
  void the_last_day_is_covered_and_the_next_is_not() {
    Cover cover = Cover.derivedFrom(List.of(TWO_YEARS));
    assertThat(cover.until()).isEqualTo("2028-03-01");
    assertThat(cover.lastsOn(day("2028-03-01"))).isTrue();
    assertThat(cover.lastsOn(day("2028-03-02"))).isFalse();
  }

  @Test
  void months_end_with_the_month_where_it_is_shorter() {
    assertThat(until(CoverEntry.base(day("2026-08-31"), 6))).isEqualTo("2027-02-28");
  }

  @Test
  void of_several_bases_the_last_counts_and_what_was_added_stays_added() {
    assertThat(
            until(
                TWO_YEARS,
                months(CoverKind.EXTENSION, "2026-03-01", 12),
                CoverEntry.base(day("2026-03-05"), 24)))
        .isEqualTo("2029-03-05");
  }

  @Test
  void an_extension_goes_on_from_the_end_or_from_its_own_day_where_that_is_later() {
    assertThat(until(TWO_YEARS, months(CoverKind.EXTENSION, "2027-06-01", 12)))
        .isEqualTo("2029-03-01");
    assertThat(until(TWO_YEARS, months(CoverKind.EXTENSION, "2028-06-01", 12)))
        .isEqualTo("2029-06-01");
  }

  @Test
  void a_repaired_part_is_covered_by_itself() {
    Cover cover = Cover.derivedFrom(List.of(TWO_YEARS, part("2028-01-10", "Capacitor", 24)));
    assertThat(cover.until()).isEqualTo("2028-03-01");
    assertThat(cover.parts()).containsExactly(new CoveredPart("Capacitor", day("2030-01-10")));
  }

  @Test
  void a_part_that_is_repaired_twice_is_covered_as_long_as_the_longer_of_both() {
    Cover cover =
        Cover.derivedFrom(
            List.of(TWO_YEARS, part("2026-05-01", "Fan", 36), part("2026-06-01", "Fan", 12)));
    assertThat(cover.parts()).containsExactly(new CoveredPart("Fan", day("2029-05-01")));
  }

  @Test
  void a_replacement_is_never_covered_shorter_than_it_was() {
    assertThat(until(TWO_YEARS, months(CoverKind.REPLACEMENT, "2026-04-01", 6)))
        .isEqualTo("2028-03-01");
    assertThat(until(TWO_YEARS, months(CoverKind.REPLACEMENT, "2028-02-01", 6)))
        .isEqualTo("2028-08-01");
  }

  @Test
  void the_law_adds_twelve_months_once() {
    assertThat(
            until(
                TWO_YEARS,
                CoverEntry.byLaw(day("2027-01-01")),
                CoverEntry.byLaw(day("2027-09-01"))))
        .isEqualTo("2029-03-01");
  }

  @Test
  void the_law_adds_nothing_to_what_has_ended() {
    assertThat(until(TWO_YEARS, CoverEntry.byLaw(day("2028-03-02")))).isEqualTo("2028-03-01");
  }

  @Test
  void what_is_voided_ends_the_day_before_with_its_parts() {
    Cover cover =
        Cover.derivedFrom(
            List.of(TWO_YEARS, part("2026-05-01", "Fan", 36), voided("2027-01-01", "Opened")));
    assertThat(cover.until()).isEqualTo("2026-12-31");
    assertThat(cover.voided()).isEqualTo("Opened");
    assertThat(cover.parts()).containsExactly(new CoveredPart("Fan", day("2026-12-31")));
  }

  @Test
  void it_is_voided_also_for_whom_the_reason_was_not_written() {
    assertThat(Cover.derivedFrom(List.of(TWO_YEARS, voided("2027-01-01", null))).voided())
        .isEmpty();
  }

  @Test
  void voiding_what_has_ended_makes_it_no_longer() {
    assertThat(until(TWO_YEARS, voided("2029-01-01", "Opened"))).isEqualTo("2028-03-01");
  }

  @Test
  void only_goodwill_goes_on_after_what_was_voided() {
    CoverEntry voided = voided("2027-01-01", "Opened");
    assertThat(
            until(
                TWO_YEARS,
                voided,
                months(CoverKind.EXTENSION, "2027-02-01", 12),
                months(CoverKind.REPLACEMENT, "2027-02-01", 12),
                CoverEntry.byLaw(day("2026-12-01"))))
        .isEqualTo("2026-12-31");
    Cover again =
        Cover.derivedFrom(
            List.of(
                TWO_YEARS,
                voided,
                new CoverEntry(CoverKind.GOODWILL, day("2027-02-01"), 3, null, "A long friend")));
    assertThat(again.until()).isEqualTo("2027-05-01");
    assertThat(again.voided()).isNull();
  }

  @Test
  void an_entry_says_what_its_kind_needs() {
    assertThat(voided("2026-03-01", " ").lacksReason()).isTrue();
    assertThat(months(CoverKind.GOODWILL, "2026-03-01", 6).lacksReason()).isTrue();
    assertThat(months(CoverKind.EXTENSION, "2026-03-01", 6).lacksReason()).isFalse();
    assertRefused("months", CoverKind.VOIDED, 6, null, "Opened");
    assertRefused("months", CoverKind.EXTENSION, null, null, null);
    assertRefused("months", CoverKind.EXTENSION, 601, null, null);
    assertRefused("months", CoverKind.LAW, 11, null, null);
    assertRefused("part", CoverKind.PART, 6, null, null);
    assertRefused("part", CoverKind.BASE, 6, "Fan", null);
  }

  private static void assertRefused(
      String field, CoverKind kind, Integer months, String part, String reason) {
    assertThatThrownBy(() -> new CoverEntry(kind, day("2026-03-01"), months, part, reason))
        .isInstanceOfSatisfying(
            Rejection.Invalid.class, refused -> assertThat(refused.field()).isEqualTo(field));
  }

  private static LocalDate until(CoverEntry... ledger) {
    return Cover.derivedFrom(List.of(ledger)).until();
  }

  private static CoverEntry months(CoverKind kind, String from, int months) {
    return new CoverEntry(kind, day(from), months, null, null);
  }

  private static CoverEntry part(String from, String part, int months) {
    return new CoverEntry(CoverKind.PART, day(from), months, part, null);
  }

  private static CoverEntry voided(String from, String reason) {
    return new CoverEntry(CoverKind.VOIDED, day(from), null, null, reason);
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
