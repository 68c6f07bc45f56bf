package org.vitrine.scorecard;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is published of a month: its figures, what they mean, and what comes before it. Who froze or
 * corrected it is none of it; the audit log has that.
 *
 * @param countedOn what happened after this day was not known
 * @param meanings of each figure, by its name and then by language
 * @param seal absent as long as it is not frozen
 */
record MonthCard(
    YearMonth month,
    ZoneId zone,
    LocalDate countedOn,
    List<ScorecardFigure> figures,
    Map<String, Map<String, String>> meanings,
    Optional<MonthSeal> seal) {

  /**
   * Where it stands in the chain.
   *
   * @param previous the hash of the row before
   * @param corrects the hash of the row that this one corrects
   * @param reason why
   */
  record MonthSeal(
      Instant frozenAt, String previous, Optional<String> corrects, Optional<String> reason) {}

  static MonthCard of(
      ScorecardMonth month,
      List<ScorecardFigure> figures,
      Map<String, Map<String, String>> meanings) {
    return new MonthCard(
        month.month(), month.zone(), month.countedOn(), figures, meanings, Optional.empty());
  }

  /** As it may stand beside what is published of the same month. */
  MonthCard beside(List<MonthCard> published) {
    List<ScorecardFigure> shown =
        CorrectionCells.beside(published.stream().map(MonthCard::figures).toList(), figures);
    return new MonthCard(month, zone, countedOn, shown, meanings, seal);
  }

  MonthCard sealed(MonthSeal by) {
    return new MonthCard(month, zone, countedOn, figures, meanings, Optional.of(by));
  }
}
