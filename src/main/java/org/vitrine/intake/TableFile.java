package org.vitrine.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.vitrine.platform.StartFailed;

/**
 * A file that holds a table, as CSV or as an Excel workbook, or what a measuring program writes.
 * What it is, its first bytes say, whatever it is called.
 */
final class TableFile {
  /** With which every zip begins, and every workbook is one. */
  private static final byte[] ZIP = {'P', 'K', 3, 4};

  /** What old workbooks (.xls) are in, and encrypted new ones. */
  private static final byte[] COMPOUND = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

  private TableFile() {}

  /**
   * Throws {@link StartFailed} with a sentence where it holds no table.
   *
   * @param name how sentences call it
   */
  static Table read(Path file, String name, TableReading how) {
    byte[] beginning = beginning(file);
    if (Arrays.equals(beginning, ZIP)) {
      return Workbook.read(file, name, how.sheet(), how.limits());
    }
    if (Arrays.equals(beginning, COMPOUND)) {
      throw new StartFailed(
          name
              + " is an old workbook (.xls) or has a password: open it in a spreadsheet program,"
              + " take the password away and save it as .xlsx");
    }
    if (how.sheet().isPresent()) {
      throw new StartFailed(
          "%s is no Excel workbook, so it has no sheet “%s”".formatted(name, how.sheet().get()));
    }
    String text = text(file, name, beginning, how.encoding());
    if (QifFile.begins(text)) {
      return QifFile.parse(name, text, how.limits());
    }
    return DfqFile.begins(text)
        ? DfqFile.parse(name, text, how.limits())
        : CsvFile.parse(name, text, how.limits());
  }

  /** Measuring programs write as Windows does, and do not say so. */
  private static String text(Path file, String name, byte[] beginning, Charset encoding) {
    try {
      return TextFile.read(file, name, encoding);
    } catch (StartFailed otherwise) {
      boolean isDfq = beginning.length > 1 && beginning[0] == 'K' && beginning[1] == '0';
      if (!isDfq || !encoding.equals(StandardCharsets.UTF_8)) {
        throw otherwise;
      }
      return TextFile.read(file, name, Charset.forName("windows-1252"));
    }
  }

  /** What cannot be read at all is said by whoever reads it whole. */
  private static byte[] beginning(Path file) {
    if (!Files.isRegularFile(file)) {
      return new byte[0];
    }
    try (InputStream content = Files.newInputStream(file)) {
      return content.readNBytes(ZIP.length);
    } catch (IOException unreadable) {
      throw new StartFailed("Cannot read " + file + ": " + unreadable.getMessage(), unreadable);
    }
  }

  /** How a file is to be read, in so far as it does not say so itself. */
  record TableReading(Charset encoding, Optional<String> sheet, TableLimits limits) {}
}
