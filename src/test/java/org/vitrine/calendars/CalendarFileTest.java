package org.vitrine.calendars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.platform.Rejection;

/** Holidays as other programs write them. */
class CalendarFileTest {
  private static final LocalDate TODAY = LocalDate.parse("2026-11-28");
  private static final List<WorkInterval> USUAL = List.of(new WorkInterval("08:00", "17:00"));

  private static String file(String... events) {
    StringBuilder text =
        new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Test//EN\r\n");
    for (String event : events) {
      text.append("BEGIN:VEVENT\r\n")
          .append(event.replace(";;", "\r\n"))
          .append("\r\nEND:VEVENT\r\n");
    }
    return text.append("END:VCALENDAR\r\n").toString();
  }

  private static List<String> read(String text) {
    return CalendarFile.read(text, TODAY, USUAL).days().stream()
        .map(one -> one.from() + " " + one.to() + " " + one.name() + " " + one.intervals())
        .toList();
  }

  static Stream<Arguments> files() {
    return Stream.of(
        Arguments.of(
            "one day",
            file("SUMMARY:Christmas Day;;DTSTART;VALUE=DATE:20261225;;DTEND;VALUE=DATE:20261226"),
            List.of("2026-12-25 2026-12-25 Christmas Day []")),
        Arguments.of(
            "no end",
            file("SUMMARY:Unity;;DTSTART;VALUE=DATE:20261003"),
            List.of("2026-10-03 2026-10-03 Unity []")),
        Arguments.of(
            "several days",
            file("SUMMARY:Shutdown;;DTSTART;VALUE=DATE:20261224;;DTEND;VALUE=DATE:20270102"),
            List.of("2026-12-24 2027-01-01 Shutdown []")),
        Arguments.of(
            "a length instead of an end",
            file("SUMMARY:Two;;DTSTART;VALUE=DATE:20261224;;DURATION:P2D"),
            List.of("2026-12-24 2026-12-25 Two []")),
        Arguments.of(
            "midnights instead of days",
            file(
                "SUMMARY:Day;;DTSTART;TZID=Europe/Berlin:20261225T000000;;DTEND;TZID=Europe/Berlin:20261226T000000"),
            List.of("2026-12-25 2026-12-25 Day []")),
        Arguments.of(
            "every year, from last year on for seven",
            file(
                "SUMMARY:Labour Day;;DTSTART;VALUE=DATE:19900501;;RRULE:FREQ=YEARLY;;EXDATE;VALUE=DATE:20270501"),
            Stream.of(2025, 2026, 2028, 2029, 2030, 2031)
                .map(year -> "%d-05-01 %d-05-01 Labour Day []".formatted(year, year))
                .toList()),
        Arguments.of(
            "the fourth Thursday of every November until 2027",
            file(
                "SUMMARY:Thanksgiving;;DTSTART;VALUE=DATE:20201126;;RRULE:FREQ=YEARLY;BYMONTH=11;BYDAY=4TH;UNTIL=20271231"),
            List.of(
                "2025-11-27 2025-11-27 Thanksgiving []",
                "2026-11-26 2026-11-26 Thanksgiving []",
                "2027-11-25 2027-11-25 Thanksgiving []")),
        Arguments.of(
            "every year since long ago",
            file("SUMMARY:New Year;;DTSTART;VALUE=DATE:19000101;;RRULE:FREQ=YEARLY;COUNT=128"),
            List.of(
                "2025-01-01 2025-01-01 New Year []",
                "2026-01-01 2026-01-01 New Year []",
                "2027-01-01 2027-01-01 New Year []")),
        Arguments.of(
            "two on one day, one of them cancelled elsewhere",
            file(
                "SUMMARY:Labour Day;;DTSTART;VALUE=DATE:20080501",
                "SUMMARY:Ascension;;DTSTART;VALUE=DATE:20080501",
                "SUMMARY:Moved;;STATUS:CANCELLED;;DTSTART;VALUE=DATE:20080502"),
            List.of("2008-05-01 2008-05-01 Labour Day, Ascension []")),
        Arguments.of(
            "China's marks: a festival without one is worked as usual",
            file(
                "SUMMARY:国庆节（休）;;DTSTART;VALUE=DATE:20261001;;DTEND;VALUE=DATE:20261008;;X-APPLE-SPECIAL-DAY:WORK-HOLIDAY",
                "SUMMARY:国庆节（班）;;DTSTART;VALUE=DATE:20261010;;X-APPLE-SPECIAL-DAY:ALTERNATE-WORKDAY",
                "SUMMARY:重阳节;;DTSTART;VALUE=DATE:20261018"),
            List.of(
                "2026-10-01 2026-10-07 国庆节（休） []", "2026-10-10 2026-10-10 国庆节（班） [08:00–17:00]")),
        Arguments.of(
            "worked days by what they are called",
            file(
                "SUMMARY:春节;;DTSTART;VALUE=DATE:20270206;;DTEND;VALUE=DATE:20270209",
                "SUMMARY:春节补班;;DTSTART;VALUE=DATE:20270214"),
            List.of("2027-02-06 2027-02-08 春节 []", "2027-02-14 2027-02-14 春节补班 [08:00–17:00]")),
        Arguments.of(
            "a mark in front, folded lines and bare line feeds",
            "\uFEFF"
                + file("SUMMARY:A long\r\n  name;;DTSTART;VALUE=DATE:20261225")
                    .replace("\r\n", "\n"),
            List.of("2026-12-25 2026-12-25 A long name []")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void days_are_read_as_they_are_written(String about, String text, List<String> days) {
    assertThat(read(text)).as(about).containsExactlyElementsOf(days);
  }

  static Stream<Arguments> unreadable() {
    return Stream.of(
        Arguments.of("hello", "line 1"),
        Arguments.of("", "line 1"),
        Arguments.of("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n", "no events"),
        Arguments.of(file("SUMMARY:A;;DTSTART;VALUE=DATE:2026-12-25"), "line 6"),
        Arguments.of(file("SUMMARY:Nothing"), "“Nothing”"),
        Arguments.of(
            file("SUMMARY:Lunch;;DTSTART:20261225T120000Z;;DTEND:20261225T130000Z"),
            "“Lunch” (20261225T120000Z): it has a time of day"),
        Arguments.of(
            file("SUMMARY:Sunday;;DTSTART;VALUE=DATE:20261129;;RRULE:FREQ=WEEKLY"),
            "“Sunday” (20261129): it repeats weekly"),
        Arguments.of("BEGIN:X\n".repeat(100_000), "line 1"),
        Arguments.of(
            file(
                "SUMMARY:Seconds;;DTSTART;VALUE=DATE:20261129;;RRULE:FREQ=YEARLY;BYHOUR=1,2;BYSECOND=1"),
            "“Seconds” (20261129): it has a time of day"),
        Arguments.of(
            file(
                "SUMMARY:Often;;DTSTART;VALUE=DATE:20261129;;DTEND;VALUE=DATE:20271120;;RDATE;VALUE=DATE:20300101,20320101,20340101,20360101,20380101,20400101,20420101,20440101,20460101"),
            "“Often” (20261129): it falls on more than 3,000 days"),
        Arguments.of(
            file("SUMMARY:Long;;DTSTART;VALUE=DATE:20260101;;DTEND;VALUE=DATE:20280101"),
            "“Long” (20260101): it lasts more than 366 days"),
        Arguments.of(
            file("SUMMARY:Old;;DTSTART;VALUE=DATE:00010101"), "“0001-01-01” must be from 1970"),
        Arguments.of(
            file("SUMMARY:Old;;DTSTART;VALUE=DATE:00010101"), "“Old” (00010101): The year of"),
        Arguments.of(
            file("SUMMARY:Next;;DTSTART;VALUE=DATE:99991231"), "“Next” (99991231): The year of"),
        Arguments.of(
            file(
                "SUMMARY:Roman;;DTSTART;VALUE=DATE:00010101;;RRULE:FREQ=YEARLY;COUNT=999999999;BYDAY=MO,TU,WE,TH,FR,SA,SU"),
            "“Roman” (00010101): The year of “0001-01-01” must be from 1800 to 2199"),
        Arguments.of(
            file(
                "SUMMARY:Many;;DTSTART;VALUE=DATE:19700101;;RRULE:FREQ=YEARLY;COUNT=1001;BYDAY=MO"),
            "“Many” (19700101): its rule “FREQ=YEARLY;COUNT=1001;BYDAY=MO” counts more than 200 days"),
        Arguments.of(
            file(
                "SUMMARY:Listed;;DTSTART;VALUE=DATE:20260101;;RRULE:FREQ=YEARLY;BYYEARDAY=1"
                    + ",1".repeat(31)),
            "lists more than 31 values"),
        Arguments.of(
            file(
                "SUMMARY:Among;;DTSTART;VALUE=DATE:20260101;;RRULE:FREQ=YEARLY;BYDAY=MO;BYSETPOS=3"),
            "“Among” (20260101): its rule “FREQ=YEARLY;BYDAY=MO;BYSETPOS=3” takes a place (BYSETPOS) among the days of a whole year"),
        Arguments.of(
            file(
                "SUMMARY:Place;;DTSTART;VALUE=DATE:18000101;;RRULE:FREQ=YEARLY;COUNT=9;BYDAY=MO,TU;BYSETPOS=-32"),
            "takes more than the 31st place"),
        Arguments.of(
            file(
                "SUMMARY:Listed;;DTSTART;VALUE=DATE:20260101;;RRULE:FREQ=YEARLY;BYMONTH=1,2,3,4,5,6;BYDAY=MO,TU;BYMONTHDAY=1"
                    + ",2".repeat(23)),
            "“Listed” (20260101): its rule “FREQ=YEARLY;"),
        Arguments.of(
            file(
                "SUMMARY:Twice;;DTSTART;VALUE=DATE:20260101;;RRULE:FREQ=YEARLY;;RRULE:FREQ=YEARLY;BYMONTH=2"),
            "“Twice” (20260101): it has 2 rules"),
        Arguments.of(
            file(
                IntStream.rangeClosed(1, 101)
                    .mapToObj(one -> "SUMMARY:A;;DTSTART;VALUE=DATE:20260101;;RRULE:FREQ=YEARLY")
                    .toArray(String[]::new)),
            "at most 100 events that come again"),
        Arguments.of(
            file("SUMMARY:Extra;;DTSTART;VALUE=DATE:20261205;;X-VITRINE-HOURS:6-14"),
            "“Extra” (20261205): “6” is not a time of day"),
        Arguments.of(
            file(
                "SUMMARY:Off;;DTSTART;VALUE=DATE:20261205",
                "SUMMARY:On;;DTSTART;VALUE=DATE:20261205;;X-VITRINE-HOURS:06:00-14:00"),
            "“Off” and “On” say different things of 2026-12-05"));
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void what_cannot_be_read_is_named(String text, String said) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(Rejection.Invalid.class)
        .hasMessageContaining(said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BEGIN:X\n",
        "BEG\r\n IN:VEVENT\r\n",
        "B\n\tEGIN:VEVENT\n",
        "BE\r\n \r\n GIN:X\r\n",
        "BEGIN:\r\n\tX\r\n",
        "\u0001BEGIN:X\n",
        "BEGIN:X\nend:X\n",
        "BEGIN:X\nX-A;B=c\nEND:X\n",
        "BEGIN:X\nX-A:c\n END:X\n",
      })
  void depth_is_counted_as_it_is_read(String level) {
    assertThatThrownBy(() -> read("BEGIN:VCALENDAR\r\n" + level.repeat(50_000)))
        .isInstanceOf(Rejection.Invalid.class)
        .hasMessage("The file is nested more than 10 levels deep");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "18000101;;RRULE:FREQ=YEARLY;COUNT=200;BYDAY=MO,TU,WE,TH,FR,SA,SU",
        "18000101;;RRULE:FREQ=YEARLY;COUNT=200;BYMONTH=1;BYDAY=MO,TU,WE,TH,FR,SA,SU;BYSETPOS=31",
        "18000101;;RRULE:FREQ=YEARLY;COUNT=200;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12;BYMONTHDAY=31,30;BYSETPOS=24",
        "18000101;;RRULE:FREQ=YEARLY;COUNT=200;BYMONTH=2;BYMONTHDAY=30",
        "18000101;;RRULE:FREQ=YEARLY;UNTIL=20200101;BYDAY=MO,TU,WE,TH,FR,SA,SU",
        "18000101;;RRULE:FREQ=YEARLY;COUNT=200;BYMONTH=2;BYDAY=MO,MO,MO,MO,MO,MO,MO,MO,MO,MO,MO,MO,MO,MO,MO,MO,MO,MO,MO,MO;BYSETPOS=31",
      })
  void as_many_rules_as_a_file_may_have_are_read(String rule) {
    String[] events = new String[100];
    Arrays.fill(events, "SUMMARY:A;;DTSTART;VALUE=DATE:" + rule);

    assertThat(read(file(events))).isNotNull();
  }

  @Test
  void what_is_written_is_read_as_it_was() {
    List<SpecialDays> days =
        List.of(
            SpecialDays.on(
                LocalDate.parse("2026-12-05"),
                "Extra shift, until noon; with bread",
                List.of(new WorkInterval("06:00", "09:30"), new WorkInterval("10:00", "12:00"))),
            new SpecialDays(
                LocalDate.parse("2026-12-24"), LocalDate.parse("2027-01-03"), "冬季停产", null),
            SpecialDays.on(LocalDate.parse("2027-05-01"), null, null));
    WorkCalendar calendar =
        new WorkCalendar(
            "plant",
            "Plant",
            "Europe/Berlin",
            WorkingWeek.on(List.of(DayOfWeek.MONDAY), new WorkInterval("08:00", "17:00")),
            days);
    String text =
        CalendarText.of(
            new CalendarVersion(calendar, 3, Instant.parse("2026-11-28T10:00:00Z"), "Li"));

    assertThat(CalendarFile.read(text, TODAY, USUAL).days())
        .containsExactlyElementsOf(calendar.exceptions());
    assertThat(text).contains("UID:plant-20261205@vitrine", "DTSTAMP:20261128T100000Z");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-24, 2026-12-24, '2026-12-24 2026-12-24 new|2026-12-25 2026-12-25 old|2026-12-26 2026-12-26 old'",
    "2026-12-20, 2026-12-31, '2026-12-20 2026-12-31 new'",
    "2026-12-27, 2026-12-27, '2026-12-24 2026-12-26 old|2026-12-27 2026-12-27 new'",
  })
  void days_of_a_file_replace_what_the_calendar_says_of_them(
      LocalDate from, LocalDate to, String left) {
    WorkCalendar before =
        new WorkCalendar(
            "plant",
            null,
            "UTC",
            WorkingWeek.aroundTheClock(),
            List.of(
                new SpecialDays(
                    LocalDate.parse("2026-12-24"), LocalDate.parse("2026-12-26"), "old", null)));

    assertThat(
            before.with(List.of(new SpecialDays(from, to, "new", null))).exceptions().stream()
                .map(one -> one.from() + " " + one.to() + " " + one.name()))
        .containsExactly(left.split("\\|"));
  }
}
