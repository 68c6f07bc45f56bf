package org.vitrine.recalls;

import java.util.Optional;
import org.vitrine.access.Caller;
import org.vitrine.access.Permission;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.Rejection;
import org.vitrine.recalls.NoticeAudience.ForCompany;
import org.vitrine.recalls.NoticeAudience.ForHolder;
import org.vitrine.recalls.NoticeAudience.ForManufacturer;
import org.vitrine.tracking.GlassLinks;
import org.vitrine.tracking.GlassLinks.Opens;
import org.vitrine.tracking.Tracking;
import org.vitrine.tracking.TrackingRoutes;

/** Who reads as what. */
record NoticeAudiences(Tracking tracking, GlassLinks links) {

  /** Whoever signed in, or a program; throws {@link Rejection.Forbidden} for holders of a link. */
  NoticeAudience of(Caller caller) {
    return TrackingRoutes.companyOf(caller)
        .map(company -> (NoticeAudience) new ForCompany(company, answers(caller)))
        .orElseGet(() -> new ForManufacturer(answers(caller) || tells(caller), tells(caller)));
  }

  private static boolean answers(Caller caller) {
    return caller.may(Permission.ANSWER_RECALLS);
  }

  private static boolean tells(Caller caller) {
    return caller.may(Permission.TELL_RECALLS);
  }

  /** The same for one order, which has to be theirs; a link opens no other than its own. */
  NoticeAudience ofOrder(Caller caller, OrderNumber number) {
    if (!(caller instanceof Caller.GlassHolder holder)) {
      NoticeAudience audience = of(caller);
      tracking.require(number, audience.company());
      return audience;
    }
    Opens opens = links.opens(holder.linkId());
    Optional<CompanyId> company = Optional.of(opens.company());
    OrderId order = tracking.require(number, company);
    if (!order.equals(opens.order())) {
      throw new Rejection.NotFound("There is no such order");
    }
    return new ForHolder(opens.company(), holder.linkId());
  }
}
