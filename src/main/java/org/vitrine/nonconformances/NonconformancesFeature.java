package org.vitrine.nonconformances;

import static org.vitrine.platform.web.MenuPlace.Group.MAIN;

import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.feature.Feature;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.web.Idempotency;
import org.vitrine.platform.web.PageEntry;
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
                nonconformances.releases(),
                nonconformances.reader(),
                guards,
                idempotency))
        .showing(
            PageEntry.of("/nonconformances", "nonconformances/pages/nonconformances.js")
                .needing(Permission.RAISE_NONCONFORMANCES.code())
                .inMenu(MAIN, 33, "nav.nonconformances")
                .watching(NonconformanceTopics.ALL),
            PageEntry.of("/nonconformances/:number", "nonconformances/pages/nonconformance.js")
                .needing(Permission.RAISE_NONCONFORMANCES.code()))
        .extending("/orders/:number", "nonconformances/pages/on-order.js")
        .extending("/messages/:number", "nonconformances/pages/on-message.js")
        .extending("/meetings/:number", "nonconformances/pages/on-meeting.js")
        .extending("/lots/:code", "nonconformances/pages/on-trace.js")
        .extending("/pieces/:serial", "nonconformances/pages/on-trace.js")
        .hearing(new ContainmentFollower(nonconformances.containment()))
        .foundBy(new NonconformanceFinder())
        .watchedBy(new NonconformanceTopics(nonconformances.reader(), tracking, pages));
  }
}
