package org.vitrine.acts;

import java.util.List;
import java.util.Map;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.acts.HoldWish.HeldPart;
import org.vitrine.acts.SeveralOrders.OrderOutcome;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Idempotency;
import org.vitrine.platform.web.Routes;

/** Holding orders, letting them go on, and acting on several at once, over HTTP. */
final class ActRoutes implements Routes {
  private static final int MOST_LINES = 9_999;

  private final Holds holds;
  private final SeveralOrders several;
  private final Guards guards;

  private final Idempotency idempotency;

  ActRoutes(Holds holds, SeveralOrders several, Guards guards, Idempotency idempotency) {
    this.holds = holds;
    this.several = several;
    this.idempotency = idempotency;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard guard = guards.may(Permission.HOLD_ORDERS);
    return List.of(
        idempotency.once(Routes.post("/api/orders/acts", guard, this::actOnSeveral)),
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

  private void actOnSeveral(Exchange exchange) {
    ActOnOrders wish = exchange.body(ActOnOrders.class);
    List<OrderOutcome> outcomes =
        several.act(wish, exchange.sentOnce(), exchange.caller(Caller.class));
    Map<String, Object> answer = Map.of("orders", outcomes);
    if (outcomes.stream().anyMatch(OrderOutcome::isUnknown)) {
      exchange.replyForNow(answer);
    } else {
      exchange.reply(answer);
    }
  }

  private static OrderNumber order(Exchange exchange) {
    return new OrderNumber(exchange.path("number"));
  }
}
