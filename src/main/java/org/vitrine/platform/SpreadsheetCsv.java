package org.vitrine.platform;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** CSV (RFC 4180) that a spreadsheet opens and does not run. */
public final class SpreadsheetCsv {
  /** What a formula begins with, in half and in full width. */
  private static final String DANGEROUS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

  private SpreadsheetCsv() {}

  /** Each value in quotes. */
  public static String written(Consumer<CsvWriter> writing) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().quoteStrategy(QuoteStrategies.ALWAYS).build(text)) {
      writing.accept(csv);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  /** A spreadsheet takes what begins like a formula for one, blanks before it or not. */
  public static String harmless(String text) {
    String begins = text.stripLeading();
    boolean formula =
        !begins.isEmpty() && DANGEROUS.indexOf(begins.charAt(0)) >= 0
            || !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0;
    return formula ? "'" + text : text;
  }
}
