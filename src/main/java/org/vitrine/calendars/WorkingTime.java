package org.vitrine.calendars;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * When somebody works, to count by: an immutable value that reads no clock.
 *
 * <ul>
 *   <li>An interval belongs to the day on which it begins: the night shift of Friday, with its
 *       hours on Saturday. A holiday has none of its own, and the one before it ends as usual.
 *   <li>What is worked is as long as it lasts: a night in which clocks are put back has an hour
 *       more. A time of day that clocks leave out is the moment of the change, one that they show
 *       twice is the first.
 *   <li>Whole weeks without an exception or a change of clocks are passed at once. Nothing is found
 *       behind the year 9999.
 * </ul>
 */
public final class WorkingTime {
  /** What takes time goes on at every hour of every day. */
  public static final WorkingTime AROUND_THE_CLOCK =
      of(ZoneOffset.UTC, WorkingWeek.aroundTheClock(), List.of());

  private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
  private static final Duration FOREVER = Duration.ofSeconds(Long.MAX_VALUE);
  private static final Duration INSTANT = Duration.ofNanos(1);
  private static final int DAYS = 7;

  private final ZoneId zone;
  private final ZoneRules rules;
  private final Map<DayOfWeek, List<Minutes>> week;
  private final NavigableMap<LocalDate, List<Minutes>> exceptions;
  private final Duration weekly;
  private final boolean aroundTheClock;

  private WorkingTime(
      ZoneId zone, WorkingWeek week, NavigableMap<LocalDate, List<Minutes>> exceptions) {
    this.zone = zone;
    this.rules = zone.getRules();
    this.week = new EnumMap<>(DayOfWeek.class);
    for (DayOfWeek day : DayOfWeek.values()) {
      this.week.put(day, Minutes.of(week.of(day)));
    }
    this.exceptions = exceptions;
    this.weekly = Duration.ofMinutes(week.minutes());
    this.aroundTheClock = week.isAroundTheClock() && exceptions.isEmpty();
  }

  /** Throws {@code Rejection.Invalid} for a week in which nobody works. */
  public static WorkingTime of(ZoneId zone, WorkingWeek week, Collection<SpecialDays> exceptions) {
    week.requireWork("week");
    NavigableMap<LocalDate, List<Minutes>> byDay = new TreeMap<>();
    for (SpecialDays one : exceptions) {
      one.days().forEach(day -> byDay.put(day, Minutes.of(one.intervals())));
    }
    return new WorkingTime(zone, week, byDay);
  }

  /** From the beginning of a day; more than a day's where it ends on the next. */
  private record Minutes(int begins, int ends) {
    private static List<Minutes> of(List<WorkInterval> intervals) {
      return intervals.stream().map(one -> new Minutes(one.begins(), one.ends())).toList();
    }
  }

  /** Where a walk ended, and how much was worked on the way. */
  private record Walked(Instant at, Duration worked) {}

  public boolean isAroundTheClock() {
    return aroundTheClock;
  }

  /** The first moment by which so much was worked since; the same moment for nothing. */
  public Instant add(Instant from, Duration work) {
    if (aroundTheClock || !work.isPositive()) {
      return from.plus(work.isNegative() ? Duration.ZERO : work);
    }
    return walk(from, work, LATEST).at();
  }

  /** How much is worked from one moment to the other; negative where the other is the earlier. */
  public Duration between(Instant from, Instant to) {
    if (aroundTheClock) {
      return Duration.between(from, to);
    }
    return to.isBefore(from)
        ? walk(to, FOREVER, from).worked().negated()
        : walk(from, FOREVER, to).worked();
  }

  public boolean isWorking(Instant at) {
    LocalDate today = LocalDate.ofInstant(at, zone);
    return aroundTheClock || isWorkedOf(today, at) || isWorkedOf(today.minusDays(1), at);
  }

  private boolean isWorkedOf(LocalDate day, Instant at) {
    return minutes(day).stream()
        .anyMatch(
            one -> !at.isBefore(moment(day, one.begins())) && at.isBefore(moment(day, one.ends())));
  }

  /** This moment if it is worked, else the next that is. */
  public Instant next(Instant at) {
    return isWorking(at) ? at : walk(at, INSTANT, LATEST).at().minus(INSTANT);
  }

  /** What is worked between two moments, in its order: the first stretches, so many at most. */
  public List<WorkedSpan> spans(Instant from, Instant to, int most) {
    if (aroundTheClock) {
      return from.isBefore(to) ? List.of(new WorkedSpan(from, to)) : List.of();
    }
    Deque<WorkedSpan> spans = new ArrayDeque<>();
    LocalDate last = LocalDate.ofInstant(to, zone);
    LocalDate day = LocalDate.ofInstant(from, zone).minusDays(1);
    for (; !day.isAfter(last) && spans.size() <= most; day = day.plusDays(1)) {
      for (Minutes one : minutes(day)) {
        Instant since = spans.isEmpty() ? from : spans.getLast().to();
        Instant begins = later(since, moment(day, one.begins()));
        Instant ends = earlier(to, moment(day, one.ends()));
        if (begins.isBefore(ends)) {
          boolean goesOn = !spans.isEmpty() && begins.equals(since);
          spans.add(new WorkedSpan(goesOn ? spans.removeLast().from() : begins, ends));
        }
      }
    }
    return spans.stream().limit(most).toList();
  }

  /** Goes on until so much was worked, or until this moment. */
  private Walked walk(Instant from, Duration most, Instant until) {
    Instant at = from;
    Duration worked = Duration.ZERO;
    LocalDate day = LocalDate.ofInstant(from, zone).minusDays(1); // Its night may reach into today.
    LocalDate last = LocalDate.ofInstant(until, zone);
    while (!day.isAfter(last)) {
      for (Minutes one : minutes(day)) {
        Instant begins = later(at, moment(day, one.begins()));
        Instant ends = earlier(until, moment(day, one.ends()));
        if (!begins.isBefore(ends)) {
          continue;
        }
        Duration left = most.minus(worked);
        Duration length = Duration.between(begins, ends);
        if (length.compareTo(left) >= 0) {
          return new Walked(begins.plus(left), most);
        }
        worked = worked.plus(length);
        at = ends;
      }
      day = day.plusDays(1);
      long weeks = usualWeeks(day, last, most.minus(worked));
      if (weeks > 0) {
        worked = worked.plus(weekly.multipliedBy(weeks));
        at = later(at, moment(day, 0)).plus(weeks * DAYS, ChronoUnit.DAYS);
        day = day.plusDays(weeks * DAYS);
      }
    }
    return new Walked(until, worked);
  }

  /**
   * How many weeks from this day on are like any other and end before so much is worked. The day
   * before has to be as usual too, since its night belongs to the first of them, and the day after,
   * since the walk may have come to any time of day.
   */
  private long usualWeeks(LocalDate day, LocalDate last, Duration left) {
    long seconds = left.getSeconds() - (left.getNano() > 0 ? 0 : 1); // Less than is left.
    long most = seconds / weekly.getSeconds();
    if (most <= 0) {
      return 0;
    }
    long days = ChronoUnit.DAYS.between(day, last) - 1;
    LocalDate before = day.minusDays(1);
    LocalDate exception = exceptions.ceilingKey(before);
    if (exception != null) {
      days = Math.min(days, ChronoUnit.DAYS.between(day, exception) - 1);
    }
    ZoneOffsetTransition change = rules.nextTransition(moment(before, 0));
    if (change != null) {
      days = Math.min(days, ChronoUnit.DAYS.between(day, dayOf(change)) - 1);
    }
    return Math.min(most, Math.max(0, days) / DAYS);
  }

  /** The earlier one of the days on which the clocks stand before and after. */
  private static LocalDate dayOf(ZoneOffsetTransition change) {
    LocalDateTime before = change.getDateTimeBefore();
    LocalDateTime after = change.getDateTimeAfter();
    return (before.isBefore(after) ? before : after).toLocalDate();
  }

  private List<Minutes> minutes(LocalDate day) {
    List<Minutes> exception = exceptions.get(day);
    return exception == null ? week.get(day.getDayOfWeek()) : exception;
  }

  private Instant moment(LocalDate day, int minute) {
    LocalDateTime time =
        LocalDateTime.of(
            day.plusDays(minute / WorkInterval.DAY),
            LocalTime.ofSecondOfDay(minute % WorkInterval.DAY * 60L));
    ZoneOffsetTransition change = rules.getTransition(time);
    return change != null && change.isGap()
        ? change.getInstant()
        : time.toInstant(rules.getOffset(time));
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
