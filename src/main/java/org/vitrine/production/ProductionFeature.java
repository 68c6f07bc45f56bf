package org.vitrine.production;

import java.time.ZoneId;
import org.vitrine.access.Guards;
import org.vitrine.feature.Feature;
import org.vitrine.platform.changes.Changes;

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
        .answering(new ReportRoutes(reports, guards), new RoutingRoutes(routings, guards))
        .foundBy(new UnitFinder())
        .hearing(new OrderChangeRecorder(snapshots, changes, plantZone), routings.operations());
  }
}
