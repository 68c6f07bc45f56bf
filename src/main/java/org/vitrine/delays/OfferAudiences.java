package org.vitrine.delays;

import java.util.Optional;
import org.vitrine.access.Caller;
import org.vitrine.access.Permission;
import org.vitrine.companies.CompanyId;
import org.vitrine.delays.OfferAudience.ForBuyer;
import org.vitrine.delays.OfferAudience.ForLinkHolder;
import org.vitrine.delays.OfferAudience.ForOfferingHouse;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.Rejection;
import org.vitrine.tracking.GlassField;
import org.vitrine.tracking.GlassLinks;
import org.vitrine.tracking.GlassLinks.Opens;
import org.vitrine.tracking.Tracking;
import org.vitrine.tracking.TrackingRoutes;

/** Who reads and answers as what. */
record OfferAudiences(Tracking tracking, GlassLinks links) {

  /** Throws {@link Rejection.Forbidden} for holders of a link that does not show offers. */
  OfferAudience of(Caller caller) {
    if (caller instanceof Caller.GlassHolder holder) {
      return holder(holder);
    }
    Optional<CompanyId> company = TrackingRoutes.companyOf(caller);
    return company.isPresent()
        ? new ForBuyer(company.get(), caller.may(Permission.ANSWER_DELAYS))
        : new ForOfferingHouse(caller.may(Permission.KEEP_DELAYS));
  }

  private OfferAudience holder(Caller.GlassHolder holder) {
    Opens opens = links.opens(holder.linkId());
    if (!opens.fields().contains(GlassField.DELAY_OFFERS)) {
      throw new Rejection.Forbidden("This link does not show other dates that are offered");
    }
    return new ForLinkHolder(opens.company(), opens.order(), holder.linkId());
  }

  /** The same of one order, which has to be theirs; a link opens no other than its own. */
  OfferAudience ofOrder(Caller caller, OrderNumber number) {
    OfferAudience audience = of(caller);
    if (!audience.mayReach(tracking.require(number, audience.company()))) {
      throw new Rejection.NotFound("There is no such order");
    }
    return audience;
  }
}
