package org.vitrine.nonconformances;

import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.feature.Feature;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.web.Idempotency;
import org.vitrine.platform.web.PageEntry;

/** What is done about what went wrong, whether it worked, what it costs, and the report of it. */
public final class CorrectionsFeature {
  private CorrectionsFeature() {}

  /**
   * @param pages over which open pages are read, whatever else the database is asked
   */
  public static Feature of(
      Corrections corrections,
      Database database,
      Database pages,
      Guards guards,
      Idempotency idempotency) {
    return Feature.named("corrections")
        .answering(new CorrectionRoutes(database, corrections, guards, idempotency))
        .showing(
            PageEntry.of("/nonconformances/:number/report", "corrections/pages/report.js")
                .needing(Permission.READ_ORDERS.code()))
        .extending("/nonconformances/:number", "corrections/pages/on-nonconformance.js")
        .extending("/orders/:number", "corrections/pages/on-order.js")
        .watchedBy(new CorrectionTopics(database, pages, corrections))
        .hearing(new ProofReader(corrections.proofs()), corrections.shares());
  }
}
