package org.vitrine.intake;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.StartFailed;

/** Somebody's table under our columns, as a mapping says. */
final class MappedTable {
  private final Table table;
  private final ColumnMapping mapping;
  private final ImportKind kind;
  private final List<String> ours;
  private final Map<String, String> sources = new LinkedHashMap<>();
  private final Map<String, Map<String, String>> values = new HashMap<>();
  private final Map<String, Map<String, Integer>> numbers = new HashMap<>();

  private MappedTable(Table table, ColumnMapping mapping, ImportKind kind) {
    this.table = table;
    this.mapping = mapping;
    this.kind = kind;
    this.ours = ours(table, mapping, kind);
    ours.forEach(this::source);
    mapping.values().forEach((ours, said) -> values.put(ours, folded(said)));
  }

  /**
   * Throws {@link StartFailed} naming what the file does not have, with the nearest that it has.
   */
  static Table of(Table table, ColumnMapping mapping, ImportKind kind) {
    MappedTable mapped = new MappedTable(table, mapping.requireFitting(kind), kind);
    mapped.requireNeeded();
    return DayColumns.read(mapped.table(), kind, mapping.dayFormats());
  }

  /** Our columns; and those in a language that the file has, or the mapping names. */
  static List<String> ours(Table table, ColumnMapping mapping, ImportKind kind) {
    Stream<String> named =
        Stream.of(
                table.columns(),
                mapping.columns().keySet(),
                mapping.constants().keySet(),
                mapping.empty())
            .flatMap(Collection::stream)
            .filter(kind::isInLanguage)
            .sorted();
    return Stream.concat(kind.columns().stream(), named).distinct().toList();
  }

  private void source(String ours) {
    String mapped = mapping.columns().get(ours);
    boolean isOwn =
        table.columns().contains(ours)
            && !mapping.empty().contains(ours)
            && !mapping.theirs().contains(ours);
    if (mapped != null) {
      sources.put(ours, required(ours, TableHeader.named(mapped)));
    } else if (isOwn && mapping.constants().containsKey(ours)) {
      throw new StartFailed(
          "%s has a column “%s”, and the mapping has a constant for it: leave one of them out"
              .formatted(table.name(), ours));
    } else if (isOwn) {
      sources.put(ours, ours);
    }
  }

  private String required(String ours, String theirs) {
    if (!table.columns().contains(theirs)) {
      throw new StartFailed(
          "%s has no column “%s”, from which “%s” is to be read%s Its columns are: %s"
              .formatted(
                  table.name(),
                  theirs,
                  ours,
                  NearestName.asked(theirs, table.columns()),
                  String.join(", ", table.columns())));
    }
    return theirs;
  }

  private void requireNeeded() {
    List<String> missing =
        kind.needed().stream()
            .filter(ours -> !isSaid(ours))
            .filter(ours -> kind.standIn(ours).filter(this::isSaid).isEmpty())
            .toList();
    if (!missing.isEmpty()) {
      throw new StartFailed(
          "%s has no column %s, and the mapping says neither a column nor a constant for it; its columns are: %s"
              .formatted(table.name(), Table.quoted(missing), String.join(", ", table.columns())));
    }
  }

  private boolean isSaid(String ours) {
    return sources.containsKey(ours) || mapping.constants().containsKey(ours);
  }

  private Table table() {
    List<String> unused =
        table.columns().stream().filter(theirs -> !sources.containsValue(theirs)).toList();
    Map<String, String> merged = new HashMap<>();
    sources.forEach(
        (ours, theirs) -> {
          if (table.origin().merged().containsKey(theirs)) {
            merged.put(ours, table.origin().merged().get(theirs));
          }
        });
    return new Table(
        table.name(),
        columns(),
        table.rows().stream().map(this::row).toList(),
        table.malformed().stream()
            .map(broken -> new Table.Malformed(row(broken.row()), broken.reason()))
            .toList(),
        table.origin().mergedIn(merged).leavingOut(unused));
  }

  /** Those that a file has to have are there, empty where nothing is said. */
  private List<String> columns() {
    return ours.stream()
        .filter(
            name ->
                isSaid(name)
                    || kind.required().contains(name)
                    || name.equals("line") && mapping.numbersLines())
        .toList();
  }

  private CsvRow row(CsvRow theirs) {
    Map<String, String> cells = new HashMap<>(mapping.constants());
    Map<String, String> faults = new HashMap<>();
    sources.forEach(
        (ours, source) -> {
          cells.put(ours, translated(ours, theirs.cells().getOrDefault(source, "")));
          if (theirs.faults().containsKey(source)) {
            faults.put(ours, theirs.faults().get(source));
          }
        });
    if (mapping.numbersLines()) {
      cells.put("line", numbered(theirs.line(), cells));
    }
    return new CsvRow(theirs.line(), cells, faults);
  }

  private String translated(String ours, String written) {
    return values.getOrDefault(ours, Map.of()).getOrDefault(folded(written), written);
  }

  private static Map<String, String> folded(Map<String, String> said) {
    Map<String, String> folded = new HashMap<>();
    said.forEach((theirs, value) -> folded.put(folded(theirs), value));
    return folded;
  }

  private static String folded(String written) {
    return Blanks.stripped(written).toLowerCase(Locale.ROOT);
  }

  /** A line that was met before has its number; one that is new in its order the next. */
  private String numbered(long row, Map<String, String> cells) {
    Map<String, Integer> ofOrder =
        numbers.computeIfAbsent(
            OrderNumber.key(Blanks.stripped(cells.getOrDefault("order", ""))),
            order -> new HashMap<>());
    String line = sources.containsKey("line") ? folded(cells.get("line")) : String.valueOf(row);
    return String.valueOf(ofOrder.computeIfAbsent(line, fresh -> ofOrder.size() + 1));
  }
}
