package org.vitrine.acts;

import static org.vitrine.platform.web.MenuPlace.Group.MANAGE;

import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.feature.Feature;
import org.vitrine.platform.web.Idempotency;
import org.vitrine.platform.web.PageEntry;

/** What people of the house do with orders that are under way. */
public final class ActsFeature {
  private ActsFeature() {}

  public static Feature of(
      Holds holds, SeveralOrders several, Guards guards, Idempotency idempotency) {
    return Feature.named("acts")
        .answering(new ActRoutes(holds, several, guards, idempotency))
        .showing(
            PageEntry.of("/waivers", "acts/pages/waivers.js")
                .needing(Permission.WAIVE.code())
                .inMenu(MANAGE, 14, "nav.waivers"))
        .extending("/orders/:number", "acts/pages/on-order.js")
        .extending("/orders/:number/history", "acts/pages/on-history.js")
        .extending("/orders", "acts/pages/on-orders.js");
  }
}
