package org.vitrine.tracking;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.orders.Amount;
import org.vitrine.orders.Carrier;
import org.vitrine.orders.Shipment;
import org.vitrine.orders.ShippedItem;
import org.vitrine.orders.ShippedLines;

/**
 * What left of an order, as an audience may read it. What is added up is added up over all that
 * left; of shipments the page names the newest, so that it stays one that can be sent.
 *
 * @param named the shipments that the page names, by a key of its own
 */
record ShipmentCards(
    Audience audience, ShippedLines left, ShippedLines delivered, Map<String, Shipment> named) {
  private static final int MOST_SHIPMENTS = 100;
  private static final int MOST_ITEMS = 1_000;

  /**
   * @param shipments those that stand, in the order in which they left
   */
  static ShipmentCards of(List<Shipment> shipments, Audience audience) {
    Map<String, Shipment> named = new LinkedHashMap<>();
    int items = 0;
    for (Shipment shipment : shipments.reversed()) {
      items += shipment.items().size();
      if (named.size() == MOST_SHIPMENTS || items > MOST_ITEMS) {
        break;
      }
      named.put(ShortNames.of("shipment " + shipment.number().key()), shipment);
    }
    return new ShipmentCards(
        audience,
        ShippedLines.of(shipments),
        ShippedLines.of(shipments.stream().filter(one -> one.deliveredOn() != null).toList()),
        named);
  }

  /** Absent where nothing left. */
  Optional<Map<String, StatusPage.ShipmentCard>> cards() {
    Map<String, StatusPage.ShipmentCard> cards = new LinkedHashMap<>();
    named.forEach((key, shipment) -> cards.put(key, card(shipment)));
    return Optional.of(cards).filter(some -> !some.isEmpty());
  }

  private StatusPage.ShipmentCard card(Shipment shipment) {
    boolean tracked = audience.sees(GlassField.TRACKING);
    return new StatusPage.ShipmentCard(
        shipment.leftOn(),
        Optional.ofNullable(shipment.expectedOn()),
        Optional.ofNullable(shipment.deliveredOn()),
        Optional.of(shipment.number().value()).filter(number -> tracked),
        Optional.ofNullable(shipment.carrier()).map(Carrier::name).filter(name -> tracked),
        Optional.ofNullable(shipment.trackingNumber()).filter(number -> tracked),
        shipment.link().filter(link -> tracked));
  }

  /** What left of this line; absent where nothing did. */
  Optional<LinePage.LineLeft> of(int line) {
    if (!left.of(line).isPositive()) {
      return Optional.empty();
    }
    Map<String, Amount> shipments = new LinkedHashMap<>();
    named.forEach(
        (key, shipment) ->
            shipment.items().stream()
                .filter(item -> item.line() == line)
                .map(ShippedItem::quantity)
                .forEach(quantity -> shipments.put(key, quantity)));
    return Optional.of(
        new LinePage.LineLeft(
            left.of(line), Optional.of(delivered.of(line)).filter(Amount::isPositive), shipments));
  }
}
