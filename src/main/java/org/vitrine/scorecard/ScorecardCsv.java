package org.vitrine.scorecard;

import static org.vitrine.platform.SpreadsheetCsv.harmless;

import java.util.List;
import java.util.Optional;
import org.vitrine.platform.SpreadsheetCsv;
import org.vitrine.platform.json.Json;
import org.vitrine.platform.words.Language;
import org.vitrine.scorecard.ScorecardFigure.FigureShown;
import org.vitrine.scorecard.ScorecardFigure.ScorecardGroup;

/** A month as a table: first as it was frozen, then each correction. */
final class ScorecardCsv {
  private ScorecardCsv() {}

  /**
   * @param cards in their order
   */
  static String of(List<MonthCard> cards) {
    return SpreadsheetCsv.written(
        csv -> {
          csv.writeRecord(
              "month",
              "correction",
              "figure",
              "for",
              "unit",
              "value",
              "low",
              "high",
              "of",
              "hits",
              "means",
              "reason",
              "previous");
          for (int at = 0; at < cards.size(); at++) {
            MonthCard card = cards.get(at);
            String correction = at == 0 ? "" : String.valueOf(at);
            card.figures().forEach(figure -> csv.writeRecord(cells(card, correction, figure)));
          }
        });
  }

  private static String[] cells(MonthCard card, String correction, ScorecardFigure figure) {
    Optional<FigureShown> shown = figure.shown();
    return new String[] {
      card.month().toString(),
      correction,
      figure.name(),
      harmless(
          figure
              .group()
              .map(ScorecardGroup::name)
              .map(name -> name.in(Language.ENGLISH))
              .orElse("")),
      Json.tree(figure.unit()).asText(),
      shown.map(one -> one.value().toPlainString()).orElse(""),
      shown.flatMap(FigureShown::low).map(Object::toString).orElse(""),
      shown.flatMap(FigureShown::high).map(Object::toString).orElse(""),
      shown.flatMap(FigureShown::of).map(Object::toString).orElse(""),
      shown.flatMap(FigureShown::hits).map(Object::toString).orElse(""),
      harmless(card.meanings().get(figure.name()).get("en")),
      harmless(card.seal().flatMap(MonthCard.MonthSeal::reason).orElse("")),
      card.seal().map(MonthCard.MonthSeal::previous).orElse("")
    };
  }
}
