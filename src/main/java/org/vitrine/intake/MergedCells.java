package org.vitrine.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.CellAddress;

/**
 * Cells that are merged over several rows: a sheet keeps what stands in them in the uppermost, and
 * whoever merged them means all of these rows. Fed with the rows from top to bottom.
 */
final class MergedCells {
  private static final Pattern RANGE =
      Pattern.compile("([A-Z]{1,3}[0-9]{1,7}):([A-Z]{1,3}[0-9]{1,7})");

  private final TreeMap<Integer, List<MergedRange>> byTop = new TreeMap<>();
  private final Map<Integer, Filling> open = new HashMap<>();
  private final Map<Integer, String> filled = new HashMap<>();

  private record MergedRange(String written, int column, int top, int bottom) {}

  private record Filling(MergedRange range, SheetCell cell) {}

  /**
   * @param ranges such as {@code B2:B4}
   */
  MergedCells(List<String> ranges) {
    for (String written : ranges) {
      Matcher range = RANGE.matcher(written);
      if (range.matches()) {
        CellAddress from = new CellAddress(range.group(1));
        CellAddress to = new CellAddress(range.group(2));
        if (to.getRow() > from.getRow()) {
          int top = from.getRow() + 1;
          byTop
              .computeIfAbsent(top, row -> new ArrayList<>())
              .add(new MergedRange(written, from.getColumn(), top, to.getRow() + 1));
        }
      }
    }
  }

  /** Puts into the cells of this row what merged cells above say of it. */
  void fill(int row, SheetCells cells) {
    boolean saysSomething = !cells.isEmpty();
    for (Iterator<Filling> fillings = open.values().iterator(); fillings.hasNext(); ) {
      Filling filling = fillings.next();
      MergedRange range = filling.range();
      if (range.bottom() < row) {
        fillings.remove();
      } else if (saysSomething && cells.at(range.column()).saysNothing()) {
        cells.put(range.column(), filling.cell());
        filled.putIfAbsent(range.column(), range.written());
      }
    }
    for (MergedRange range : byTop.getOrDefault(row, List.of())) {
      SheetCell cell = cells.at(range.column());
      if (!cell.saysNothing()) {
        open.put(range.column(), new Filling(range, cell));
      }
    }
  }

  /** In which columns a value was put into further rows, with the first such cells. */
  Map<Integer, String> filled() {
    return Map.copyOf(filled);
  }
}
