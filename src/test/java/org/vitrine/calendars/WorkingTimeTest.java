package org.vitrine.calendars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.platform.Rejection;

/** What a plant's people would say when asked how long it takes. */
class WorkingTimeTest {
  private static final List<DayOfWeek> WEEKDAYS = Arrays.asList(DayOfWeek.values()).subList(0, 5);

  private static WorkingTime weekdays(String zone, String from, String to, SpecialDays... days) {
    return WorkingTime.of(
        ZoneId.of(zone), WorkingWeek.on(WEEKDAYS, new WorkInterval(from, to)), List.of(days));
  }

  private static Instant at(String local, String zone) {
    return LocalDateTime.parse(local).atZone(ZoneId.of(zone)).toInstant();
  }

  @ParameterizedTest
  @CsvSource({
    // What is begun on a Friday afternoon goes on at Monday morning.
    "2026-11-27T16:50, 8, 2026-11-30T15:50",
    // Begun on a Saturday, or before the shift, it begins with the shift.
    "2026-11-28T10:00, 8, 2026-11-30T16:00",
    "2026-11-30T03:00, 8, 2026-11-30T16:00",
    // A whole week and a day.
    "2026-11-23T08:00, 45, 2026-11-27T17:00",
    "2026-11-23T08:10, 45, 2026-11-30T08:10",
    // What ends with the shift is done on that day.
    "2026-11-27T08:00, 9, 2026-11-27T17:00",
    // Over the 25th and 26th of December, on which nobody works.
    "2026-12-24T16:50, 8, 2026-12-28T15:50",
    // The 5th of December is a Saturday that is worked until noon.
    "2026-12-04T16:50, 8, 2026-12-07T11:50",
  })
  void work_goes_on_when_somebody_works(String from, long hours, String until) {
    String zone = "Europe/Berlin";
    WorkingTime time =
        weekdays(
            zone,
            "08:00",
            "17:00",
            new SpecialDays(
                LocalDate.parse("2026-12-25"), LocalDate.parse("2026-12-26"), "Christmas", null),
            SpecialDays.on(
                LocalDate.parse("2026-12-05"),
                "Extra shift",
                List.of(new WorkInterval("08:00", "12:00"))));

    assertThat(time.add(at(from, zone), Duration.ofHours(hours))).isEqualTo(at(until, zone));
  }

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, 2026-03-28, 7",
    "Europe/Berlin, 2026-10-24, 9",
    "America/New_York, 2026-03-07, 7",
    "America/New_York, 2026-10-31, 9",
    "Australia/Lord_Howe, 2026-10-03, 7.5",
    "Australia/Lord_Howe, 2026-04-04, 8.5",
    "Asia/Shanghai, 2026-03-28, 8",
    "Europe/Berlin, 2026-06-05, 8",
  })
  void a_night_shift_is_as_long_as_it_lasts(String zone, String day, double hours) {
    WorkingTime nights =
        WorkingTime.of(
            ZoneId.of(zone),
            WorkingWeek.on(List.of(DayOfWeek.values()), new WorkInterval("22:00", "06:00")),
            List.of());
    Instant noon = at(day + "T12:00", zone);
    Instant nextNoon = at(LocalDate.parse(day).plusDays(1) + "T12:00", zone);

    assertThat(nights.between(noon, nextNoon)).isEqualTo(Duration.ofMinutes((long) (hours * 60)));
    assertThat(nights.add(noon, Duration.ofMinutes((long) (hours * 60))))
        .isEqualTo(at(LocalDate.parse(day).plusDays(1) + "T06:00", zone));
  }

  @Test
  void the_night_before_a_holiday_ends_as_usual_and_that_of_the_holiday_does_not_begin() {
    String zone = "Europe/Berlin";
    WorkingTime nights =
        weekdays(zone, "22:00", "06:00", SpecialDays.on(LocalDate.parse("2026-12-25"), null, null));

    assertThat(nights.isWorking(at("2026-12-25T03:00", zone))).isTrue();
    assertThat(nights.isWorking(at("2026-12-25T23:00", zone))).isFalse();
    assertThat(nights.next(at("2026-12-25T06:00", zone))).isEqualTo(at("2026-12-28T22:00", zone));
  }

  @Test
  void work_that_takes_centuries_is_found_at_once_and_nothing_after_the_year_9999() {
    WorkingTime hourly =
        WorkingTime.of(
            ZoneId.of("Europe/Berlin"),
            WorkingWeek.on(List.of(DayOfWeek.MONDAY), new WorkInterval("06:00", "07:00")),
            List.of());
    Instant from = Instant.parse("2026-11-27T15:50:00Z");
    long began = System.nanoTime();

    assertThat(hourly.add(from, Duration.ofHours(100_000)))
        .isAfter(Instant.parse("3900-01-01T00:00:00Z"));
    assertThat(hourly.add(from, Duration.ofHours(1_000_000)))
        .isEqualTo(Instant.parse("9999-12-31T00:00:00Z"));
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
  }

  @ParameterizedTest
  @CsvSource({"00:00, 00:30", "12:00, 12:01"})
  void a_week_without_an_hour_of_work_is_refused(String from, String to) {
    assertThatThrownBy(
            () ->
                WorkingTime.of(
                    ZoneId.of("UTC"),
                    WorkingWeek.on(List.of(DayOfWeek.FRIDAY), new WorkInterval(from, to)),
                    List.of()))
        .isInstanceOf(Rejection.Invalid.class)
        .hasMessageContaining("at least an hour");
    assertThatThrownBy(() -> WorkingTime.of(ZoneId.of("UTC"), WorkingWeek.on(List.of()), List.of()))
        .isInstanceOf(Rejection.Invalid.class)
        .hasMessageContaining("no working time");
  }
}
