package org.vitrine.stations;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;

/** Who reports at stations, over HTTP: kept by the house, signing in at a station. */
final class OperatorRoutes implements Routes {
  private final Operators operators;
  private final Stations stations;
  private final Guards guards;

  OperatorRoutes(Operators operators, Stations stations, Guards guards) {
    this.operators = operators;
    this.stations = stations;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard keepers = guards.may(Permission.KEEP_STATIONS);
    return List.of(
        Routes.get("/api/operators", keepers, this::list),
        Routes.post("/api/operators", keepers, this::add),
        Routes.put("/api/operators/:id", keepers, this::change),
        Routes.delete("/api/operators/:id", keepers, this::remove),
        Routes.post("/api/station/sign-in", guards.station(), this::signIn));
  }

  private void list(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(Map.of("operators", operators.list()));
  }

  private void add(Exchange exchange) {
    exchange.reply(201, operators.add(exchange.body(SaveOperator.class), guards.actor(exchange)));
  }

  private void change(Exchange exchange) {
    exchange.reply(
        operators.change(
            exchange.id("id"),
            exchange.body(SaveOperator.class),
            exchange.startedFrom(),
            guards.actor(exchange)));
  }

  private void remove(Exchange exchange) {
    operators.remove(exchange.id("id"), guards.actor(exchange));
    exchange.replyEmpty();
  }

  /** What somebody shows and types at a station. */
  record OperatorSignIn(Badge badge, String pin) {
    OperatorSignIn {
      if (badge == null) {
        throw new Rejection.Invalid("badge", "Scan the badge, or type what stands on it");
      }
      pin = pin == null ? "" : pin.strip();
      if (pin.isEmpty() || pin.length() > 20) {
        throw new Rejection.Invalid("pin", "Type the PIN");
      }
    }

    /** Never the PIN: a log must not have it. */
    @Override
    public String toString() {
      return "OperatorSignIn[" + badge + "]";
    }
  }

  /** Who is there now, and the time by the server's clock. */
  record SignedInOperator(Operators.StationOperator operator, Instant now) {}

  private void signIn(Exchange exchange) {
    OperatorSignIn wanted = exchange.body(OperatorSignIn.class);
    exchange.reply(
        new SignedInOperator(
            operators.signIn(wanted.badge(), wanted.pin(), exchange.caller(Caller.Station.class)),
            stations.now()));
  }
}
