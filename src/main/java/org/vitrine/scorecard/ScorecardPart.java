package org.vitrine.scorecard;

import java.util.List;
import org.vitrine.platform.database.Queries;

/**
 * Whoever has figures of a month. What each means stands under {@code scorecard.means.NAME.N} in
 * its words, N being the edition of the definition; what it is called, under {@code
 * scorecard.figure.NAME}.
 */
@FunctionalInterface
public interface ScorecardPart {
  /** In the order in which they are read; the same however often they are counted. */
  List<ScorecardFigure> figures(Queries queries, ScorecardMonth month);
}
