package org.vitrine.orders;

import java.util.List;
import java.util.Map;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.platform.SaveOutcome;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;

/** What left of an order, over HTTP; customers read it on the status page. */
final class ShipmentRoutes implements Routes {
  private final Shipments shipments;
  private final Guards guards;

  ShipmentRoutes(Shipments shipments, Guards guards) {
    this.shipments = shipments;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard guard = guards.may(Permission.PLACE_ORDERS);
    return List.of(
        Routes.get("/api/orders/:number/shipments", guard, this::list),
        Routes.put("/api/orders/:number/shipments/:shipment", guard, this::record),
        Routes.delete("/api/orders/:number/shipments/:shipment", guard, this::withdraw));
  }

  private void list(Exchange exchange) {
    exchange.reply(Map.of("shipments", shipments.of(order(exchange))));
  }

  private void record(Exchange exchange) {
    Caller caller = exchange.caller(Caller.class);
    Shipments.SavedShipment saved =
        shipments.record(
            order(exchange),
            shipment(exchange),
            exchange.body(RecordShipment.class),
            OrderRoutes.source(caller),
            caller.actor());
    exchange.reply(saved.outcome() == SaveOutcome.CREATED ? 201 : 200, saved);
  }

  private void withdraw(Exchange exchange) {
    exchange.onlyQueries("reason");
    Caller caller = exchange.caller(Caller.class);
    exchange.reply(
        shipments.withdraw(
            order(exchange),
            shipment(exchange),
            exchange.query("reason").orElse(null),
            OrderRoutes.source(caller),
            caller.actor()));
  }

  private static OrderNumber order(Exchange exchange) {
    return new OrderNumber(exchange.path("number"));
  }

  private static ShipmentNumber shipment(Exchange exchange) {
    return new ShipmentNumber(exchange.path("shipment"));
  }
}
