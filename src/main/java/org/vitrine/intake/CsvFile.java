package org.vitrine.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.vitrine.platform.StartFailed;

/**
 * A CSV file as people save them: separated by commas, semicolons or tabs, with any line ends,
 * quoted or not. Rows of nothing but separators are no rows.
 */
final class CsvFile {
  private static final CsvRecordHandler FIELDS =
      CsvRecordHandler.of(
          fields ->
              fields.maxFields(TableLimits.MOST_COLUMNS).maxFieldSize(TableLimits.LONGEST_CELL));

  private CsvFile() {}

  /** Throws {@link StartFailed} with a sentence where this is no CSV or holds no row. */
  static Table parse(String name, String text) {
    return parse(name, text, TableLimits.AT_TERMINAL);
  }

  static Table parse(String name, String text, TableLimits limits) {
    CsvText separated = CsvText.of(text);
    // Between commas an empty field too many may be a decimal comma that moved all others on.
    boolean blanksBeyond = separated.separator() != ',';
    return Table.of(name, rows(name, separated, limits), blanksBeyond, TableOrigin.TEXT);
  }

  /** Those in which something stands. */
  private static List<RawRow> rows(String name, CsvText text, TableLimits limits) {
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(text.separator())
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .build(FIELDS, text.text())) {
      TableBudget budget = new TableBudget(name, limits);
      List<RawRow> rows = new ArrayList<>();
      for (CsvRecord read : reader) {
        RawRow row = new RawRow(read.getStartingLineNumber(), read.getFields());
        if (!row.saysNothing()) {
          budget.take(row);
          rows.add(row);
        }
      }
      return rows;
    } catch (CsvParseException e) {
      throw new StartFailed(name + " is not CSV: " + innermost(e).getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Throwable innermost(Throwable fault) {
    return fault.getCause() == null ? fault : innermost(fault.getCause());
  }
}
