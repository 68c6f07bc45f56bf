package org.vitrine.forecasts;

import java.time.Instant;

/** A table that is learned from orders one by one, however many there are. */
public final class LearningNight {
  private final Instant night;
  private final HoursPlan plan;
  private final HeardMoments moments;

  /**
   * @param night nothing that happened later is known
   */
  public LearningNight(Instant night, HoursPlan plan) {
    this.night = night;
    this.plan = plan;
    this.moments = HeardMoments.none();
  }

  /** In any order: the table is the same. */
  public void hear(PastOrder order, WorkClock clock) {
    moments.add(order, night, clock);
  }

  public ForecastTable table() {
    return new TableLearning(moments, plan).at(night);
  }
}
