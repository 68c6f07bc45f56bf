package org.vitrine.epcis;

import static org.vitrine.platform.web.MenuPlace.Group.MANAGE;

import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.feature.Feature;
import org.vitrine.platform.changes.Subscriber;
import org.vitrine.platform.web.PageEntry;

/** Events of EPCIS 2.0: asked for, captured, and recorded of our orders. */
public final class EpcisFeature {
  private EpcisFeature() {}

  /**
   * @param house where people reach it, for links
   */
  public static Feature of(EpcisEvents events, Guards guards, Supplier<URI> house) {
    return Feature.named("epcis")
        .answering(
            new EpcisRoutes(events, guards, house),
            new ContextRoutes(guards, house),
            new StepRoutes(events, guards))
        .showing(
            PageEntry.of("/business-steps", "epcis/pages/business-steps.js")
                .needing(Permission.DEFINE_ROUTINGS.code())
                .inMenu(MANAGE, 20, "nav.business-steps"))
        .hearing(events.subscribers().toArray(Subscriber[]::new))
        .forgetting(List.of(events::addSweeps));
  }
}
