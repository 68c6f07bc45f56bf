package org.vitrine.platform.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Where a figure lies with 95 % confidence: of a hundred intervals found this way, about 95 hold
 * what is so.
 */
public record Interval(double low, double high) {
  static final double CONFIDENCE = 0.95;

  /** How many standard errors a normal estimate lies off at most, that often. */
  static final double Z =
      NormalDistribution.of(0, 1).inverseCumulativeProbability((1 + CONFIDENCE) / 2);

  /** Kept within what is possible. */
  static Interval around(double middle, double margin, double least, double most) {
    return new Interval(middle - margin, middle + margin).within(least, most);
  }

  /** The same as far as it is possible. */
  public Interval within(double least, double most) {
    return new Interval(Math.max(least, low), Math.min(most, high));
  }

  public boolean holds(double figure) {
    return low <= figure && figure <= high;
  }

  /** Of a difference: whether something changed. */
  public boolean excludesZero() {
    return !holds(0);
  }

  /** The same in another unit. */
  public Interval times(double factor) {
    return new Interval(low * factor, high * factor);
  }
}
