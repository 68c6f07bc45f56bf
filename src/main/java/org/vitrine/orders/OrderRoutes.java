package org.vitrine.orders;

import java.util.List;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.platform.SaveOutcome;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;

/** Placing and changing orders over HTTP; reading them is tracking's. */
public final class OrderRoutes implements Routes {
  private final Orders orders;
  private final Guards guards;

  public OrderRoutes(Orders orders, Guards guards) {
    this.orders = orders;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Routes.put("/api/orders/:number", guards.may(Permission.PLACE_ORDERS), this::place));
  }

  private void place(Exchange exchange) {
    OrderNumber number = new OrderNumber(exchange.path("number"));
    Caller caller = exchange.caller(Caller.class);
    Orders.PlacedOrder placed =
        orders.place(number, exchange.body(PlaceOrder.class), source(caller), caller.actor());
    exchange.reply(placed.outcome() == SaveOutcome.CREATED ? 201 : 200, placed);
  }

  static String source(Caller caller) {
    return caller instanceof Caller.Key ? "import" : "manual";
  }
}
