package org.vitrine.acts;

import org.vitrine.access.Guards;
import org.vitrine.feature.Feature;

/** What people of the house do with orders that are under way. */
public final class ActsFeature {
  private ActsFeature() {}

  public static Feature of(Holds holds, Guards guards) {
    return Feature.named("acts")
        .answering(new ActRoutes(holds, guards))
        .extending("/orders/:number", "acts/pages/on-order.js");
  }
}
