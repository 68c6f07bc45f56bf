package org.vitrine.delays;

import java.util.List;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.delays.RiskChoices.ChooseRecovery;
import org.vitrine.orders.OrderActs.ActingOne;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Idempotency;
import org.vitrine.platform.web.Routes;

/** Lines at risk over HTTP, for staff. */
final class RiskRoutes implements Routes {
  private final RiskReader reader;
  private final RiskChoices choices;
  private final Guards guards;
  private final Idempotency idempotency;

  RiskRoutes(RiskReader reader, RiskChoices choices, Guards guards, Idempotency idempotency) {
    this.reader = reader;
    this.choices = choices;
    this.guards = guards;
    this.idempotency = idempotency;
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Routes.get("/api/delay-risks", guards.may(Permission.READ_DELAYS), this::list),
        idempotency.once(
            Routes.post(
                "/api/delay-risks/:id/choice", guards.may(Permission.KEEP_DELAYS), this::choose)));
  }

  private void list(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(reader.standing());
  }

  private void choose(Exchange exchange) {
    OfferId id = id(exchange);
    choices.recover(
        id, exchange.body(ChooseRecovery.class), ActingOne.of(exchange.caller(Caller.class)));
    exchange.reply(reader.standing());
  }

  private static OfferId id(Exchange exchange) {
    try {
      return OfferId.inAddress(exchange.path("id"));
    } catch (Rejection.NotFound none) {
      throw RiskChoices.notHere();
    }
  }
}
