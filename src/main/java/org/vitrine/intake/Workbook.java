package org.vitrine.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.vitrine.platform.StartFailed;

/**
 * An Excel workbook ({@code .xlsx}) as a table: one sheet of it, whose first row with anything in
 * it names the columns. Rows in which nothing stands are none; hidden ones are read, and said.
 */
final class Workbook {
  private static final int MOST_ROWS_NAMED = 20;

  private final String name;
  private final TableLimits limits;
  private final List<RawRow> rows = new ArrayList<>();
  private final List<Long> hidden = new ArrayList<>();
  private boolean countsFromZero;

  private Workbook(String name, TableLimits limits) {
    this.name = name;
    this.limits = limits;
  }

  /**
   * Reads one sheet, the first that is not hidden unless another is named. Throws {@link
   * StartFailed} with a sentence where this is no workbook, or too large.
   */
  static Table read(Path file, String name, Optional<String> sheet, TableLimits limits) {
    WorkbookParts parts = WorkbookParts.checked(file, name, limits);
    try (ReadableWorkbook workbook =
        new ReadableWorkbook(file.toFile(), new ReadingOptions(parts.hasStyles(), true))) {
      List<Sheet> sheets = workbook.getSheets().toList();
      Sheet chosen = chosen(name, sheets, sheet);
      return new Workbook(name, limits).read(chosen, sheets, parts.mergedIn(chosen.getId()));
    } catch (StartFailed refused) {
      throw refused;
    } catch (IOException | RuntimeException damaged) {
      throw new StartFailed(
          "%s cannot be read as an Excel workbook (%s); open it in a spreadsheet program and save it as .xlsx again"
              .formatted(name, damaged.getMessage()),
          damaged);
    }
  }

  private static Sheet chosen(String name, List<Sheet> sheets, Optional<String> wanted) {
    if (wanted.isPresent()) {
      return sheets.stream()
          .filter(sheet -> sheet.getName().equalsIgnoreCase(wanted.get().strip()))
          .findFirst()
          .orElseThrow(
              () ->
                  new StartFailed(
                      "%s has no sheet “%s”; its sheets are: %s"
                          .formatted(name, wanted.get(), Table.quoted(names(sheets)))));
    }
    return sheets.stream()
        .filter(sheet -> sheet.getVisibility() == SheetVisibility.VISIBLE)
        .findFirst()
        .or(() -> sheets.stream().findFirst())
        .orElseThrow(() -> new StartFailed(name + " has no sheets"));
  }

  private static List<String> names(List<Sheet> sheets) {
    return sheets.stream().map(Sheet::getName).toList();
  }

  private Table read(Sheet sheet, List<Sheet> sheets, MergedCells merged) throws IOException {
    TableBudget budget = new TableBudget(name, limits);
    try (Stream<Row> stream = sheet.openStream()) {
      stream.forEach(
          row -> {
            RawRow raw = raw(row, merged);
            if (!raw.saysNothing()) {
              budget.take(raw);
              rows.add(raw);
              if (row.isHidden()) {
                hidden.add(raw.line());
              }
            }
          });
    }
    return Table.of(
        name,
        rows,
        true,
        new TableOrigin(remarks(sheet, sheets), names(sheets), sheet.getName(), merged.filled()));
  }

  /** Some programs leave the numbers of rows out; the reader then counts from 0. */
  private int number(Row row) {
    countsFromZero |= row.getRowNum() == 0;
    return row.getRowNum() + (countsFromZero ? 1 : 0);
  }

  private RawRow raw(Row row, MergedCells merged) {
    int number = number(row);
    int width = rows.isEmpty() ? 0 : rows.getFirst().fields().size();
    SheetCells cells = new SheetCells(number);
    for (int at = 0; at < row.getCellCount(); at++) {
      Optional<Cell> cell = row.getOptionalCell(at);
      if (cell.isPresent()) {
        cells.put(at, SheetCell.of(cell.get()));
      }
    }
    boolean isHeader = rows.isEmpty();
    if (!isHeader) {
      merged.fill(number, cells);
    }
    return cells.asRow(width);
  }

  private List<String> remarks(Sheet sheet, List<Sheet> sheets) {
    List<String> remarks = new ArrayList<>();
    if (sheets.size() > 1) {
      List<String> others =
          names(sheets).stream().filter(other -> !other.equals(sheet.getName())).toList();
      remarks.add(
          "Read the sheet “%s”; there are also %s"
              .formatted(sheet.getName(), Table.quoted(others)));
    }
    if (!hidden.isEmpty()) {
      List<String> named = hidden.stream().limit(MOST_ROWS_NAMED).map(String::valueOf).toList();
      remarks.add(
          "Hidden rows were read too: %s%s"
              .formatted(
                  String.join(", ", named),
                  hidden.size() > named.size()
                      ? " and %d more".formatted(hidden.size() - named.size())
                      : ""));
    }
    return remarks;
  }
}
