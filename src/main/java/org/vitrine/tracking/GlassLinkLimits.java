package org.vitrine.tracking;

import java.time.Duration;
import org.vitrine.platform.Rejection;

/** How many glass links an order can have. */
final class GlassLinkLimits {
  private static final int OPEN_AT_MOST = 50;
  private static final int MADE_A_DAY = 200;

  private GlassLinkLimits() {}

  static void requireRoom(String order, GlassLinkRepository.Count links) {
    if (links.open() >= OPEN_AT_MOST) {
      throw new Rejection.Conflict(
          "Order %s has reached its limit of %d active glass links; revoke one first"
              .formatted(order, OPEN_AT_MOST));
    }
    if (links.made() >= MADE_A_DAY) {
      throw new Rejection.TooMany(
          "%d glass links to order %s were created within a day; try again later"
              .formatted(MADE_A_DAY, order),
          Duration.ofHours(1));
    }
  }
}
