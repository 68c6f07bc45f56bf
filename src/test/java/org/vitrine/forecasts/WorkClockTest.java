package org.vitrine.forecasts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.vitrine.calendars.GeneratedCalendars;
import org.vitrine.calendars.SpecialDays;
import org.vitrine.calendars.WorkInterval;
import org.vitrine.calendars.WorkingTime;
import org.vitrine.calendars.WorkingWeek;

/** Hours on one line are the calendar's own. */
class WorkClockTest {
  private static final Instant BEGIN = Instant.parse("2026-03-02T00:00:00Z");
  private static final Instant END = Instant.parse("2026-05-01T00:00:00Z");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final LocalDate HOLIDAY = LocalDate.of(2026, 3, 9);
  private static final double MILLISECOND = 1 / 3_600_000.0;

  private final WorkClock nights =
      WorkClock.of(
          WorkingTime.of(
              BERLIN,
              WorkingWeek.on(
                  List.of(DayOfWeek.SATURDAY, DayOfWeek.MONDAY),
                  new WorkInterval("22:00", "06:00")),
              List.of(new SpecialDays(HOLIDAY, HOLIDAY, null, List.of()))),
          BEGIN,
          END);

  @Provide
  Arbitrary<WorkingTime> calendars() {
    return GeneratedCalendars.any();
  }

  @Property(tries = 300)
  void it_counts_as_the_calendar_does_before_within_and_behind(
      @ForAll("calendars") WorkingTime time,
      @ForAll @IntRange(min = -100_000, max = 300_000) int minutes) {
    WorkClock clock = WorkClock.of(time, BEGIN, END);
    Instant at = BEGIN.plusSeconds(minutes * 60L);

    assertThat(clock.hours(at)).isCloseTo(hours(time.between(BEGIN, at)), within(MILLISECOND));
  }

  @Property(tries = 300)
  void the_moment_by_which_so_many_were_worked_is_the_first_one(
      @ForAll("calendars") WorkingTime time, @ForAll @IntRange(max = 500_000) int seconds) {
    WorkClock clock = WorkClock.of(time, BEGIN, END);
    Duration work = Duration.ofSeconds(seconds);

    assertThat(clock.at(hours(work))).isEqualTo(time.add(BEGIN, work));
  }

  @Property(tries = 300)
  void there_and_back_leads_to_as_much(
      @ForAll("calendars") WorkingTime time, @ForAll @IntRange(max = 4_000) int hours) {
    WorkClock clock = WorkClock.of(time, BEGIN, END);

    assertThat(clock.hours(clock.at(hours))).isCloseTo(hours, within(MILLISECOND));
  }

  @Test
  void a_night_in_which_clocks_are_put_forward_has_an_hour_less() {
    Instant saturday = Instant.parse("2026-03-28T20:00:00Z");

    assertThat(nights.hours(saturday.plus(Duration.ofHours(12))) - nights.hours(saturday))
        .isCloseTo(7, within(MILLISECOND));
  }

  @Test
  void a_holiday_has_no_night() {
    Instant sunday = Instant.parse("2026-03-08T12:00:00Z");

    assertThat(nights.hours(sunday.plus(Duration.ofHours(48)))).isEqualTo(nights.hours(sunday));
  }

  @Test
  void nothing_is_said_to_be_before_the_first_moment_or_more_than_a_century_away() {
    assertThat(nights.at(-5)).isEqualTo(BEGIN);
    assertThat(nights.at(0)).isEqualTo(BEGIN);
    assertThat(nights.at(Double.NaN)).isEqualTo(BEGIN);
    assertThat(WorkClock.of(WorkingTime.AROUND_THE_CLOCK, BEGIN, END).at(Double.POSITIVE_INFINITY))
        .isBefore(Instant.parse("2127-01-01T00:00:00Z"));
    assertThat(nights.at(1e300)).isBefore(Instant.parse("9999-12-31T23:59:59Z"));
  }

  @Test
  void a_clock_without_a_past_counts_on() {
    WorkClock empty = WorkClock.of(WorkingTime.AROUND_THE_CLOCK, BEGIN, BEGIN);

    assertThat(empty.at(3)).isEqualTo(BEGIN.plus(Duration.ofHours(3)));
    assertThat(empty.hours(BEGIN.plus(Duration.ofHours(3)))).isEqualTo(3);
  }

  private static double hours(Duration duration) {
    return duration.toNanos() / 3.6e12;
  }
}
