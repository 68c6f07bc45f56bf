package org.vitrine.traceability;

import java.util.Optional;
import org.vitrine.orders.Amount;
import org.vitrine.orders.Unit;
import org.vitrine.production.Consumed;

/** That one thing went into another. */
record Consumption(
    long output, long input, Optional<Amount> amount, Optional<Unit> unit, Spot spot) {

  static Consumption of(long output, long input, Consumed said, Spot spot) {
    return new Consumption(
        output, input, Optional.ofNullable(said.amount()), Optional.ofNullable(said.unit()), spot);
  }

  /** That something is of a lot, or of its supplier's: nobody counts how much. */
  static Consumption uncounted(long output, long input, Spot spot) {
    return new Consumption(output, input, Optional.empty(), Optional.empty(), spot);
  }
}
