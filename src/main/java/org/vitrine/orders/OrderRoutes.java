package org.vitrine.orders;

import java.util.List;
import org.vitrine.accounts.Caller;
import org.vitrine.accounts.Gates;
import org.vitrine.accounts.Role;
import org.vitrine.accounts.Scope;
import org.vitrine.platform.Outcome;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;

/** Placing and changing orders over HTTP; reading them is tracking's. */
public final class OrderRoutes implements Routes {
  private final Orders orders;
  private final Gates gates;

  public OrderRoutes(Orders orders, Gates gates) {
    this.orders = orders;
    this.gates = gates;
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Routes.put(
            "/api/orders/:number",
            gates.programsFor(Scope.ORDERS, Role.ADMINISTRATOR, Role.ACCOUNT_MANAGER),
            this::place));
  }

  private void place(Exchange exchange) {
    OrderNumber number = new OrderNumber(exchange.path("number"));
    Caller caller = exchange.caller(Caller.class);
    Orders.Placed placed =
        orders.place(number, exchange.body(PlaceOrder.class), source(caller), caller.actor());
    exchange.reply(placed.outcome() == Outcome.CREATED ? 201 : 200, placed);
  }

  private static String source(Caller caller) {
    return caller instanceof Caller.Key ? "import" : "manual";
  }
}
