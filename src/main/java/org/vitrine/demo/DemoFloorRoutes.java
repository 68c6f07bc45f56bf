package org.vitrine.demo;

import java.util.List;
import java.util.Map;
import org.vitrine.access.Guards;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;

/** The demo's shop floor over HTTP, for anybody: a demo has nothing to hide. */
final class DemoFloorRoutes implements Routes {
  private final DemoFloor floor;
  private final Guards guards;

  DemoFloorRoutes(DemoFloor floor, Guards guards) {
    this.floor = floor;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Routes.get("/api/demo/badges", guards.anyone(), this::badges),
        Routes.get("/api/demo/floor", guards.anyone(), this::show),
        Routes.post("/api/demo/stations/:id/link", guards.anyone(), this::link));
  }

  private void badges(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(Map.of("badges", floor.holders()));
  }

  private void show(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(floor.page());
  }

  private void link(Exchange exchange) {
    exchange.reply(201, Map.of("link", floor.linkTo(exchange.id("id"))));
  }
}
