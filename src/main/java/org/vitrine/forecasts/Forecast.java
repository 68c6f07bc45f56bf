package org.vitrine.forecasts;

import org.vitrine.forecasts.ForecastTable.OrderPosition;

/**
 * How long an order is likely to take from its last report on, in hours of work.
 *
 * @param rest how that is spread where nothing was heard since
 * @param silence for how many hours of work nothing was
 */
public record Forecast(Weibull rest, double silence) {
  public Forecast {
    silence = Math.max(0, silence);
  }

  /** As a table has it, of an order that stands there. */
  public static Forecast at(ForecastTable table, OrderPosition position, double silence) {
    return new Forecast(table.rest(position), silence);
  }

  /** Until this share of orders that were silent for so long is done. */
  public double hours(double share) {
    return rest.scale() * Math.pow(passed(silence) - Math.log(1 - share), 1 / rest.shape());
  }

  /** How likely it is done within so many hours. */
  public double chance(double within) {
    return within <= silence ? 0 : 1 - Math.exp(passed(silence) - passed(within));
  }

  private double passed(double hours) {
    return Math.pow(hours / rest.scale(), rest.shape());
  }
}
