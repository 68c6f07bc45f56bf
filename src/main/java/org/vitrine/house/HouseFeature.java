package org.vitrine.house;

import org.vitrine.access.Guards;
import org.vitrine.feature.Feature;

/** The house itself: what it is called and where its plant is, set in the pages. */
public final class HouseFeature {
  private HouseFeature() {}

  public static Feature of(HouseSettings settings, Guards guards) {
    return Feature.named("house").answering(new HouseRoutes(settings, guards));
  }
}
