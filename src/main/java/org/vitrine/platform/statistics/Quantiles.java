package org.vitrine.platform.statistics;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/** Values in their order: what a part of them stays below. Immutable. */
public final class Quantiles {
  private final double[] sorted;

  private Quantiles(double[] sorted) {
    this.sorted = sorted;
  }

  /** Of one value or more. */
  public static Quantiles of(double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("Nothing has no quantiles");
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new Quantiles(sorted);
  }

  public double median() {
    return at(0.5);
  }

  /**
   * What this part of the values stays below, independent of how they are distributed (method 8 of
   * Hyndman and Fan, 1996).
   *
   * @param part from 0 to 1
   */
  public double at(double part) {
    return Quantile.withDefaults()
        .with(Quantile.EstimationMethod.HF8)
        .evaluate(sorted.length, place -> sorted[place], part);
  }

  /**
   * Where the median lies: between two of the values, as far out as the binomial distribution says
   * (Conover, “Practical Nonparametric Statistics”, 3.2); none of five values or fewer, among which
   * even the least and the greatest are not far enough apart.
   */
  public Optional<Interval> medianInterval() {
    int length = sorted.length;
    BinomialDistribution below = BinomialDistribution.of(length, 0.5);
    double tail = (1 - Interval.CONFIDENCE) / 2;
    int place = 0;
    while (below.cumulativeProbability(place) <= tail) {
      place++;
    }
    return place == 0
        ? Optional.empty()
        : Optional.of(new Interval(sorted[place - 1], sorted[length - place]));
  }
}
