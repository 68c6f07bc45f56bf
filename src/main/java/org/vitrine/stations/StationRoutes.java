package org.vitrine.stations;

import java.util.List;
import java.util.Map;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;

/** Which stations there are, over HTTP: for the house. */
final class StationRoutes implements Routes {
  private final Stations stations;
  private final Guards guards;

  StationRoutes(Stations stations, Guards guards) {
    this.stations = stations;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard keepers = guards.may(Permission.KEEP_STATIONS);
    return List.of(
        Routes.get("/api/stations", keepers, this::list),
        Routes.post("/api/stations", keepers, this::make),
        Routes.put("/api/stations/:id", keepers, this::change),
        Routes.delete("/api/stations/:id", keepers, this::withdraw),
        Routes.post("/api/stations/:id/set-up", keepers, this::setUpCode),
        Routes.delete("/api/stations/:id/screens", keepers, this::signOut));
  }

  private void list(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(Map.of("stations", stations.list()));
  }

  private void make(Exchange exchange) {
    exchange.reply(201, stations.make(exchange.body(SaveStation.class), guards.actor(exchange)));
  }

  private void change(Exchange exchange) {
    exchange.reply(
        stations.change(
            exchange.id("id"),
            exchange.body(SaveStation.class),
            exchange.startedFrom(),
            guards.actor(exchange)));
  }

  private void withdraw(Exchange exchange) {
    stations.withdraw(exchange.id("id"), guards.actor(exchange));
    exchange.replyEmpty();
  }

  private void setUpCode(Exchange exchange) {
    exchange.reply(201, stations.setUpCode(exchange.id("id"), guards.actor(exchange)));
  }

  private void signOut(Exchange exchange) {
    stations.signOut(exchange.id("id"), guards.actor(exchange));
    exchange.replyEmpty();
  }
}
