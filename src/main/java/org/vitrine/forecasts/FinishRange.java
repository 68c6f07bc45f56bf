package org.vitrine.forecasts;

import java.time.Instant;

/**
 * When an order is likely finished: half of such orders are by the first moment, nine of ten by the
 * second.
 */
public record FinishRange(Instant half, Instant nineOfTen) {
  public static final double HALF = 0.5;
  public static final double NINE_OF_TEN = 0.9;

  public FinishRange {
    nineOfTen = nineOfTen.isBefore(half) ? half : nineOfTen;
  }

  /**
   * @param reported when the last report was, in hours of work
   */
  static FinishRange of(Forecast forecast, ForecastLevel level, double reported, WorkClock clock) {
    return new FinishRange(
        clock.at(reported + forecast.hours(HALF) * level.half()),
        clock.at(reported + forecast.hours(NINE_OF_TEN) * level.nineOfTen()));
  }

  /** The same, with nothing of it in the past. */
  FinishRange notBefore(Instant now) {
    return new FinishRange(later(half, now), later(nineOfTen, now));
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
