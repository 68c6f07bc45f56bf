package org.vitrine.tracking;

import java.util.Optional;
import org.vitrine.production.Arrival;
import org.vitrine.production.FinishForecast.ForecastBasis;
import org.vitrine.production.OrderFinish;
import org.vitrine.production.OrderSummary;
import org.vitrine.production.Outlook;
import org.vitrine.production.Withheld;

/**
 * Why nothing is expected of an order, or from when what is expected is to be doubted.
 *
 * @param forecastFrom what the forecast rests on, where there is one
 * @param arrival when what has left is expected at the customer's
 */
record Expectation(
    Optional<Withheld> withheld,
    Optional<ForecastBasis> forecastFrom,
    Optional<Outlook> outlook,
    Optional<Arrival> arrival) {

  /** In a list nobody reads what a forecast rests on. */
  static Expectation inList(OrderSummary summary) {
    return new Expectation(
        summary.withheld(),
        Optional.empty(),
        Optional.of(summary.outlook()).filter(Outlook::saysAnything),
        summary.arrival());
  }

  static Expectation of(OrderSummary summary) {
    return new Expectation(
        summary.withheld(),
        summary.finish().map(OrderFinish::basis),
        Optional.of(summary.outlook()).filter(Outlook::saysAnything),
        summary.arrival());
  }
}
