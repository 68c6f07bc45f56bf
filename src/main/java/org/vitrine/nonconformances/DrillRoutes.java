package org.vitrine.nonconformances;

import java.util.List;
import java.util.Map;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.nonconformances.Drills.AnswerGaps;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Idempotency;
import org.vitrine.platform.web.Routes;

/** Drills over HTTP, for staff. */
final class DrillRoutes implements Routes {
  private final Drills drills;
  private final Guards guards;
  private final Idempotency idempotency;

  DrillRoutes(Drills drills, Guards guards, Idempotency idempotency) {
    this.drills = drills;
    this.guards = guards;
    this.idempotency = idempotency;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard staff = guards.may(Permission.RAISE_NONCONFORMANCES);
    Endpoint.Guard deciding = guards.may(Permission.CONTAIN);
    return List.of(
        Routes.get("/api/drills", staff, this::list),
        Routes.get("/api/drills/:id", staff, this::show),
        idempotency.once(Routes.post("/api/drills/:id/start", deciding, this::start)),
        idempotency.once(Routes.post("/api/drills/:id/answers", deciding, this::answer)));
  }

  private void list(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(Map.of("drills", drills.all()));
  }

  private void show(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(drills.page(exchange.id("id")));
  }

  private void start(Exchange exchange) {
    long id = exchange.id("id");
    drills.start(id, guards.actor(exchange));
    exchange.reply(drills.page(id));
  }

  private void answer(Exchange exchange) {
    long id = exchange.id("id");
    drills.answer(id, exchange.body(AnswerGaps.class), guards.actor(exchange));
    exchange.reply(drills.page(id));
  }
}
