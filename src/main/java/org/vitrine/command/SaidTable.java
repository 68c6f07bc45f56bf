package org.vitrine.command;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.vitrine.forecasts.SaidForecast;
import org.vitrine.platform.SpreadsheetCsv;
import org.vitrine.platform.StartFailed;

/** What pages would have said at each report, as rows that a spreadsheet opens. */
final class SaidTable {
  private final List<SaidForecast> rows = new ArrayList<>();

  void add(SaidForecast said) {
    rows.add(said);
  }

  /** With its times in this zone; throws {@link StartFailed} where that cannot be written. */
  void write(Path file, ZoneId zone) {
    Instant end = rows.isEmpty() ? Instant.EPOCH : rows.getLast().at();
    try (CsvWriter csv =
        CsvWriter.builder().build(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
      csv.writeRecord("order", "at", "stage", "half", "nine_of_ten", "finished", "held");
      for (SaidForecast said : rows) {
        csv.writeRecord(
            SpreadsheetCsv.harmless(said.order()),
            time(said.at(), zone),
            SpreadsheetCsv.harmless(said.stage()),
            time(said.range().half(), zone),
            time(said.range().nineOfTen(), zone),
            said.finished().map(done -> time(done, zone)).orElse(""),
            said.held(end).map(held -> held ? "yes" : "no").orElse(""));
      }
    } catch (IOException failed) {
      throw new StartFailed("%s cannot be written: %s".formatted(file, failed), failed);
    }
  }

  private static String time(Instant at, ZoneId zone) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        ZonedDateTime.ofInstant(at.truncatedTo(ChronoUnit.MINUTES), zone));
  }
}
