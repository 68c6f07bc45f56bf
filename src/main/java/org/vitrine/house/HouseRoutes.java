package org.vitrine.house;

import java.util.List;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;

/** What the house is called and where it is, over HTTP. */
final class HouseRoutes implements Routes {
  private final HouseSettings settings;
  private final Guards guards;

  HouseRoutes(HouseSettings settings, Guards guards) {
    this.settings = settings;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard setters = guards.may(Permission.SET_HOUSE);
    return List.of(
        Routes.get("/api/house", setters, this::show),
        Routes.put("/api/house", setters, this::save));
  }

  private void show(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(settings.show());
  }

  private void save(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(
        settings.save(
            exchange.body(EditHouse.Sent.class).read(),
            exchange.startedFrom(),
            guards.actor(exchange)));
  }
}
