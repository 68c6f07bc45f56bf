package org.vitrine.visits;

import static org.vitrine.platform.web.MenuPlace.Group.CARE;

import java.time.Clock;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.feature.Feature;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.web.Idempotency;
import org.vitrine.platform.web.PageEntry;

/** Going to see customers: planned, noted, confirmed. */
public final class VisitsFeature {
  private VisitsFeature() {}

  /**
   * @param pages over which open pages are read, whatever else the database is asked
   */
  public static Feature of(
      Visits visits,
      VisitGround ground,
      Database database,
      Database pages,
      Guards guards,
      Idempotency idempotency,
      Clock clock) {
    return Feature.named("visits")
        .answering(
            new VisitRoutes(
                visits,
                database,
                ground.companies(),
                guards,
                idempotency,
                ground.words().zone(),
                clock),
            new RecordRoutes(
                visits, database, ground.companies(), ground.photos(), guards, idempotency))
        .showing(
            PageEntry.of("/visits", "visits/pages/visits.js")
                .needingOneOf(Permission.READ_VISITS.code(), Permission.CONFIRM_VISITS.code())
                .inMenu(CARE, 10, "nav.visits")
                .watching(VisitTopics.ALL),
            PageEntry.of("/visits/:number", "visits/pages/visit.js")
                .needingOneOf(Permission.READ_VISITS.code(), Permission.CONFIRM_VISITS.code())
                .watching(exchange -> VisitTopics.ONE + exchange.path("number")))
        .foundBy(new VisitFinder(ground.words()))
        .watchedBy(new VisitTopics(visits.lists().reading(visits.lists().reader().over(pages))))
        .hearing(visits.corrections())
        .doing(visits.clockWork().chore());
  }
}
