package org.vitrine.warranty;

import static org.vitrine.platform.web.MenuPlace.Group.MANAGE;

import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.feature.Feature;
import org.vitrine.platform.web.Idempotency;
import org.vitrine.platform.web.PageEntry;

/** What is promised of pieces after they have left, and how it is found out. */
public final class WarrantyFeature {
  private static final String KEEP = Permission.KEEP_WARRANTY.code();
  private static final String LOOK_UP = "warranty/pages/look-up.js";

  private WarrantyFeature() {}

  /**
   * @param address where people reach us, for what is printed
   */
  public static Feature of(
      Warranty warranty, Guards guards, Idempotency idempotency, Supplier<URI> address) {
    LookUpClockWork clockWork = warranty.clockWork();
    return Feature.named("warranty")
        .answering(
            new WarrantyRoutes(warranty, guards),
            new LookUpRoutes(warranty.lookUps(), guards),
            new CardRoutes(warranty.cards(address), guards, idempotency))
        .showing(
            PageEntry.forEverybody("/warranty/look-up", LOOK_UP),
            // The path of a GS1 Digital Link, which stands on cards and on pieces.
            PageEntry.forEverybody("/01/:gtin/21/:serial", LOOK_UP),
            PageEntry.of("/warranty/terms", "warranty/pages/terms.js")
                .needing(KEEP)
                .inMenu(MANAGE, 13, "nav.warranty-terms"),
            PageEntry.of("/warranty/pieces/:serial", "warranty/pages/piece.js").needing(KEEP),
            PageEntry.of("/warranty/cards", "warranty/pages/cards.js").needing(KEEP))
        .extending("/orders/:number", "warranty/pages/on-order.js")
        .hearing(warranty.shipmentReader(), warranty.repairReader())
        .forgetting(List.of(clockWork::addSweeps))
        .doing(clockWork.chore(), warranty.identities().chore(warranty.database));
  }
}
