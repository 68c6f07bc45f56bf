package org.vitrine.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vitrine.orders.Amount;
import org.vitrine.orders.Carrier;
import org.vitrine.orders.RecordShipment;
import org.vitrine.orders.Shipment;
import org.vitrine.orders.ShippedItem;

/** In what a shipment differs from what was said of it before, field by field. */
final class ShipmentDifference {
  private final List<FieldChange> changes = new ArrayList<>();

  private ShipmentDifference() {}

  static List<FieldChange> between(Shipment before, RecordShipment after) {
    ShipmentDifference found = new ShipmentDifference();
    Carrier carrier = before.carrier();
    found.differ("left_on", null, before.leftOn(), after.leftOn());
    found.differ("carrier", null, carrier == null ? null : carrier.code(), after.carrier());
    found.differ(
        "carrier_name",
        null,
        carrier == null || carrier.code() != null ? null : carrier.name(),
        after.carrierName());
    found.differ("tracking_number", null, before.trackingNumber(), after.trackingNumber());
    found.differ("expected_on", null, before.expectedOn(), after.expectedOn());
    found.differ("delivered_on", null, before.deliveredOn(), after.deliveredOn());
    found.items(byLine(before.items()), byLine(after.items()));
    found.codes("serials", before.items(), after.items(), ShippedItem::serials);
    found.codes("lots", before.items(), after.items(), ShippedItem::lots);
    return List.copyOf(found.changes);
  }

  private static Map<Integer, Amount> byLine(List<ShippedItem> items) {
    return items.stream().collect(Collectors.toMap(ShippedItem::line, ShippedItem::quantity));
  }

  private void items(Map<Integer, Amount> before, Map<Integer, Amount> after) {
    TreeSet<Integer> lines = new TreeSet<>(before.keySet());
    lines.addAll(after.keySet());
    lines.forEach(line -> differ("quantity", line, before.get(line), after.get(line)));
  }

  /** Of what is not said now, what was said before stays. */
  private void codes(
      String column,
      List<ShippedItem> before,
      List<ShippedItem> after,
      Function<ShippedItem, List<String>> of) {
    for (ShippedItem item : after) {
      if (of.apply(item) != null) {
        List<String> known =
            before.stream()
                .filter(other -> other.line().equals(item.line()))
                .findFirst()
                .map(of)
                .orElse(List.of());
        differ(column, item.line(), together(known), together(of.apply(item)));
      }
    }
  }

  private static String together(List<String> codes) {
    return codes.isEmpty() ? null : String.join("; ", codes);
  }

  private void differ(String column, Integer line, Object before, Object after) {
    if (!Objects.equals(before, after)) {
      changes.add(new FieldChange(column, line, null, before, after));
    }
  }
}
