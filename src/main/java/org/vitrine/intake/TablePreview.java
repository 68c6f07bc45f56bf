package org.vitrine.intake;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a file holds, before anything is done with it.
 *
 * @param sheet which sheet was read, and which there are
 * @param columns the file's columns
 * @param rows the first rows, a text for each column
 * @param count how many rows there are
 * @param days in which formats the days can be read of each column that has any
 * @param ours the columns that can be filled; those in a language where the file has them, or the
 *     mapping that is remembered names them
 * @param remembered the mapping that was last saved for a file with the same columns
 * @param changed how the columns differ from those of one that was made for most of them; absent
 *     where one is remembered, or none is near
 */
record TablePreview(
    @JsonUnwrapped ReadSheet sheet,
    List<String> columns,
    List<List<String>> rows,
    int count,
    List<String> remarks,
    Map<String, List<DayFormat>> days,
    List<OurColumn> ours,
    Optional<StoredMapping> remembered,
    Optional<ChangedColumns> changed) {
  private static final int ROWS = 5;
  private static final int LONGEST = 120;

  /**
   * A column that can be filled; some have to be.
   *
   * @param or the column that may be filled in its place
   * @param day whether it holds days
   */
  record OurColumn(String name, boolean needed, Optional<String> or, boolean day) {}

  /**
   * Of a workbook.
   *
   * @param sheets all of them; none for CSV
   */
  record ReadSheet(List<String> sheets, String sheet) {}

  static TablePreview of(
      Table table,
      ImportKind kind,
      Optional<StoredMapping> remembered,
      Optional<ChangedColumns> changed) {
    return new TablePreview(
        new ReadSheet(table.origin().sheets(), table.origin().sheet()),
        table.columns(),
        table.rows().stream().limit(ROWS).map(row -> texts(table, row)).toList(),
        table.size(),
        table.origin().remarks(),
        DayColumns.fitting(table),
        MappedTable.ours(
                table, remembered.map(StoredMapping::mapping).orElse(ColumnMapping.none()), kind)
            .stream()
            .map(
                name ->
                    new OurColumn(
                        name,
                        kind.needed().contains(name),
                        kind.standIn(name),
                        kind.days().contains(name)))
            .toList(),
        remembered,
        changed.filter(any -> remembered.isEmpty()));
  }

  private static List<String> texts(Table table, CsvRow row) {
    return table.columns().stream()
        .map(row::text)
        .map(text -> text == null ? "" : text)
        .map(text -> text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…")
        .toList();
  }
}
