package org.vitrine.devices;

import java.util.List;
import java.util.Map;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.devices.ConditionOutcome.ConditionKnown;
import org.vitrine.devices.ConditionOutcome.ConditionRefused;
import org.vitrine.devices.ConditionOutcome.ConditionTaken;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.json.JsonSequence;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;
import org.vitrine.production.Sender;
import org.vitrine.tracking.TrackingRoutes;

/** What it is like where things are made, and how machines do, over HTTP. */
final class ConditionRoutes implements Routes {
  private static final long LARGEST_BODY = 2_000_000;
  private static final int MOST_AT_ONCE = 5_000;

  private final Conditions conditions;
  private final Machines machines;
  private final OrderConditions orders;
  private final MeasuredValues values;
  private final Guards guards;

  ConditionRoutes(
      Conditions conditions,
      Machines machines,
      OrderConditions orders,
      MeasuredValues values,
      Guards guards) {
    this.conditions = conditions;
    this.machines = machines;
    this.orders = orders;
    this.values = values;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard senders = guards.may(Permission.IMPORT_REPORTS);
    Endpoint.Guard readers = guards.may(Permission.READ_ORDERS);
    return List.of(
        Routes.post("/api/conditions", senders, this::take).limitedTo(LARGEST_BODY),
        Routes.post("/api/machines/signals", senders, this::hear).limitedTo(LARGEST_BODY),
        Routes.get("/api/machines", guards.may(Permission.READ_PLANT), this::machines),
        Routes.get("/api/orders/:number/conditions", readers, this::ofOrder),
        Routes.get(
            "/api/orders/:number/lines/:line/stages/:stage/conditions", readers, this::ofStage),
        Routes.get(
            "/api/orders/:number/lines/:line/requirements/:code/values", readers, this::values));
  }

  /** What became of what was sent, by place. */
  record ConditionAnswer(
      List<ConditionTaken> taken, List<ConditionKnown> known, List<ConditionRefused> refused) {}

  private void take(Exchange exchange) {
    JsonSequence sent = sequence(exchange);
    List<ConditionOutcome> outcomes =
        conditions.take(sent.as(Condition.class), Sender.of(exchange.caller(Caller.class)));
    exchange.reply(
        new ConditionAnswer(
            only(outcomes, ConditionTaken.class),
            only(outcomes, ConditionKnown.class),
            only(outcomes, ConditionRefused.class)));
  }

  private static JsonSequence sequence(Exchange exchange) {
    if (!JsonSequence.isArray(exchange.content())) {
      throw new Rejection.Invalid("", "Send an array");
    }
    JsonSequence sent = JsonSequence.ofArray(exchange::content);
    int count = sent.count(MOST_AT_ONCE);
    if (count == 0 || count > MOST_AT_ONCE) {
      throw new Rejection.Invalid("", "Send 1 to %,d at once".formatted(MOST_AT_ONCE));
    }
    return sent;
  }

  private static <T> List<T> only(List<ConditionOutcome> outcomes, Class<T> kind) {
    return outcomes.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  private void hear(Exchange exchange) {
    MachineSignal[] sent = exchange.body(MachineSignal[].class);
    if (sent.length == 0 || sent.length > MOST_AT_ONCE) {
      throw new Rejection.Invalid("", "Send 1 to %,d at once".formatted(MOST_AT_ONCE));
    }
    machines.hear(List.of(sent));
    exchange.reply(Map.of("heard", sent.length));
  }

  private void machines(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(Map.of("machines", machines.all()));
  }

  private void ofOrder(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(orders.all(exchange.caller(Caller.class), TrackingRoutes.number(exchange)));
  }

  private void ofStage(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(
        orders.one(
            exchange.caller(Caller.class),
            TrackingRoutes.number(exchange),
            (int) exchange.id("line"),
            exchange.path("stage")));
  }

  private void values(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(
        values.page(
            exchange.caller(Caller.class),
            TrackingRoutes.number(exchange),
            (int) exchange.id("line"),
            exchange.path("code")));
  }
}
