package org.vitrine.recalls;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.nonconformances.NonconformanceNumber;
import org.vitrine.orders.LocalizedText;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Idempotency;
import org.vitrine.platform.web.Routes;

/** What is told of a nonconformance over HTTP, for those who tell. */
final class RecallRoutes implements Routes {
  private final Database database;
  private final RecallDesk desk;
  private final RecallBoard board;
  private final Guards guards;
  private final Idempotency idempotency;

  RecallRoutes(
      Database database,
      RecallDesk desk,
      RecallBoard board,
      Guards guards,
      Idempotency idempotency) {
    this.database = database;
    this.desk = desk;
    this.board = board;
    this.guards = guards;
    this.idempotency = idempotency;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard tellers = guards.may(Permission.TELL_RECALLS);
    return List.of(
        Routes.get("/api/recalls/:number", tellers, this::show),
        Routes.put("/api/recalls/:number", tellers, this::save),
        idempotency.once(Routes.post("/api/recalls/:number/told", tellers, this::tell)));
  }

  private void show(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(page(number(exchange)));
  }

  private ObjectNode page(NonconformanceNumber number) {
    return board.page(database, number);
  }

  /** What is sent to be told. */
  record SaveRecall(
      LocalizedText title,
      LocalizedText what,
      LocalizedText hazard,
      LocalizedText now,
      Set<Remedy> remedies) {
    RecallMatter matter() {
      return new RecallMatter(
          new RecallWords(title, what, hazard, now),
          remedies == null ? EnumSet.noneOf(Remedy.class) : remedies);
    }
  }

  private void save(Exchange exchange) {
    NonconformanceNumber number = number(exchange);
    RecallMatter matter = exchange.body(SaveRecall.class).matter();
    desk.save(number, matter, exchange.startedFrom(), guards.actor(exchange));
    exchange.reply(page(number));
  }

  /**
   * What is sent to tell all.
   *
   * @param preview what whoever tells has looked at
   */
  record TellAll(String preview) {}

  private void tell(Exchange exchange) {
    TellAll sent = exchange.bodyOr(new TellAll(null), TellAll.class);
    int told =
        desk.tell(number(exchange), Optional.ofNullable(sent.preview()), guards.actor(exchange));
    exchange.reply(Map.of("told", told));
  }

  private static NonconformanceNumber number(Exchange exchange) {
    return NonconformanceNumber.of(exchange.path("number"))
        .orElseThrow(() -> new Rejection.NotFound("There is no such nonconformance"));
  }
}
