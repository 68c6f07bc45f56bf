package org.vitrine.intake;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.StartFailed;

/**
 * The columns of a table.
 *
 * <ul>
 *   <li>A column without a name is none where nothing stands in it: spreadsheets save columns that
 *       were touched once.
 *   <li>The same holds of a first one that only numbers the rows, which pandas writes.
 *   <li>Any other is called by its place, so that what stands in it is not passed over in silence.
 * </ul>
 *
 * @param names by the place of the column; empty where it is none
 */
record TableHeader(List<String> names) {
  private static final Pattern UNNAMED = Pattern.compile("|unnamed: \\d+");

  TableHeader {
    names = List.copyOf(names);
  }

  /** Throws {@link StartFailed} with a sentence where a column stands twice. */
  static TableHeader of(String file, RawRow header, List<RawRow> rows) {
    List<String> names = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    BitSet said = said(rows);
    for (int at = 0; at < header.fields().size(); at++) {
      String name = named(header.fields().get(at));
      if (UNNAMED.matcher(name).matches()) {
        names.add(isIdle(at, said, rows) ? "" : "column " + (at + 1));
      } else if (seen.add(name)) {
        names.add(name);
      } else {
        throw new StartFailed(file + " has the column “" + name + "” twice");
      }
    }
    return new TableHeader(names);
  }

  /** A column's name as it is compared: case and blanks at its ends do not matter. */
  static String named(String written) {
    return Blanks.stripped(written).toLowerCase(Locale.ROOT);
  }

  /** The places at which something stands in some row. */
  private static BitSet said(List<RawRow> rows) {
    BitSet said = new BitSet();
    for (RawRow row : rows) {
      for (int at = 0; at < row.fields().size(); at++) {
        if (!row.field(at).isEmpty()) {
          said.set(at);
        }
      }
    }
    return said;
  }

  private static boolean isIdle(int at, BitSet said, List<RawRow> rows) {
    return !said.get(at) || at == 0 && (isNumbered(rows, 0) || isNumbered(rows, 1));
  }

  private static boolean isNumbered(List<RawRow> rows, int from) {
    return IntStream.range(0, rows.size())
        .allMatch(row -> rows.get(row).field(0).equals(String.valueOf(row + from)));
  }

  List<String> columns() {
    return names.stream().filter(name -> !name.isEmpty()).toList();
  }

  /** How many fields a row has at least. */
  int width() {
    return IntStream.range(0, names.size()).filter(at -> !names.get(at).isEmpty()).max().orElse(-1)
        + 1;
  }

  /**
   * True where the row has a field for each column, and nothing beside them.
   *
   * @param blanksBeyond whether empty fields behind the last column are nothing
   */
  boolean fits(RawRow row, boolean blanksBeyond) {
    int fields = row.fields().size();
    boolean idleBeyond =
        blanksBeyond
            && IntStream.range(names.size(), fields).allMatch(at -> row.field(at).isEmpty());
    return fields >= width() && (fields <= names.size() || idleBeyond);
  }

  CsvRow row(RawRow read) {
    Map<String, String> cells = new HashMap<>();
    Map<String, String> faults = new HashMap<>();
    for (int at = 0; at < Math.min(names.size(), read.fields().size()); at++) {
      String name = names.get(at);
      if (!name.isEmpty()) {
        cells.put(name, read.fields().get(at));
        if (read.faults().containsKey(at)) {
          faults.put(name, read.faults().get(at));
        }
      }
    }
    return new CsvRow(read.line(), cells, faults);
  }
}
