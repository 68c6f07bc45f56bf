package org.vitrine.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vitrine.intake.OrderSheet.SheetOrder;
import org.vitrine.orders.Amount;
import org.vitrine.orders.LanguageTag;
import org.vitrine.orders.Line;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.PlaceOrder;
import org.vitrine.orders.PlaceOrder.GivenPromise;
import org.vitrine.orders.Requirement;
import org.vitrine.orders.Unit;
import org.vitrine.orders.Wording;
import org.vitrine.orders.WorkOrderNumber;

/**
 * The rows of one order.
 *
 * <ul>
 *   <li>What is said of the order, or of a line, may stand in each of its rows or in one only; two
 *       rows that say different things are a fault.
 *   <li>A row that names a requirement adds it to its line; one that names none tells of its line,
 *       and so does the unit in it.
 * </ul>
 */
final class OrderRows {
  private static final Pattern LINE =
      Pattern.compile("^lines\\[\\d+]\\.(requirements\\[\\d+]\\.)?");

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
          "photo",
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
                  "promise_cause",
                  "promise_side",
                  "promise_asked_by",
                  "cancelled",
                  "line",
                  "product",
                  "description",
                  "quantity",
                  "line_unit",
                  "routing",
                  "line_cancelled",
                  "work_order",
                  "requirement"),
              OF_REQUIREMENT.stream())
          .toList();

  /** Those of them that may also be given in a language, as {@code product_zh-CN}. */
  static final List<String> TEXTS =
      List.of(
          "product",
          "description",
          "promise_reason",
          "cancelled",
          "line_cancelled",
          "name",
          "ordered",
          "waiver");

  private static final List<String> TEXTS_OF_REQUIREMENT = List.of("name", "ordered", "waiver");

  private final List<CsvRow> rows;
  private final CsvRow first;
  private final PromiseColumns promises;

  /** Throws {@link BadRow} where a cell cannot be read at all, or says no date. */
  OrderRows(List<CsvRow> rows) {
    rows.forEach(row -> BadRow.naming(row, field -> field, () -> requireSound(row)));
    this.rows = rows;
    this.first = rows.getFirst();
    this.promises = new PromiseColumns(rows);
  }

  private static CsvRow requireSound(CsvRow row) {
    List<String> inLanguages =
        row.cells().keySet().stream()
            .filter(column -> LanguageColumns.isOneOf(column, TEXTS))
            .sorted()
            .toList();
    return row.requireSound(COLUMNS).requireSound(inLanguages);
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
    GivenPromise promise = promises.ofOrder();
    LocalizedText cancelled = localized(rows, "cancelled");
    return BadRow.naming(
        first,
        OrderRows::column,
        () -> new PlaceOrder(company, reference, placedOn, promise, lines, cancelled));
  }

  private Line line(int number, List<CsvRow> rows) {
    LocalizedText product = localized(rows, "product");
    LocalizedText description = localized(rows, "description");
    Amount quantity = said(rows, "quantity", CsvRow::amount);
    Unit unit = said(rows, "line_unit", OrderRows::unit);
    LocalizedText cancelled = localized(rows, "line_cancelled");
    String routing = said(rows, "routing", CsvRow::text);
    GivenPromise promise = promises.ofLine(rows);
    List<WorkOrderNumber> workOrders = rows.stream().flatMap(OrderRows::workOrders).toList();
    List<Requirement> requirements =
        rows.stream().filter(OrderRows::namesRequirement).map(OrderRows::requirement).toList();
    return BadRow.naming(
        rows.getFirst(),
        OrderRows::column,
        () ->
            new Line(
                number,
                product,
                description,
                quantity,
                unit,
                routing,
                requirements,
                cancelled,
                promise,
                workOrders));
  }

  private static Stream<WorkOrderNumber> workOrders(CsvRow row) {
    return BadRow.naming(
        row,
        field -> "work_order",
        () -> row.names("work_order").stream().map(WorkOrderNumber::new).toList())
        .stream();
  }

  private static Unit unit(CsvRow row, String column) {
    Unit unit = row.unit(column);
    return unit == null && row.text("requirement") == null ? row.unit("unit") : unit;
  }

  private static boolean namesRequirement(CsvRow row) {
    if (row.text("requirement") != null) {
      return true;
    }
    for (String column : OF_REQUIREMENT) {
      if (!column.equals("unit") && row.text(column) != null) {
        throw new BadRow(row, column, "belongs to a requirement, but this row has none");
      }
    }
    row.cells().keySet().stream()
        .filter(column -> LanguageColumns.isOneOf(column, TEXTS_OF_REQUIREMENT))
        .filter(column -> row.text(column) != null)
        .sorted()
        .findFirst()
        .ifPresent(
            column -> {
              throw new BadRow(row, column, "belongs to a requirement, but this row has none");
            });
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
                row.localized("ordered"),
                row.text("unit"),
                row.decimal("minimum"),
                row.decimal("maximum"),
                row.yesNo("mandatory"),
                row.count("sample"),
                row.yesNo("photo"),
                row.localized("waiver")));
  }

  private static Wording name(CsvRow row) {
    List<String> columns =
        row.cells().keySet().stream().filter(column -> !column.equals("name_zh")).toList();
    Map<String, String> names = LanguageColumns.byLanguage("name", columns, row::text);
    if (row.text("name") != null) {
      LanguageColumns.add(names, Wording.ENGLISH, row.text("name"), "name");
    }
    if (row.text("name_zh") != null) {
      LanguageColumns.add(names, "zh-CN", row.text("name_zh"), "name_zh");
    }
    return names.isEmpty() ? null : new Wording(names);
  }

  private static LocalizedText localized(List<CsvRow> rows, String text) {
    Set<String> columns =
        rows.stream().flatMap(row -> row.cells().keySet().stream()).collect(Collectors.toSet());
    return BadRow.naming(
        rows.getFirst(),
        field -> field,
        () -> LanguageColumns.read(text, columns, column -> said(rows, column, CsvRow::text)));
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
    return LanguageColumns.column(LINE.matcher(field).replaceFirst(""), OrderRows::plainColumn);
  }

  private static String plainColumn(String field) {
    return switch (field) {
      case "customerReference" -> "customer_reference";
      case "placedOn" -> "placed_on";
      case "promise.date", "date", "toBeConfirmed" -> "promised_on";
      case "promise.reason", "reason" -> "promise_reason";
      case "promise.cause", "cause" -> "promise_cause";
      case "promise.side", "side" -> "promise_side";
      case "promise.askedBy", "askedBy" -> "promise_asked_by";
      case "number" -> "line";
      case "workOrders" -> "work_order";
      case "requirements" -> "requirement";
      case "lines" -> "routing";
      case "zh-CN" -> "name_zh";
      case "en" -> "name";
      default -> LanguageTag.of(field).map(language -> "name_" + language).orElse(field);
    };
  }
}
