package org.vitrine.invitations;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.time.zone.ZoneOffsetTransitionRule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * When clocks are changed each year, in a form that iCalendar can say (RFC 5545, 3.6.5).
 *
 * @param firstDay of the month: the day itself, or where a weekday is named the first of the seven
 *     days among which it lies
 * @param time on the clock before it is changed
 */
record YearlyOnset(
    Month month,
    int firstDay,
    Optional<DayOfWeek> weekday,
    LocalTime time,
    ZoneOffset from,
    ZoneOffset to) {
  static final int ANCHOR = 1970;

  /** After so many years weekdays and leap years come in every combination. */
  private static final int YEARS = 28;

  private static final int WEEK = 7;

  /** On the same day of each year, when that begins. */
  static YearlyOnset on(MonthDay day, ZoneOffset from, ZoneOffset to) {
    return new YearlyOnset(
        day.getMonth(), day.getDayOfMonth(), Optional.empty(), LocalTime.MIDNIGHT, from, to);
  }

  /**
   * Nothing where its days lie in two months even if it comes a second earlier, as the end of a
   * Thursday does rather than the beginning of a Friday.
   */
  static Optional<YearlyOnset> of(ZoneOffsetTransitionRule rule) {
    List<LocalDateTime> walls =
        IntStream.range(ANCHOR, ANCHOR + YEARS)
            .mapToObj(year -> rule.createTransition(year).getDateTimeBefore())
            .toList();
    return Stream.of(walls, walls.stream().map(wall -> wall.minusSeconds(1)).toList())
        .flatMap(onsets -> of(onsets, rule.getOffsetBefore(), rule.getOffsetAfter()).stream())
        .findFirst();
  }

  private static Optional<YearlyOnset> of(
      List<LocalDateTime> walls, ZoneOffset from, ZoneOffset to) {
    Set<Month> months = all(walls, LocalDateTime::getMonth);
    Set<DayOfWeek> weekdays = all(walls, LocalDateTime::getDayOfWeek);
    Set<Integer> days = all(walls, LocalDateTime::getDayOfMonth);
    boolean isOneDay = days.size() == 1;
    if (months.size() != 1 || !isOneDay && (weekdays.size() != 1 || days.size() > WEEK)) {
      return Optional.empty();
    }
    return Optional.of(
        new YearlyOnset(
            walls.getFirst().getMonth(),
            days.stream().min(Integer::compare).orElseThrow(),
            isOneDay ? Optional.empty() : Optional.of(walls.getFirst().getDayOfWeek()),
            walls.getFirst().toLocalTime(),
            from,
            to));
  }

  private static <T> Set<T> all(List<LocalDateTime> walls, Function<LocalDateTime, T> of) {
    return walls.stream().map(of).collect(Collectors.toSet());
  }

  /** On the clock before it is changed. */
  LocalDateTime wall(int year) {
    LocalDate first = LocalDate.of(year, month, firstDay);
    return weekday
        .map(day -> first.with(TemporalAdjusters.nextOrSame(day)))
        .orElse(first)
        .atTime(time);
  }

  Instant in(int year) {
    return wall(year).toInstant(from);
  }

  /** As a rule of recurrence: the second Sunday, the last one, or the one of these seven days. */
  String rule() {
    String yearly = "FREQ=YEARLY;BYMONTH=" + month.getValue();
    if (weekday.isEmpty()) {
      return yearly + ";BYMONTHDAY=" + firstDay;
    }
    String day = weekday.get().name().substring(0, 2);
    if (firstDay % WEEK == 1 && firstDay < 28) {
      return yearly + ";BYDAY=" + (firstDay / WEEK + 1) + day;
    }
    if (month != Month.FEBRUARY && firstDay + WEEK - 1 == month.maxLength()) {
      return yearly + ";BYDAY=-1" + day;
    }
    return yearly
        + ";BYMONTHDAY="
        + IntStream.range(firstDay, firstDay + WEEK)
            .mapToObj(String::valueOf)
            .collect(Collectors.joining(","))
        + ";BYDAY="
        + day;
  }
}
