package org.vitrine.acts;

import java.util.List;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.acts.HoldWish.HeldPart;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;

/** Holding orders and letting them go on, over HTTP. */
final class ActRoutes implements Routes {
  private static final int MOST_LINES = 9_999;

  private final Holds holds;
  private final Guards guards;

  ActRoutes(Holds holds, Guards guards) {
    this.holds = holds;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard guard = guards.may(Permission.HOLD_ORDERS);
    return List.of(
        Routes.post("/api/orders/:number/hold", guard, this::hold),
        Routes.delete("/api/orders/:number/hold", guard, this::resume));
  }

  private void hold(Exchange exchange) {
    exchange.reply(
        holds.hold(order(exchange), exchange.body(HoldWish.class), exchange.caller(Caller.class)));
  }

  private void resume(Exchange exchange) {
    exchange.onlyQueries("line", "stage");
    HeldPart part =
        new HeldPart(
            exchange.number("line", MOST_LINES).map(Long::intValue), exchange.query("stage"));
    exchange.reply(holds.resume(order(exchange), part, exchange.caller(Caller.class)));
  }

  private static OrderNumber order(Exchange exchange) {
    return new OrderNumber(exchange.path("number"));
  }
}
