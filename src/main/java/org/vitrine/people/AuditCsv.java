package org.vitrine.people;

import static org.vitrine.platform.SpreadsheetCsv.harmless;
import static org.vitrine.platform.SpreadsheetCsv.written;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.time.Instant;
import java.util.List;
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
}
