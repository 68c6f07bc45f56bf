package org.vitrine.forecasts;

import java.util.OptionalDouble;

/**
 * By what orders of about this quantity take longer: a curve over its logarithm.
 *
 * @param first the step at which it begins
 * @param factors of each step from there
 */
public record SizeFactors(int first, double[] factors) {
  static final SizeFactors NONE = new SizeFactors(0, new double[] {});

  /** Nobody said how much was ordered. */
  static final int UNKNOWN = Integer.MIN_VALUE;

  /** Quantities that are so much apart, as logarithms, count as one. */
  private static final double STEP = 0.05;

  /** How far orders believe in those of another quantity. */
  private static final double SIMILAR = 1.0;

  /** Quantities that are farther from one than half a billion count as that. */
  private static final int FARTHEST = 400;

  static int step(OptionalDouble quantity) {
    return quantity.isPresent() && quantity.getAsDouble() > 0
        ? Math.clamp(Math.round(Math.log(quantity.getAsDouble()) / STEP), -FARTHEST, FARTHEST)
        : UNKNOWN;
  }

  /** How alike orders are that are so many steps apart, from 0 to 1. */
  static double alike(int steps) {
    double apart = steps * STEP / SIMILAR;
    return Math.exp(-apart * apart / 2);
  }

  double of(OptionalDouble quantity) {
    return of(step(quantity));
  }

  double of(int step) {
    return step == UNKNOWN || factors.length == 0
        ? 1
        : factors[Math.clamp((long) step - first, 0, factors.length - 1)];
  }
}
