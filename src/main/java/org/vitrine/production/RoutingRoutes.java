package org.vitrine.production;

import java.util.List;
import java.util.Map;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.platform.SaveOutcome;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;

/** Routings over HTTP. */
public final class RoutingRoutes implements Routes {
  private final Routings routings;
  private final Guards guards;

  public RoutingRoutes(Routings routings, Guards guards) {
    this.routings = routings;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Routes.get("/api/routings", guards.may(Permission.READ_PLANT), this::list),
        Routes.get(
            "/api/routing-templates", guards.may(Permission.READ_PLANT), this::listTemplates),
        Routes.put("/api/routings/:code", guards.may(Permission.DEFINE_ROUTINGS), this::save));
  }

  /** A routing as it is sent: its code stands in the path. */
  public record SaveRouting(String name, String calendar, List<Stage> stages, FloorNames names) {}

  /** What became of a routing that was sent, and how many orders it moved. */
  record RoutingAnswer(String code, SaveOutcome outcome, int orders) {}

  private void list(Exchange exchange) {
    exchange.reply(Map.of("routings", routings.all()));
  }

  private void listTemplates(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(Map.of("templates", RoutingTemplates.all()));
  }

  private void save(Exchange exchange) {
    SaveRouting sent = exchange.body(SaveRouting.class);
    Routing routing =
        new Routing(
            exchange.path("code"), sent.name(), sent.calendar(), sent.stages(), sent.names());
    Routings.SavedRouting saved = routings.save(routing, exchange.caller(Caller.class).actor());
    exchange.reply(
        saved.outcome() == SaveOutcome.CREATED ? 201 : 200,
        new RoutingAnswer(routing.code(), saved.outcome(), saved.orders()));
  }
}
