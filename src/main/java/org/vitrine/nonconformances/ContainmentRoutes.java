package org.vitrine.nonconformances;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.vitrine.access.Actor;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.nonconformances.Contained.ThingStanding;
import org.vitrine.nonconformances.ReleaseDesk.AskRelease;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.json.Json;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Idempotency;
import org.vitrine.platform.web.Routes;
import org.vitrine.traceability.Criteria;

/** Containment over HTTP, for staff: seen before, done at once, let go by two. */
final class ContainmentRoutes implements Routes {
  private static final int MOST_AT_ONCE = 500;

  private final Database database;
  private final ContainmentDesk desk;
  private final ReleaseDesk releases;
  private final NonconformanceReader reader;
  private final Guards guards;
  private final Idempotency idempotency;

  ContainmentRoutes(
      Database database,
      ContainmentDesk desk,
      ReleaseDesk releases,
      NonconformanceReader reader,
      Guards guards,
      Idempotency idempotency) {
    this.database = database;
    this.desk = desk;
    this.releases = releases;
    this.reader = reader;
    this.guards = guards;
    this.idempotency = idempotency;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard staff = guards.may(Permission.RAISE_NONCONFORMANCES);
    Endpoint.Guard deciding = guards.may(Permission.CONTAIN);
    return List.of(
        idempotency.once(
            Routes.post("/api/nonconformances/:number/containment", deciding, this::contain)),
        Routes.get("/api/nonconformances/:number/contained", staff, this::contained),
        idempotency.once(Routes.post("/api/nonconformances/:number/release", staff, this::ask)),
        idempotency.once(
            Routes.post(
                "/api/nonconformances/:number/release/confirmation", deciding, this::confirm)),
        idempotency.once(
            Routes.post("/api/nonconformances/:number/release/refusal", deciding, this::refuse)));
  }

  private void contain(Exchange exchange) {
    exchange.onlyQueries("preview");
    NonconformanceNumber number = NonconformanceRoutes.number(exchange);
    Criteria criteria = exchange.body(Criteria.class);
    Optional<Long> startedFrom = exchange.startedFrom();
    Actor by = guards.actor(exchange);
    ContainmentPlan plan =
        isPreview(exchange)
            ? desk.preview(database, number, criteria)
            : database.inTransaction(
                transaction -> desk.contain(transaction, number, criteria, startedFrom, by));
    ObjectNode shown = (ObjectNode) Json.tree(plan.counts());
    shown.setAll(plan.difference());
    exchange.reply(shown);
  }

  /** {@code ?preview} is asked for by its name alone, too. */
  private static boolean isPreview(Exchange exchange) {
    return exchange.query("preview").filter(String::isEmpty).isPresent()
        || exchange.isYes("preview");
  }

  private void contained(Exchange exchange) {
    exchange.onlyQueries("standing", "after", "limit");
    NonconformanceNumber number = NonconformanceRoutes.number(exchange);
    Optional<ThingStanding> standing = exchange.query("standing").map(ContainmentRoutes::standing);
    exchange.reply(
        reader
            .contained(number, standing, exchange.paging(100, MOST_AT_ONCE))
            .orElseThrow(NonconformanceDesk::nothing));
  }

  private static ThingStanding standing(String code) {
    try {
      return ThingStanding.of(code);
    } catch (IllegalArgumentException unknown) {
      throw new Rejection.Invalid(
          "standing", "“%s” is not held, away, released or cleared".formatted(Excerpt.of(code)));
    }
  }

  private void ask(Exchange exchange) {
    NonconformanceNumber number = NonconformanceRoutes.number(exchange);
    AskRelease wanted = exchange.body(AskRelease.class);
    Actor by = guards.actor(exchange);
    database.inTransaction(
        transaction -> {
          releases.ask(transaction, number, wanted, by);
          return number;
        });
    reply(exchange, number);
  }

  private void confirm(Exchange exchange) {
    NonconformanceNumber number = NonconformanceRoutes.number(exchange);
    Optional<Long> startedFrom = exchange.startedFrom();
    Actor by = guards.actor(exchange);
    database.inTransaction(
        transaction -> {
          releases.confirm(transaction, number, startedFrom, by);
          return number;
        });
    reply(exchange, number);
  }

  /** Why it stays held. */
  record RefuseRelease(String reason) {}

  private void refuse(Exchange exchange) {
    NonconformanceNumber number = NonconformanceRoutes.number(exchange);
    String reason = exchange.body(RefuseRelease.class).reason();
    Actor by = guards.actor(exchange);
    database.inTransaction(
        transaction -> {
          releases.refuse(transaction, number, reason, by);
          return number;
        });
    reply(exchange, number);
  }

  private void reply(Exchange exchange, NonconformanceNumber number) {
    exchange.reply(reader.one(number).orElseThrow(NonconformanceDesk::nothing));
  }
}
