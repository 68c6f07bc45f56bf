package org.vitrine.nonconformances;

import static org.vitrine.platform.web.MenuPlace.Group.MANAGE;

import java.time.Duration;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.feature.Feature;
import org.vitrine.platform.Chore;
import org.vitrine.platform.web.Idempotency;
import org.vitrine.platform.web.PageEntry;

/** Finding out, twice a year, whether everything of a lot would be found. */
public final class DrillsFeature {
  private static final Duration DRAWN_EVERY = Duration.ofHours(1);

  private DrillsFeature() {}

  public static Feature of(Drills drills, Guards guards, Idempotency idempotency) {
    return Feature.named("drills")
        .answering(new DrillRoutes(drills, guards, idempotency))
        .showing(
            PageEntry.of("/drills", "drills/pages/drills.js")
                .needing(Permission.RAISE_NONCONFORMANCES.code())
                .inMenu(MANAGE, 16, "nav.drills"),
            PageEntry.of("/drills/:id", "drills/pages/drill.js")
                .needing(Permission.RAISE_NONCONFORMANCES.code()))
        .doing(new Chore("lots of drills", DRAWN_EVERY, drills::draw));
  }
}
