package org.vitrine.voices;

import static org.vitrine.platform.SpreadsheetCsv.harmless;

import java.time.YearMonth;
import java.util.List;
import java.util.OptionalLong;
import org.vitrine.platform.SpreadsheetCsv;
import org.vitrine.platform.json.Json;

/** Figures as a table; what all are counted together of stays empty. */
final class FigureCsv {
  private FigureCsv() {}

  static String of(List<Figure> figures) {
    return SpreadsheetCsv.written(
        csv -> {
          csv.writeRecord(
              "month",
              "department",
              "kind",
              "tier",
              "commitment",
              "kept",
              "missed",
              "median seconds",
              "90th percentile seconds");
          figures.forEach(figure -> csv.writeRecord(cells(figure)));
        });
  }

  private static String[] cells(Figure figure) {
    FigureKey of = figure.of();
    return new String[] {
      of.month().map(YearMonth::toString).orElse(""),
      harmless(of.department().orElse("")),
      of.kind().map(VoiceKind::code).orElse(""),
      of.tier().map(tier -> Json.tree(tier).asText()).orElse(""),
      Json.tree(of.commitment()).asText(),
      String.valueOf(figure.kept()),
      String.valueOf(figure.missed()),
      text(figure.median()),
      text(figure.ninetieth())
    };
  }

  private static String text(OptionalLong seconds) {
    return seconds.isPresent() ? String.valueOf(seconds.getAsLong()) : "";
  }
}
