package org.vitrine.production;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.vitrine.orders.Shipment;

/**
 * When what left of an order is expected at its customer's, as its carriers say; of what is still
 * made, the forecast says when it is ready.
 *
 * @param by the day on which the last of it is
 * @param overFrom when that day is over where the plant is
 */
public record Arrival(LocalDate by, Instant overFrom) {

  /** Absent where nothing is on its way, or of some of it nobody said. */
  static Optional<Arrival> of(List<Shipment> shipments, ZoneId plantZone) {
    List<Shipment> onTheWay =
        shipments.stream().filter(one -> one.stands() && one.deliveredOn() == null).toList();
    if (onTheWay.stream().anyMatch(one -> one.expectedOn() == null)) {
      return Optional.empty();
    }
    return onTheWay.stream()
        .map(Shipment::expectedOn)
        .max(LocalDate::compareTo)
        .map(day -> new Arrival(day, Outlook.endOf(day, plantZone)));
  }
}
