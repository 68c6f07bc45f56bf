package org.vitrine.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.vitrine.intake.OrderSheet.SheetOrder;
import org.vitrine.orders.Line;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.PlaceOrder;
import org.vitrine.orders.PlaceOrder.GivenPromise;
import org.vitrine.orders.Requirement;
import org.vitrine.orders.Wording;

/**
 * The rows of one order.
 *
 * <ul>
 *   <li>What is said of the order, or of a line, may stand in each of its rows or in one only; two
 *       rows that say different things are a fault.
 *   <li>A row that names a requirement adds it to its line; one that names none tells of its line.
 * </ul>
 */
final class OrderRows {
  static final List<String> REQUIRED = List.of("order", "company", "routing");

  private static final List<String> OF_REQUIREMENT =
      List.of(
          "stage",
          "name",
          "name_zh",
          "ordered",
          "unit",
          "minimum",
          "maximum",
          "mandatory",
          "sample",
          "waiver");

  static final List<String> COLUMNS =
      Stream.concat(
              Stream.of(
                  "order",
                  "company",
                  "customer_reference",
                  "placed_on",
                  "promised_on",
                  "promise_reason",
                  "cancelled",
                  "line",
                  "product",
                  "description",
                  "quantity",
                  "routing",
                  "line_cancelled",
                  "requirement"),
              OF_REQUIREMENT.stream())
          .toList();

  private final List<CsvRow> rows;
  private final CsvRow first;

  OrderRows(List<CsvRow> rows) {
    this.rows = rows;
    this.first = rows.getFirst();
  }

  /** Throws {@link BadRow} at the first fault. */
  SheetOrder read() {
    OrderNumber number =
        BadRow.naming(first, field -> "order", () -> new OrderNumber(first.requiredName("order")));
    Map<Integer, List<CsvRow>> byLine = new TreeMap<>();
    for (CsvRow row : rows) {
      Integer line = BadRow.naming(row, field -> field, () -> row.count("line"));
      byLine.computeIfAbsent(line == null ? 1 : line, at -> new ArrayList<>()).add(row);
    }
    List<Line> lines =
        byLine.entrySet().stream().map(of -> line(of.getKey(), of.getValue())).toList();
    return new SheetOrder(first.line(), number, order(lines));
  }

  private PlaceOrder order(List<Line> lines) {
    String company = said(rows, "company", CsvRow::text);
    String reference = said(rows, "customer_reference", CsvRow::name);
    LocalDate placedOn = said(rows, "placed_on", CsvRow::date);
    GivenPromise promise = promise();
    String cancelled = said(rows, "cancelled", CsvRow::text);
    return BadRow.naming(
        first,
        OrderRows::column,
        () -> new PlaceOrder(company, reference, placedOn, promise, lines, cancelled));
  }

  private GivenPromise promise() {
    LocalDate date = said(rows, "promised_on", CsvRow::date);
    String reason = said(rows, "promise_reason", CsvRow::text);
    if (date == null && reason == null) {
      return null;
    }
    if (date == null) {
      throw new BadRow(first, "promise_reason", "needs a date in promised_on");
    }
    return BadRow.naming(first, OrderRows::column, () -> new GivenPromise(date, reason));
  }

  private static Line line(int number, List<CsvRow> rows) {
    String product = said(rows, "product", CsvRow::text);
    String description = said(rows, "description", CsvRow::text);
    Integer quantity = said(rows, "quantity", CsvRow::count);
    String cancelled = said(rows, "line_cancelled", CsvRow::text);
    String routing = said(rows, "routing", CsvRow::text);
    List<Requirement> requirements =
        rows.stream().filter(OrderRows::namesRequirement).map(OrderRows::requirement).toList();
    return BadRow.naming(
        rows.getFirst(),
        OrderRows::column,
        () -> new Line(number, product, description, quantity, routing, requirements, cancelled));
  }

  private static boolean namesRequirement(CsvRow row) {
    if (row.text("requirement") != null) {
      return true;
    }
    for (String column : OF_REQUIREMENT) {
      if (row.text(column) != null) {
        throw new BadRow(row, column, "belongs to a requirement, but this row has none");
      }
    }
    return false;
  }

  private static Requirement requirement(CsvRow row) {
    return BadRow.naming(
        row,
        field -> field.equals("code") ? "requirement" : column(field),
        () ->
            new Requirement(
                row.text("requirement"),
                row.text("stage"),
                name(row),
                row.text("ordered"),
                row.text("unit"),
                row.decimal("minimum"),
                row.decimal("maximum"),
                row.yesNo("mandatory"),
                row.count("sample"),
                row.text("waiver")));
  }

  private static Wording name(CsvRow row) {
    Map<String, String> names = new TreeMap<>();
    if (row.text("name") != null) {
      names.put(Wording.ENGLISH, row.text("name"));
    }
    if (row.text("name_zh") != null) {
      names.put("zh-CN", row.text("name_zh"));
    }
    return names.isEmpty() ? null : new Wording(names);
  }

  /** What the rows say in this column: each may leave it open, none may say something else. */
  static <T> T said(List<CsvRow> rows, String column, BiFunction<CsvRow, String, T> reading) {
    T said = null;
    CsvRow by = null;
    for (CsvRow row : rows) {
      T value = BadRow.naming(row, field -> field, () -> reading.apply(row, column));
      if (value != null && said != null && !value.equals(said)) {
        throw new BadRow(
            row, column, "“%s” contradicts line %d: “%s”".formatted(value, by.line(), said));
      }
      if (value != null && said == null) {
        said = value;
        by = row;
      }
    }
    return said;
  }

  /** The column that a field of an order was read from. */
  static String column(String field) {
    return switch (field) {
      case "customerReference" -> "customer_reference";
      case "placedOn" -> "placed_on";
      case "promise.date" -> "promised_on";
      case "promise.reason", "reason" -> "promise_reason";
      case "number" -> "line";
      case "requirements" -> "requirement";
      case "lines" -> "routing";
      case "zh-CN" -> "name_zh";
      case "en" -> "name";
      default -> field;
    };
  }
}
