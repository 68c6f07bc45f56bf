package org.vitrine.intake;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What is to be said of a file beside its rows.
 *
 * @param remarks sentences: which sheet was read, that rows of it are hidden
 * @param sheets the names of the sheets that one may choose from; none where the file has no sheets
 * @param sheet the one that was read
 * @param unused columns of the file that a mapping leaves out
 * @param mergedPlaces which cells of a column are merged over several rows, by its place
 * @param merged the same by the name of the column
 */
record TableOrigin(
    List<String> remarks,
    List<String> sheets,
    String sheet,
    List<String> unused,
    Map<Integer, String> mergedPlaces,
    Map<String, String> merged) {
  static final TableOrigin TEXT = new TableOrigin(List.of(), List.of(), "", Map.of());

  TableOrigin {
    remarks = List.copyOf(remarks);
    sheets = List.copyOf(sheets);
    unused = List.copyOf(unused);
    mergedPlaces = Map.copyOf(mergedPlaces);
    merged = Map.copyOf(merged);
  }

  TableOrigin(
      List<String> remarks, List<String> sheets, String sheet, Map<Integer, String> mergedPlaces) {
    this(remarks, sheets, sheet, List.of(), mergedPlaces, Map.of());
  }

  TableOrigin named(List<String> names) {
    Map<String, String> byName = new HashMap<>();
    mergedPlaces.forEach(
        (place, cells) -> {
          if (place < names.size()) {
            byName.put(names.get(place), cells);
          }
        });
    return new TableOrigin(remarks, sheets, sheet, unused, mergedPlaces, byName);
  }

  TableOrigin mergedIn(Map<String, String> others) {
    return new TableOrigin(remarks, sheets, sheet, unused, mergedPlaces, others);
  }

  TableOrigin leavingOut(List<String> columns) {
    return new TableOrigin(remarks, sheets, sheet, columns, mergedPlaces, merged);
  }

  /** All of it for whoever imported the file. */
  List<String> sentences() {
    return unused.isEmpty()
        ? remarks
        : Stream.concat(
                remarks.stream(), Stream.of("Columns not used: " + String.join(", ", unused)))
            .toList();
  }
}
