package org.vitrine.traceability;

import org.vitrine.access.Guards;
import org.vitrine.feature.Feature;

/** Lots and pieces, what went into what, and what a fault in one of them reaches. */
public final class TraceabilityFeature {
  private TraceabilityFeature() {}

  public static Feature of(Traces traces, Guards guards) {
    return Feature.named("traceability")
        .answering(new TraceRoutes(traces, guards))
        .hearing(traces.orderReader());
  }
}
