package org.vitrine.intake;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.ShipmentNumber;
import org.vitrine.platform.Rejection;

/**
 * What is wrong with the cells of rows, each looked at by itself. Rows are read up to their first
 * fault, since what follows may hang on it; of rows that were refused the cells are looked at once
 * more, so that all that can be mended at once is named at once.
 */
record CellFaults(Map<String, BiConsumer<CsvRow, String>> readings) {
  private static final int MOST_NAMED = 20;

  static final CellFaults OF_ORDERS =
      new CellFaults(
          Map.ofEntries(
              Map.entry("order", CellFaults::order),
              Map.entry("customer_reference", CsvRow::name),
              Map.entry("placed_on", CsvRow::date),
              Map.entry("promised_on", PromiseColumns::day),
              Map.entry("line", CsvRow::count),
              Map.entry("quantity", CsvRow::amount),
              Map.entry("line_unit", CsvRow::unit),
              Map.entry("work_order", CsvRow::names),
              Map.entry("minimum", CsvRow::decimal),
              Map.entry("maximum", CsvRow::decimal),
              Map.entry("mandatory", CsvRow::yesNo),
              Map.entry("sample", CsvRow::count),
              Map.entry("photo", CsvRow::yesNo)));

  static final CellFaults OF_SHIPMENTS =
      new CellFaults(
          Map.ofEntries(
              Map.entry("order", CellFaults::order),
              Map.entry("shipment", (row, column) -> new ShipmentNumber(row.requiredName(column))),
              Map.entry("line", CsvRow::count),
              Map.entry("quantity", CellFaults::requiredAmount),
              Map.entry("left_on", CsvRow::date),
              Map.entry("carrier", CsvRow::name),
              Map.entry("tracking_number", CsvRow::name),
              Map.entry("expected_on", CsvRow::date),
              Map.entry("delivered_on", CsvRow::date),
              Map.entry("over_delivery", CsvRow::yesNo),
              Map.entry("serials", CsvRow::names),
              Map.entry("lots", CsvRow::names)));

  static final CellFaults OF_LOGS =
      new CellFaults(
          Map.ofEntries(
              Map.entry("quantity", CsvRow::amount),
              Map.entry("unit", CsvRow::unit),
              Map.entry("started_at", CsvRow::time),
              Map.entry("finished_at", CellFaults::requiredTime),
              Map.entry("good", CsvRow::signedAmount),
              Map.entry("rejected", CsvRow::signedAmount),
              Map.entry("scrapped", CsvRow::signedAmount),
              Map.entry("rework", CsvRow::yesNo),
              Map.entry("id", CsvRow::name),
              Map.entry("corrects", CsvRow::name),
              Map.entry("work_order", CsvRow::name),
              Map.entry("lot", CsvRow::name),
              Map.entry("serials", CsvRow::names),
              Map.entry("from_lots", CsvRow::names),
              Map.entry("from_supplier_lots", CsvRow::names),
              Map.entry("from_serials", CsvRow::names)));

  static final CellFaults OF_READINGS =
      new CellFaults(
          Map.ofEntries(
              Map.entry("order", CsvRow::name),
              Map.entry("work_order", CsvRow::name),
              Map.entry("line", CsvRow::count),
              Map.entry("requirement", CsvRow::required),
              Map.entry("value", CsvRow::required),
              Map.entry("serial", CsvRow::name),
              Map.entry("measured_at", CellFaults::requiredTime),
              Map.entry("device", CsvRow::name),
              Map.entry("id", CsvRow::name)));

  /** The fault by which these rows were refused, and beside it the others that their cells have. */
  RefusedRow beside(RefusedRow first, List<CsvRow> rows) {
    Map<List<Object>, RefusedRow> found = new LinkedHashMap<>();
    for (CsvRow row : rows) {
      readings.keySet().stream()
          .sorted()
          .flatMap(column -> fault(row, column).stream())
          .forEach(one -> found.putIfAbsent(List.of(one.line(), one.column()), one));
    }
    found.remove(List.<Object>of(first.line(), first.column()));
    List<RefusedRow> others = new ArrayList<>(found.values());
    return first.with(others.subList(0, Math.min(MOST_NAMED, others.size())));
  }

  private Optional<RefusedRow> fault(CsvRow row, String column) {
    try {
      row.requireSound(List.of(column));
      readings.get(column).accept(row, column);
      return Optional.empty();
    } catch (Rejection.Invalid invalid) {
      return Optional.of(new RefusedRow(row.line(), column, invalid.getMessage()));
    }
  }

  private static void order(CsvRow row, String column) {
    new OrderNumber(row.requiredName(column));
  }

  private static void requiredAmount(CsvRow row, String column) {
    row.required(column);
    row.amount(column);
  }

  private static void requiredTime(CsvRow row, String column) {
    row.required(column);
    row.time(column);
  }
}
