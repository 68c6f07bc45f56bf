package org.vitrine.visits;

import java.time.LocalDate;
import java.util.function.Predicate;

/**
 * How often somebody is met.
 *
 * @param idealDays after which it is time
 * @param longestDays after which it is too late
 * @param from what says so
 */
public record Cadence(int idealDays, int longestDays, CadenceVersion from) {

  /**
   * What a cadence comes from.
   *
   * @param owner whose it is: a company's, its tier's, the house's interval of the tier, or default
   * @param version 0 where there are none
   */
  public record CadenceVersion(CadenceOwner owner, long version) {}

  /**
   * By when somebody is to be met.
   *
   * @param ideal the day on which it is time
   * @param latest the last day that is not too late
   */
  public record CadenceDue(LocalDate ideal, LocalDate latest) {
    public boolean isOverdue(LocalDate today) {
      return today.isAfter(latest);
    }
  }

  /**
   * By when, counted from the last real touch, or from the day on which the company was entered:
   *
   * <ul>
   *   <li>it is time on the first day, from the ideal one on, that is no holiday of who visits,
   *   <li>it is too late after the last such day that the longest interval reaches,
   *   <li>where that comes first, it is time then; where all days are holidays, they count.
   * </ul>
   *
   * @param last the day of either
   * @param holidays days on which who visits does not
   */
  public static CadenceDue due(LocalDate last, Cadence cadence, Predicate<LocalDate> holidays) {
    LocalDate latest = worked(last, last.plusDays(cadence.longestDays()), -1, holidays);
    LocalDate ideal = worked(last, last.plusDays(cadence.idealDays()), 1, holidays);
    return new CadenceDue(ideal.isAfter(latest) ? latest : ideal, latest);
  }

  /** The next worked day in this direction: after the last touch, and not a year away. */
  private static LocalDate worked(
      LocalDate last, LocalDate from, int direction, Predicate<LocalDate> holidays) {
    LocalDate farthest = from.plusYears(1);
    for (LocalDate day = from;
        day.isAfter(last) && day.isBefore(farthest);
        day = day.plusDays(direction)) {
      if (!holidays.test(day)) {
        return day;
      }
    }
    return from;
  }
}
