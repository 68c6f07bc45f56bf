package org.vitrine.production;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.SaveOutcome;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;
import org.vitrine.production.LineMoves.LineMove;

/** Routings over HTTP. */
final class RoutingRoutes implements Routes {
  private static final String VERSION = "version";
  private static final long MOST_VERSIONS = 1_000_000;
  private static final long MOST_DAYS = 400;
  private static final int USUAL_DAYS = 90;

  private final Routings routings;
  private final Guards guards;

  RoutingRoutes(Routings routings, Guards guards) {
    this.routings = routings;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard readers = guards.may(Permission.READ_PLANT);
    Endpoint.Guard keepers = guards.may(Permission.DEFINE_ROUTINGS);
    return List.of(
        Routes.get("/api/routings", readers, this::list),
        Routes.get("/api/routing-templates", readers, this::listTemplates),
        Routes.get("/api/routings/:code", readers, this::show),
        Routes.put("/api/routings/:code", keepers, this::save),
        Routes.post("/api/routings/:code/preview", keepers, this::preview),
        Routes.get("/api/routings/:code/times", readers, this::times),
        Routes.get("/api/operations", readers, this::listOperations),
        Routes.get("/api/orders/:number/routing-version", readers, this::showLines),
        Routes.put("/api/orders/:number/routing-version", keepers, this::moveLines));
  }

  /**
   * A routing as it is sent: its code stands in the path.
   *
   * @param orders what becomes of those in flight; where nothing is said, they keep what they have
   */
  public record SaveRouting(
      String name, String calendar, List<Stage> stages, FloorNames names, OrdersInFlight orders) {
    private Routing under(String code) {
      return new Routing(code, name, calendar, stages, names);
    }
  }

  /** What became of a routing that was sent, and how many orders it moved. */
  record RoutingAnswer(String code, SaveOutcome outcome, int version, int orders) {}

  /** A routing in a list, with how many open orders are made by it where that is asked for. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ListedRouting(@JsonUnwrapped RoutingVersion routing, Long openOrders) {}

  /** Who saved a version when. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record SavedVersion(int version, String savedBy, Instant savedAt) {
    static SavedVersion of(RoutingVersion one) {
      return new SavedVersion(one.version(), one.savedBy(), one.savedAt());
    }
  }

  /** A routing with the versions before it. */
  record ShownRouting(@JsonUnwrapped RoutingVersion routing, List<SavedVersion> before) {}

  private void list(Exchange exchange) {
    exchange.onlyQueries("openOrders");
    boolean counted = exchange.isYes("openOrders");
    Map<String, Long> open = counted ? routings.openOrders() : Map.of();
    exchange.reply(
        Map.of(
            "routings",
            routings.newest().stream()
                .map(
                    one ->
                        new ListedRouting(
                            one, counted ? open.getOrDefault(one.routing().code(), 0L) : null))
                .toList()));
  }

  private void listTemplates(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(Map.of("templates", RoutingTemplates.all()));
  }

  private void show(Exchange exchange) {
    exchange.onlyQueries(VERSION);
    Optional<Integer> version = exchange.number(VERSION, MOST_VERSIONS).map(Long::intValue);
    RoutingVersion found = routings.require(exchange.path("code"), version);
    exchange.reply(
        new ShownRouting(
            found,
            routings.superseded(found.routing().code()).stream().map(SavedVersion::of).toList()));
  }

  private void save(Exchange exchange) {
    SaveRouting sent = exchange.body(SaveRouting.class);
    Routing routing = sent.under(exchange.path("code"));
    OrdersInFlight orders = sent.orders() == null ? OrdersInFlight.KEEP : sent.orders();
    Routings.SavedRouting saved =
        routings.save(
            new RoutingEdit(routing, orders, exchange.startedFrom()), guards.actor(exchange));
    exchange.reply(
        saved.outcome() == SaveOutcome.CREATED ? 201 : 200,
        new RoutingAnswer(routing.code(), saved.outcome(), saved.version(), saved.orders()));
  }

  private void preview(Exchange exchange) {
    exchange.reply(routings.preview(exchange.body(SaveRouting.class).under(exchange.path("code"))));
  }

  private void times(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(Map.of("stages", routings.times(exchange.path("code"))));
  }

  private void listOperations(Exchange exchange) {
    exchange.onlyQueries("days");
    int days = exchange.number("days", MOST_DAYS).map(Long::intValue).orElse(USUAL_DAYS);
    exchange.reply(Map.of("operations", routings.operations().ofDays(days)));
  }

  private void showLines(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(Map.of("lines", routings.of(number(exchange))));
  }

  private void moveLines(Exchange exchange) {
    LineMove move = exchange.body(LineMove.class);
    String actor = exchange.caller(Caller.class).actor();
    exchange.reply(Map.of("lines", routings.move(number(exchange), move, actor)));
  }

  private static OrderNumber number(Exchange exchange) {
    return new OrderNumber(exchange.path("number"));
  }
}
