package org.vitrine.production;

import java.util.List;
import java.util.Map;
import org.vitrine.accounts.Caller;
import org.vitrine.accounts.Gates;
import org.vitrine.accounts.Role;
import org.vitrine.accounts.Scope;
import org.vitrine.platform.Outcome;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;

/** Routings over HTTP. */
public final class RoutingRoutes implements Routes {
  private final Routings routings;
  private final Gates gates;

  public RoutingRoutes(Routings routings, Gates gates) {
    this.routings = routings;
    this.gates = gates;
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Routes.get("/api/routings", gates.staff(), this::list),
        Routes.put(
            "/api/routings/:code",
            gates.programsFor(Scope.ORDERS, Role.ADMINISTRATOR),
            this::save));
  }

  /** A routing as it is sent: its code stands in the path. */
  public record SaveRouting(String name, List<Stage> stages) {}

  /** What became of a routing that was sent, and how many orders it moved. */
  record Answer(String code, Outcome outcome, int orders) {}

  private void list(Exchange exchange) {
    exchange.reply(Map.of("routings", routings.all()));
  }

  private void save(Exchange exchange) {
    SaveRouting sent = exchange.body(SaveRouting.class);
    Routing routing = new Routing(exchange.path("code"), sent.name(), sent.stages());
    Routings.Saved saved = routings.save(routing, exchange.caller(Caller.class).actor());
    exchange.reply(
        saved.outcome() == Outcome.CREATED ? 201 : 200,
        new Answer(routing.code(), saved.outcome(), saved.orders()));
  }
}
