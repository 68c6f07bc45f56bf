package org.vitrine.house;

import java.util.List;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;

/** The example over HTTP. */
final class ExampleRoutes implements Routes {
  private final Examples examples;
  private final Guards guards;

  ExampleRoutes(Examples examples, Guards guards) {
    this.examples = examples;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard setters = guards.may(Permission.SET_HOUSE);
    return List.of(
        Routes.get("/api/example", setters, this::show),
        Routes.post("/api/example", setters, this::fill),
        Routes.delete("/api/example", setters, this::takeAway));
  }

  private void show(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(examples.show());
  }

  private void fill(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(201, examples.fill(guards.actor(exchange)));
  }

  private void takeAway(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(examples.takeAway(guards.actor(exchange)));
  }
}
