package org.vitrine.orders;

import java.util.List;
import java.util.Map;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.SaveOutcome;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;

/** Carriers over HTTP. */
final class CarrierRoutes implements Routes {
  private final Carriers carriers;
  private final Guards guards;

  CarrierRoutes(Carriers carriers, Guards guards) {
    this.carriers = carriers;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard guard = guards.may(Permission.PLACE_ORDERS);
    return List.of(
        Routes.get("/api/carriers", guard, this::list),
        Routes.get("/api/carriers/:code", guard, this::show),
        Routes.put("/api/carriers/:code", guard, this::save));
  }

  /** A carrier as it is sent: its code stands in the path. */
  record SaveCarrier(String name, String trackingUrl) {}

  /** What became of a carrier that was sent, and how many orders are shown anew. */
  record CarrierAnswer(String code, SaveOutcome outcome, int orders) {}

  private void list(Exchange exchange) {
    exchange.reply(Map.of("carriers", carriers.all()));
  }

  private void show(Exchange exchange) {
    String code = exchange.path("code");
    exchange.reply(
        carriers
            .find(code)
            .orElseThrow(
                () ->
                    new Rejection.NotFound(
                        "There is no carrier “%s”".formatted(Excerpt.of(code)))));
  }

  private void save(Exchange exchange) {
    SaveCarrier sent = exchange.body(SaveCarrier.class);
    Carriers.SavedCarrier saved =
        carriers.save(
            new Carrier(exchange.path("code"), sent.name(), sent.trackingUrl()),
            exchange.caller(Caller.class).actor());
    exchange.reply(
        saved.outcome() == SaveOutcome.CREATED ? 201 : 200,
        new CarrierAnswer(saved.carrier().code(), saved.outcome(), saved.orders()));
  }
}
