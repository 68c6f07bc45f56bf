package org.vitrine.production;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.orders.Amount;
import org.vitrine.orders.Line;
import org.vitrine.orders.Shipment;
import org.vitrine.orders.ShippedItem;

/**
 * How a line travels, as far as anybody said.
 *
 * @param ordered absent where nobody knows
 * @param onTheWay what left with some of it and was not delivered yet
 * @param deliveredOn the last day on which some of it was delivered
 */
record LineTransport(
    Optional<Amount> ordered,
    Amount left,
    Amount delivered,
    List<Shipment> onTheWay,
    Optional<LocalDate> deliveredOn) {

  /** By the number of the line. */
  static Map<Integer, LineTransport> of(List<Line> lines, List<Shipment> shipments) {
    Map<Integer, LineTransport> transports = new HashMap<>();
    for (Line line : lines) {
      transports.put(line.number(), unmoved(line));
    }
    for (Shipment shipment : shipments) {
      if (shipment.stands()) {
        for (ShippedItem item : shipment.items()) {
          transports.computeIfPresent(
              item.line(), (number, before) -> before.with(shipment, item.quantity()));
        }
      }
    }
    return transports;
  }

  private static LineTransport unmoved(Line line) {
    return new LineTransport(
        Optional.ofNullable(line.quantity()),
        Amount.NONE,
        Amount.NONE,
        new ArrayList<>(),
        Optional.empty());
  }

  private LineTransport with(Shipment shipment, Amount quantity) {
    if (shipment.deliveredOn() == null) {
      onTheWay.add(shipment);
      return new LineTransport(ordered, left.plus(quantity), delivered, onTheWay, deliveredOn);
    }
    return new LineTransport(
        ordered,
        left.plus(quantity),
        delivered.plus(quantity),
        onTheWay,
        deliveredOn
            .filter(day -> !day.isBefore(shipment.deliveredOn()))
            .or(() -> Optional.of(shipment.deliveredOn())));
  }

  /** Whether all of it has left: nothing more of it is to come from the plant. */
  boolean hasLeft() {
    return ordered.filter(all -> left.compareTo(all) >= 0).isPresent();
  }

  boolean hasArrived() {
    return ordered.filter(all -> delivered.compareTo(all) >= 0).isPresent();
  }

  boolean hasArrivedBy(LocalDate day) {
    return hasArrived() && deliveredOn.filter(on -> !on.isAfter(day)).isPresent();
  }

  /** When the first of it left that is expected at its customer's after this day. */
  Optional<LocalDate> leftToArriveAfter(LocalDate day) {
    return onTheWay.stream()
        .filter(one -> one.expectedOn() != null && one.expectedOn().isAfter(day))
        .map(Shipment::leftOn)
        .min(LocalDate::compareTo);
  }
}
