package org.vitrine.scorecard;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vitrine.platform.database.Queries;
import org.vitrine.scorecard.HouseFactRepository.FirstPass;
import org.vitrine.scorecard.ScorecardFigure.FigureBase;
import org.vitrine.voices.Commitment;
import org.vitrine.voices.Figures;
import org.vitrine.voices.Figures.KeptAndMissed;

/** What the rooms below count of a month: first-pass yield, complaints, clocks, improvements. */
final class HousePart implements ScorecardPart {
  private static final int EDITION = 1;

  private final Figures clocks;
  private final HouseFactRepository facts = new HouseFactRepository();

  HousePart(Figures clocks) {
    this.clocks = clocks;
  }

  @Override
  public List<ScorecardFigure> figures(Queries queries, ScorecardMonth month) {
    List<ScorecardFigure> figures = new ArrayList<>();
    FirstPass pass = facts.firstPass(queries, month);
    figures.add(
        ScorecardFigure.share("first-pass", EDITION, Optional.empty(), pass.base(), pass.good()));
    figures.add(complaints(queries, month));
    figures.addAll(clocks(queries, month));
    figures.add(ScorecardFigure.count("improvements", EDITION, facts.improvements(queries, month)));
    figures.add(
        ScorecardFigure.count("improvements-worked", EDITION, facts.worked(queries, month)));
    return figures;
  }

  /** How many there are says little of any one company, where enough are served. */
  private ScorecardFigure complaints(Queries queries, ScorecardMonth month) {
    FigureBase served = new FigureBase(ScorecardFigure.FEWEST, facts.served(queries, month));
    return served.isSmall()
        ? ScorecardFigure.hidden(
            "complaints", EDITION, ScorecardFigure.ScorecardUnit.COUNT, Optional.empty())
        : ScorecardFigure.count("complaints", EDITION, facts.complaints(queries, month));
  }

  private List<ScorecardFigure> clocks(Queries queries, ScorecardMonth month) {
    Map<Commitment, KeptAndMissed> settled = clocks.settled(month.month());
    Map<String, Long> companies = facts.companiesByClock(queries, month);
    List<ScorecardFigure> figures = new ArrayList<>();
    for (Commitment one : Commitment.values()) {
      KeptAndMissed both = settled.getOrDefault(one, KeptAndMissed.NONE);
      FigureBase base = new FigureBase(both.all(), companies.getOrDefault(one.code(), 0L));
      String name = "clock-" + one.code().replace('_', '-').toLowerCase(Locale.ROOT);
      figures.add(ScorecardFigure.share(name, EDITION, Optional.empty(), base, both.kept()));
    }
    return figures;
  }
}
