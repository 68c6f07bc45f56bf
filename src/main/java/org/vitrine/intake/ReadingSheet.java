package org.vitrine.intake;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vitrine.orders.Line;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.StartFailed;
import org.vitrine.production.Report;

/**
 * A file of what was measured, read: each row is a reading, or was refused.
 *
 * @param entries in the order in which they were measured
 * @param numbers of the order in each row that was refused
 * @param remarks what else there is to say of the file, in sentences
 */
record ReadingSheet(
    List<ReadingEntry> entries,
    List<RefusedRow> refused,
    Map<Long, String> numbers,
    List<String> remarks) {

  /** A reading, and the row that says it. */
  record ReadingEntry(long line, OrderNumber order, Report report) {}

  /** The lines that numbers in a file mean. */
  interface MeantLines {
    /**
     * All of an order, or those that are made under the number of a work order; nothing where there
     * is no such number.
     */
    Optional<List<Line>> of(OrderNumber number, boolean ofWork);
  }

  /**
   * Throws {@link StartFailed} with a sentence where the file is no such file.
   *
   * @param zone of its times
   * @param orders by which each row is matched with what is demanded
   */
  static ReadingSheet of(Table table, ZoneId zone, MeantLines orders) {
    List<String> required =
        table.columns().contains("work_order")
            ? ReadingRow.REQUIRED.stream().filter(column -> !column.equals("order")).toList()
            : ReadingRow.REQUIRED;
    table.requireColumns(required).requireApart(ImportKind.READINGS.counts());
    ReadingReader reader = new ReadingReader(zone, orders);
    table.malformed().forEach(broken -> reader.refuse(broken.row(), broken.refused()));
    table.rows().forEach(reader::read);
    List<String> unused = table.columnsBeside(ReadingRow.COLUMNS);
    return new ReadingSheet(
        reader.entries.stream()
            .sorted(Comparator.comparing(ReadingEntry::report, Report.BY_TIME))
            .toList(),
        List.copyOf(reader.refused),
        Map.copyOf(reader.numbers),
        Stream.concat(
                table.origin().sentences().stream(),
                unused.isEmpty()
                    ? Stream.empty()
                    : Stream.of("Columns not used: " + String.join(", ", unused)))
            .toList());
  }

  int rows() {
    return entries.size() + refused.size();
  }

  String order(RefusedRow row) {
    return numbers.getOrDefault(row.line(), "");
  }

  /** In parts, each about one order. */
  List<List<ReadingEntry>> byOrder() {
    Map<String, List<ReadingEntry>> byOrder = new LinkedHashMap<>();
    entries.forEach(
        entry -> byOrder.computeIfAbsent(entry.order().key(), key -> new ArrayList<>()).add(entry));
    return List.copyOf(byOrder.values());
  }

  /** Reads row by row. */
  private static final class ReadingReader {
    private final ZoneId zone;
    private final MeantLines orders;
    private final Map<MeantNumber, Optional<List<Line>>> known = new HashMap<>();
    private final Map<String, Integer> occurrences = new HashMap<>();
    private final List<ReadingEntry> entries = new ArrayList<>();
    private final List<RefusedRow> refused = new ArrayList<>();
    private final Map<Long, String> numbers = new HashMap<>();

    private record MeantNumber(String key, boolean ofWork) {}

    ReadingReader(ZoneId zone, MeantLines orders) {
      this.zone = zone;
      this.orders = orders;
    }

    void read(CsvRow csv) {
      try {
        ReadingRow row = ReadingRow.of(csv, zone);
        MatchedRequirement matched = matched(row);
        Report report =
            row.asReport(
                matched, matched.value(row), occurrences.merge(row.content(), 1, Integer::sum));
        entries.add(new ReadingEntry(csv.line(), row.order(), report));
        numbers.put(csv.line(), row.order().value());
      } catch (Rejection.Invalid invalid) {
        RefusedRow first = RefusedRow.at(csv.line(), invalid);
        refuse(csv, CellFaults.OF_READINGS.beside(first, List.of(csv)));
      }
    }

    private MatchedRequirement matched(ReadingRow row) {
      boolean ofWork = !row.namesOrder();
      List<Line> lines =
          known
              .computeIfAbsent(
                  new MeantNumber(row.order().key(), ofWork),
                  number -> orders.of(row.order(), ofWork))
              .orElseThrow(
                  () ->
                      ofWork
                          ? new Rejection.Invalid(
                              "work_order", "There is no work order “" + row.order() + "”")
                          : new Rejection.Invalid(
                              "order", "There is no order “" + row.order() + "”"));
      return MatchedRequirement.of(row, lines);
    }

    void refuse(CsvRow csv, RefusedRow why) {
      String number = csv.text("order") == null ? csv.text("work_order") : csv.text("order");
      numbers.put(csv.line(), number == null ? "" : number);
      refused.add(why);
    }
  }
}
