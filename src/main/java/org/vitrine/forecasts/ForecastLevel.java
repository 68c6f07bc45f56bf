package org.vitrine.forecasts;

/**
 * By how much bounds are moved so that they hold as often as they say: slowly, by ranges whose day
 * has come, never by orders that are finished, of which the late ones would be missing.
 */
public record ForecastLevel(double logHalf, double logNineOfTen) {
  public static final ForecastLevel NONE = new ForecastLevel(0, 0);
  private static final double PACE = 0.003;
  private static final double FARTHEST = Math.log(2);

  /** The day of a bound of half has come. */
  public ForecastLevel judgedHalf(boolean missed) {
    return new ForecastLevel(moved(logHalf, missed, FinishRange.HALF), logNineOfTen);
  }

  public ForecastLevel judgedNineOfTen(boolean missed) {
    return new ForecastLevel(logHalf, moved(logNineOfTen, missed, FinishRange.NINE_OF_TEN));
  }

  private static double moved(double log, boolean missed, double share) {
    double next = log + PACE * ((missed ? 1 : 0) - (1 - share));
    return Math.max(-FARTHEST, Math.min(FARTHEST, next));
  }

  public double half() {
    return Math.exp(logHalf);
  }

  public double nineOfTen() {
    return Math.exp(logNineOfTen);
  }
}
