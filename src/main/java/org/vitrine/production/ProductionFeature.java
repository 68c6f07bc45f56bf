package org.vitrine.production;

import static org.vitrine.platform.web.MenuPlace.Group.MANAGE;

import java.time.ZoneId;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.feature.Feature;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.web.PageEntry;

/** How products are made, and what the plant says of it. */
public final class ProductionFeature {
  private ProductionFeature() {}

  /**
   * @param plantZone decides when a promised day is over
   */
  public static Feature of(
      Routings routings,
      Reports reports,
      OrderSnapshots snapshots,
      Changes changes,
      Guards guards,
      ZoneId plantZone) {
    return Feature.named("production")
        .showing(
            page("/routings", "production/pages/routings.js").inMenu(MANAGE, 11, "nav.routings"),
            page("/routings/new", "production/pages/new-routing.js"),
            page("/routings/:code", "production/pages/routing.js"))
        .extending("/orders/:number", "production/pages/on-order.js")
        .answering(new ReportRoutes(reports, guards), new RoutingRoutes(routings, guards))
        .foundBy(new UnitFinder())
        .hearing(new OrderChangeRecorder(snapshots, changes, plantZone), routings.operations());
  }

  private static PageEntry page(String address, String module) {
    return PageEntry.of(address, module).needing(Permission.DEFINE_ROUTINGS.code());
  }
}
