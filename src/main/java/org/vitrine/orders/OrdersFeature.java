package org.vitrine.orders;

import java.time.Clock;
import org.vitrine.access.Guards;
import org.vitrine.feature.Feature;
import org.vitrine.platform.changes.Changes;

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
        .hearing(new CompanyChangesReader(changes, clock));
  }
}
