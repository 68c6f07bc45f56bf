package org.vitrine.recalls;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vitrine.calendars.SpecialDays;
import org.vitrine.calendars.WorkInterval;
import org.vitrine.calendars.WorkingDays;
import org.vitrine.calendars.WorkingTime;
import org.vitrine.calendars.WorkingWeek;

/** When whoever does not answer is reminded. */
class ReminderDaysTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private static final LocalDate HOLIDAY = LocalDate.of(2026, 12, 8);

  /** Weekdays, and the Tuesday is a holiday. */
  private static final ReminderDays DAYS =
      new ReminderDays(
          new WorkingDays(
              WorkingTime.of(
                  SHANGHAI,
                  WorkingWeek.on(
                      List.of(
                          DayOfWeek.MONDAY,
                          DayOfWeek.TUESDAY,
                          DayOfWeek.WEDNESDAY,
                          DayOfWeek.THURSDAY,
                          DayOfWeek.FRIDAY),
                      new WorkInterval("08:00", "17:00")),
                  List.of(new SpecialDays(HOLIDAY, HOLIDAY, "Holiday", List.of()))),
              SHANGHAI));

  /** A Friday evening. */
  private static final Instant TOLD = Instant.parse("2026-12-04T11:00:00Z");

  @Test
  void on_the_first_third_and_seventh_working_day_and_called_on_the_next() {
    assertThat(
            IntStream.rangeClosed(1, 4)
                .mapToObj(step -> DAYS.moment(TOLD, step).orElseThrow().toString()))
        .containsExactly(
            "2026-12-07T01:00:00Z",
            "2026-12-10T01:00:00Z",
            "2026-12-16T01:00:00Z",
            "2026-12-17T01:00:00Z");
    assertThat(DAYS.moment(TOLD, 5)).isEmpty();
  }

  @Test
  void those_that_were_missed_are_one() {
    assertThat(DAYS.newest(TOLD, 1, Instant.parse("2026-12-10T02:00:00Z"))).isEqualTo(2);
    assertThat(DAYS.newest(TOLD, 1, Instant.parse("2026-12-07T02:00:00Z"))).isEqualTo(1);
    assertThat(DAYS.newest(TOLD, 2, Instant.parse("2027-01-07T02:00:00Z"))).isEqualTo(4);
  }

  @Test
  void where_every_hour_is_worked_every_day_counts() {
    ReminderDays all = new ReminderDays(new WorkingDays(WorkingTime.AROUND_THE_CLOCK, SHANGHAI));
    assertThat(all.moment(TOLD, 3)).contains(Instant.parse("2026-12-11T01:00:00Z"));
  }
}
