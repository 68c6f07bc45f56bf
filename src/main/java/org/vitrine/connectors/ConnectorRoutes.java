package org.vitrine.connectors;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.platform.Paging;
import org.vitrine.platform.SaveOutcome;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.FewAtOnce;
import org.vitrine.platform.web.Routes;

/** Connectors over HTTP, for whoever keeps them. */
final class ConnectorRoutes implements Routes {
  private static final int AT_A_TIME = 4;
  private static final int USUAL_PART = 50;
  private static final int LARGEST_PART = 200;
  private static final Duration COME_BACK = Duration.ofSeconds(5);

  private final Connectors connectors;
  private final Guards guards;

  /** Whoever waits for another system holds a request of ours. */
  private final FewAtOnce places =
      new FewAtOnce(AT_A_TIME, "Other systems are being asked; try again in a moment", COME_BACK);

  ConnectorRoutes(Connectors connectors, Guards guards) {
    this.connectors = connectors;
    this.guards = guards;
  }

  /** What is to be pulled; absent for what was changed lately. */
  record PullWish(PullScope scope, Boolean believed) {}

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard keepers = guards.may(Permission.KEEP_CONNECTORS);
    return List.of(
        Routes.get("/api/connectors", keepers, this::list),
        Routes.get("/api/connectors/:code", keepers, this::show),
        Routes.put("/api/connectors/:code", keepers, this::save),
        Routes.delete("/api/connectors/:code", keepers, this::remove),
        Routes.post("/api/connectors/:code/test", keepers, this::attempt),
        Routes.post("/api/connectors/:code/preview", keepers, this::preview),
        Routes.post("/api/connectors/:code/pulls", keepers, this::pull),
        Routes.get("/api/connectors/:code/refused", keepers, this::refused),
        Routes.get("/api/connectors/:code/gone", keepers, this::gone));
  }

  private void list(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(Map.of("connectors", connectors.all()));
  }

  private void show(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(connectors.one(code(exchange)));
  }

  private void save(Exchange exchange) {
    exchange.onlyQueries();
    ConnectorCode code = code(exchange);
    SaveOutcome outcome =
        connectors.save(code, exchange.body(SaveConnector.class), guards.actor(exchange));
    exchange.reply(outcome == SaveOutcome.CREATED ? 201 : 200, connectors.one(code));
  }

  private void remove(Exchange exchange) {
    exchange.onlyQueries();
    connectors.remove(code(exchange), guards.actor(exchange));
    exchange.replyEmpty();
  }

  private void attempt(Exchange exchange) {
    exchange.onlyQueries();
    ConnectorCode code = code(exchange);
    SaveConnector said = exchange.body(SaveConnector.class);
    exchange.reply(places.inTurn(() -> connectors.attempt(code, said)));
  }

  private void preview(Exchange exchange) {
    exchange.onlyQueries();
    ConnectorCode code = code(exchange);
    exchange.reply(places.inTurn(() -> connectors.preview(code)));
  }

  private void pull(Exchange exchange) {
    exchange.onlyQueries();
    ConnectorCode code = code(exchange);
    PullWish wish = exchange.bodyOr(new PullWish(null, null), PullWish.class);
    connectors.pull(
        code,
        wish.scope() == null ? PullScope.CHANGES : wish.scope(),
        Boolean.TRUE.equals(wish.believed()));
    exchange.reply(connectors.one(code));
  }

  private void refused(Exchange exchange) {
    exchange.onlyQueries("after", "limit");
    reply(exchange, connectors.refused(code(exchange), paging(exchange)));
  }

  private void gone(Exchange exchange) {
    exchange.onlyQueries("after", "limit");
    reply(exchange, connectors.gone(code(exchange), paging(exchange)));
  }

  /**
   * A part of a list.
   *
   * @param next asks for the part behind it; absent where there is none
   */
  record ListedRecords(List<ListedRecord> records, Optional<String> next) {}

  private static void reply(Exchange exchange, Paging.ListPart<ListedRecord> part) {
    exchange.reply(new ListedRecords(part.shown(), part.next()));
  }

  private static Paging paging(Exchange exchange) {
    return exchange.paging(USUAL_PART, LARGEST_PART);
  }

  private static ConnectorCode code(Exchange exchange) {
    return new ConnectorCode(exchange.path("code"));
  }
}
