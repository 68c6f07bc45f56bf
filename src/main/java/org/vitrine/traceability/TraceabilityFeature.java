package org.vitrine.traceability;

import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.feature.Feature;
import org.vitrine.platform.web.PageEntry;

/** Lots and pieces, what went into what, and what a fault in one of them reaches. */
public final class TraceabilityFeature {
  private TraceabilityFeature() {}

  public static Feature of(Traces traces, Guards guards) {
    return Feature.named("traceability")
        .answering(new TraceRoutes(traces, guards))
        .showing(
            PageEntry.of("/lots/:code", "traceability/pages/lot.js")
                .needing(Permission.READ_TRACES.code()),
            PageEntry.of("/pieces/:serial", "traceability/pages/piece.js")
                .needing(Permission.READ_TRACES.code()))
        .foundBy(TraceFinder.lots(), TraceFinder.pieces())
        .hearing(traces.orderReader());
  }
}
