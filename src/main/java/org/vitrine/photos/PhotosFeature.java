package org.vitrine.photos;

import java.util.List;
import java.util.function.LongFunction;
import org.vitrine.access.Guards;
import org.vitrine.companies.CompanyId;
import org.vitrine.feature.Feature;

/** Photos that people send with what they say. */
public final class PhotosFeature {
  private PhotosFeature() {}

  /**
   * @param glassLinks the company that the holder of a link speaks for; throws where they may not
   */
  public static Feature of(Photos photos, Guards guards, LongFunction<CompanyId> glassLinks) {
    return Feature.named("photos")
        .answering(new PhotoRoutes(photos, guards, glassLinks))
        .forgetting(List.of(photos::addSweeps));
  }
}
