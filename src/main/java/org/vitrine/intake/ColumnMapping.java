package org.vitrine.intake;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.StartFailed;
import org.vitrine.platform.json.Json;

/**
 * How the columns of somebody's file become ours. What it does not mention is taken from the column
 * of our own name, where the file has one.
 *
 * @param columns our column, and the file's column that it is read from; one of the file's may be
 *     read into several of ours
 * @param constants our column, and what stands in it in each row: for what the file does not say
 * @param values our column, and what its values are called here; others stay as they are
 * @param empty our columns that stay empty, although the file has columns of these names
 * @param days our column, and in which format its days are written; where nothing is said, in the
 *     one that fits them all
 * @param number {@code line}, where the file has no line numbers: an order's lines are numbered in
 *     the order in which they first appear, by the column that line is read from, or row by row
 */
public record ColumnMapping(
    Map<String, String> columns,
    Map<String, String> constants,
    Map<String, Map<String, String>> values,
    List<String> empty,
    Map<String, String> days,
    String number) {
  private static final int MOST_VALUES = 2_000;
  private static final int LONGEST = 500;
  private static final String LINE = "line";

  public ColumnMapping {
    columns = columns == null ? Map.of() : Map.copyOf(new TreeMap<>(columns));
    constants = constants == null ? Map.of() : Map.copyOf(new TreeMap<>(constants));
    values = values == null ? Map.of() : Map.copyOf(new TreeMap<>(values));
    empty = empty == null ? List.of() : List.copyOf(empty);
    days = days == null ? Map.of() : Map.copyOf(new TreeMap<>(days));
    columns.forEach((ours, theirs) -> requireShort("columns." + ours, theirs));
    constants.forEach((ours, value) -> requireShort("constants." + ours, value));
    values.forEach(
        (ours, table) -> {
          if (table.size() > MOST_VALUES) {
            throw new Rejection.Invalid(
                "values." + ours, "Must have at most " + MOST_VALUES + " values");
          }
          table.forEach((theirs, value) -> requireShort("values." + ours, theirs + value));
        });
    if (number != null && !number.equals(LINE)) {
      throw new Rejection.Invalid("number", "“" + number + "” cannot be numbered; only “line” can");
    }
  }

  /** One that says nothing of days. */
  public ColumnMapping(
      Map<String, String> columns,
      Map<String, String> constants,
      Map<String, Map<String, String>> values,
      List<String> empty,
      String number) {
    this(columns, constants, values, empty, null, number);
  }

  /** One that leaves everything as it is. */
  public static ColumnMapping none() {
    return new ColumnMapping(null, null, null, null, null, null);
  }

  /** Throws {@link StartFailed} with a sentence that names the field at fault. */
  public static ColumnMapping read(Path file, ImportKind kind) {
    try {
      return Json.read(TextFile.read(file), ColumnMapping.class).requireFitting(kind);
    } catch (Rejection.Invalid invalid) {
      String field = invalid.field().isEmpty() ? "" : " at “" + invalid.field() + "”";
      throw new StartFailed(
          "The column mapping %s is not valid%s: %s".formatted(file, field, invalid.getMessage()),
          invalid);
    }
  }

  /**
   * The same with our columns in a language written as tables have them, in small letters. Throws
   * {@link Rejection.Invalid} naming what of it is no column here, or is said twice.
   */
  public ColumnMapping requireFitting(ImportKind kind) {
    ColumnMapping named = OurNames.in(this, kind);
    named.requireSound(kind);
    return named;
  }

  private void requireSound(ImportKind kind) {
    requireKnown("columns", columns.keySet(), kind);
    requireKnown("constants", constants.keySet(), kind);
    requireKnown("values", values.keySet(), kind);
    requireKnown("empty", empty, kind);
    for (String ours : days.keySet()) {
      requireDay(ours, kind);
    }
    for (String ours : columns.keySet()) {
      requireOnce("columns." + ours, ours, constants.containsKey(ours) || empty.contains(ours));
    }
    for (String ours : constants.keySet()) {
      requireOnce("constants." + ours, ours, empty.contains(ours));
    }
    if (number != null && !kind.numbersLines()) {
      throw new Rejection.Invalid("number", "Lines of such files cannot be numbered");
    }
  }

  private static void requireKnown(String field, Collection<String> names, ImportKind kind) {
    for (String name : names) {
      if (!kind.columns().contains(name) && !kind.isInLanguage(name)) {
        throw new Rejection.Invalid(
            field + "." + name,
            "“%s” is no column of ours%s The columns are: %s%s"
                .formatted(
                    name,
                    NearestName.asked(name, kind.columns()),
                    String.join(", ", kind.columns()),
                    inLanguages(kind)));
      }
    }
  }

  private static String inLanguages(ImportKind kind) {
    return kind.texts().isEmpty()
        ? ""
        : "; and in a language, such as %s_zh-CN: %s"
            .formatted(kind.texts().getFirst(), String.join(", ", kind.texts()));
  }

  private static void requireOnce(String field, String ours, boolean isSaidTwice) {
    if (isSaidTwice) {
      throw new Rejection.Invalid(
          field, "“%s” is said twice: as a column, as a constant or as empty".formatted(ours));
    }
  }

  private void requireDay(String ours, ImportKind kind) {
    if (!kind.days().contains(ours)) {
      throw new Rejection.Invalid(
          "days." + ours,
          "“%s” holds no days; these do: %s".formatted(ours, String.join(", ", kind.days())));
    }
    if (DayFormat.of(days.get(ours)).isEmpty()) {
      throw new Rejection.Invalid(
          "days." + ours,
          "“%s” is no format of days; these are: %s".formatted(days.get(ours), DayFormat.codes()));
    }
  }

  private static void requireShort(String field, String text) {
    if (text.length() > LONGEST) {
      throw new Rejection.Invalid(field, "Is longer than " + LONGEST + " characters");
    }
  }

  /** The file's columns that are named, in small letters. */
  List<String> theirs() {
    return columns.values().stream().map(TableHeader::named).distinct().toList();
  }

  /** What of this a set of columns does not have. */
  List<String> missingIn(Collection<String> fileColumns) {
    List<String> missing = new ArrayList<>(theirs());
    missing.removeAll(fileColumns);
    return missing;
  }

  /** In which formats our columns are written, as far as that is said. */
  Map<String, DayFormat> dayFormats() {
    Map<String, DayFormat> formats = new TreeMap<>();
    days.forEach((ours, code) -> formats.put(ours, DayFormat.of(code).orElseThrow()));
    return formats;
  }

  boolean numbersLines() {
    return number != null;
  }
}
