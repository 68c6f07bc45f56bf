package org.vitrine.warranty;

import java.net.URI;
import java.util.List;
import java.util.function.Supplier;
import org.vitrine.access.Guards;
import org.vitrine.feature.Feature;
import org.vitrine.platform.web.Idempotency;

/** What is promised of pieces after they have left, and how it is found out. */
public final class WarrantyFeature {
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
        .hearing(warranty.shipmentReader())
        .forgetting(List.of(clockWork::addSweeps))
        .doing(clockWork.chore());
  }
}
