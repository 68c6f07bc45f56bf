package org.vitrine.loyalty;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * For how long companies have been customers, in months: those who left until their last order,
 * since whoever counts only who stayed finds that all stay.
 *
 * @param n how many there are
 * @param left how many of them are gone
 */
record Tenure(int n, int left, Optional<LoyaltyFigure> average, Optional<LoyaltyFigure> median) {
  private static final double MONTH = 365.25 / 12;

  /** As it was at the end of a day. */
  static Tenure of(Collection<OrderHistory> histories, LocalDate day) {
    List<Double> months = histories.stream().map(one -> months(one, day)).toList();
    int left = (int) histories.stream().filter(one -> one.rhythm().isGone(day)).count();
    return months.isEmpty()
        ? new Tenure(0, 0, Optional.empty(), Optional.empty())
        : new Tenure(
            months.size(),
            left,
            Optional.of(
                LoyaltyFigure.mean(months, OptionalInt.empty(), 0, Double.POSITIVE_INFINITY)),
            Optional.of(LoyaltyFigure.median(months)));
  }

  static double months(OrderHistory history, LocalDate day) {
    LocalDate until = history.rhythm().isGone(day) ? history.last() : day;
    return Math.max(0, ChronoUnit.DAYS.between(history.since(), until)) / MONTH;
  }
}
