package org.vitrine.nonconformances;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.actions.ActionNumber;
import org.vitrine.companies.CompanyId;
import org.vitrine.nonconformances.CauseAnalysis.WriteAnalysis;
import org.vitrine.nonconformances.Corrections.NamePurpose;
import org.vitrine.nonconformances.Corrections.RaiseCorrection;
import org.vitrine.nonconformances.NonconformanceCost.BookCost;
import org.vitrine.nonconformances.SharedReportRepository.SharedRow;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.json.Json;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Idempotency;
import org.vitrine.platform.web.Routes;

/**
 * What is done about nonconformances over HTTP: for staff, and the report for the companies that it
 * was shared with.
 */
final class CorrectionRoutes implements Routes {
  private final Database database;
  private final Corrections corrections;
  private final Guards guards;
  private final Idempotency idempotency;

  CorrectionRoutes(
      Database database, Corrections corrections, Guards guards, Idempotency idempotency) {
    this.database = database;
    this.corrections = corrections;
    this.guards = guards;
    this.idempotency = idempotency;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard staff = guards.may(Permission.RAISE_NONCONFORMANCES);
    Endpoint.Guard deciding = guards.may(Permission.CONTAIN);
    Endpoint.Guard readers = guards.may(Permission.READ_ORDERS);
    String one = "/api/nonconformances/:number";
    return List.of(
        Routes.get(one + "/corrections", staff, this::show),
        Routes.get(one + "/report", readers, this::report),
        Routes.put(one + "/report", staff, this::write),
        Routes.put(one + "/report/readers/:company", deciding, exchange -> share(exchange, true)),
        Routes.delete(
            one + "/report/readers/:company", deciding, exchange -> share(exchange, false)),
        Routes.get("/api/shared-reports", readers, this::shared),
        idempotency.once(Routes.post(one + "/corrections", deciding, this::raise)),
        Routes.put(one + "/actions/:action/purpose", deciding, this::name),
        idempotency.once(Routes.post(one + "/costs", deciding, this::book)),
        idempotency.once(Routes.post(one + "/costs/:entry/reversal", deciding, this::takeBack)));
  }

  private void show(Exchange exchange) {
    exchange.onlyQueries();
    reply(exchange, 200, NonconformanceRoutes.number(exchange));
  }

  private void reply(Exchange exchange, int status, NonconformanceNumber number) {
    exchange.reply(
        status, corrections.page(database, number).orElseThrow(NonconformanceDesk::nothing));
  }

  /** For staff any, for a company its own: what was not shared with it is not there. */
  private void report(Exchange exchange) {
    exchange.onlyQueries("company");
    NonconformanceNumber number = NonconformanceRoutes.number(exchange);
    Caller caller = exchange.caller(Caller.class);
    Optional<String> code = exchange.query("company");
    if (caller.may(Permission.RAISE_NONCONFORMANCES)) {
      exchange.reply(corrections.report(number, code.map(corrections.shares()::company)));
      return;
    }
    CompanyId company = company(caller).orElseThrow(NonconformanceDesk::nothing);
    if (code.isPresent() && !corrections.shares().isCalled(company, code.get())) {
      throw NonconformanceDesk.nothing();
    }
    exchange.reply(
        corrections.shares().read(company, number).orElseThrow(NonconformanceDesk::nothing));
  }

  private static Optional<CompanyId> company(Caller caller) {
    return caller instanceof Caller.SignedIn person ? person.company() : Optional.empty();
  }

  private void write(Exchange exchange) {
    NonconformanceNumber number = NonconformanceRoutes.number(exchange);
    corrections.write(
        number, exchange.body(WriteAnalysis.class), exchange.startedFrom(), guards.actor(exchange));
    reply(exchange, 200, number);
  }

  private void share(Exchange exchange, boolean shared) {
    NonconformanceNumber number = NonconformanceRoutes.number(exchange);
    corrections.share(
        number,
        corrections.shares().company(exchange.path("company")),
        shared,
        guards.actor(exchange));
    reply(exchange, 200, number);
  }

  /** Those that a company reads; staff find theirs at the nonconformances themselves. */
  private void shared(Exchange exchange) {
    exchange.onlyQueries("order");
    Optional<OrderNumber> order = exchange.query("order").map(OrderNumber::new);
    List<SharedRow> rows =
        company(exchange.caller(Caller.class))
            .map(company -> corrections.shares().ofCompany(company, order))
            .orElse(List.of());
    ObjectNode page = Json.object();
    ArrayNode reports = page.putArray("reports");
    for (SharedRow row : rows) {
      ObjectNode shown = reports.addObject();
      shown.set("number", row.body().get("number"));
      Optional.ofNullable(row.body().get("title")).ifPresent(title -> shown.set("title", title));
      shown.set("state", row.body().get("state"));
      shown.put("sharedAt", row.sharedAt().toString());
    }
    exchange.reply(page);
  }

  private void raise(Exchange exchange) {
    NonconformanceNumber number = NonconformanceRoutes.number(exchange);
    corrections.raise(number, exchange.body(RaiseCorrection.class), guards.actor(exchange));
    reply(exchange, 201, number);
  }

  private void name(Exchange exchange) {
    NonconformanceNumber number = NonconformanceRoutes.number(exchange);
    corrections.name(
        number, action(exchange), exchange.body(NamePurpose.class), guards.actor(exchange));
    reply(exchange, 200, number);
  }

  private static ActionNumber action(Exchange exchange) {
    return Optional.of(exchange.id("action"))
        .filter(number -> number > 0)
        .map(ActionNumber::new)
        .orElseThrow(NonconformanceDesk::nothing);
  }

  private void book(Exchange exchange) {
    NonconformanceNumber number = NonconformanceRoutes.number(exchange);
    corrections.book(number, exchange.body(BookCost.class), guards.actor(exchange));
    reply(exchange, 201, number);
  }

  /** Why an entry is taken back. */
  record TakeBackCost(String reason) {}

  private void takeBack(Exchange exchange) {
    NonconformanceNumber number = NonconformanceRoutes.number(exchange);
    corrections.takeBack(
        number,
        exchange.id("entry"),
        exchange.body(TakeBackCost.class).reason(),
        guards.actor(exchange));
    reply(exchange, 201, number);
  }
}
