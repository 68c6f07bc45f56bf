package org.vitrine.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.fortuna.ical4j.model.component.Observance;
import net.fortuna.ical4j.model.component.VTimeZone;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Zones as calendars are told of them, against the JDK. */
class ZoneClockTest {
  private static final Duration LENGTH = Duration.ofMinutes(90);
  private static final int FOURTEEN = 14;

  static Occasion series(ZoneId zone, LocalDate from, int hour, int dates) {
    SeriesRule rule = SeriesRule.monthly(2, DayOfWeek.TUESDAY, dates);
    LocalDateTime start = rule.dates(from, 1).getFirst().atTime(LocalTime.of(hour, 0));
    return Occasion.once(
            "meeting", 1, "m-1", "Quality", "", start.atZone(zone), LENGTH, Venue.UNKNOWN)
        .repeating(rule);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-06-01", "2026-12-01", "2027-04-01", "2028-03-01", "2031-10-01"})
  void every_zone_of_the_jdk_keeps_the_hour_over_fourteen_dates(LocalDate from) {
    SoftAssertions all = new SoftAssertions();
    for (String name : Guests.zones()) {
      Occasion series = series(ZoneId.of(name), from, 14, FOURTEEN);
      ZoneClock clock = ZoneClock.over(series.zone(), EventText.moments(series));
      all.assertThat(series.dates())
          .as(name)
          .hasSize(FOURTEEN)
          .allMatch(date -> date.toLocalTime().equals(LocalTime.of(14, 0)))
          .allMatch(clock::agrees);
    }
    all.assertAll();
  }

  @Test
  void what_is_written_is_one_standard_and_at_most_one_daylight_anchored_in_1970() {
    SoftAssertions all = new SoftAssertions();
    for (String name : Guests.zones()) {
      Occasion series = series(ZoneId.of(name), LocalDate.of(2026, 12, 1), 14, FOURTEEN);
      VTimeZone written =
          ZoneText.of(series.zone(), ZoneClock.over(series.zone(), EventText.moments(series)));
      List<Observance> observances = written.getObservances();
      all.assertThat(observances.stream().map(Observance::getName).toList())
          .as(name)
          .satisfiesAnyOf(
              names -> assertThat(names).isEqualTo(List.of("STANDARD")),
              names -> assertThat(names).isEqualTo(List.of("STANDARD", "DAYLIGHT")));
      all.assertThat(observances)
          .as(name)
          .allMatch(one -> value(one, "DTSTART").orElseThrow().startsWith("1970"))
          .allMatch(one -> observances.size() == 1 || value(one, "RRULE").isPresent());
    }
    all.assertAll();
  }

  private static Optional<String> value(Observance one, String name) {
    return one.getProperties(name).stream()
        .findFirst()
        .map(net.fortuna.ical4j.model.Property::getValue);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Europe/Berlin    | FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU  | 1970-03-29T02:00 | FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU | 1970-10-25T03:00",
        "America/New_York | FREQ=YEARLY;BYMONTH=3;BYDAY=2SU   | 1970-03-08T02:00 | FREQ=YEARLY;BYMONTH=11;BYDAY=1SU  | 1970-11-01T02:00",
        "Australia/Sydney | FREQ=YEARLY;BYMONTH=10;BYDAY=1SU  | 1970-10-04T02:00 | FREQ=YEARLY;BYMONTH=4;BYDAY=1SU   | 1970-04-05T03:00",
        "Africa/Cairo     | FREQ=YEARLY;BYMONTH=4;BYDAY=-1FR  | 1970-04-24T00:00 | FREQ=YEARLY;BYMONTH=10;BYDAY=-1TH | 1970-10-29T23:59:59",
        "America/Nuuk     | FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=24,25,26,27,28,29,30;BYDAY=SA | 1970-03-28T23:00 | FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU | 1970-10-25T00:00"
      })
  void rules_are_those_that_the_jdk_goes_on_with(
      String zone, String comes, LocalDateTime first, String ends, LocalDateTime last) {
    ZoneClock.Summer summer =
        clock(ZoneId.of(zone.strip()), LocalDate.of(2026, 1, 1), FOURTEEN).summer().orElseThrow();

    assertThat(summer.comes().rule()).isEqualTo(comes.strip());
    assertThat(summer.comes().wall(1970)).isEqualTo(first);
    assertThat(summer.ends().rule()).isEqualTo(ends.strip());
    assertThat(summer.ends().wall(1970)).isEqualTo(last);
  }

  private static ZoneClock clock(ZoneId zone, LocalDate from, int dates) {
    return ZoneClock.over(zone, EventText.moments(series(zone, from, 14, dates)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Asia/Shanghai", "Europe/Istanbul", "Europe/Moscow", "America/Sao_Paulo", "UTC"})
  void zones_that_no_longer_change_their_clocks_have_one_offset(String name) {
    ZoneId zone = ZoneId.of(name);
    ZoneClock clock = clock(zone, LocalDate.of(2026, 12, 1), FOURTEEN);

    assertThat(clock.summer()).isEmpty();
    assertThat(clock.standard())
        .isEqualTo(zone.getRules().getOffset(LocalDateTime.of(2027, 1, 1, 0, 0)));
  }

  @Test
  void days_between_the_dates_do_where_no_rule_does() {
    ZoneClock clock = clock(ZoneId.of("Africa/Casablanca"), LocalDate.of(2026, 12, 1), FOURTEEN);

    assertThat(clock.standard()).isEqualTo(ZoneOffset.UTC);
    assertThat(clock.summer()).isPresent();
  }

  /** Ramadan moves through the year: no two days of it are right for twenty years. */
  @Test
  void dates_that_no_clock_has_right_are_known() {
    ZoneId zone = ZoneId.of("Africa/Casablanca");
    Occasion series = series(zone, LocalDate.of(2026, 1, 1), 14, 240);
    ZoneClock clock = ZoneClock.over(zone, EventText.moments(series));

    List<ZonedDateTime> wrong =
        series.dates().stream().filter(date -> !clock.agrees(date)).toList();
    assertThat(wrong).isNotEmpty();
    assertThat(clock.summer()).isEmpty();
    assertThat(wrong)
        .allSatisfy(date -> assertThat(date.getOffset()).isNotEqualTo(clock.standard()));
    assertThat(Stream.of(clock.standard())).containsExactly(ZoneOffset.ofHours(1));
  }
}
