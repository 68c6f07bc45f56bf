package org.vitrine.evidence;

import java.util.Optional;
import org.vitrine.access.Caller;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.Rejection;
import org.vitrine.tracking.GlassField;
import org.vitrine.tracking.GlassLinks;
import org.vitrine.tracking.GlassLinks.Opens;
import org.vitrine.tracking.Tracking;
import org.vitrine.tracking.TrackingRoutes;

/** Who looks as whom. */
record Onlookers(Tracking tracking, GlassLinks links) {

  /** Throws {@link Rejection.Forbidden} for holders of a link that shows no evidence. */
  Onlooker of(Caller caller) {
    return caller instanceof Caller.GlassHolder holder
        ? through(links.opens(holder.linkId()))
        : Onlooker.of(TrackingRoutes.companyOf(caller));
  }

  private static Onlooker through(Opens link) {
    if (!link.fields().contains(GlassField.EVIDENCE)) {
      throw new Rejection.Forbidden("This link does not show what was seen");
    }
    return new Onlooker(
        Optional.of(link.company()),
        Optional.of(link.order()),
        link.fields().contains(GlassField.REQUIREMENTS));
  }

  /** An order that they may look at; to them, no other is there. */
  OrderId order(Onlooker by, OrderNumber number) {
    OrderId order = tracking.require(number, by.company());
    if (!by.mayReach(order)) {
      throw new Rejection.NotFound("There is no such order");
    }
    return order;
  }
}
