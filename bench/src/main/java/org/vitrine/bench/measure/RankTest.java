package org.vitrine.bench.measure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The Mann-Whitney test: how likely two samples are as far apart as these if they came from one and
 * the same source. Two-sided, by the normal approximation, which is good from some twenty values
 * on.
 */
public final class RankTest {
  private RankTest() {}

  private record Value(double value, boolean isOfOne) {}

  public static double likelihood(double[] one, double[] other) {
    Value[] all =
        Stream.concat(
                Arrays.stream(one).mapToObj(value -> new Value(value, true)),
                Arrays.stream(other).mapToObj(value -> new Value(value, false)))
            .sorted(Comparator.comparingDouble(Value::value))
            .toArray(Value[]::new);
    double ranks = 0;
    double tied = 0;
    for (int from = 0; from < all.length; ) {
      int to = from;
      while (to < all.length && all[to].value() == all[from].value()) {
        to++;
      }
      double rank = (from + 1 + to) / 2.0;
      for (int at = from; at < to; at++) {
        ranks += all[at].isOfOne() ? rank : 0;
      }
      tied += Math.pow(to - from, 3) - (to - from);
      from = to;
    }
    double n = one.length;
    double m = other.length;
    double u = ranks - n * (n + 1) / 2;
    double variance = n * m / 12 * (n + m + 1 - tied / ((n + m) * (n + m - 1)));
    return 2 * beyond(Math.abs(u - n * m / 2) / Math.sqrt(variance));
  }

  /** The upper tail of the normal distribution (Abramowitz and Stegun, 26.2.17). */
  private static double beyond(double z) {
    double t = 1 / (1 + 0.2316419 * z);
    double polynomial =
        t
            * (0.319381530
                + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * polynomial;
  }
}
