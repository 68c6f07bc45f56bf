package org.vitrine.traceability;

import java.util.Optional;
import org.vitrine.orders.Amount;
import org.vitrine.orders.OrderVersion;
import org.vitrine.orders.Unit;
import org.vitrine.production.Consumed;

/**
 * That one thing went into another.
 *
 * @param by the entry of an order's history that says so; absent where somebody says it directly
 */
record Consumption(
    long output,
    long input,
    Optional<Amount> amount,
    Optional<Unit> unit,
    Spot spot,
    Optional<OrderVersion> by) {

  static Consumption of(
      long output, long input, Consumed said, Spot spot, Optional<OrderVersion> by) {
    return new Consumption(
        output,
        input,
        Optional.ofNullable(said.amount()),
        Optional.ofNullable(said.unit()),
        spot,
        by);
  }

  /** That something is of a lot, or of several together: nobody counts how much. */
  static Consumption uncounted(long output, long input, Spot spot, Optional<OrderVersion> by) {
    return new Consumption(output, input, Optional.empty(), Optional.empty(), spot, by);
  }
}
