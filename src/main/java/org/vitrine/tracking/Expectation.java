package org.vitrine.tracking;

import java.util.Optional;
import org.vitrine.production.OrderSummary;
import org.vitrine.production.Outlook;
import org.vitrine.production.Withheld;

/** Why nothing is expected of an order, or from when what is expected is to be doubted. */
record Expectation(Optional<Withheld> withheld, Optional<Outlook> outlook) {

  static Expectation of(OrderSummary summary) {
    return new Expectation(
        summary.withheld(), Optional.of(summary.outlook()).filter(Outlook::saysAnything));
  }
}
