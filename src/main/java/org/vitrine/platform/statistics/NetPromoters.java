package org.vitrine.platform.statistics;

/**
 * How many would recommend (9 or 10 of ten), how many are between, and how many would not (0 to 6).
 * Intervals are adjusted Wald as Rocks (The American Statistician, 2016) found best, and as
 * MeasuringU describes it (measuringu.com/nps-confidence-intervals): 3/4 are added to promoters and
 * to detractors, and 3 to all.
 */
public record NetPromoters(int promoters, int passives, int detractors) {
  private static final int ADDED = 3;
  private static final double ADDED_EACH = 0.75;

  public NetPromoters {
    if (promoters < 0 || passives < 0 || detractors < 0) {
      throw new IllegalArgumentException("Fewer than nobody");
    }
  }

  public int of() {
    return promoters + passives + detractors;
  }

  /** From −100 to 100; of somebody. */
  public double figure() {
    return 100.0 * (promoters - detractors) / of();
  }

  public Interval interval() {
    return Interval.around(adjusted(), Interval.Z * Math.sqrt(variance()), -1, 1).times(100);
  }

  /** By how much this is more than another (measuringu.com/nps-significance-test). */
  public Interval since(NetPromoters before) {
    double margin = Interval.Z * Math.sqrt(variance() + before.variance());
    return Interval.around(adjusted() - before.adjusted(), margin, -2, 2).times(100);
  }

  private double adjusted() {
    return (promoters - detractors) / (double) (of() + ADDED);
  }

  private double variance() {
    double all = of() + ADDED;
    double would = (promoters + ADDED_EACH) / all;
    double wouldNot = (detractors + ADDED_EACH) / all;
    return (would + wouldNot - (would - wouldNot) * (would - wouldNot)) / all;
  }
}
