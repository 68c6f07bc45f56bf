package org.vitrine.nonconformances;

import java.time.Duration;
import org.vitrine.access.Guards;
import org.vitrine.feature.Feature;
import org.vitrine.platform.Chore;
import org.vitrine.platform.web.Idempotency;

/** Finding out, twice a year, whether everything of a lot would be found. */
public final class DrillsFeature {
  private static final Duration DRAWN_EVERY = Duration.ofHours(1);

  private DrillsFeature() {}

  public static Feature of(Drills drills, Guards guards, Idempotency idempotency) {
    return Feature.named("drills")
        .answering(new DrillRoutes(drills, guards, idempotency))
        .doing(new Chore("lots of drills", DRAWN_EVERY, drills::draw));
  }
}
