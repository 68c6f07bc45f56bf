package org.vitrine.intake;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.StartFailed;
import org.vitrine.production.Report;

/**
 * A plant's production log, read. Each of its rows is in exactly one of {@code entries}, {@code
 * repeated} and {@code refused}.
 *
 * @param entries what is new in it, in the order in which it happened, whatever the file's order
 * @param repeated rows that say exactly what an earlier one says: the same report, said again
 * @param unknownKinds how many entries are of each kind of report that is not known here
 * @param ignoredColumns columns that nothing is read from
 */
public record PlantLog(
    String name,
    ZoneId zone,
    List<LogEntry> entries,
    List<Repeated> repeated,
    List<RefusedRow> refused,
    List<WorkOrder> orders,
    Map<String, Long> unknownKinds,
    List<String> ignoredColumns) {

  /** A report and the line of the file that says it. */
  record LogEntry(long line, PlantLogRow row, Report report) {}

  /** A row that was said before, on an earlier line of the file. */
  public record Repeated(long line, long before) {}

  /**
   * Reads a log whose times are of this zone; throws {@link StartFailed} with a sentence where the
   * file is no such log.
   */
  public static PlantLog read(Path file, ZoneId zone) {
    return parse(file.getFileName().toString(), TextFile.read(file), zone);
  }

  static PlantLog parse(String name, String text, ZoneId zone) {
    CsvFile file = CsvFile.parse(name, text).requireColumns(PlantLogRow.COLUMNS);
    List<RefusedRow> refused = new ArrayList<>();
    file.malformed().forEach(malformed -> refused.add(malformed.refused()));
    List<Repeated> repeated = new ArrayList<>();
    Map<String, LogEntry> byId = new HashMap<>();
    for (CsvRow csv : file.rows()) {
      try {
        PlantLogRow row = PlantLogRow.of(csv);
        LogEntry entry = new LogEntry(csv.line(), row, row.asReport(zone));
        LogEntry before = byId.putIfAbsent(entry.report().id(), entry);
        if (before != null) {
          repeated.add(new Repeated(csv.line(), before.line()));
        }
      } catch (Rejection.Invalid invalid) {
        refused.add(RefusedRow.at(csv.line(), invalid));
      }
    }
    refused.sort(Comparator.comparingLong(RefusedRow::line));
    List<LogEntry> entries =
        byId.values().stream()
            .sorted(Comparator.comparing(LogEntry::report, Report.BY_TIME))
            .toList();
    return new PlantLog(
        name,
        zone,
        entries,
        List.copyOf(repeated),
        List.copyOf(refused),
        orders(entries),
        unknownKinds(entries),
        file.columnsBeside(PlantLogRow.COLUMNS));
  }

  /** How many rows the file has, below its header. */
  public int rows() {
    return entries.size() + repeated.size() + refused.size();
  }

  private static List<WorkOrder> orders(List<LogEntry> entries) {
    return entries.stream()
        .map(LogEntry::row)
        .collect(
            Collectors.groupingBy(row -> row.order().value(), TreeMap::new, Collectors.toList()))
        .values()
        .stream()
        .map(rows -> WorkOrder.derivedFrom(rows.getFirst().order(), rows))
        .toList();
  }

  private static Map<String, Long> unknownKinds(List<LogEntry> entries) {
    return entries.stream()
        .map(LogEntry::row)
        .filter(PlantLogRow::isOfUnknownKind)
        .collect(Collectors.groupingBy(PlantLogRow::kind, TreeMap::new, Collectors.counting()));
  }
}
