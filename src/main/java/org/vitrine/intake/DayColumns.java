package org.vitrine.intake;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.Excerpt;

/**
 * The columns of a table that hold days, with these as the rest of the program reads them. A column
 * is read in the format that its mapping says, or else in the one that all its days fit; a year
 * that comes first is read in any case, since cells of workbooks are written so that hold real
 * dates. What is no day in any format is left for whoever reads it.
 */
final class DayColumns {
  private final Table table;
  private final Map<String, DayFormat> said;
  private final Map<String, List<DayFormat>> formats = new HashMap<>();

  private DayColumns(Table table, ImportKind kind, Map<String, DayFormat> said) {
    this.table = table;
    this.said = said;
    kind.days().stream()
        .filter(table.columns()::contains)
        .forEach(column -> formats.put(column, formats(column)));
  }

  static Table read(Table table, ImportKind kind, Map<String, DayFormat> said) {
    DayColumns days = new DayColumns(table, kind, said);
    return new Table(
        table.name(),
        table.columns(),
        table.rows().stream().map(days::row).toList(),
        table.malformed(),
        table.origin());
  }

  /** The formats that fit each column of a file that holds a day somewhere. */
  static Map<String, List<DayFormat>> fitting(Table table) {
    Map<String, List<DayFormat>> fitting = new HashMap<>();
    for (String column : table.columns()) {
      List<DayFormat> found = DayFormat.fitting(texts(table, column));
      if (!found.isEmpty()) {
        fitting.put(column, found);
      }
    }
    return fitting;
  }

  private List<DayFormat> formats(String column) {
    if (said.containsKey(column)) {
      return List.of(said.get(column));
    }
    List<DayFormat> fitting = DayFormat.fitting(texts(table, column));
    return fitting.isEmpty() ? Arrays.asList(DayFormat.values()) : fitting;
  }

  private static Collection<String> texts(Table table, String column) {
    Set<String> texts = new LinkedHashSet<>();
    table.rows().forEach(row -> texts.add(text(row, column)));
    return texts;
  }

  private static String text(CsvRow row, String column) {
    return Blanks.stripped(row.cells().getOrDefault(column, ""));
  }

  private CsvRow row(CsvRow row) {
    Map<String, String> cells = new HashMap<>();
    Map<String, String> faults = new HashMap<>();
    formats.forEach(
        (column, fitting) -> {
          String written = text(row, column);
          List<String> meant = meant(written, fitting);
          if (meant.size() != 1) {
            fault(written, meant).ifPresent(fault -> faults.put(column, fault));
          } else if (!meant.getFirst().equals(written)) {
            cells.put(column, meant.getFirst());
          }
        });
    return row.with(cells, faults);
  }

  private static List<String> meant(String written, List<DayFormat> formats) {
    return DayFormat.YEAR_FIRST
        .iso(written)
        .map(List::of)
        .orElseGet(
            () ->
                formats.stream()
                    .flatMap(format -> format.iso(written).stream())
                    .distinct()
                    .toList());
  }

  private static Optional<String> fault(String written, List<String> meant) {
    if (meant.size() > 1) {
      return Optional.of(
          "“%s” may be %s or %s: say which format its column has, day.month.year or month/day/year"
              .formatted(Excerpt.of(written), meant.getFirst(), meant.getLast()));
    }
    return meant(written, Arrays.asList(DayFormat.values())).isEmpty()
        ? Optional.empty()
        : Optional.of(
            "“%s” is not in the format of its column; formats are year-month-day, day.month.year and month/day/year"
                .formatted(Excerpt.of(written)));
  }
}
