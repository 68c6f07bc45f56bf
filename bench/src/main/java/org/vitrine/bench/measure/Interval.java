package org.vitrine.bench.measure;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * A median and the interval around it that holds the true one at least 19 times in 20. The bounds
 * are order statistics: they suppose nothing about how the values are spread. With fewer than six
 * values they are the least and the greatest, and hold less.
 */
public record Interval(double median, double low, double high) {
  private static final double MISSED_AT_MOST = 0.05;

  public static Interval of(double... values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    int rank = rank(n);
    double median = (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    return new Interval(median, sorted[rank], sorted[n - 1 - rank]);
  }

  /** One value that nothing was repeated for. */
  public static Interval exactly(double value) {
    return new Interval(value, value, value);
  }

  /** In another unit; the function must keep or turn the order. */
  public Interval map(DoubleUnaryOperator as) {
    double one = as.applyAsDouble(low);
    double other = as.applyAsDouble(high);
    return new Interval(as.applyAsDouble(median), Math.min(one, other), Math.max(one, other));
  }

  /** How many values may be left out at either end: the binomial tail of both stays below 0.05. */
  private static int rank(int n) {
    double term = Math.pow(0.5, n);
    double tail = term;
    int rank = 0;
    for (int k = 0; k < n / 2; k++) {
      term *= (double) (n - k) / (k + 1);
      tail += term;
      if (2 * tail > MISSED_AT_MOST) {
        break;
      }
      rank = k + 1;
    }
    return rank;
  }
}
