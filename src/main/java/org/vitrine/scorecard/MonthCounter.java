package org.vitrine.scorecard;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.words.Language;
import org.vitrine.platform.words.Words;

/** Counts a month: all parts one after the other, each with what its figures mean. */
final class MonthCounter {
  private final Database database;
  private final Words words;
  private final ZoneId zone;
  private final List<ScorecardPart> parts;

  MonthCounter(Database database, Words words, ZoneId zone, List<ScorecardPart> parts) {
    this.database = database;
    this.words = words;
    this.zone = zone;
    this.parts = new CopyOnWriteArrayList<>(parts);
  }

  void alsoCounting(ScorecardPart part) {
    parts.add(part);
  }

  MonthCard count(YearMonth month, LocalDate today) {
    ScorecardMonth seen = ScorecardMonth.seenOn(today, month, zone);
    List<ScorecardFigure> figures =
        parts.stream().flatMap(part -> part.figures(database, seen).stream()).toList();
    return MonthCard.of(seen, figures, meanings(figures));
  }

  private Map<String, Map<String, String>> meanings(List<ScorecardFigure> figures) {
    Map<String, Map<String, String>> meanings = new TreeMap<>();
    for (ScorecardFigure figure : figures) {
      String key = "scorecard.means.%s.%d".formatted(figure.name(), figure.definition());
      Map<String, String> said = new TreeMap<>();
      for (Language language : Language.values()) {
        said.put(language.tag(), words.text(language, key));
      }
      meanings.put(figure.name(), said);
    }
    return meanings;
  }
}
