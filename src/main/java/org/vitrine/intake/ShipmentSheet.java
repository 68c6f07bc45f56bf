package org.vitrine.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.RecordShipment;
import org.vitrine.orders.ShipmentNumber;
import org.vitrine.platform.StartFailed;

/**
 * A file of shipments, read: a row a line of a shipment. A shipment with a bad row is refused
 * whole.
 *
 * @param remarks what else there is to say of the file, in sentences
 */
public record ShipmentSheet(
    String name,
    int rows,
    List<SheetShipment> shipments,
    List<RefusedShipment> refused,
    List<String> remarks) {

  /** A shipment, and the line of the file on which it begins. */
  record SheetShipment(
      long line, OrderNumber order, ShipmentNumber number, RecordShipment shipment) {}

  /** A shipment of which nothing was kept. */
  public record RefusedShipment(String order, String shipment, RefusedRow row) {
    static RefusedShipment of(CsvRow row, RefusedRow why) {
      return new RefusedShipment(text(row, "order"), text(row, "shipment"), why);
    }
  }

  /** What one shipment is told by: its number is unique within its order. */
  private record SheetKey(String order, String shipment) {
    static SheetKey of(CsvRow row) {
      return new SheetKey(
          OrderNumber.key(text(row, "order")), OrderNumber.key(text(row, "shipment")));
    }

    boolean isWhole() {
      return !order.isEmpty() && !shipment.isEmpty();
    }
  }

  /** Throws {@link StartFailed} with a sentence where the file is no such file. */
  public static ShipmentSheet read(Path file) {
    return of(SourceFile.at(file).table());
  }

  /** The same of a file that was read. */
  public static ShipmentSheet of(SourceFile.Mapped file) {
    return of(file.table());
  }

  static ShipmentSheet parse(String name, String text) {
    return of(CsvFile.parse(name, text));
  }

  static ShipmentSheet of(Table table) {
    table.requireColumns(ShipmentRows.REQUIRED).requireApart(ImportKind.SHIPMENTS.counts());
    List<String> unknown = table.columnsBeside(ShipmentRows.COLUMNS);
    if (!unknown.isEmpty()) {
      throw new StartFailed(
          "%s has an unknown column %s; valid ones are: %s"
              .formatted(
                  table.name(), Table.quoted(unknown), String.join(", ", ShipmentRows.COLUMNS)));
    }
    Map<SheetKey, RefusedShipment> refused = new LinkedHashMap<>();
    for (Table.Malformed malformed : table.malformed()) {
      refused.putIfAbsent(
          SheetKey.of(malformed.row()), RefusedShipment.of(malformed.row(), malformed.refused()));
    }
    List<SheetShipment> shipments = new ArrayList<>();
    byShipment(table.rows())
        .forEach(
            (key, rows) -> {
              if (key.isWhole() && refused.containsKey(key)) {
                return;
              }
              try {
                shipments.add(new ShipmentRows(rows).read());
              } catch (BadRow bad) {
                RefusedRow row = CellFaults.OF_SHIPMENTS.beside(bad.refused(), rows);
                refused.put(key, RefusedShipment.of(rows.getFirst(), row));
              }
            });
    return new ShipmentSheet(
        table.name(),
        table.size(),
        List.copyOf(shipments),
        List.copyOf(refused.values()),
        table.origin().sentences());
  }

  private static Map<SheetKey, List<CsvRow>> byShipment(List<CsvRow> rows) {
    Map<SheetKey, List<CsvRow>> byShipment = new LinkedHashMap<>();
    rows.forEach(
        row -> byShipment.computeIfAbsent(SheetKey.of(row), key -> new ArrayList<>()).add(row));
    return byShipment;
  }

  private static String text(CsvRow row, String column) {
    String text = row.text(column);
    return text == null ? "" : text;
  }
}
