package org.vitrine.people;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.vitrine.access.Actor;
import org.vitrine.access.Audit;
import org.vitrine.platform.json.Json;

/** The trail as a table that a spreadsheet opens and does not run. */
final class AuditCsv {
  static final String HEADER =
      written(
          csv ->
              csv.writeRecord(
                  "at",
                  "actor",
                  "actor kind",
                  "actor id",
                  "address",
                  "action",
                  "subject",
                  "company",
                  "detail",
                  "times",
                  "last at"));

  /** What a formula begins with, in half and in full width. */
  private static final String DANGEROUS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

  private AuditCsv() {}

  static String of(List<Audit.AuditEntry> entries) {
    return written(csv -> entries.forEach(entry -> write(csv, entry)));
  }

  private static void write(CsvWriter csv, Audit.AuditEntry entry) {
    csv.writeRecord(
        entry.at().toString(),
        harmless(entry.actor()),
        entry.actorKind().map(Actor.ActorKind::code).orElse(""),
        entry.actorId().map(String::valueOf).orElse(""),
        harmless(entry.address().orElse("")),
        entry.action(),
        harmless(entry.subject()),
        harmless(entry.company().orElse("")),
        Json.text(entry.detail()),
        String.valueOf(entry.times()),
        entry.lastAt().map(Instant::toString).orElse(""));
  }

  /** A spreadsheet takes what begins like a formula for one, blanks before it or not. */
  private static String harmless(String text) {
    String begins = text.stripLeading();
    boolean formula =
        !begins.isEmpty() && DANGEROUS.indexOf(begins.charAt(0)) >= 0
            || !text.isEmpty() && DANGEROUS.indexOf(text.charAt(0)) >= 0;
    return formula ? "'" + text : text;
  }

  private static String written(Consumer<CsvWriter> writing) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().quoteStrategy(QuoteStrategies.ALWAYS).build(text)) {
      writing.accept(csv);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
