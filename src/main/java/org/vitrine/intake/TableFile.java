package org.vitrine.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final Pattern XML_ENCODING =
      Pattern.compile("<\\?xml\\s[^>]{0,100}encoding=[\"']([\\w.:-]{1,40})[\"']");
  private static final int ENOUGH_TO_TELL = 200;

  private TableFile() {}

  /**
   * Throws {@link StartFailed} with a sentence where it holds no table.
   *
   * @param name how sentences call it
   */
  static Table read(Path file, String name, TableReading how) {
    byte[] beginning = beginning(file);
    if (begins(beginning, ZIP)) {
      return Workbook.read(file, name, how.sheet(), how.limits());
    }
    if (begins(beginning, COMPOUND)) {
      throw new StartFailed(
          name
              + " is an old workbook (.xls) or has a password: open it in a spreadsheet program,"
              + " take the password away and save it as .xlsx");
    }
    if (how.sheet().isPresent()) {
      throw new StartFailed(
          "%s is no Excel workbook, so it has no sheet “%s”".formatted(name, how.sheet().get()));
    }
    ReadText read = text(file, name, beginning, how.encoding());
    if (QifFile.begins(read.text())) {
      return QifFile.parse(name, read.text(), how.limits());
    }
    return DfqFile.begins(read.text())
        ? DfqFile.parse(name, read.text(), how.limits(), read.remarks())
        : CsvFile.parse(name, read.text(), how.limits());
  }

  /** What a file says, and what there is to say of how that was read. */
  private record ReadText(String text, List<String> remarks) {}

  /** Measuring programs write as Windows does, and do not say so; XML says how it is written. */
  private static ReadText text(Path file, String name, byte[] beginning, Charset encoding) {
    Charset told = declared(beginning).filter(any -> isUsual(encoding)).orElse(encoding);
    try {
      return new ReadText(TextFile.read(file, name, told), List.of());
    } catch (StartFailed otherwise) {
      boolean isDfq =
          beginning.length > 1 && beginning[0] == 'K' && Character.isDigit(beginning[1]);
      if (!isDfq || !isUsual(encoding)) {
        throw otherwise;
      }
      return new ReadText(
          TextFile.read(file, name, WINDOWS),
          List.of(
              "It is not in UTF-8, and was read as windows-1252; where names look wrong, say how it"
                  + " is encoded"));
    }
  }

  private static boolean isUsual(Charset encoding) {
    return encoding.equals(StandardCharsets.UTF_8);
  }

  /**
   * Nothing where it is no XML, or in an encoding that nobody knows, or in which it could not have
   * said so in these bytes.
   */
  private static Optional<Charset> declared(byte[] beginning) {
    Matcher xml = XML_ENCODING.matcher(new String(beginning, StandardCharsets.ISO_8859_1));
    try {
      return xml.lookingAt()
          ? Optional.of(Charset.forName(xml.group(1)))
              .filter(any -> !any.name().matches("UTF-(16|32).*"))
          : Optional.empty();
    } catch (IllegalArgumentException unknown) {
      return Optional.empty();
    }
  }

  private static boolean begins(byte[] file, byte[] with) {
    return file.length >= with.length && Arrays.equals(file, 0, with.length, with, 0, with.length);
  }

  /** What cannot be read at all is said by whoever reads it whole. */
  private static byte[] beginning(Path file) {
    if (!Files.isRegularFile(file)) {
      return new byte[0];
    }
    try (InputStream content = Files.newInputStream(file)) {
      return content.readNBytes(ENOUGH_TO_TELL);
    } catch (IOException unreadable) {
      throw new StartFailed("Cannot read " + file + ": " + unreadable.getMessage(), unreadable);
    }
  }

  /** How a file is to be read, in so far as it does not say so itself. */
  record TableReading(Charset encoding, Optional<String> sheet, TableLimits limits) {}
}
