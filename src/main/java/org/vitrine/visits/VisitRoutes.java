package org.vitrine.visits;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.companies.Companies;
import org.vitrine.companies.Company;
import org.vitrine.companies.CompanyId;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Paging;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Idempotency;
import org.vitrine.platform.web.Routes;
import org.vitrine.visits.VisitAudience.ForVisiting;
import org.vitrine.visits.VisitListRepository.VisitSearch;

/** Planning visits and reading them, over HTTP. */
final class VisitRoutes implements Routes {
  private static final int MOST_AT_ONCE = 200;

  private final Visits visits;
  private final Database database;
  private final Companies companies;
  private final Guards guards;
  private final Idempotency idempotency;
  private final ZoneId zone;
  private final Clock clock;
  private final VisitGuests guests = new VisitGuests();

  VisitRoutes(
      Visits visits,
      Database database,
      Companies companies,
      Guards guards,
      Idempotency idempotency,
      ZoneId zone,
      Clock clock) {
    this.visits = visits;
    this.database = database;
    this.companies = companies;
    this.guards = guards;
    this.idempotency = idempotency;
    this.zone = zone;
    this.clock = clock;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard readers = guards.mayOneOf(Permission.READ_VISITS, Permission.CONFIRM_VISITS);
    Endpoint.Guard house = guards.may(Permission.READ_VISITS);
    Endpoint.Guard keepers = guards.may(Permission.KEEP_VISITS);
    return List.of(
        idempotency.once(Routes.post("/api/visits", keepers, this::plan)),
        Routes.get("/api/visits", readers, this::list),
        Routes.get("/api/visits/:number", readers, this::show),
        Routes.put("/api/visits/:number", house, this::edit),
        idempotency.once(Routes.post("/api/visits/:number/outcome", house, this::outcome)),
        Routes.get("/api/visits/:number/preparation", house, this::prepare),
        Routes.get("/api/visit-round", house, this::round),
        Routes.get("/api/visit-dues", house, this::overdue));
  }

  private void plan(Exchange exchange) {
    exchange.onlyQueries();
    VisitNumber number = visits.desk().plan(exchange.body(PlanVisit.class), guards.actor(exchange));
    exchange.response().putHeader("Location", "/api/visits/" + number);
    exchange.reply(201, page(exchange, number));
  }

  private void list(Exchange exchange) {
    exchange.onlyQueries("company", "state", "by", "from", "until", "after", "limit");
    VisitAudience audience = audience(exchange);
    Paging paging = exchange.paging(50, MOST_AT_ONCE);
    Optional<LocalDate> from = exchange.query("from").map(text -> day("from", text));
    Optional<LocalDate> until = exchange.query("until").map(text -> day("until", text));
    if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
      throw new Rejection.Invalid("until", "That is before “from”");
    }
    exchange.reply(
        visits
            .lists()
            .search(
                audience,
                new VisitSearch(
                    audience.company(),
                    exchange.query("company").map(code -> company(audience, code)),
                    exchange.query("state").map(VisitRoutes::state),
                    exchange.query("by").map(who -> person(audience, exchange, who)),
                    from.map(this::morning),
                    until.map(day -> morning(day.plusDays(1))),
                    paging.afterNumber(),
                    paging.looked()),
                paging));
  }

  private CompanyId company(VisitAudience audience, String code) {
    requireHouse(audience);
    return companies.find(code).map(Company::id).orElseThrow(() -> noCompany(code));
  }

  private static Rejection noCompany(String code) {
    return new Rejection.Invalid("company", "There is no company “%s”".formatted(Excerpt.of(code)));
  }

  private long person(VisitAudience audience, Exchange exchange, String who) {
    requireHouse(audience);
    return guests.colleague(database, "by", Optional.of(who), guards.actor(exchange)).id();
  }

  private static void requireHouse(VisitAudience audience) {
    if (!(audience instanceof ForVisiting)) {
      throw new Rejection.Forbidden("You read the visits to your own company");
    }
  }

  private static VisitState state(String code) {
    try {
      return VisitState.of(code);
    } catch (Rejection.Invalid unknown) {
      throw new Rejection.Invalid("state", unknown.getMessage());
    }
  }

  private Instant morning(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  private static LocalDate day(String field, String text) {
    try {
      LocalDate day = LocalDate.parse(text);
      if (day.getYear() >= 2000 && day.getYear() <= 2200) {
        return day;
      }
    } catch (DateTimeParseException noDay) {
      // Said below, as for a day out of range.
    }
    throw new Rejection.Invalid(
        field, "“%s” is not a day such as 2026-12-08".formatted(Excerpt.of(text)));
  }

  private void show(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(page(exchange, number(exchange)));
  }

  private ObjectNode page(Exchange exchange, VisitNumber number) {
    return visits.lists().reader().one(audience(exchange), number).orElseThrow(VisitDesk::notHere);
  }

  private void edit(Exchange exchange) {
    exchange.onlyQueries();
    VisitNumber number = number(exchange);
    visits
        .desk()
        .edit(
            house(exchange),
            number,
            exchange.body(EditVisit.class),
            exchange.startedFrom(),
            guards.actor(exchange));
    exchange.reply(page(exchange, number));
  }

  /** What became of a visit that did not take place. */
  record VisitOutcome(VisitState outcome, String reason) {}

  private void outcome(Exchange exchange) {
    exchange.onlyQueries();
    VisitNumber number = number(exchange);
    VisitOutcome said = exchange.body(VisitOutcome.class);
    Optional<Long> seen = exchange.startedFrom();
    if (said.outcome() == VisitState.MISSED) {
      visits.desk().miss(house(exchange), number, said.reason(), seen, guards.actor(exchange));
    } else if (said.outcome() == VisitState.CANCELLED) {
      visits.desk().cancel(house(exchange), number, said.reason(), seen, guards.actor(exchange));
    } else {
      throw new Rejection.Invalid(
          "outcome", "Say missed or cancelled; that it was made is said by its record");
    }
    exchange.reply(page(exchange, number));
  }

  private void prepare(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(visits.preparation().sheet(number(exchange)));
  }

  private void round(Exchange exchange) {
    exchange.onlyQueries("from", "by");
    exchange.reply(
        visits
            .lists()
            .round(
                house(exchange),
                guests.colleague(database, "by", exchange.query("by"), guards.actor(exchange)),
                exchange.query("from").map(text -> day("from", text)),
                LocalDate.ofInstant(clock.instant(), zone)));
  }

  private void overdue(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(visits.lists().overduePage(house(exchange)));
  }

  static VisitAudience audience(Exchange exchange) {
    return VisitAudience.require(exchange.caller(Caller.class));
  }

  /** The guard lets only the house in. */
  static ForVisiting house(Exchange exchange) {
    return (ForVisiting) audience(exchange);
  }

  static VisitNumber number(Exchange exchange) {
    return VisitNumber.of(exchange.path("number")).orElseThrow(VisitDesk::notHere);
  }
}
