package org.vitrine.nonconformances;

import org.vitrine.access.Guards;
import org.vitrine.feature.Feature;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.web.Idempotency;
import org.vitrine.tracking.Tracking;

/** When something is wrong with what is made. */
public final class NonconformancesFeature {
  private NonconformancesFeature() {}

  /**
   * @param pages over which open pages are read, whatever else the database is asked
   */
  public static Feature of(
      Nonconformances nonconformances,
      Tracking tracking,
      Database database,
      Database pages,
      Guards guards,
      Idempotency idempotency) {
    return Feature.named("nonconformances")
        .answering(
            new NonconformanceRoutes(nonconformances, tracking, guards, idempotency),
            new ContainmentRoutes(
                database,
                nonconformances.containment(),
                nonconformances.reader(),
                guards,
                idempotency))
        .hearing(new ContainmentFollower(nonconformances.containment()))
        .foundBy(new NonconformanceFinder())
        .watchedBy(new NonconformanceTopics(nonconformances.reader(), tracking, pages));
  }
}
