package org.vitrine.evidence;

import java.util.List;
import org.vitrine.access.Guards;
import org.vitrine.feature.Feature;
import org.vitrine.platform.database.Database;

/** Pictures, clips and papers at the stages where they were taken. */
public final class EvidenceFeature {
  private EvidenceFeature() {}

  /**
   * @param pages over which open pages are read, whatever else the database is asked
   */
  public static Feature of(Evidence evidence, Database pages, Guards guards) {
    return Feature.named("evidence")
        .answering(new EvidenceRoutes(evidence, guards), new GalleryRoutes(evidence, guards))
        .extending("/orders/:number", "evidence/pages/on-order.js")
        .extending("/glass", "evidence/pages/on-glass.js")
        .watchedBy(new GalleryTopics(evidence.gallery(), evidence.onlookers(), pages))
        .hearing(evidence.reader())
        .forgetting(List.of(evidence::addSweeps));
  }
}
