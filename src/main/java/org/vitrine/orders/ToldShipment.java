package org.vitrine.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;

/**
 * A shipment as an order's history keeps it: what was said of it then, whatever its carrier is
 * called later.
 *
 * @param carrier its name
 * @param reason why it is said otherwise than before, or withdrawn
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ToldShipment(
    ShipmentNumber shipment,
    LocalDate leftOn,
    String carrier,
    String trackingNumber,
    LocalDate expectedOn,
    LocalDate deliveredOn,
    List<ShippedItem> items,
    String reason) {

  static ToldShipment of(Shipment shipment, String reason) {
    return new ToldShipment(
        shipment.number(),
        shipment.leftOn(),
        shipment.carrier() == null ? null : shipment.carrier().name(),
        shipment.trackingNumber(),
        shipment.expectedOn(),
        shipment.deliveredOn(),
        ShippedItem.bare(shipment.items()),
        reason);
  }
}
