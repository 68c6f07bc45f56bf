package org.vitrine.demo;

import java.time.LocalDate;
import java.util.List;
import org.vitrine.demo.Happening.GoodsLeft;
import org.vitrine.orders.Carrier;
import org.vitrine.orders.Carriers;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.RecordShipment;
import org.vitrine.orders.Shipment;
import org.vitrine.orders.ShipmentNumber;
import org.vitrine.orders.Shipments;

/** Tells what leaves the plant, by a carrier that never was. */
final class Freight {
  private static final String CARRIER = "pearl-river";

  private final Shipments shipments;
  private final String erp;

  /**
   * @param erp who is said to record it
   */
  Freight(Shipments shipments, String erp) {
    this.shipments = shipments;
    this.erp = erp;
  }

  static void welcome(Carriers carriers) {
    carriers.save(
        new Carrier(
            CARRIER, "Pearl River Freight", "https://track.pearl-river.example/parcel/{number}"),
        "Demo plant");
  }

  /** Told again it changes nothing. When the second shipment leaves, the first has arrived. */
  void tell(OrderNumber order, GoodsLeft left, LocalDate on) {
    List<Shipment> before = shipments.of(order);
    if (before.size() >= left.sequence()) {
      return;
    }
    arrive(order, before, on);
    String digits = order.value().replaceAll("\\D", "");
    record(
        order,
        new ShipmentNumber("DN-%s-%d".formatted(digits, left.sequence())),
        new RecordShipment(
            on,
            CARRIER,
            null,
            "PR%s%04d".formatted(digits, 7_000 + left.sequence()),
            on.plusDays(4),
            null,
            left.items(),
            null,
            null));
  }

  /** All that is on its way is there. */
  void arrive(OrderNumber order, LocalDate on) {
    arrive(order, shipments.of(order), on);
  }

  private void arrive(OrderNumber order, List<Shipment> left, LocalDate on) {
    left.stream()
        .filter(one -> one.deliveredOn() == null)
        .forEach(one -> record(order, one.number(), arrived(one, on)));
  }

  private static RecordShipment arrived(Shipment one, LocalDate on) {
    return new RecordShipment(
        one.leftOn(),
        one.carrier().code(),
        null,
        one.trackingNumber(),
        one.expectedOn(),
        on,
        one.items(),
        null,
        null);
  }

  private void record(OrderNumber order, ShipmentNumber number, RecordShipment said) {
    shipments.record(order, number, said, "import", erp);
  }
}
