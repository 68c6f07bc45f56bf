package org.vitrine.loyalty;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * What of a customer the BG/NBD model looks at, in weeks.
 *
 * @param repeats days on which it ordered again
 * @param recency from the first order until the last; 0 where there was no second
 * @param age from the first order until now
 */
record RepeatOrders(int repeats, double recency, double age) {
  private static final double WEEK = 7;

  static RepeatOrders of(List<LocalDate> days, LocalDate today) {
    LocalDate first = days.getFirst();
    return new RepeatOrders(
        days.size() - 1,
        ChronoUnit.DAYS.between(first, days.getLast()) / WEEK,
        ChronoUnit.DAYS.between(first, today) / WEEK);
  }

  /** How often it orders while it does, a year. */
  double aYear() {
    return repeats == 0 ? 0 : repeats / Math.max(recency, 1) * 365.25 / WEEK;
  }
}
