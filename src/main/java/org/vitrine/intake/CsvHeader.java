package org.vitrine.intake;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
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
 * The columns of a CSV file.
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
record CsvHeader(List<String> names) {
  private static final Pattern UNNAMED = Pattern.compile("|unnamed: \\d+");

  CsvHeader {
    names = List.copyOf(names);
  }

  /** Throws {@link StartFailed} with a sentence where a column stands twice. */
  static CsvHeader of(String file, CsvRecord header, List<CsvRecord> rows) {
    List<String> names = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int at = 0; at < header.getFieldCount(); at++) {
      String name = Blanks.stripped(header.getField(at)).toLowerCase(Locale.ROOT);
      if (UNNAMED.matcher(name).matches()) {
        names.add(isIdle(at, rows) ? "" : "column " + (at + 1));
      } else if (seen.add(name)) {
        names.add(name);
      } else {
        throw new StartFailed(file + " has the column “" + name + "” twice");
      }
    }
    return new CsvHeader(names);
  }

  private static boolean isIdle(int at, List<CsvRecord> rows) {
    return rows.stream().allMatch(row -> field(row, at).isEmpty())
        || at == 0 && (isNumbered(rows, 0) || isNumbered(rows, 1));
  }

  private static boolean isNumbered(List<CsvRecord> rows, int from) {
    return IntStream.range(0, rows.size())
        .allMatch(row -> field(rows.get(row), 0).equals(String.valueOf(row + from)));
  }

  private static String field(CsvRecord row, int at) {
    return at < row.getFieldCount() ? Blanks.stripped(row.getField(at)) : "";
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
   * True where the row has a field for each column, and nothing beside them. Between commas an
   * empty field too many may be a decimal comma that moved all others on, so it is no trifle.
   */
  boolean fits(CsvRecord row, char separator) {
    int fields = row.getFieldCount();
    boolean idleBeyond =
        separator != ','
            && IntStream.range(names.size(), fields).allMatch(at -> field(row, at).isEmpty());
    return fields >= width() && (fields <= names.size() || idleBeyond);
  }

  CsvRow row(CsvRecord read) {
    Map<String, String> cells = new HashMap<>();
    for (int at = 0; at < Math.min(names.size(), read.getFieldCount()); at++) {
      if (!names.get(at).isEmpty()) {
        cells.put(names.get(at), read.getField(at));
      }
    }
    return new CsvRow(read.getStartingLineNumber(), cells);
  }
}
