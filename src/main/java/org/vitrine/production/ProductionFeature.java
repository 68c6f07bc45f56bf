package org.vitrine.production;

import org.vitrine.access.Guards;
import org.vitrine.feature.Feature;

/** How products are made, and what the plant says of it. */
public final class ProductionFeature {
  private ProductionFeature() {}

  public static Feature of(Routings routings, Reports reports, Guards guards) {
    return Feature.named("production")
        .answering(new ReportRoutes(reports, guards), new RoutingRoutes(routings, guards));
  }
}
