package org.vitrine.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.vitrine.platform.StartFailed;

/**
 * A CSV file as people save them: separated by commas, semicolons or tabs, with any line ends,
 * quoted or not.
 *
 * @param name how sentences call it
 * @param malformed rows that have not as many fields as the header
 */
record CsvFile(String name, List<String> columns, List<CsvRow> rows, List<Malformed> malformed) {
  /** A row with as much of it as could be told apart. */
  record Malformed(CsvRow row, String reason) {
    RefusedRow refused() {
      return new RefusedRow(row.line(), "", reason);
    }
  }

  private static final String SEPARATORS = ",;\t";

  /** Throws {@link StartFailed} with a sentence where this is no CSV or holds no row. */
  static CsvFile parse(String name, String text) {
    List<CsvRecord> records = records(name, text);
    if (records.isEmpty()) {
      throw new StartFailed(name + " is empty");
    }
    List<String> columns = columns(name, records.getFirst());
    if (records.size() == 1) {
      throw new StartFailed(name + " has a header but no rows");
    }
    List<CsvRow> rows = new ArrayList<>();
    List<Malformed> malformed = new ArrayList<>();
    for (CsvRecord read : records.subList(1, records.size())) {
      if (read.getFieldCount() == columns.size()) {
        rows.add(row(read, columns));
      } else {
        malformed.add(
            new Malformed(
                row(read, columns),
                "has %d fields, but the header has %d"
                    .formatted(read.getFieldCount(), columns.size())));
      }
    }
    return new CsvFile(name, columns, List.copyOf(rows), List.copyOf(malformed));
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

  private static List<CsvRecord> records(String name, String text) {
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(separator(text))
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .ofCsvRecord(text)) {
      return reader.stream().toList();
    } catch (CsvParseException e) {
      throw new StartFailed(name + " is not CSV: " + innermost(e).getMessage(), e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one that the header has most of: names of columns contain none of them. */
  private static char separator(String text) {
    String header = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    char best = ',';
    for (char candidate : SEPARATORS.toCharArray()) {
      if (count(header, candidate) > count(header, best)) {
        best = candidate;
      }
    }
    return best;
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(character -> character == wanted).count();
  }

  private static List<String> columns(String name, CsvRecord header) {
    List<String> columns =
        header.getFields().stream().map(field -> field.strip().toLowerCase(Locale.ROOT)).toList();
    Set<String> seen = new HashSet<>();
    for (String column : columns) {
      if (!seen.add(column)) {
        throw new StartFailed(name + " has the column “" + column + "” twice");
      }
    }
    return columns;
  }

  private static CsvRow row(CsvRecord read, List<String> columns) {
    Map<String, String> cells = new HashMap<>();
    for (int at = 0; at < Math.min(columns.size(), read.getFieldCount()); at++) {
      cells.put(columns.get(at), read.getField(at));
    }
    return new CsvRow(read.getStartingLineNumber(), cells);
  }

  private static Throwable innermost(Throwable fault) {
    return fault.getCause() == null ? fault : innermost(fault.getCause());
  }
}
