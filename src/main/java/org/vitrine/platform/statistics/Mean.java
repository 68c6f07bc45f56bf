package org.vitrine.platform.statistics;

import java.util.Optional;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The mean of so many values.
 *
 * @param variance of the values, by n − 1
 */
public record Mean(int of, double figure, double variance) {
  /** Of one value or more. */
  public static Mean of(double... values) {
    if (values.length == 0) {
      throw new IllegalArgumentException("Nothing has no mean");
    }
    double mean = DoubleStream.of(values).average().orElseThrow();
    double squares = DoubleStream.of(values).map(one -> (one - mean) * (one - mean)).sum();
    return new Mean(
        values.length, mean, values.length == 1 ? Double.NaN : squares / (values.length - 1));
  }

  /** Student’s; none of a single value. */
  public Optional<Interval> interval() {
    return interval(1);
  }

  /**
   * The same where these are so many of a few: the more of them answered, the surer is the mean of
   * all of them (the finite population correction, Cochran, “Sampling Techniques”, 2.6).
   *
   * @param population as many as answered, or more
   */
  public Optional<Interval> intervalAmong(int population) {
    if (population < of) {
      throw new IllegalArgumentException("%d of %d".formatted(of, population));
    }
    return interval((double) (population - of) / population);
  }

  private Optional<Interval> interval(double finite) {
    if (of < 2) {
      return Optional.empty();
    }
    double margin = t(of - 1.0) * Math.sqrt(finite * variance / of);
    return Optional.of(new Interval(figure - margin, figure + margin));
  }

  /**
   * By how much this is more than another: Welch’s; none where either is of a single value, or
   * where neither varies: five alike say nothing of how far others would lie from them.
   */
  public Optional<Interval> since(Mean before) {
    if (of < 2 || before.of < 2) {
      return Optional.empty();
    }
    double own = variance / of;
    double other = before.variance / before.of;
    if (own + other == 0) {
      return Optional.empty();
    }
    double difference = figure - before.figure;
    double freedom =
        (own + other) * (own + other) / (own * own / (of - 1) + other * other / (before.of - 1));
    double margin = t(freedom) * Math.sqrt(own + other);
    return Optional.of(new Interval(difference - margin, difference + margin));
  }

  private static double t(double freedom) {
    return TDistribution.of(freedom).inverseCumulativeProbability((1 + Interval.CONFIDENCE) / 2);
  }
}
