package org.vitrine.platform.statistics;

/**
 * How many of how many.
 *
 * @param hits from 0 to {@code of}
 * @param of 1 or more
 */
public record Share(int hits, int of) {
  public Share {
    if (of < 1 || hits < 0 || hits > of) {
      throw new IllegalArgumentException("%d of %d is no share".formatted(hits, of));
    }
  }

  /** From 0 to 1. */
  public double figure() {
    return (double) hits / of;
  }

  /** Wilson's score interval (1927), without correction for continuity. */
  public Interval interval() {
    double z2 = Interval.Z * Interval.Z;
    double middle = (hits + z2 / 2) / (of + z2);
    double margin = Interval.Z / (of + z2) * Math.sqrt((double) hits * (of - hits) / of + z2 / 4);
    return Interval.around(middle, margin, 0, 1);
  }

  /**
   * By how much this is more than another: Newcombe's hybrid score interval, method 10 of “Interval
   * estimation for the difference between independent proportions” (1998).
   */
  public Interval since(Share before) {
    Interval now = interval();
    Interval then = before.interval();
    double difference = figure() - before.figure();
    return new Interval(
        difference - Math.hypot(figure() - now.low(), then.high() - before.figure()),
        difference + Math.hypot(now.high() - figure(), before.figure() - then.low()));
  }
}
