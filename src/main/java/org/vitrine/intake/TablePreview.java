package org.vitrine.intake;

import java.util.List;
import java.util.Optional;

/**
 * What a file holds, before anything is done with it.
 *
 * @param sheets the sheets of a workbook; none for CSV
 * @param columns the file's columns
 * @param rows the first rows, a text for each column
 * @param count how many rows there are
 * @param ours the columns that can be filled; those in a language where the file has them, or the
 *     mapping that is remembered names them
 * @param remembered the mapping that was last saved for a file with the same columns
 */
record TablePreview(
    List<String> sheets,
    String sheet,
    List<String> columns,
    List<List<String>> rows,
    int count,
    List<String> remarks,
    List<OurColumn> ours,
    Optional<StoredMapping> remembered) {
  private static final int ROWS = 5;
  private static final int LONGEST = 120;

  /**
   * A column that can be filled; some have to be.
   *
   * @param or the column that may be filled in its place
   */
  record OurColumn(String name, boolean needed, Optional<String> or) {}

  static TablePreview of(Table table, ImportKind kind, Optional<StoredMapping> remembered) {
    return new TablePreview(
        table.origin().sheets(),
        table.origin().sheet(),
        table.columns(),
        table.rows().stream().limit(ROWS).map(row -> texts(table, row)).toList(),
        table.size(),
        table.origin().remarks(),
        MappedTable.ours(
                table, remembered.map(StoredMapping::mapping).orElse(ColumnMapping.none()), kind)
            .stream()
            .map(name -> new OurColumn(name, kind.needed().contains(name), kind.standIn(name)))
            .toList(),
        remembered);
  }

  private static List<String> texts(Table table, CsvRow row) {
    return table.columns().stream()
        .map(row::text)
        .map(text -> text == null ? "" : text)
        .map(text -> text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…")
        .toList();
  }
}
