package org.vitrine.visits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.vitrine.visits.Cadence.CadenceDue;
import org.vitrine.visits.Cadence.CadenceVersion;
import org.vitrine.visits.CadenceCount.CountedDays;

/** By when somebody is to be met, whatever the cadence, the day and the holidays are. */
class CadenceProperties {
  private static final LocalDate NEW_YEAR = LocalDate.of(2026, 1, 1);
  private static final Predicate<LocalDate> WEEKENDS =
      day -> Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY).contains(day.getDayOfWeek());

  private static Cadence cadence(int ideal, int more) {
    return new Cadence(ideal, ideal + more, new CadenceVersion(CadenceOwner.TIER, 3));
  }

  private static Predicate<LocalDate> holidays(Set<Integer> days) {
    return WEEKENDS.or(day -> days.contains(day.getDayOfYear()));
  }

  private static CadenceDue due(int last, Cadence cadence, Predicate<LocalDate> holidays) {
    return Cadence.due(NEW_YEAR.plusDays(last), cadence, holidays);
  }

  @Property
  void it_is_never_time_before_the_ideal_interval_but_where_it_would_be_too_late(
      @ForAll @IntRange(max = 300) int last,
      @ForAll @IntRange(min = 1, max = 200) int ideal,
      @ForAll @IntRange(max = 60) int more,
      @ForAll @Size(max = 30) Set<@IntRange(min = 1, max = 366) Integer> days) {
    LocalDate met = NEW_YEAR.plusDays(last);
    CadenceDue due = due(last, cadence(ideal, more), holidays(days));
    assertThat(due.ideal()).isBeforeOrEqualTo(due.latest());
    assertThat(!due.ideal().isBefore(met.plusDays(ideal)) || due.ideal().equals(due.latest()))
        .isTrue();
    assertThat(due.latest()).isBeforeOrEqualTo(met.plusDays(ideal + more));
    assertThat(due.latest()).isAfter(met);
  }

  @Property
  void who_visits_is_not_sent_on_a_holiday_while_there_is_another_day(
      @ForAll @IntRange(max = 300) int last,
      @ForAll @IntRange(min = 1, max = 200) int ideal,
      @ForAll @IntRange(max = 60) int more,
      @ForAll @Size(max = 30) Set<@IntRange(min = 1, max = 366) Integer> days) {
    Predicate<LocalDate> holidays = holidays(days);
    LocalDate met = NEW_YEAR.plusDays(last);
    CadenceDue due = due(last, cadence(ideal, more), holidays);
    boolean another =
        IntStream.rangeClosed(1, ideal + more).mapToObj(met::plusDays).anyMatch(holidays.negate());
    if (another) {
      assertThat(holidays.test(due.latest())).isFalse();
      assertThat(holidays.test(due.ideal())).isFalse();
    }
  }

  @Property
  void who_was_met_later_is_due_no_sooner(
      @ForAll @IntRange(max = 300) int last,
      @ForAll @IntRange(max = 30) int later,
      @ForAll @IntRange(min = 1, max = 200) int ideal,
      @ForAll @IntRange(max = 60) int more) {
    CadenceDue before = due(last, cadence(ideal, more), day -> false);
    CadenceDue after = due(last + later, cadence(ideal, more), day -> false);
    assertThat(after.ideal()).isEqualTo(before.ideal().plusDays(later));
    assertThat(after.latest()).isEqualTo(before.latest().plusDays(later));
  }

  @Property
  void it_is_too_late_from_the_day_after_the_last_one_on_and_stays_so(
      @ForAll @IntRange(max = 300) int last,
      @ForAll @IntRange(min = 1, max = 200) int ideal,
      @ForAll @IntRange(max = 60) int more,
      @ForAll @IntRange(max = 400) int later) {
    LocalDate today = NEW_YEAR.plusDays(last + later);
    CadenceDue due = due(last, cadence(ideal, more), WEEKENDS);
    assertThat(due.isOverdue(today)).isEqualTo(today.isAfter(due.latest()));
    assertThat(due.isOverdue(due.latest())).isFalse();
    assertThat(due.isOverdue(due.latest().plusDays(1))).isTrue();
  }

  /** As it is with a company that has only just been entered. */
  @Property
  void nobody_is_late_on_the_day_from_which_it_is_counted(
      @ForAll @IntRange(max = 300) int first,
      @ForAll @IntRange(min = 1, max = 200) int ideal,
      @ForAll @IntRange(max = 60) int more) {
    CadenceDue due = due(first, cadence(ideal, more), WEEKENDS);
    assertThat(due.isOverdue(NEW_YEAR.plusDays(first))).isFalse();
  }

  /** Each time that had to be kept was, or was not. */
  @Property
  void what_is_kept_and_missed_fits_into_the_time(
      @ForAll @Size(max = 40) Set<@IntRange(max = 400) Integer> met,
      @ForAll @IntRange(min = 1, max = 90) int longest,
      @ForAll @IntRange(max = 200) int from,
      @ForAll @IntRange(min = 1, max = 200) int length,
      @ForAll @IntRange(max = 500) int known) {
    List<LocalDate> touches = met.stream().sorted().map(NEW_YEAR::plusDays).toList();
    LocalDate first = NEW_YEAR.plusDays(from);
    LocalDate last = first.plusDays(length);
    CadenceCount count =
        CadenceCount.of(touches, longest, NEW_YEAR.plusDays(known), new CountedDays(first, last));
    long inTime =
        touches.stream().filter(day -> !day.isBefore(first) && !day.isAfter(last)).count();
    assertThat(count.kept()).isBetween(0, (int) inTime);
    assertThat(count.missed())
        .isBetween(0, (int) (ChronoUnit.DAYS.between(first, last) / longest) + 1);
    assertThat(count.due()).isEqualTo(count.kept() + count.missed());
  }
}
