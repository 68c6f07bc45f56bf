package org.vitrine.orders;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.orders.WaiverRequest.WaiverState;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;

/** Letting requirements go, and agreeing to it, over HTTP. */
final class WaiverRoutes implements Routes {
  private static final int MOST_LINES = 9_999;

  private final Waivers waivers;
  private final Guards guards;

  WaiverRoutes(Waivers waivers, Guards guards) {
    this.waivers = waivers;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard waiving = guards.may(Permission.WAIVE);
    Endpoint.Guard readers = guards.may(Permission.READ_PLANT);
    return List.of(
        Routes.get("/api/waivers", readers, this::list),
        Routes.post("/api/orders/:number/waivers", waiving, this::waive),
        Routes.delete("/api/orders/:number/waivers", waiving, this::takeBack),
        Routes.post("/api/orders/:number/waivers/confirmation", waiving, this::confirm),
        Routes.post("/api/orders/:number/waivers/refusal", waiving, this::decline),
        Routes.get("/api/waiver-settings", readers, this::settings),
        Routes.put("/api/waiver-settings", guards.may(Permission.SET_HOUSE), this::saveSettings));
  }

  private void list(Exchange exchange) {
    exchange.onlyQueries("state", "order");
    exchange.reply(
        Map.of(
            "waivers",
            waivers.requests(
                exchange.query("order").map(OrderNumber::new),
                exchange.query("state").map(WaiverRoutes::state))));
  }

  private static WaiverState state(String code) {
    try {
      return WaiverState.of(code);
    } catch (IllegalArgumentException unknown) {
      throw new Rejection.Invalid("state", "One of asked, waived, declined and withdrawn");
    }
  }

  private void waive(Exchange exchange) {
    exchange.reply(waivers.waive(order(exchange), wish(exchange), caller(exchange)));
  }

  private void confirm(Exchange exchange) {
    exchange.reply(waivers.confirm(order(exchange), wish(exchange), caller(exchange)));
  }

  private void decline(Exchange exchange) {
    exchange.reply(waivers.decline(order(exchange), wish(exchange), caller(exchange)));
  }

  private void takeBack(Exchange exchange) {
    exchange.onlyQueries("line", "requirement");
    Optional<Integer> line = exchange.number("line", MOST_LINES).map(Long::intValue);
    WaiverWish about =
        new WaiverWish(line.orElse(null), exchange.query("requirement").orElse(null), null);
    exchange.reply(waivers.takeBack(order(exchange), about, caller(exchange)));
  }

  private static WaiverWish wish(Exchange exchange) {
    return exchange.body(WaiverWish.class);
  }

  private static OrderNumber order(Exchange exchange) {
    return new OrderNumber(exchange.path("number"));
  }

  private static Caller caller(Exchange exchange) {
    return exchange.caller(Caller.class);
  }

  /**
   * @param secondPerson true where one asks and another has to agree
   */
  record WaiverSettings(Boolean secondPerson) {
    WaiverSettings {
      if (secondPerson == null) {
        throw new Rejection.Invalid("secondPerson", "Must be true or false");
      }
    }
  }

  private void settings(Exchange exchange) {
    exchange.reply(new WaiverSettings(waivers.needsSecondPerson()));
  }

  private void saveSettings(Exchange exchange) {
    WaiverSettings wanted = exchange.body(WaiverSettings.class);
    waivers.needSecondPerson(wanted.secondPerson(), guards.actor(exchange));
    exchange.reply(wanted);
  }
}
