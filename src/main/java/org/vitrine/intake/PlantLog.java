package org.vitrine.intake;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vitrine.orders.OrderNumber;
import org.vitrine.orders.Unit;
import org.vitrine.platform.StartFailed;
import org.vitrine.production.Made;
import org.vitrine.production.Report;

/**
 * A plant's production log, read. Each of its rows is in exactly one of {@code entries}, {@code
 * repeated} and {@code refused}.
 *
 * @param entries what is new in it, in the order in which it happened, whatever the file's order
 * @param repeated rows that are the same report as an earlier one, said again
 * @param unknownKinds how many entries are of each kind of report that is not known here
 * @param ignoredColumns columns that nothing is read from
 * @param numbers the number of the order in each line, as it stands there
 * @param remarks what else there is to say of the file, in sentences
 */
public record PlantLog(
    String name,
    ZoneId zone,
    List<LogEntry> entries,
    List<Repeated> repeated,
    List<RefusedRow> refused,
    List<WorkOrder> orders,
    Map<String, Long> unknownKinds,
    List<String> ignoredColumns,
    Map<Long, String> numbers,
    List<String> remarks) {

  /** A report and the line of the file that says it. */
  record LogEntry(long line, PlantLogRow row, Report report) {
    static String key(OrderNumber order, String id) {
      return order.key() + '\n' + id;
    }

    String key() {
      return key(row.order(), report.id());
    }

    LogCounts counts() {
      return row.counts();
    }

    /**
     * The same row, which says these pieces in the place of another report.
     *
     * @param made what of that one stays; absent where nothing does, or nobody said
     */
    LogEntry correcting(String other, LogCounts pieces, Made made) {
      Report.Pieces said = report.pieces();
      return new LogEntry(
          line,
          row,
          report.correcting(
              other,
              new Report.Pieces(
                  pieces.good(),
                  pieces.rejected(),
                  pieces.scrapped(),
                  said.rework(),
                  said.setup(),
                  made)));
    }
  }

  /** What becomes of rows that say exactly the same. */
  public enum Repeats {
    /** A plant may log a row a piece: each is a report of its own. */
    REPORTS_OF_THEIR_OWN,
    /** The log says some things twice. */
    ONE_REPORT
  }

  /** A row that was said before, on an earlier line of the file. */
  public record Repeated(long line, long before) {}

  /**
   * Reads a log whose times are of this zone; throws {@link StartFailed} with a sentence where the
   * file is no such log.
   */
  public static PlantLog read(Path file, ZoneId zone) {
    return of(SourceFile.at(file).table(), zone, Repeats.REPORTS_OF_THEIR_OWN);
  }

  /** The same of a file that was read. */
  public static PlantLog of(SourceFile.Mapped file, ZoneId zone, Repeats repeats) {
    return of(file.table(), zone, repeats);
  }

  static PlantLog parse(String name, String text, ZoneId zone, Repeats repeats) {
    return of(CsvFile.parse(name, text), zone, repeats);
  }

  static PlantLog of(Table table, ZoneId zone, Repeats repeats) {
    table.requireColumns(PlantLogRow.COLUMNS).requireApart(ImportKind.PLANT_LOG.counts());
    boolean namesRows = table.columns().contains("id");
    LogReader reader = new LogReader(zone, namesRows ? Repeats.ONE_REPORT : repeats);
    table.malformed().forEach(malformed -> reader.refuse(malformed.row(), malformed.refused()));
    table.rows().forEach(reader::read);
    Reversals.Settled settled = Reversals.settle(reader.entries(), reader.lost());
    List<RefusedRow> refused =
        Stream.concat(reader.refused().stream(), settled.refused().stream())
            .sorted(Comparator.comparingLong(RefusedRow::line))
            .toList();
    List<LogEntry> entries =
        settled.entries().stream()
            .sorted(Comparator.comparing(LogEntry::report, Report.BY_TIME))
            .toList();
    return new PlantLog(
        table.name(),
        zone,
        entries,
        reader.repeated(),
        refused,
        orders(entries),
        unknownKinds(entries),
        Stream.concat(
                table.columnsBeside(ImportKind.PLANT_LOG.columns()).stream()
                    .filter(column -> !LanguageColumns.isOneOf(column, PlantLogRow.TEXTS)),
                table.origin().unused().stream())
            .toList(),
        reader.numbers(),
        table.origin().remarks());
  }

  /**
   * The same without these rows.
   *
   * @param units of orders, by their keys, where they are known
   */
  PlantLog without(Map<LogEntry, RefusedRow> unfit, Map<String, Unit> units) {
    List<LogEntry> left = entries.stream().filter(entry -> !unfit.containsKey(entry)).toList();
    return new PlantLog(
        name,
        zone,
        left,
        repeated,
        Stream.concat(refused.stream(), unfit.values().stream())
            .sorted(Comparator.comparingLong(RefusedRow::line))
            .toList(),
        orders(left).stream()
            .map(
                order -> {
                  Unit known = units.get(order.number().key());
                  return known == null ? order : order.in(known);
                })
            .toList(),
        unknownKinds(left),
        ignoredColumns,
        numbers,
        remarks);
  }

  /**
   * The log in parts, each about one order and in the order in which it happened; what was not
   * taken from the file stands in the first. There is one at least.
   */
  List<PlantLog> byOrder() {
    Map<String, List<LogEntry>> byOrder =
        entries.stream()
            .collect(
                Collectors.groupingBy(
                    entry -> entry.row().order().key(), LinkedHashMap::new, Collectors.toList()));
    List<PlantLog> parts = new ArrayList<>();
    for (List<LogEntry> ofOrder : byOrder.values()) {
      parts.add(
          parts.isEmpty() ? with(ofOrder, repeated, refused) : with(ofOrder, List.of(), List.of()));
    }
    return parts.isEmpty() ? List.of(this) : parts;
  }

  private PlantLog with(List<LogEntry> some, List<Repeated> saidAgain, List<RefusedRow> notTaken) {
    return new PlantLog(
        name,
        zone,
        some,
        saidAgain,
        notTaken,
        orders(some),
        unknownKinds(some),
        ignoredColumns,
        numbers,
        remarks);
  }

  /** The log that these are the parts of, see {@link #byOrder}. */
  static PlantLog together(List<PlantLog> parts) {
    PlantLog first = parts.getFirst();
    List<LogEntry> all =
        parts.stream()
            .flatMap(part -> part.entries().stream())
            .sorted(Comparator.comparing(LogEntry::report, Report.BY_TIME))
            .toList();
    PlantLog whole =
        first.with(
            all,
            first.repeated(),
            parts.stream()
                .flatMap(part -> part.refused().stream())
                .sorted(Comparator.comparingLong(RefusedRow::line))
                .toList());
    return new PlantLog(
        whole.name,
        whole.zone,
        whole.entries,
        whole.repeated,
        whole.refused,
        parts.stream()
            .flatMap(part -> part.orders().stream())
            .sorted(Comparator.comparing(order -> order.number().key()))
            .toList(),
        whole.unknownKinds,
        whole.ignoredColumns,
        whole.numbers,
        whole.remarks);
  }

  /** How many rows the file has, below its header. */
  public int rows() {
    return entries.size() + repeated.size() + refused.size();
  }

  /** The number of the order in this line; empty where it has none. */
  public String order(RefusedRow row) {
    return order(row.line());
  }

  String order(long line) {
    return numbers.getOrDefault(line, "");
  }

  /** A row that names a work order alone is about an order that is there. */
  private static List<WorkOrder> orders(List<LogEntry> entries) {
    return entries.stream()
        .map(LogEntry::row)
        .filter(PlantLogRow::namesOrder)
        .collect(Collectors.groupingBy(row -> row.order().key(), TreeMap::new, Collectors.toList()))
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
