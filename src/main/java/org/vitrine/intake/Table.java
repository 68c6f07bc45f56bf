package org.vitrine.intake;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.vitrine.platform.StartFailed;

/**
 * Rows under named columns, whatever file they come from: everything behind this knows no format.
 *
 * @param name how sentences call it
 * @param columns in small letters
 * @param malformed rows that have not as many fields as the header
 * @param origin what else there is to say of the file
 */
record Table(
    String name,
    List<String> columns,
    List<CsvRow> rows,
    List<Malformed> malformed,
    TableOrigin origin) {

  /** A row with as much of it as could be told apart. */
  record Malformed(CsvRow row, String reason) {
    RefusedRow refused() {
      return new RefusedRow(row.line(), "", reason);
    }
  }

  Table {
    columns = List.copyOf(columns);
    rows = List.copyOf(rows);
    malformed = List.copyOf(malformed);
  }

  /**
   * The first row is the header. Throws {@link StartFailed} with a sentence where there is none, or
   * no row below it.
   *
   * @param blanksBeyond whether empty fields behind the last column are nothing
   */
  static Table of(String name, List<RawRow> raw, boolean blanksBeyond, TableOrigin origin) {
    if (raw.isEmpty()) {
      throw new StartFailed(name + " is empty");
    }
    List<RawRow> below = raw.subList(1, raw.size());
    TableHeader header = TableHeader.of(name, raw.getFirst(), below);
    if (below.isEmpty()) {
      throw new StartFailed(name + " has a header but no rows");
    }
    List<CsvRow> rows = new ArrayList<>();
    List<Malformed> malformed = new ArrayList<>();
    for (RawRow read : below) {
      if (header.fits(read, blanksBeyond)) {
        rows.add(header.row(read));
      } else {
        malformed.add(
            new Malformed(
                header.row(read),
                "has %d fields, but the header has %d"
                    .formatted(read.fields().size(), header.width())));
      }
    }
    return new Table(name, header.columns(), rows, malformed, origin.named(header.names()));
  }

  /** The same without this column. */
  Table without(String column) {
    return columns.contains(column)
        ? new Table(name, columnsBeside(List.of(column)), rows, malformed, origin)
        : this;
  }

  int size() {
    return rows.size() + malformed.size();
  }

  /** Throws {@link StartFailed} naming what is missing. */
  Table requireColumns(List<String> required) {
    List<String> missing = required.stream().filter(column -> !columns.contains(column)).toList();
    if (!missing.isEmpty()) {
      throw new StartFailed(
          "%s has no column %s; its columns are: %s"
              .formatted(name, quoted(missing), String.join(", ", columns)));
    }
    return this;
  }

  /**
   * Throws {@link StartFailed} where cells of such a column are merged over several rows: a number
   * that stands once must not count several times.
   */
  Table requireApart(List<String> counts) {
    for (String column : counts) {
      String cells = origin.merged().get(column);
      if (cells != null) {
        throw new StartFailed(
            "%s: the cells %s of the column “%s” are merged, so it is not said which row the number belongs to; unmerge them"
                .formatted(name, cells, column));
      }
    }
    return this;
  }

  /** Columns that are none of these. */
  List<String> columnsBeside(Collection<String> known) {
    return columns.stream().filter(column -> !known.contains(column)).toList();
  }

  static String quoted(List<String> names) {
    return "“" + String.join("”, “", names) + "”";
  }
}
