package org.vitrine.intake;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.Orders.PlacedOrder;
import org.vitrine.orders.Restorations.SaidBefore;
import org.vitrine.orders.Restorations.SaidShipment;
import org.vitrine.orders.Shipments.SavedShipment;
import org.vitrine.platform.SaveOutcome;

/**
 * What an import did to one order.
 *
 * @param from the order's version before, {@code to} the one after
 * @param events how many of the events in between are the import's
 * @param reports how many of these are reports
 */
record Touch(
    String order, boolean created, long from, long to, int events, int reports, SaidBefore before) {

  /** Nothing where it was unchanged. */
  static Optional<Touch> of(PlacedOrder placed) {
    return placed
        .before()
        .map(
            before ->
                new Touch(
                    placed.number().value(),
                    placed.outcome() == SaveOutcome.CREATED,
                    before.version(),
                    placed.version(),
                    (int) (placed.version() - before.version()),
                    0,
                    new SaidBefore(before.order(), null)));
  }

  static Optional<Touch> of(SavedShipment saved) {
    return saved.outcome() == SaveOutcome.UNCHANGED
        ? Optional.empty()
        : Optional.of(
            new Touch(
                saved.order().value(),
                false,
                saved.version() - 1,
                saved.version(),
                1,
                0,
                new SaidBefore(
                    null,
                    List.of(new SaidShipment(saved.shipment(), saved.before().orElse(null))))));
  }

  static Touch ofReport(OrderNumber order, long version) {
    return new Touch(order.value(), false, version - 1, version, 1, 1, SaidBefore.NOTHING);
  }

  /** This, and then the other, of the same order. */
  Touch and(Touch later) {
    return new Touch(
        order,
        created || later.created,
        Math.min(from, later.from),
        Math.max(to, later.to),
        events + later.events,
        reports + later.reports,
        new SaidBefore(
            before.order() == null ? later.before.order() : before.order(),
            Stream.concat(before.shipments().stream(), later.before.shipments().stream())
                .toList()));
  }
}
