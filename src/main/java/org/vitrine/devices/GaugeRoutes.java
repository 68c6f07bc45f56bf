package org.vitrine.devices;

import java.util.List;
import java.util.Map;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.platform.SaveOutcome;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Idempotency;
import org.vitrine.platform.web.Routes;

/** Gauges and their calibrations over HTTP, for staff. */
final class GaugeRoutes implements Routes {
  private final Gauges gauges;
  private final Guards guards;
  private final Idempotency idempotency;

  GaugeRoutes(Gauges gauges, Guards guards, Idempotency idempotency) {
    this.gauges = gauges;
    this.guards = guards;
    this.idempotency = idempotency;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard keepers = guards.may(Permission.KEEP_DEVICES);
    return List.of(
        Routes.get("/api/devices", guards.may(Permission.READ_PLANT), this::list),
        Routes.put("/api/devices/:code", keepers, this::save),
        idempotency.once(Routes.post("/api/devices/:code/calibrations", keepers, this::calibrate)),
        Routes.delete("/api/devices/:code/calibrations/:id", keepers, this::withdraw));
  }

  private void list(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(Map.of("devices", gauges.all()));
  }

  private void save(Exchange exchange) {
    exchange.onlyQueries();
    GaugeCode code = code(exchange);
    SaveOutcome outcome =
        gauges.save(
            code, exchange.body(SaveGauge.class), exchange.startedFrom(), guards.actor(exchange));
    exchange.reply(outcome == SaveOutcome.CREATED ? 201 : 200, gauges.card(code));
  }

  private void calibrate(Exchange exchange) {
    exchange.onlyQueries();
    GaugeCode code = code(exchange);
    gauges.calibrate(code, exchange.body(RecordCalibration.class), guards.actor(exchange));
    exchange.reply(201, gauges.card(code));
  }

  private void withdraw(Exchange exchange) {
    exchange.onlyQueries();
    gauges.withdraw(code(exchange), exchange.id("id"), guards.actor(exchange));
    exchange.replyEmpty();
  }

  private static GaugeCode code(Exchange exchange) {
    return new GaugeCode(exchange.path("code"));
  }
}
