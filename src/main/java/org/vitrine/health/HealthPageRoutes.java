package org.vitrine.health;

import java.util.List;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;

/** How the installation is, over HTTP. */
final class HealthPageRoutes implements Routes {
  private final Health health;
  private final Guards guards;

  HealthPageRoutes(Health health, Guards guards) {
    this.health = health;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(Routes.get("/api/health", guards.may(Permission.SET_HOUSE), this::show));
  }

  private void show(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(health.page());
  }
}
