package org.vitrine.warranty;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.vitrine.platform.Rejection;

/**
 * Pieces that go to customers of a distributor: a CSV with the columns serial and address, and one
 * for the language where that is known. Each row is judged by itself.
 */
final class TransferBatch {
  static final int MOST = 500;
  private static final Set<String> COLUMNS = Set.of("serial", "address", "language");

  private TransferBatch() {}

  /** A row that can be offered. */
  record BatchRow(long line, WarrantySerial serial, MailedOffer to) {
    BatchedRow became(Optional<String> problem) {
      return new BatchedRow(line, serial.value(), to.address(), problem);
    }
  }

  /**
   * What became of a row.
   *
   * @param problem why it was not offered; absent where it was
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record BatchedRow(long line, String serial, String address, Optional<String> problem) {}

  /** What a file says, as far as it can be understood by itself. */
  record ReadBatch(List<BatchRow> rows, List<BatchedRow> refused) {}

  /** Throws {@link Rejection.Invalid} where it is no such table, or has too many rows. */
  static ReadBatch read(String csv) {
    List<NamedCsvRecord> records = records(csv);
    List<BatchRow> rows = new ArrayList<>();
    List<BatchedRow> refused = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (NamedCsvRecord row : records) {
      try {
        BatchRow read = row(row);
        if (!seen.add(read.serial().key())) {
          throw new Rejection.Invalid("serial", "It stands in the file twice");
        }
        rows.add(read);
      } catch (Rejection.Invalid fault) {
        refused.add(refused(row, fault.getMessage()));
      }
    }
    return new ReadBatch(rows, refused);
  }

  private static List<NamedCsvRecord> records(String csv) {
    String text = csv.startsWith("\ufeff") ? csv.substring(1) : csv;
    List<NamedCsvRecord> records = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(separator(text))
            .skipEmptyLines(true)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .ofNamedCsvRecord(text)) {
      for (NamedCsvRecord one : reader) {
        if (records.size() == MOST) {
          throw new Rejection.Invalid("file", "At most %d pieces at once".formatted(MOST));
        }
        records.add(one);
      }
    } catch (CsvParseException noTable) {
      throw new Rejection.Invalid("file", "This is not CSV: " + noTable.getMessage());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    requireColumns(records);
    return records;
  }

  private static char separator(String text) {
    String header = text.lines().findFirst().orElse("");
    return header.indexOf(';') >= 0 && header.indexOf(',') < 0 ? ';' : ',';
  }

  private static void requireColumns(List<NamedCsvRecord> records) {
    if (records.isEmpty()) {
      throw new Rejection.Invalid("file", "There is no row below the names of the columns");
    }
    List<String> names = records.getFirst().getHeader().stream().map(TransferBatch::name).toList();
    if (!names.containsAll(List.of("serial", "address"))) {
      throw new Rejection.Invalid("file", "The columns are: serial, address, and maybe language");
    }
    names.stream()
        .filter(name -> !COLUMNS.contains(name))
        .findFirst()
        .ifPresent(
            name -> {
              throw new Rejection.Invalid(
                  "file", "The columns are: serial, address, and maybe language");
            });
  }

  private static String name(String column) {
    return column.strip().toLowerCase(Locale.ROOT);
  }

  private static BatchRow row(NamedCsvRecord row) {
    Optional<String> language =
        field(row, "language").map(String::strip).filter(text -> !text.isEmpty());
    Transfers.requireLanguage(language);
    return new BatchRow(
        row.getStartingLineNumber(),
        new WarrantySerial(field(row, "serial").orElse("")),
        new MailedOffer(Transfers.address(field(row, "address").orElse("")), language));
  }

  private static Optional<String> field(NamedCsvRecord row, String column) {
    return row.getHeader().stream()
        .filter(name -> name(name).equals(column))
        .findFirst()
        .flatMap(row::findField);
  }

  private static BatchedRow refused(NamedCsvRecord row, String problem) {
    return new BatchedRow(
        row.getStartingLineNumber(),
        field(row, "serial").orElse(""),
        field(row, "address").orElse(""),
        Optional.of(problem));
  }
}
