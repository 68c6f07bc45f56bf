package org.vitrine.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.PlaceOrder;
import org.vitrine.platform.StartFailed;

/**
 * A file of orders, read: a row a line of an order, or a row a requirement of a line. An order with
 * a bad row is refused whole.
 */
public record OrderSheet(
    String name, int rows, List<SheetOrder> orders, List<RefusedOrder> refused) {

  /** An order, and the line of the file on which it begins. */
  record SheetOrder(long line, OrderNumber number, PlaceOrder order) {}

  /** An order of which nothing was kept. */
  public record RefusedOrder(String order, RefusedRow row) {}

  /** Throws {@link StartFailed} with a sentence where the file is no such file. */
  public static OrderSheet read(Path file) {
    return parse(file.getFileName().toString(), TextFile.read(file));
  }

  static OrderSheet parse(String name, String text) {
    CsvFile file = CsvFile.parse(name, text).requireColumns(OrderRows.REQUIRED);
    List<String> unknown = file.columnsBeside(OrderRows.COLUMNS);
    if (!unknown.isEmpty()) {
      throw new StartFailed(
          "%s has an unknown column %s; valid ones are: %s"
              .formatted(name, CsvFile.quoted(unknown), String.join(", ", OrderRows.COLUMNS)));
    }
    Map<String, RefusedOrder> refused = new LinkedHashMap<>();
    for (CsvFile.Malformed malformed : file.malformed()) {
      String number = numberIn(malformed.row());
      refused.putIfAbsent(number, new RefusedOrder(number, malformed.refused()));
    }
    List<SheetOrder> orders = new ArrayList<>();
    byOrder(file.rows())
        .forEach(
            (number, rows) -> {
              if (!number.isEmpty() && refused.containsKey(number)) {
                return;
              }
              try {
                orders.add(new OrderRows(rows).read());
              } catch (BadRow bad) {
                refused.put(number, new RefusedOrder(number, bad.refused()));
              }
            });
    return new OrderSheet(
        name,
        file.rows().size() + file.malformed().size(),
        List.copyOf(orders),
        List.copyOf(refused.values()));
  }

  private static Map<String, List<CsvRow>> byOrder(List<CsvRow> rows) {
    Map<String, List<CsvRow>> byOrder = new LinkedHashMap<>();
    rows.forEach(
        row -> byOrder.computeIfAbsent(numberIn(row), number -> new ArrayList<>()).add(row));
    return byOrder;
  }

  private static String numberIn(CsvRow row) {
    String number = row.text("order");
    return number == null ? "" : number;
  }
}
