package org.vitrine.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vitrine.platform.Blanks;

/** The cells of one row of a sheet in which something stands, by their place. */
final class SheetCells {
  private final int row;
  private final TreeMap<Integer, SheetCell> cells = new TreeMap<>();

  SheetCells(int row) {
    this.row = row;
  }

  void put(int column, SheetCell cell) {
    if (!cell.saysNothing()) {
      cells.put(column, cell);
    }
  }

  boolean isEmpty() {
    return cells.isEmpty();
  }

  /** What stands there; nothing where nothing does. */
  SheetCell at(int column) {
    return cells.getOrDefault(column, SheetCell.NOTHING);
  }

  /**
   * @param width how many fields the header has: a sheet leaves out what is empty
   */
  RawRow asRow(int width) {
    int fields = Math.max(width, cells.isEmpty() ? 0 : cells.lastKey() + 1);
    List<String> texts = new ArrayList<>(fields);
    Map<Integer, String> faults = new HashMap<>();
    for (int at = 0; at < fields; at++) {
      SheetCell cell = at(at);
      texts.add(Blanks.only(cell.text()) ? "" : cell.text());
      if (!cell.fault().isEmpty()) {
        faults.put(at, cell.fault());
      }
    }
    return new RawRow(row, texts, faults);
  }
}
