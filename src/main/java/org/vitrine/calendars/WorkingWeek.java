package org.vitrine.calendars;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.vitrine.platform.Rejection;

/**
 * The hours of a usual week: for each day the intervals that begin on it, none where nobody works.
 */
public record WorkingWeek(
    List<WorkInterval> monday,
    List<WorkInterval> tuesday,
    List<WorkInterval> wednesday,
    List<WorkInterval> thursday,
    List<WorkInterval> friday,
    List<WorkInterval> saturday,
    List<WorkInterval> sunday) {
  private static final int WEEK = 7 * WorkInterval.DAY;
  private static final int LEAST_MINUTES = 60;

  public WorkingWeek {
    monday = WorkIntervals.checked("monday", monday);
    tuesday = WorkIntervals.checked("tuesday", tuesday);
    wednesday = WorkIntervals.checked("wednesday", wednesday);
    thursday = WorkIntervals.checked("thursday", thursday);
    friday = WorkIntervals.checked("friday", friday);
    saturday = WorkIntervals.checked("saturday", saturday);
    sunday = WorkIntervals.checked("sunday", sunday);
  }

  /** The same hours on each of these days. */
  public static WorkingWeek on(List<DayOfWeek> days, WorkInterval... hours) {
    List<WorkInterval> worked = List.of(hours);
    List<List<WorkInterval>> week =
        Arrays.stream(DayOfWeek.values())
            .map(day -> days.contains(day) ? worked : List.<WorkInterval>of())
            .toList();
    return new WorkingWeek(
        week.get(0), week.get(1), week.get(2), week.get(3), week.get(4), week.get(5), week.get(6));
  }

  /** All day, every day. */
  static WorkingWeek aroundTheClock() {
    return on(List.of(DayOfWeek.values()), new WorkInterval("00:00", "24:00"));
  }

  public List<WorkInterval> of(DayOfWeek day) {
    return switch (day) {
      case MONDAY -> monday;
      case TUESDAY -> tuesday;
      case WEDNESDAY -> wednesday;
      case THURSDAY -> thursday;
      case FRIDAY -> friday;
      case SATURDAY -> saturday;
      case SUNDAY -> sunday;
    };
  }

  /** The hours of the first day that is worked: those of a day that is worked like one. */
  List<WorkInterval> usual() {
    return Arrays.stream(DayOfWeek.values())
        .map(this::of)
        .filter(hours -> !hours.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /** How many minutes of it are worked, where no clock is changed. */
  int minutes() {
    BitSet worked = new BitSet(WEEK);
    for (DayOfWeek day : DayOfWeek.values()) {
      int midnight = day.ordinal() * WorkInterval.DAY;
      for (WorkInterval interval : of(day)) {
        int ends = midnight + interval.ends();
        worked.set(midnight + interval.begins(), Math.min(ends, WEEK));
        worked.set(
            0, Math.max(0, ends - WEEK)); // The last night of a week is the first of the next.
      }
    }
    return worked.cardinality();
  }

  boolean isAroundTheClock() {
    return minutes() == WEEK;
  }

  /** Throws where nothing that takes time would ever be done. */
  void requireWork(String field) {
    if (minutes() == 0) {
      throw new Rejection.Invalid(
          field,
          "The week has no working time: give a day at least one interval, such as {\"from\": \"06:00\", \"to\": \"14:00\"}");
    }
    if (minutes() < LEAST_MINUTES) {
      throw new Rejection.Invalid(
          field,
          "A week must have at least an hour of working time, not %d min".formatted(minutes()));
    }
  }
}
