package org.vitrine.promises;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;

/**
 * The days for which something was promised, where the plant is.
 *
 * @param countedOn what happened after this day is not known yet, whenever it is counted
 */
public record DueSpan(LocalDate first, LocalDate last, LocalDate countedOn, ZoneId zone) {
  /** On this day of the next month a month is closed. */
  private static final int DAY = 5;

  public static LocalDate closedOn(YearMonth month) {
    return month.plusMonths(1).atDay(DAY);
  }

  /** A month as it is counted on this day; what comes after it was closed changes it no longer. */
  public static DueSpan ofMonth(YearMonth month, LocalDate today, ZoneId zone) {
    LocalDate closedOn = closedOn(month);
    return new DueSpan(
        month.atDay(1), month.atEndOfMonth(), today.isBefore(closedOn) ? today : closedOn, zone);
  }

  public boolean holds(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }

  /** What is due on the day on which it is counted, or later, has not been broken yet. */
  public boolean isOver(LocalDate day) {
    return holds(day) && day.isBefore(countedOn);
  }

  /** The first moment of which nothing is known yet. */
  Instant known() {
    return countedOn.plusDays(1).atStartOfDay(zone).toInstant();
  }
}
