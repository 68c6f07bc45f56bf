package org.vitrine.loyalty;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.vitrine.platform.statistics.Interval;
import org.vitrine.platform.statistics.Mean;
import org.vitrine.platform.statistics.Quantiles;

/**
 * A number, of how many it is, and between which it lies in 19 of 20 cases; rounded to a tenth.
 *
 * @param low absent, as {@code high}, where too few tell
 */
record LoyaltyFigure(int n, double value, Optional<Double> low, Optional<Double> high) {
  private static final double DEVIATIONS = 1.959964;

  private static LoyaltyFigure of(int n, double value, Optional<Interval> interval) {
    return new LoyaltyFigure(
        n,
        tenth(value),
        interval.map(one -> tenth(one.low())),
        interval.map(one -> tenth(one.high())));
  }

  static double tenth(double value) {
    return Math.round(value * 10) / 10.0;
  }

  /**
   * The mean of values that lie between these.
   *
   * @param among how many there are, where these are some of them: then less is unknown
   */
  static LoyaltyFigure mean(List<Double> values, OptionalInt among, double least, double most) {
    Mean mean = Mean.of(sorted(values));
    Optional<Interval> interval =
        among.isPresent() ? mean.intervalAmong(among.getAsInt()) : mean.interval();
    return of(values.size(), mean.figure(), interval.map(one -> one.within(least, most)));
  }

  /** Sums differ by the order of what is added: so that is always the same. */
  private static double[] sorted(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  static LoyaltyFigure median(List<Double> values) {
    Quantiles quantiles = Quantiles.of(sorted(values));
    return of(values.size(), quantiles.median(), quantiles.medianInterval());
  }

  /** How many of these happen, each with its own probability. */
  static LoyaltyFigure expected(List<Double> probabilities) {
    double sum = 0;
    double variance = 0;
    for (double one : sorted(probabilities)) {
      sum += one;
      variance += one * (1 - one);
    }
    double half = DEVIATIONS * Math.sqrt(variance);
    int n = probabilities.size();
    Interval interval = new Interval(Math.max(0, sum - half), Math.min(n, sum + half));
    return of(n, sum, Optional.of(interval));
  }
}
