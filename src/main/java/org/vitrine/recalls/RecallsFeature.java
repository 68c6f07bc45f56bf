package org.vitrine.recalls;

import org.vitrine.access.Guards;
import org.vitrine.feature.Feature;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.web.Idempotency;

/** Each company is told what of its own is concerned, and chooses what is done for it. */
public final class RecallsFeature {
  private RecallsFeature() {}

  /**
   * @param pages over which open pages are read, whatever else the database is asked
   */
  public static Feature of(
      Recalls recalls, Database database, Database pages, Guards guards, Idempotency idempotency) {
    RecallReader reader = recalls.reader();
    NoticeAudiences audiences = recalls.audiences();
    return Feature.named("recalls")
        .answering(
            new RecallNoticeRoutes(recalls.notices(), reader, audiences, guards, idempotency),
            new RecallRoutes(database, recalls.desk(), recalls.board(), guards, idempotency))
        .watchedBy(new RecallTopics(audiences, reader, recalls.board(), pages, "nonconformance"))
        .doing(recalls.clockWork().chore());
  }
}
