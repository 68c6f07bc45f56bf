package org.vitrine.house;

import java.util.List;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;

/** How far the house has come, over HTTP. */
final class SetupRoutes implements Routes {
  private final SetupGuide setup;
  private final Guards guards;

  SetupRoutes(SetupGuide setup, Guards guards) {
    this.setup = setup;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard setters = guards.may(Permission.SET_HOUSE);
    return List.of(
        Routes.get("/api/setup", setters, this::show),
        Routes.put("/api/setup", setters, this::choose));
  }

  /**
   * @param putAway true where one does not want to be led any more
   */
  record ChooseSetup(Boolean putAway) {
    ChooseSetup {
      if (putAway == null) {
        throw new Rejection.Invalid("putAway", "Missing");
      }
    }
  }

  private void show(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(setup.show(exchange.caller(Caller.SignedIn.class)));
  }

  private void choose(Exchange exchange) {
    exchange.onlyQueries();
    Caller.SignedIn person = exchange.caller(Caller.SignedIn.class);
    setup.putAway(person, exchange.body(ChooseSetup.class).putAway());
    exchange.reply(setup.show(person));
  }
}
