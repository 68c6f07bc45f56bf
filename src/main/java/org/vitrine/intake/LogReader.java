package org.vitrine.intake;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vitrine.intake.PlantLog.LogEntry;
import org.vitrine.intake.PlantLog.Repeated;
import org.vitrine.intake.PlantLog.Repeats;
import org.vitrine.platform.Rejection;

/** Reads a log row by row: each becomes an entry, or is refused, or was said before. */
final class LogReader {
  private final ZoneId zone;
  private final Repeats repeats;
  private final Map<String, LogEntry> byKey = new LinkedHashMap<>();
  private final Map<String, Integer> occurrences = new HashMap<>();
  private final List<Repeated> repeated = new ArrayList<>();
  private final List<RefusedRow> refused = new ArrayList<>();
  private final List<CsvRow> lost = new ArrayList<>();
  private final Map<Long, String> numbers = new HashMap<>();

  LogReader(ZoneId zone, Repeats repeats) {
    this.zone = zone;
    this.repeats = repeats;
  }

  void read(CsvRow csv) {
    try {
      PlantLogRow row = PlantLogRow.of(requireSound(csv));
      take(new LogEntry(csv.line(), row, row.asReport(zone, id(row))));
      numbers.put(csv.line(), row.order().value());
    } catch (Rejection.Invalid invalid) {
      RefusedRow first = RefusedRow.at(csv.line(), invalid);
      refuse(csv, CellFaults.OF_LOGS.beside(first, List.of(csv)));
    }
  }

  private static CsvRow requireSound(CsvRow csv) {
    List<String> inLanguages =
        csv.faults().keySet().stream().filter(ImportKind.PLANT_LOG::isInLanguage).sorted().toList();
    return csv.requireSound(ImportKind.PLANT_LOG.columns()).requireSound(inLanguages);
  }

  private String id(PlantLogRow row) {
    if (row.reference().id() != null) {
      return row.reference().id();
    }
    String first = row.derivedId(1);
    return repeats == Repeats.ONE_REPORT
        ? first
        : row.derivedId(occurrences.merge(first, 1, Integer::sum));
  }

  private void take(LogEntry entry) {
    LogEntry before = byKey.putIfAbsent(entry.key(), entry);
    if (before == null) {
      return;
    }
    boolean isNamed = entry.row().reference().id() != null;
    if (isNamed && !before.row().equals(entry.row())) {
      throw new Rejection.Invalid("id", "names another row already, in line " + before.line());
    }
    repeated.add(new Repeated(entry.line(), before.line()));
  }

  void refuse(CsvRow csv, RefusedRow why) {
    String number = PlantLogRow.bookedOn(csv);
    numbers.put(csv.line(), number == null ? "" : number);
    refused.add(why);
    lost.add(csv);
  }

  Collection<LogEntry> entries() {
    return byKey.values();
  }

  List<Repeated> repeated() {
    return List.copyOf(repeated);
  }

  List<RefusedRow> refused() {
    return List.copyOf(refused);
  }

  /** The rows that were refused. */
  List<CsvRow> lost() {
    return List.copyOf(lost);
  }

  Map<Long, String> numbers() {
    return Map.copyOf(numbers);
  }
}
