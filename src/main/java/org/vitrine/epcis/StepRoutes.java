package org.vitrine.epcis;

import java.util.List;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;

/** Which business steps moments of orders are, over HTTP. */
final class StepRoutes implements Routes {
  private final EpcisEvents events;
  private final Guards guards;

  StepRoutes(EpcisEvents events, Guards guards) {
    this.events = events;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Routes.get("/api/epcis/steps", guards.may(Permission.READ_PLANT), this::show),
        Routes.put("/api/epcis/steps", guards.may(Permission.DEFINE_ROUTINGS), this::save));
  }

  /** The whole mapping. */
  record StepMapping(List<BusinessStep> steps) {
    StepMapping {
      if (steps == null) {
        throw new Rejection.Invalid("steps", "Give the whole mapping");
      }
      steps = List.copyOf(steps);
    }
  }

  private void show(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(new StepMapping(events.steps()));
  }

  private void save(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(new StepMapping(events.map(exchange.body(StepMapping.class).steps())));
  }
}
