package org.vitrine.intake;

import java.time.LocalDate;
import java.util.List;
import org.vitrine.intake.ShipmentSheet.SheetShipment;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.RecordShipment;
import org.vitrine.orders.ShipmentNumber;
import org.vitrine.orders.ShippedItem;

/**
 * The rows of one shipment: one for each of its lines. What is said of the shipment may stand in
 * each of them or in one only.
 */
final class ShipmentRows {
  static final List<String> REQUIRED = List.of("shipment", "order", "quantity", "left_on");

  static final List<String> COLUMNS =
      List.of(
          "shipment",
          "order",
          "line",
          "quantity",
          "left_on",
          "carrier",
          "carrier_name",
          "tracking_number",
          "expected_on",
          "delivered_on",
          "over_delivery",
          "reason",
          "serials",
          "lots");

  private static final String FIRST_ITEM = "items[";

  private final List<CsvRow> rows;
  private final CsvRow first;

  ShipmentRows(List<CsvRow> rows) {
    this.rows = rows;
    this.first = rows.getFirst();
  }

  /** Throws {@link BadRow} at the first fault. */
  SheetShipment read() {
    rows.forEach(row -> BadRow.naming(row, field -> field, () -> row.requireSound(COLUMNS)));
    OrderNumber order =
        BadRow.naming(first, field -> "order", () -> new OrderNumber(first.requiredName("order")));
    ShipmentNumber number =
        BadRow.naming(
            first, field -> "shipment", () -> new ShipmentNumber(first.requiredName("shipment")));
    List<ShippedItem> items = rows.stream().map(ShipmentRows::item).toList();
    return new SheetShipment(first.line(), order, number, shipment(items));
  }

  private RecordShipment shipment(List<ShippedItem> items) {
    LocalDate leftOn = OrderRows.said(rows, "left_on", CsvRow::date);
    String carrier = OrderRows.said(rows, "carrier", CsvRow::name);
    String carrierName = OrderRows.said(rows, "carrier_name", CsvRow::text);
    String trackingNumber = OrderRows.said(rows, "tracking_number", CsvRow::name);
    LocalDate expectedOn = OrderRows.said(rows, "expected_on", CsvRow::date);
    LocalDate deliveredOn = OrderRows.said(rows, "delivered_on", CsvRow::date);
    Boolean overDelivery = OrderRows.said(rows, "over_delivery", CsvRow::yesNo);
    String reason = OrderRows.said(rows, "reason", CsvRow::text);
    return BadRow.naming(
        first,
        ShipmentRows::column,
        () ->
            new RecordShipment(
                leftOn,
                carrier,
                carrierName,
                trackingNumber,
                expectedOn,
                deliveredOn,
                items,
                overDelivery,
                reason));
  }

  private static ShippedItem item(CsvRow row) {
    return BadRow.naming(
        row,
        ShipmentRows::column,
        () -> {
          Integer line = row.count("line");
          row.required("quantity");
          return new ShippedItem(
              line == null ? 1 : line,
              row.amount("quantity"),
              codes(row, "serials"),
              codes(row, "lots"));
        });
  }

  /** Where the cell is empty nothing is said, and what was said before stays. */
  private static List<String> codes(CsvRow row, String column) {
    List<String> codes = row.names(column);
    return codes.isEmpty() ? null : codes;
  }

  /** The column that a field of a shipment was read from. */
  static String column(String field) {
    if (field.startsWith(FIRST_ITEM)) {
      return column(field.substring(field.indexOf('.') + 1));
    }
    if (field.endsWith("]")) {
      return column(field.substring(0, field.indexOf('[')));
    }
    return switch (field) {
      case "leftOn" -> "left_on";
      case "carrierName" -> "carrier_name";
      case "trackingNumber" -> "tracking_number";
      case "expectedOn" -> "expected_on";
      case "deliveredOn" -> "delivered_on";
      case "items" -> "line";
      default -> field;
    };
  }
}
