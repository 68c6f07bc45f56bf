package org.vitrine.tracking;

import java.util.Optional;
import org.vitrine.production.OrderState;
import org.vitrine.production.OrderSummary;
import org.vitrine.production.Outlook;
import org.vitrine.production.Withheld;

/** Where an order stands, and from when that is to be doubted. */
record OrderStanding(OrderState state, Optional<Withheld> withheld, Optional<Outlook> outlook) {

  static OrderStanding of(OrderSummary summary) {
    return new OrderStanding(summary.state(), summary.withheld(), outlook(summary));
  }

  /** Of an order of which nothing is expected there is nothing to say. */
  private static Optional<Outlook> outlook(OrderSummary summary) {
    return Optional.of(summary.outlook()).filter(Outlook::saysAnything);
  }
}
