package org.vitrine.loyalty;

import org.hipparchus.special.Gamma;

/**
 * The BG/NBD model of who still buys (P. S. Fader, B. G. S. Hardie, K. L. Lee: “Counting your
 * customers” the easy way, Marketing Science 24, 2005): while they stay, customers order at random
 * at a rate of their own (gamma with {@code r} and {@code alpha}); after each order they leave with
 * a probability of their own (beta with {@code a} and {@code b}). Times are weeks.
 */
record BgNbd(double r, double alpha, double a, double b) {
  private static final int TERMS = 100_000;
  private static final double CLOSE = 1e-15;

  /** The logarithm of how likely this history is (their equation 6, without overflow). */
  double logLikelihood(RepeatOrders one) {
    int x = one.repeats();
    double common = Gamma.logGamma(r + x) - Gamma.logGamma(r) + r * Math.log(alpha);
    double stays = Gamma.logGamma(a + b) - Gamma.logGamma(b);
    stays += Gamma.logGamma(b + x) - Gamma.logGamma(a + b + x);
    double silent = -(r + x) * Math.log(alpha + one.age());
    return common + stays + (x == 0 ? silent : logSum(silent, leftLog(one)));
  }

  /** That it left with its last order, against that it is there and silent. */
  private double leftLog(RepeatOrders one) {
    int x = one.repeats();
    return Math.log(a) - Math.log(b + x - 1) - (r + x) * Math.log(alpha + one.recency());
  }

  private static double logSum(double one, double other) {
    double most = Math.max(one, other);
    return most + Math.log1p(Math.exp(Math.min(one, other) - most));
  }

  /**
   * The probability that it has not left. Whoever ordered once is there by this model: it knows of
   * no leaving before a second order.
   */
  double alive(RepeatOrders one) {
    if (one.repeats() == 0) {
      return 1;
    }
    double silent = -(r + one.repeats()) * Math.log(alpha + one.age());
    return 1 / (1 + Math.exp(leftLog(one) - silent));
  }

  /** How many orders are expected of it in the next weeks (their equation 10). */
  double expected(RepeatOrders one, double weeks) {
    double x = one.repeats();
    double shrink = Math.pow((alpha + one.age()) / (alpha + one.age() + weeks), r + x);
    double series =
        hypergeometric(r + x, b + x, a + b + x - 1, weeks / (alpha + one.age() + weeks));
    return (a + b + x - 1) / (a - 1) * (1 - shrink * series) * alive(one);
  }

  /** Gauss's series, for 0 ≤ z < 1. */
  private static double hypergeometric(double a, double b, double c, double z) {
    double sum = 1;
    double term = 1;
    for (int k = 0; k < TERMS && Math.abs(term) > CLOSE * Math.abs(sum); k++) {
      term *= (a + k) * (b + k) / ((c + k) * (k + 1)) * z;
      sum += term;
    }
    return sum;
  }
}
