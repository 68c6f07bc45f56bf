package org.vitrine.tracking;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.CachedReply;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.RequestView;
import org.vitrine.platform.web.Routes;
import org.vitrine.production.OrderState;

/** Reading orders over HTTP. */
public final class TrackingRoutes implements Routes {
  private static final int MOST_AT_ONCE = 200;

  private final Tracking tracking;
  private final Guards guards;
  private final Clock clock;

  public TrackingRoutes(Tracking tracking, Guards guards, Clock clock) {
    this.tracking = tracking;
    this.guards = guards;
    this.clock = clock;
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Routes.get("/api/orders", guards.may(Permission.READ_ORDERS), this::list),
        Routes.get("/api/orders/:number", guards.may(Permission.READ_ORDERS), this::show)
            .fromMemory(this::pageInMemory),
        Routes.get(
            "/api/orders/:number/events", guards.may(Permission.READ_ORDERS), this::history));
  }

  private void list(Exchange exchange) {
    exchange.onlyQueries("q", "state", "stage", "company", "late", "limit", "after");
    Tracking.Filter filter =
        new Tracking.Filter(
            exchange.query("q").map(Blanks::stripped).filter(text -> !text.isEmpty()),
            exchange.query("state").map(TrackingRoutes::state),
            exchange.query("stage"),
            exchange.query("company"),
            exchange.query("late").map(TrackingRoutes::yesOrNo).orElse(false),
            exchange.paging(50, MOST_AT_ONCE));
    exchange.reply(
        tracking.search(companyOf(exchange.caller(Caller.class)), filter, clock.instant()));
  }

  private void show(Exchange exchange) {
    Caller caller = exchange.caller(Caller.class);
    Optional<CompanyId> company = companyOf(caller);
    OrderId order = tracking.require(number(exchange), company);
    tracking.page(order, Audience.of(caller), company).send(exchange);
  }

  /** A page that is in memory, for a caller who is known. */
  private Optional<CachedReply> pageInMemory(RequestView request) {
    return guards
        .remembered(request)
        .filter(caller -> !(caller instanceof Caller.GlassHolder))
        .flatMap(
            caller ->
                tracking.pageInMemory(number(request), Audience.of(caller), companyOf(caller)));
  }

  private void history(Exchange exchange) {
    exchange.onlyQueries("after", "limit");
    Caller caller = exchange.caller(Caller.class);
    OrderId order = tracking.require(number(exchange), companyOf(caller));
    exchange.reply(
        tracking.history(
            order, Audience.of(caller), companyOf(caller), exchange.paging(100, MOST_AT_ONCE)));
  }

  public static OrderNumber number(RequestView request) {
    try {
      return new OrderNumber(request.path("number"));
    } catch (Rejection.Invalid noNumber) {
      throw new Rejection.NotFound("There is no such order");
    }
  }

  /** The company whose orders the caller sees; nothing for those who see all. */
  public static Optional<CompanyId> companyOf(Caller caller) {
    if (caller.seesAllCompanies()) {
      return Optional.empty();
    }
    return Optional.of(
        switch (caller) {
          case Caller.SignedIn person ->
              person
                  .company()
                  .orElseThrow(() -> new Rejection.Forbidden("You do not belong to a company"));
          case Caller.Key key ->
              throw new Rejection.Forbidden("This key does not have the scope read");
          case Caller.GlassHolder glass ->
              throw new Rejection.Forbidden("A glass link gives access to one order only");
          case Caller.Station station ->
              throw new Rejection.Forbidden("A station sees the work of its own place only");
        });
  }

  private static OrderState state(String code) {
    return Arrays.stream(OrderState.values())
        .filter(state -> state.code().equals(code))
        .findFirst()
        .orElseThrow(
            () ->
                new Rejection.Invalid(
                    "state",
                    "“%s” is not one of: %s"
                        .formatted(
                            code,
                            Arrays.stream(OrderState.values())
                                .map(OrderState::code)
                                .collect(Collectors.joining(", ")))));
  }

  private static boolean yesOrNo(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new Rejection.Invalid("late", "Must be true or false");
    };
  }
}
