package org.vitrine.intake;

import java.util.List;
import java.util.Map;
import org.vitrine.platform.Blanks;

/**
 * A row of a file before it is known what its columns are.
 *
 * @param line where it begins in the file, counted from 1; in a sheet, the number of the row
 * @param faults what is wrong with single cells, by their place
 */
record RawRow(long line, List<String> fields, Map<Integer, String> faults) {
  RawRow {
    fields = List.copyOf(fields);
    faults = Map.copyOf(faults);
  }

  RawRow(long line, List<String> fields) {
    this(line, fields, Map.of());
  }

  /** Without the blanks at its ends; empty where the row is shorter. */
  String field(int at) {
    return at < fields.size() ? Blanks.stripped(fields.get(at)) : "";
  }

  boolean saysNothing() {
    return faults.isEmpty() && fields.stream().allMatch(Blanks::only);
  }
}
