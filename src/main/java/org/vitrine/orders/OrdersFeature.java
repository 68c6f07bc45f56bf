package org.vitrine.orders;

import java.time.Clock;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.feature.Feature;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.web.PageEntry;

/** What was bought, demanded and promised, and what of it left. */
public final class OrdersFeature {
  private OrdersFeature() {}

  public static Feature of(
      Orders orders,
      OrderActs acts,
      Waivers waivers,
      Shipments shipments,
      Carriers carriers,
      Changes changes,
      Guards guards,
      Clock clock) {
    return Feature.named("orders")
        .answering(
            new OrderRoutes(orders, waivers, guards),
            new OrderActRoutes(acts, guards),
            new WaiverRoutes(waivers, guards),
            new ShipmentRoutes(shipments, guards),
            new CarrierRoutes(carriers, guards))
        .foundBy(new OrderFinder(), new OrderedProductFinder())
        .showing(
            PageEntry.of("/orders/new", "ordering/pages/new-order.js")
                .needing(Permission.PLACE_ORDERS.code()),
            PageEntry.of("/orders/:number/change", "ordering/pages/change-order.js")
                .needing(Permission.PLACE_ORDERS.code()))
        .extending("/orders", "ordering/pages/on-orders.js")
        .extending("/board", "ordering/pages/on-orders.js")
        .extending("/orders/:number", "ordering/pages/on-order.js")
        .hearing(new CompanyChangesReader(changes, clock));
  }
}
