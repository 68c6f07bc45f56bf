package org.vitrine.visits;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.companies.Companies;
import org.vitrine.companies.Company;
import org.vitrine.companies.CompanyId;
import org.vitrine.people.Colleagues;
import org.vitrine.people.Contacts;
import org.vitrine.photos.PhotoId;
import org.vitrine.photos.PhotoSize;
import org.vitrine.photos.Photos;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.json.Json;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Idempotency;
import org.vitrine.platform.web.Routes;
import org.vitrine.visits.ConfirmDesk.CorrectVisitLine;
import org.vitrine.visits.VisitCovers.SaveCover;

/** What was noted at visits, what the company says of it, and who covers whom, over HTTP. */
final class RecordRoutes implements Routes {
  private static final int MOST_OFFERED = 500;

  private final Visits visits;
  private final Database database;
  private final Companies companies;
  private final Photos photos;
  private final Guards guards;
  private final Idempotency idempotency;
  private final Colleagues colleagues = new Colleagues();
  private final Contacts contacts = new Contacts();

  RecordRoutes(
      Visits visits,
      Database database,
      Companies companies,
      Photos photos,
      Guards guards,
      Idempotency idempotency) {
    this.visits = visits;
    this.database = database;
    this.companies = companies;
    this.photos = photos;
    this.guards = guards;
    this.idempotency = idempotency;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard readers = guards.mayOneOf(Permission.READ_VISITS, Permission.CONFIRM_VISITS);
    Endpoint.Guard house = guards.may(Permission.READ_VISITS);
    Endpoint.Guard keepers = guards.may(Permission.KEEP_VISITS);
    Endpoint.Guard visited = guards.may(Permission.CONFIRM_VISITS);
    return List.of(
        Routes.post("/api/visits/:number/record", house, this::note),
        Routes.post("/api/visits/:number/corrections", visited, this::correct),
        Routes.post("/api/visits/:number/confirmation", visited, this::confirm),
        Routes.get("/api/visits/:number/photos/:id", readers, photo(PhotoSize.FULL)),
        Routes.get("/api/visits/:number/photos/:id/thumbnail", readers, photo(PhotoSize.THUMBNAIL)),
        Routes.get("/api/visit-choices", house, this::choices),
        Routes.get("/api/visit-covers", house, this::covers),
        idempotency.once(Routes.post("/api/visit-covers", keepers, this::cover)),
        Routes.delete("/api/visit-covers/:id", keepers, this::uncover));
  }

  /** The same again under its own id is answered as the first time, with 200. */
  private void note(Exchange exchange) {
    exchange.onlyQueries();
    VisitNumber number = VisitRoutes.number(exchange);
    boolean fresh =
        visits
            .recording()
            .note(
                VisitRoutes.house(exchange),
                number,
                exchange.body(NoteVisit.class),
                guards.actor(exchange));
    exchange.reply(fresh ? 201 : 200, page(exchange, number));
  }

  private void correct(Exchange exchange) {
    exchange.onlyQueries();
    VisitNumber number = VisitRoutes.number(exchange);
    CorrectVisitLine wanted = exchange.body(CorrectVisitLine.class);
    visits
        .confirming()
        .correct(exchange.caller(Caller.SignedIn.class), company(exchange), number, wanted);
    exchange.reply(page(exchange, number));
  }

  private void confirm(Exchange exchange) {
    exchange.onlyQueries();
    VisitNumber number = VisitRoutes.number(exchange);
    visits.confirming().confirm(exchange.caller(Caller.SignedIn.class), company(exchange), number);
    exchange.reply(page(exchange, number));
  }

  private static CompanyId company(Exchange exchange) {
    return exchange
        .caller(Caller.SignedIn.class)
        .company()
        .orElseThrow(() -> new Rejection.Forbidden("You belong to no company"));
  }

  private ObjectNode page(Exchange exchange, VisitNumber number) {
    return visits
        .lists()
        .reader()
        .one(VisitRoutes.audience(exchange), number)
        .orElseThrow(VisitDesk::notHere);
  }

  private Endpoint.Handler photo(PhotoSize size) {
    return exchange -> {
      VisitAudience audience = VisitRoutes.audience(exchange);
      PhotoId id = PhotoId.inAddress(exchange.path("id"));
      visits
          .lists()
          .reader()
          .one(audience, VisitRoutes.number(exchange))
          .filter(page -> shows(page, id))
          .orElseThrow(PhotoId::notFound);
      Photos.reply(
          exchange, photos.find(id, size, audience.company()).orElseThrow(PhotoId::notFound));
    };
  }

  private static boolean shows(ObjectNode page, PhotoId id) {
    return page.at("/record/photos").findValuesAsText("id").contains(id.text());
  }

  /** Whom a form offers: colleagues, companies, and the contacts of one. */
  private void choices(Exchange exchange) {
    exchange.onlyQueries("company");
    ObjectNode offered = Json.object();
    ArrayNode staff = offered.putArray("staff");
    colleagues
        .active(database, MOST_OFFERED)
        .forEach(
            one ->
                staff
                    .addObject()
                    .put("id", one.id())
                    .put("name", one.name())
                    .put("email", one.email()));
    ArrayNode all = offered.putArray("companies");
    companies.all().stream()
        .limit(MOST_OFFERED)
        .forEach(one -> all.addObject().put("code", one.code()).put("name", one.name()));
    exchange
        .query("company")
        .map(companies::require)
        .ifPresent(company -> addContacts(offered, company));
    exchange.reply(offered);
  }

  private void addContacts(ObjectNode offered, Company company) {
    ArrayNode people = offered.putArray("contacts");
    contacts
        .named(database, company.id(), VisitGuests.MOST_CONTACTS)
        .forEach(one -> people.addObject().put("name", one.name()).put("email", one.email()));
  }

  private void covers(Exchange exchange) {
    exchange.onlyQueries();
    ObjectNode page = Json.object();
    ArrayNode covers = page.putArray("covers");
    visits.covers().coming().forEach(one -> covers.add(VisitLists.shown(one)));
    exchange.reply(page);
  }

  private void cover(Exchange exchange) {
    exchange.onlyQueries();
    exchange.reply(
        201,
        VisitLists.shown(
            visits.covers().save(exchange.body(SaveCover.class), guards.actor(exchange))));
  }

  private void uncover(Exchange exchange) {
    exchange.onlyQueries();
    visits.covers().remove(exchange.id("id"));
    exchange.replyEmpty();
  }
}
