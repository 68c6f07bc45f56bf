package org.vitrine.scorecard;

import org.vitrine.access.Guards;
import org.vitrine.feature.Feature;
import org.vitrine.platform.web.Idempotency;

/** The numbers of each month, for whoever the house opens them to. */
public final class ScorecardFeature {
  private ScorecardFeature() {}

  public static Feature of(Scorecard scorecard, Guards guards, Idempotency idempotency) {
    return Feature.named("scorecard")
        .answering(new ScorecardRoutes(scorecard, guards, idempotency))
        .doing(scorecard.chore());
  }
}
