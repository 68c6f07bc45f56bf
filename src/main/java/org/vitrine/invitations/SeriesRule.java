package org.vitrine.invitations;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vitrine.platform.Rejection;

/**
 * On which days a series comes back: on the nth weekday of every kth month, or on a weekday of
 * every kth week (the weeks of RFC 5545 begin on Monday). It ends after a number of dates or with a
 * day.
 *
 * @param nth of the month: 1 to 4, or -1 for the last; absent where it is weekly
 * @param every how many months or weeks lie between: 1 to 12
 * @param count how many dates it has in all
 * @param until the last day on which it may come
 */
public record SeriesRule(
    Pace pace,
    Optional<Integer> nth,
    DayOfWeek day,
    int every,
    Optional<Integer> count,
    Optional<LocalDate> until) {
  /** So many dates at most, whatever says when it ends. */
  public static final int MOST_DATES = 260;

  private static final int MOST_BETWEEN = 12;

  /** In what it is counted. */
  public enum Pace {
    @JsonProperty("monthly")
    MONTHLY,
    @JsonProperty("weekly")
    WEEKLY
  }

  public SeriesRule {
    if (pace == null) {
      throw new Rejection.Invalid("rule.pace", "Say whether it is monthly or weekly");
    }
    if (day == null) {
      throw new Rejection.Invalid("rule.day", "Say the day of the week");
    }
    boolean fits =
        pace == Pace.WEEKLY
            ? nth.isEmpty()
            : nth.filter(one -> one == -1 || one >= 1 && one <= 4).isPresent();
    if (!fits) {
      throw new Rejection.Invalid(
          "rule.nth",
          pace == Pace.WEEKLY
              ? "A weekly series has no number in the month"
              : "Which of the month’s days: 1 to 4, or -1 for the last, unlike %s"
                  .formatted(nth.map(String::valueOf).orElse("nothing")));
    }
    if (every < 1 || every > MOST_BETWEEN) {
      throw new Rejection.Invalid(
          "rule.every", "It comes every 1 to %d, unlike %d".formatted(MOST_BETWEEN, every));
    }
    if (count.isPresent() == until.isPresent()) {
      throw new Rejection.Invalid(
          "rule.count", "Say either how many dates it has, or until which day it comes");
    }
    count
        .filter(many -> many < 1 || many > MOST_DATES)
        .ifPresent(
            many -> {
              throw new Rejection.Invalid(
                  "rule.count",
                  "A series has 1 to %d dates, unlike %d".formatted(MOST_DATES, many));
            });
  }

  /** On the nth such day of each month. */
  public static SeriesRule monthly(int nth, DayOfWeek day, int count) {
    return new SeriesRule(
        Pace.MONTHLY, Optional.of(nth), day, 1, Optional.of(count), Optional.empty());
  }

  /** On this day of each week. */
  public static SeriesRule weekly(DayOfWeek day, int count) {
    return new SeriesRule(
        Pace.WEEKLY, Optional.empty(), day, 1, Optional.of(count), Optional.empty());
  }

  /**
   * The dates of the series that begins with the first such day from here on; so many at most.
   *
   * @param from counts as the beginning: months and weeks are counted from the first date
   */
  public List<LocalDate> dates(LocalDate from, int many) {
    int most = Math.min(many, count.orElse(MOST_DATES));
    return all(from)
        .takeWhile(date -> until.filter(date::isAfter).isEmpty())
        .limit(Math.max(0, most))
        .toList();
  }

  /**
   * Throws {@link Rejection.Invalid} where it has more dates than a series can have: calendars
   * would go on where no meeting is made any more.
   *
   * @param from its first date
   */
  public void requireBounded(LocalDate from) {
    until
        .filter(end -> all(from).limit(MOST_DATES + 1L).noneMatch(date -> date.isAfter(end)))
        .ifPresent(
            end -> {
              throw new Rejection.Invalid(
                  "rule.until",
                  "Until %s it would have more than %d dates, which is all that a series has; say %s or earlier"
                      .formatted(end, MOST_DATES, dates(from).getLast()));
            });
  }

  /** All of them. */
  List<LocalDate> dates(LocalDate from) {
    return dates(from, MOST_DATES);
  }

  private Stream<LocalDate> all(LocalDate from) {
    if (pace == Pace.WEEKLY) {
      return Stream.iterate(
          from.with(TemporalAdjusters.nextOrSame(day)), date -> date.plusWeeks(every));
    }
    YearMonth month = YearMonth.from(from);
    YearMonth first = in(month).isBefore(from) ? month.plusMonths(1) : month;
    return Stream.iterate(first, one -> one.plusMonths(every)).map(this::in);
  }

  private LocalDate in(YearMonth month) {
    return month.atDay(1).with(TemporalAdjusters.dayOfWeekInMonth(nth.orElseThrow(), day));
  }

  /** True if the day is one of them. */
  boolean includes(LocalDate from, LocalDate wanted) {
    return ChronoUnit.DAYS.between(from, wanted) >= 0 && dates(from).contains(wanted);
  }
}
