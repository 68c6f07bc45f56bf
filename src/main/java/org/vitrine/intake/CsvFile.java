package org.vitrine.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.StartFailed;

/**
 * A CSV file as people save them: separated by commas, semicolons or tabs, with any line ends,
 * quoted or not.
 *
 * @param name how sentences call it
 * @param malformed rows that have not as many fields as the header; those of nothing but separators
 *     are no rows
 */
record CsvFile(String name, List<String> columns, List<CsvRow> rows, List<Malformed> malformed) {
  /** A row with as much of it as could be told apart. */
  record Malformed(CsvRow row, String reason) {
    RefusedRow refused() {
      return new RefusedRow(row.line(), "", reason);
    }
  }

  /** Throws {@link StartFailed} with a sentence where this is no CSV or holds no row. */
  static CsvFile parse(String name, String text) {
    CsvText separated = CsvText.of(text);
    List<CsvRecord> records = records(name, separated);
    if (records.isEmpty()) {
      throw new StartFailed(name + " is empty");
    }
    List<CsvRecord> below = records.subList(1, records.size());
    CsvHeader header = CsvHeader.of(name, records.getFirst(), below);
    if (below.isEmpty()) {
      throw new StartFailed(name + " has a header but no rows");
    }
    List<CsvRow> rows = new ArrayList<>();
    List<Malformed> malformed = new ArrayList<>();
    for (CsvRecord read : below) {
      if (header.fits(read, separated.separator())) {
        rows.add(header.row(read));
      } else {
        malformed.add(
            new Malformed(
                header.row(read),
                "has %d fields, but the header has %d"
                    .formatted(read.getFieldCount(), header.width())));
      }
    }
    return new CsvFile(name, header.columns(), List.copyOf(rows), List.copyOf(malformed));
  }

  /** Throws {@link StartFailed} naming what is missing. */
  CsvFile requireColumns(List<String> required) {
    List<String> missing = required.stream().filter(column -> !columns.contains(column)).toList();
    if (!missing.isEmpty()) {
      throw new StartFailed(
          "%s has no column %s; its columns are: %s"
              .formatted(name, quoted(missing), String.join(", ", columns)));
    }
    return this;
  }

  /** Columns that are none of these. */
  List<String> columnsBeside(List<String> known) {
    return columns.stream().filter(column -> !known.contains(column)).toList();
  }

  static String quoted(List<String> names) {
    return "“" + String.join("”, “", names) + "”";
  }

  /** Those in which something stands. */
  private static List<CsvRecord> records(String name, CsvText text) {
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(text.separator())
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .ofCsvRecord(text.text())) {
      return reader.stream()
          .filter(read -> !read.getFields().stream().allMatch(Blanks::only))
          .toList();
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
