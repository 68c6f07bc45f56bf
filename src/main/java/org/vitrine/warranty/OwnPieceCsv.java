package org.vitrine.warranty;

import static org.vitrine.platform.SpreadsheetCsv.harmless;
import static org.vitrine.platform.SpreadsheetCsv.written;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.vitrine.platform.words.Language;
import org.vitrine.warranty.OwnPieces.OwnPiece;

/** What a company owns as a table that a spreadsheet opens and does not run. */
final class OwnPieceCsv {
  static final String HEADER =
      written(
          csv ->
              csv.writeRecord("serial", "product", "covered until", "voided", "parts", "claims"));

  private OwnPieceCsv() {}

  /**
   * @param language in which products are named
   */
  static String of(List<OwnPiece> pieces, Language language) {
    return written(csv -> pieces.forEach(one -> write(csv, one, language)));
  }

  private static void write(CsvWriter csv, OwnPiece one, Language language) {
    Cover cover = one.cover();
    csv.writeRecord(
        harmless(one.piece().serial().value()),
        harmless(one.piece().product().in(language)),
        cover.until() == null ? "" : cover.until().toString(),
        voided(cover),
        harmless(
            cover.parts().stream()
                .map(part -> part.part() + " " + part.until())
                .collect(Collectors.joining("; "))),
        one.claims().stream()
            .map(claim -> String.valueOf(claim.number()))
            .collect(Collectors.joining(" ")));
  }

  /** Why, or only that it was, where that was written for somebody else. */
  private static String voided(Cover cover) {
    if (cover.voided() == null) {
      return "";
    }
    return cover.voided().isEmpty() ? "voided" : harmless(cover.voided());
  }
}
