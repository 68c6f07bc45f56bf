package org.vitrine.traceability;

import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.Rejection;

/** For which line of an order something was made. */
record MadeFor(OrderId order, Integer line) {

  /** Throws {@link Rejection.Invalid} where these name no line. */
  static void check(String order, Integer line) {
    if (order != null && !OrderNumber.fits(Blanks.stripped(order))) {
      throw new Rejection.Invalid("order", "This is no number of an order");
    }
    if (line != null && order == null) {
      throw new Rejection.Invalid("order", "Say of which order this is a line");
    }
    if (line != null && line < 1) {
      throw new Rejection.Invalid("line", "Lines are counted from 1");
    }
  }
}
