package org.vitrine.actions;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.actions.ActionOffice.ActionFilter;
import org.vitrine.actions.ActionOffice.ActionOutcome;
import org.vitrine.actions.ActionOffice.ChangeAction;
import org.vitrine.actions.ActionOffice.MakeAction;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Idempotency;
import org.vitrine.platform.web.Routes;

/** Actions over HTTP, for staff and for the companies that raised the matters. */
final class ActionRoutes implements Routes {
  private static final int MOST_AT_ONCE = 200;

  private final ActionOffice office;
  private final Guards guards;
  private final Idempotency idempotency;

  ActionRoutes(ActionOffice office, Guards guards, Idempotency idempotency) {
    this.office = office;
    this.guards = guards;
    this.idempotency = idempotency;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard readers = guards.may(Permission.READ_ACTIONS);
    return List.of(
        Routes.get("/api/actions", readers, this::list),
        Routes.get("/api/action-choices", guards.may(Permission.DO_ACTIONS), this::choices),
        idempotency.once(
            Routes.post("/api/actions", guards.may(Permission.KEEP_ACTIONS), this::make)),
        Routes.get("/api/actions/:number", readers, this::show),
        Routes.put("/api/actions/:number", guards.may(Permission.DO_ACTIONS), this::change),
        idempotency.once(Routes.post("/api/actions/:number/outcome", readers, this::outcome)));
  }

  private void list(Exchange exchange) {
    exchange.onlyQueries("state", "owner", "overdue", "source", "sourceNumber", "after", "limit");
    ActionFilter filter =
        new ActionFilter(
            exchange.query("state").map(ActionRoutes::state),
            exchange.query("owner"),
            exchange.query("overdue").map(ActionRoutes::yes).orElse(false),
            exchange.query("source"),
            exchange.number("sourceNumber", Long.MAX_VALUE));
    exchange.reply(office.list(caller(exchange), filter, exchange.paging(50, MOST_AT_ONCE)));
  }

  private void choices(Exchange exchange) {
    exchange.reply(office.choices());
  }

  private static ActionState state(String text) {
    return ActionState.find(text)
        .orElseThrow(
            () ->
                new Rejection.Invalid(
                    "state",
                    "“%s” is not open, done, worked, reopened or withdrawn"
                        .formatted(Excerpt.of(text))));
  }

  private static boolean yes(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw new Rejection.Invalid(
              "overdue", "“%s” is not true or false".formatted(Excerpt.of(text)));
    };
  }

  private void make(Exchange exchange) {
    ActionNumber number = office.make(exchange.body(MakeAction.class), guards.actor(exchange));
    exchange.reply(201, Map.of("number", number));
  }

  private void show(Exchange exchange) {
    exchange.reply(office.one(caller(exchange), number(exchange)));
  }

  private void change(Exchange exchange) {
    ActionNumber number = number(exchange);
    office.change(
        caller(exchange), number, exchange.body(ChangeAction.class), guards.actor(exchange));
    exchange.reply(office.one(caller(exchange), number));
  }

  private void outcome(Exchange exchange) {
    ActionNumber number = number(exchange);
    office.outcome(
        caller(exchange), number, exchange.body(ActionOutcome.class), guards.actor(exchange));
    exchange.reply(office.one(caller(exchange), number));
  }

  /** Only people may do any of it. */
  private static Caller.SignedIn caller(Exchange exchange) {
    return exchange.caller(Caller.SignedIn.class);
  }

  private static ActionNumber number(Exchange exchange) {
    return Optional.of(exchange.id("number"))
        .filter(number -> number > 0)
        .map(ActionNumber::new)
        .orElseThrow(() -> new Rejection.NotFound("There is nothing at this address"));
  }
}
