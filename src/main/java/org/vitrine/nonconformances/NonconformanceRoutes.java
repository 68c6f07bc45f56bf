package org.vitrine.nonconformances;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.nonconformances.NonconformanceActions.RaiseAction;
import org.vitrine.nonconformances.NonconformanceListRepository.NonconformanceSearch;
import org.vitrine.nonconformances.OpenMatters.CloseNonconformance;
import org.vitrine.nonconformances.RaiseNonconformance.ChangeNonconformance;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Idempotency;
import org.vitrine.platform.web.Routes;
import org.vitrine.tracking.Tracking;

/** Nonconformances over HTTP, for staff. */
final class NonconformanceRoutes implements Routes {
  private static final int MOST_AT_ONCE = 200;

  private final Nonconformances nonconformances;
  private final NonconformanceReader reader;
  private final Tracking tracking;
  private final Guards guards;
  private final Idempotency idempotency;

  NonconformanceRoutes(
      Nonconformances nonconformances, Tracking tracking, Guards guards, Idempotency idempotency) {
    this.nonconformances = nonconformances;
    this.reader = nonconformances.reader();
    this.tracking = tracking;
    this.guards = guards;
    this.idempotency = idempotency;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard staff = guards.may(Permission.RAISE_NONCONFORMANCES);
    Endpoint.Guard deciding = guards.may(Permission.CONTAIN);
    return List.of(
        Routes.get("/api/nonconformances", staff, this::list),
        idempotency.once(Routes.post("/api/nonconformances", staff, this::raise)),
        Routes.get("/api/nonconformances/:number", staff, this::show),
        Routes.put("/api/nonconformances/:number", staff, this::change),
        idempotency.once(
            Routes.post("/api/nonconformances/:number/actions", deciding, this::raiseAction)),
        idempotency.once(
            Routes.post("/api/nonconformances/:number/closing", deciding, this::close)),
        idempotency.once(
            Routes.post("/api/nonconformances/:number/reopening", deciding, this::reopen)));
  }

  private void list(Exchange exchange) {
    exchange.onlyQueries("state", "severity", "order", "voice", "meeting", "after", "limit");
    NonconformanceSearch search =
        new NonconformanceSearch(
            exchange.query("state").map(NonconformanceRoutes::isOpen),
            exchange.query("severity").map(NonconformanceRoutes::severity),
            exchange
                .query("order")
                .map(number -> tracking.require(new OrderNumber(number), Optional.empty())),
            exchange.number("voice", Long.MAX_VALUE),
            exchange.number("meeting", Long.MAX_VALUE));
    exchange.reply(reader.search(search, exchange.paging(50, MOST_AT_ONCE)));
  }

  private static boolean isOpen(String state) {
    return switch (state) {
      case "open" -> true;
      case "closed" -> false;
      default ->
          throw new Rejection.Invalid(
              "state", "“%s” is not open or closed".formatted(Excerpt.of(state)));
    };
  }

  private static Severity severity(String code) {
    return Severity.find(code)
        .orElseThrow(
            () ->
                new Rejection.Invalid(
                    "severity",
                    "“%s” is not critical, major, minor or observation"
                        .formatted(Excerpt.of(code))));
  }

  private void raise(Exchange exchange) {
    NonconformanceNumber number =
        nonconformances.raise(exchange.body(RaiseNonconformance.class), guards.actor(exchange));
    exchange.response().putHeader("Location", "/api/nonconformances/" + number);
    reply(exchange, 201, number);
  }

  private void show(Exchange exchange) {
    exchange.onlyQueries();
    reply(exchange, 200, number(exchange));
  }

  private void change(Exchange exchange) {
    NonconformanceNumber number = number(exchange);
    nonconformances.change(
        number,
        exchange.body(ChangeNonconformance.class),
        exchange.startedFrom(),
        guards.actor(exchange));
    reply(exchange, 200, number);
  }

  private void raiseAction(Exchange exchange) {
    exchange.reply(
        201,
        Map.of(
            "number",
            nonconformances.raiseAction(
                number(exchange), exchange.body(RaiseAction.class), guards.actor(exchange))));
  }

  private void close(Exchange exchange) {
    NonconformanceNumber number = number(exchange);
    nonconformances.close(
        number,
        exchange.bodyOr(new CloseNonconformance(null, null), CloseNonconformance.class),
        guards.actor(exchange));
    reply(exchange, 200, number);
  }

  /** Why it is open again. */
  record ReopenNonconformance(String reason) {}

  private void reopen(Exchange exchange) {
    NonconformanceNumber number = number(exchange);
    nonconformances.reopen(
        number, exchange.body(ReopenNonconformance.class).reason(), guards.actor(exchange));
    reply(exchange, 200, number);
  }

  private void reply(Exchange exchange, int status, NonconformanceNumber number) {
    exchange.reply(status, reader.one(number).orElseThrow(NonconformanceDesk::nothing));
  }

  static NonconformanceNumber number(Exchange exchange) {
    return NonconformanceNumber.of(exchange.path("number"))
        .orElseThrow(NonconformanceDesk::nothing);
  }
}
