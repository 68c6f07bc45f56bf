package org.vitrine.orders;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.platform.SaveOutcome;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;

/** Placing and changing orders over HTTP; how they stand is tracking's to show. */
public final class OrderRoutes implements Routes {
  private final Orders orders;
  private final Waivers waivers;
  private final Guards guards;

  public OrderRoutes(Orders orders, Waivers waivers, Guards guards) {
    this.orders = orders;
    this.waivers = waivers;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard placers = guards.may(Permission.PLACE_ORDERS);
    return List.of(
        Routes.put("/api/orders/:number", placers, this::place),
        Routes.get("/api/orders/:number/placed", placers, this::showPlaced),
        Routes.get("/api/order-numbers/next", placers, this::nextNumber));
  }

  private void showPlaced(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(orders.asPlaced(new OrderNumber(exchange.path("number"))));
  }

  /**
   * A number for an order.
   *
   * @param number absent where none says how the house counts
   */
  record ProposedNumber(
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<OrderNumber> number) {}

  private void nextNumber(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(new ProposedNumber(orders.nextNumber()));
  }

  private void place(Exchange exchange) {
    OrderNumber number = new OrderNumber(exchange.path("number"));
    Caller caller = exchange.caller(Caller.class);
    PlaceOrder wanted = exchange.body(PlaceOrder.class);
    Placing placing =
        Placing.whole(
            exchange.startedFrom(), waivers.mayWaive(caller), source(caller), caller.actor());
    Orders.PlacedOrder placed = orders.place(number, wanted, placing);
    exchange.reply(placed.outcome() == SaveOutcome.CREATED ? 201 : 200, placed);
  }

  static String source(Caller caller) {
    return caller instanceof Caller.Key ? "import" : "manual";
  }
}
