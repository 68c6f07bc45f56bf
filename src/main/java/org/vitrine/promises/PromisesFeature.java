package org.vitrine.promises;

import static org.vitrine.platform.web.MenuPlace.Group.CARE;

import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.companies.Companies;
import org.vitrine.feature.Feature;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.web.PageEntry;
import org.vitrine.tracking.GlassLinks;
import org.vitrine.tracking.Tracking;

/** The ledger of promises, on the pages of orders, and what was kept and missed. */
public final class PromisesFeature {
  private PromisesFeature() {}

  /** The rooms below. */
  public record LedgerGround(
      Tracking tracking, GlassLinks links, Companies companies, Database database) {}

  /**
   * @param pages over which open pages are read, whatever else the database is asked
   */
  public static Feature of(
      PromiseLedgers ledgers,
      KeptPromises kept,
      LedgerGround ground,
      Database pages,
      Guards guards) {
    return Feature.named("promises")
        .answering(
            new LedgerRoutes(ledgers, ground.tracking(), ground.links(), ground.database(), guards),
            new KeptRoutes(kept, ground.companies(), guards))
        .watchedBy(new PromiseTopics(ledgers, ground.tracking(), pages))
        .showing(
            PageEntry.of("/promises", "promises/pages/promises.js")
                .needingOneOf(Permission.READ_PROMISES_KEPT.code(), Permission.SEE_AGREEMENT.code())
                .inMenu(CARE, 35, "nav.kept"))
        .extending("/orders/:number", "promises/pages/on-order.js")
        .extending("/glass", "promises/pages/on-glass.js")
        .hearing(new ToldDatesReader(ledgers));
  }
}
