package org.vitrine.promises;

import java.util.List;
import java.util.Optional;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;
import org.vitrine.tracking.GlassLinks;
import org.vitrine.tracking.GlassLinks.Opens;
import org.vitrine.tracking.Tracking;
import org.vitrine.tracking.TrackingRoutes;

/** Ledgers over HTTP. */
final class LedgerRoutes implements Routes {
  private final PromiseLedgers ledgers;
  private final Tracking tracking;
  private final GlassLinks links;
  private final Database database;
  private final Guards guards;

  LedgerRoutes(
      PromiseLedgers ledgers,
      Tracking tracking,
      GlassLinks links,
      Database database,
      Guards guards) {
    this.ledgers = ledgers;
    this.tracking = tracking;
    this.links = links;
    this.database = database;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Routes.get("/api/orders/:number/promises", guards.may(Permission.READ_ORDERS), this::show),
        Routes.post(
            "/api/orders/:number/promises/read",
            guards.mayOneOf(Permission.READ_ORDERS, Permission.SPEAK),
            this::read));
  }

  private void show(Exchange exchange) {
    exchange.onlyQueries();
    Optional<CompanyId> company = TrackingRoutes.companyOf(exchange.caller(Caller.class));
    OrderId order = tracking.require(number(exchange), company);
    exchange.reply(ledgers.of(database, order, company).orElseThrow(LedgerRoutes::notHere));
  }

  /**
   * What is sent when a promise is on the screen.
   *
   * @param upTo the newest entry of the ledger that is shown; all where absent
   */
  record PromiseSeen(Long upTo) {
    PromiseSeen {
      if (upTo != null && upTo < 0) {
        throw new Rejection.Invalid("upTo", "The version of an entry, from 0");
      }
    }
  }

  /** Whoever holds a link is nobody in particular, and may even work here. */
  private void read(Exchange exchange) {
    Optional<Long> upTo = Optional.ofNullable(exchange.body(PromiseSeen.class).upTo());
    Caller caller = exchange.caller(Caller.class);
    if (caller instanceof Caller.GlassHolder holder) {
      Opens opens = links.opens(holder.linkId());
      OrderId order = tracking.require(number(exchange), Optional.of(opens.company()));
      if (!order.equals(opens.order())) {
        throw notHere();
      }
      ledgers.read(opens.company(), order, upTo, Optional.empty());
    } else {
      CompanyId company =
          TrackingRoutes.companyOf(caller)
              .orElseThrow(() -> new Rejection.Forbidden("Only the customer's people read it"));
      OrderId order = tracking.require(number(exchange), Optional.of(company));
      ledgers.read(company, order, upTo, Optional.of(caller.actor()));
    }
    exchange.replyEmpty();
  }

  private static OrderNumber number(Exchange exchange) {
    try {
      return new OrderNumber(exchange.path("number"));
    } catch (Rejection.Invalid noNumber) {
      throw notHere();
    }
  }

  private static Rejection notHere() {
    return new Rejection.NotFound("There is no such order");
  }
}
