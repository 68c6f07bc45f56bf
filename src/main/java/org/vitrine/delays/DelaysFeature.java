package org.vitrine.delays;

import static org.vitrine.platform.web.MenuPlace.Group.CARE;

import java.util.List;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.feature.Feature;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.web.Idempotency;
import org.vitrine.platform.web.PageEntry;

/** Somebody decides about dates at risk, and customers are asked before it is late. */
public final class DelaysFeature {
  private DelaysFeature() {}

  /**
   * @param pages over which open pages are read, whatever else the database is asked
   */
  public static Feature of(Delays delays, Database pages, Guards guards, Idempotency idempotency) {
    return Feature.named("delays")
        .answering(
            new OfferRoutes(delays, guards, idempotency),
            new MailedOfferRoutes(delays.mailed(), guards),
            new RiskRoutes(delays.risks(), delays.choices(), guards, idempotency))
        .showing(
            PageEntry.of("/delays", "delays/pages/delays.js")
                .needing(Permission.READ_DELAYS.code())
                .inMenu(CARE, 5, "nav.delays")
                .watching(DelayTopics.BOARD),
            PageEntry.forEverybody("/delay-offer", "delays/pages/mailed-offer.js"))
        .extending("/orders", "delays/pages/on-orders.js")
        .extending("/orders/:number", "delays/pages/on-order.js")
        .extending("/glass", "delays/pages/on-glass.js")
        .watchedBy(new DelayTopics(delays, pages))
        .hearing(delays.subscriber(), delays.offerSubscriber())
        .forgetting(List.of(delays.mailed()::addSweeps))
        .doing(delays.clockWork().chore());
  }
}
