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
 *
 * @param remarks what else there is to say of the file, in sentences
 */
public record OrderSheet(
    String name,
    int rows,
    List<SheetOrder> orders,
    List<RefusedOrder> refused,
    List<String> remarks) {

  /** An order, and the line of the file on which it begins. */
  record SheetOrder(long line, OrderNumber number, PlaceOrder order) {}

  /** An order of which nothing was kept. */
  public record RefusedOrder(String order, RefusedRow row) {}

  /** Throws {@link StartFailed} with a sentence where the file is no such file. */
  public static OrderSheet read(Path file) {
    return of(SourceFile.at(file).table());
  }

  /** The same of a file that was read. */
  public static OrderSheet of(SourceFile.Mapped file) {
    return of(file.table());
  }

  /** The same, of which lines may go to other routings whatever the plant has reported of them. */
  public OrderSheet movingReported() {
    List<SheetOrder> moving =
        orders.stream()
            .map(one -> new SheetOrder(one.line(), one.number(), one.order().movingReported()))
            .toList();
    return new OrderSheet(name, rows, moving, refused, remarks);
  }

  static OrderSheet parse(String name, String text) {
    return of(CsvFile.parse(name, text));
  }

  static OrderSheet of(Table table) {
    table.requireColumns(OrderRows.REQUIRED).requireApart(ImportKind.ORDERS.counts());
    List<String> unknown =
        table.columnsBeside(OrderRows.COLUMNS).stream()
            .filter(column -> !LanguageColumns.isOneOf(column, OrderRows.TEXTS))
            .toList();
    if (!unknown.isEmpty()) {
      throw new StartFailed(
          "%s has an unknown column %s; valid ones are: %s; and in a language, such as product_zh-CN: %s"
              .formatted(
                  table.name(),
                  Table.quoted(unknown),
                  String.join(", ", OrderRows.COLUMNS),
                  String.join(", ", OrderRows.TEXTS)));
    }
    Map<String, RefusedOrder> refused = new LinkedHashMap<>();
    for (Table.Malformed malformed : table.malformed()) {
      String number = numberIn(malformed.row());
      refused.putIfAbsent(OrderNumber.key(number), new RefusedOrder(number, malformed.refused()));
    }
    List<SheetOrder> orders = new ArrayList<>();
    byOrder(table.rows())
        .forEach(
            (key, rows) -> {
              if (!key.isEmpty() && refused.containsKey(key)) {
                return;
              }
              try {
                orders.add(new OrderRows(rows).read());
              } catch (BadRow bad) {
                RefusedRow row = CellFaults.OF_ORDERS.beside(bad.refused(), rows);
                refused.put(key, new RefusedOrder(numberIn(rows.getFirst()), row));
              }
            });
    return new OrderSheet(
        table.name(),
        table.size(),
        List.copyOf(orders),
        List.copyOf(refused.values()),
        table.origin().sentences());
  }

  private static Map<String, List<CsvRow>> byOrder(List<CsvRow> rows) {
    Map<String, List<CsvRow>> byOrder = new LinkedHashMap<>();
    rows.forEach(
        row ->
            byOrder
                .computeIfAbsent(OrderNumber.key(numberIn(row)), key -> new ArrayList<>())
                .add(row));
    return byOrder;
  }

  private static String numberIn(CsvRow row) {
    String number = row.text("order");
    return number == null ? "" : number;
  }
}
