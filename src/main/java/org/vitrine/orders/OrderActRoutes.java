package org.vitrine.orders;

import java.util.List;
import java.util.Optional;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.orders.OrderActs.ActingOne;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;

/** What people decide about an order, over HTTP: each thing that they do is one of its parts. */
final class OrderActRoutes implements Routes {
  private static final int MOST_LINES = 9_999;

  private final OrderActs acts;
  private final Guards guards;

  OrderActRoutes(OrderActs acts, Guards guards) {
    this.acts = acts;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard guard = guards.may(Permission.PLACE_ORDERS);
    return List.of(
        Routes.get("/api/orders/:number/promise", guard, this::promised),
        Routes.put("/api/orders/:number/promise", guard, this::revise),
        Routes.put("/api/orders/:number/cancellation", guard, this::cancel),
        Routes.delete("/api/orders/:number/cancellation", guard, this::reinstate),
        Routes.put("/api/orders/:number/closure", guard, this::closeShort),
        Routes.delete("/api/orders/:number/closure", guard, this::reopen));
  }

  private void promised(Exchange exchange) {
    exchange.reply(acts.promised(order(exchange)));
  }

  private void revise(Exchange exchange) {
    exchange.reply(
        acts.revise(
            order(exchange),
            exchange.body(RevisePromise.class),
            exchange.startedFrom(),
            acting(exchange)));
  }

  /**
   * @param line absent for the whole order
   */
  record CancelWish(Integer line, LocalizedText reason) {}

  private void cancel(Exchange exchange) {
    CancelWish wish = exchange.body(CancelWish.class);
    exchange.reply(
        acts.cancel(
            order(exchange), Optional.ofNullable(wish.line()), wish.reason(), acting(exchange)));
  }

  private void reinstate(Exchange exchange) {
    exchange.onlyQueries("line");
    exchange.reply(
        acts.reinstate(
            order(exchange),
            exchange.number("line", MOST_LINES).map(Long::intValue),
            acting(exchange)));
  }

  /** Which line is finished with fewer than were ordered, and why. */
  record ClosingWish(Integer line, LocalizedText reason) {
    ClosingWish {
      if (line == null) {
        throw new Rejection.Invalid("line", "Say which line");
      }
    }
  }

  private void closeShort(Exchange exchange) {
    ClosingWish wish = exchange.body(ClosingWish.class);
    exchange.reply(acts.closeShort(order(exchange), wish.line(), wish.reason(), acting(exchange)));
  }

  private void reopen(Exchange exchange) {
    exchange.onlyQueries("line");
    int line =
        exchange
            .number("line", MOST_LINES)
            .orElseThrow(() -> new Rejection.Invalid("line", "Say which line"))
            .intValue();
    exchange.reply(acts.reopen(order(exchange), line, acting(exchange)));
  }

  private static OrderNumber order(Exchange exchange) {
    return new OrderNumber(exchange.path("number"));
  }

  private static ActingOne acting(Exchange exchange) {
    return ActingOne.of(exchange.caller(Caller.class));
  }
}
