package org.vitrine.tracking;

import java.util.Optional;
import org.vitrine.production.Arrival;
import org.vitrine.production.OrderSummary;
import org.vitrine.production.Outlook;
import org.vitrine.production.Withheld;

/**
 * Why nothing is expected of an order, or from when what is expected is to be doubted.
 *
 * @param arrival when what has left is expected at the customer's
 */
record Expectation(
    Optional<Withheld> withheld, Optional<Outlook> outlook, Optional<Arrival> arrival) {

  static Expectation of(OrderSummary summary) {
    return new Expectation(
        summary.withheld(),
        Optional.of(summary.outlook()).filter(Outlook::saysAnything),
        summary.arrival());
  }
}
