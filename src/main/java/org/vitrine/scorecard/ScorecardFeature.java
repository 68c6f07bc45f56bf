package org.vitrine.scorecard;

import static org.vitrine.platform.web.MenuPlace.Group.CARE;

import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.feature.Feature;
import org.vitrine.platform.web.Idempotency;
import org.vitrine.platform.web.PageEntry;

/** The numbers of each month, for whoever the house opens them to. */
public final class ScorecardFeature {
  private static final String NUMBERS = "scorecard/pages/numbers.js";

  private ScorecardFeature() {}

  public static Feature of(Scorecard scorecard, Guards guards, Idempotency idempotency) {
    return Feature.named("scorecard")
        .answering(new ScorecardRoutes(scorecard, guards, idempotency))
        .showing(
            PageEntry.of("/scorecard", "scorecard/pages/scorecard.js")
                .needing(Permission.READ_SCORECARD.code())
                .inMenu(CARE, 40, "nav.scorecard"),
            PageEntry.forEverybody("/numbers", NUMBERS),
            PageEntry.forEverybody("/numbers/:month", NUMBERS))
        .extending("/orders", "scorecard/pages/on-orders.js")
        .doing(scorecard.chore());
  }
}
