package org.vitrine.recalls;

import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.feature.Feature;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.web.Idempotency;
import org.vitrine.platform.web.PageEntry;

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
        .showing(
            PageEntry.of("/recalls/:number", "recalls/pages/recall.js")
                .needing(Permission.TELL_RECALLS.code())
                .watching(exchange -> RecallTopics.RECALL + exchange.path("number")),
            PageEntry.of("/recall-notices/:id", "recalls/pages/notice.js")
                .needing(Permission.READ_ORDERS.code())
                .watching(exchange -> RecallTopics.NOTICE + exchange.path("id")),
            PageEntry.of("/recall-notices/:id/letter", "recalls/pages/letter.js")
                .needing(Permission.READ_ORDERS.code())
                .watching(exchange -> RecallTopics.NOTICE + exchange.path("id")))
        .extending("/nonconformances/:number", "recalls/pages/on-nonconformance.js")
        .extending("/orders", "recalls/pages/on-orders.js")
        .extending("/orders/:number", "recalls/pages/on-order.js")
        .extending("/warranty", "recalls/pages/on-warranty.js")
        .extending("/glass", "recalls/pages/on-order.js")
        .watchedBy(new RecallTopics(audiences, reader, recalls.board(), pages))
        .doing(recalls.clockWork().chore());
  }
}
