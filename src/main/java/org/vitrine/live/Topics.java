package org.vitrine.live;

import java.util.Optional;
import org.vitrine.access.Caller;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.Rejection;
import org.vitrine.tracking.Audience;
import org.vitrine.tracking.GlassLinks;
import org.vitrine.tracking.Tracking;
import org.vitrine.tracking.TrackingRoutes;

/** What a name means to whoever says it, and whether they may watch it. */
public final class Topics {
  private static final String ONE_ORDER = "orders/";

  private final Tracking tracking;
  private final GlassLinks links;

  public Topics(Tracking tracking, GlassLinks links) {
    this.tracking = tracking;
    this.links = links;
  }

  /** Throws a {@link Rejection} where there is nothing to watch for this caller. */
  Topic resolve(String name, Caller caller) {
    if (caller instanceof Caller.GlassHolder glass) {
      if (name.equals("glass")) {
        GlassLinks.Opens opens = links.opens(glass.linkId());
        return new Topic.OrderPage(opens.order(), name, new Audience.Glass(opens.fields()));
      }
      throw nothing(name);
    }
    Optional<CompanyId> company = TrackingRoutes.companyOf(caller);
    if (name.startsWith(ONE_ORDER)) {
      OrderId order = tracking.require(number(name), company);
      return new Topic.OrderPage(order, name, Audience.of(caller));
    }
    if (name.equals("orders")) {
      return new Topic.OrderList(company);
    }
    if (name.equals("board") && company.isEmpty()) {
      return new Topic.Board();
    }
    throw nothing(name);
  }

  /**
   * The same, if that takes no question to the database: fit for an event loop. What is not known
   * here may be known to {@link #resolve}.
   */
  Optional<Topic> known(String name, Caller caller) {
    if (caller instanceof Caller.GlassHolder) {
      return Optional.empty();
    }
    if (!name.startsWith(ONE_ORDER)) {
      return Optional.of(resolve(name, caller));
    }
    return tracking
        .known(number(name), TrackingRoutes.companyOf(caller))
        .map(order -> new Topic.OrderPage(order, name, Audience.of(caller)));
  }

  private static OrderNumber number(String name) {
    try {
      return new OrderNumber(name.substring(ONE_ORDER.length()));
    } catch (Rejection.Invalid noNumber) {
      throw nothing(name);
    }
  }

  private static Rejection nothing(String name) {
    return new Rejection.NotFound("There is nothing to watch called «" + name + "»");
  }
}
