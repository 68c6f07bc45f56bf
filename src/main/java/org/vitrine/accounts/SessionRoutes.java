package org.vitrine.accounts;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;

/** One's sessions, and who one is. */
public final class SessionRoutes implements Routes {
  private final Access access;
  private final OwnSessions own;
  private final People people;
  private final Companies companies;
  private final Gates gates;
  private final String manufacturer;

  public SessionRoutes(
      Access access,
      OwnSessions own,
      People people,
      Companies companies,
      Gates gates,
      String manufacturer) {
    this.access = access;
    this.own = own;
    this.people = people;
    this.companies = companies;
    this.gates = gates;
    this.manufacturer = manufacturer;
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Routes.get("/api/me", gates.everyCaller(), this::me),
        Routes.put("/api/me/company", gates.people(), this::switchCompany),
        Routes.delete("/api/session", gates.anyone(), this::signOut),
        Routes.get("/api/sessions", gates.people(), this::list),
        Routes.delete("/api/sessions", gates.people(), this::endOthers),
        Routes.delete("/api/sessions/:id", gates.people(), this::end));
  }

  /** Who one is. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Me(
      String name,
      Optional<String> email,
      String role,
      Optional<Employer> company,
      List<Employer> companies,
      boolean hasPassword,
      boolean secondFactor,
      String manufacturer) {}

  /** A company one belongs to. */
  public record Employer(String code, String name) {}

  private void me(Exchange exchange) {
    exchange.response().putHeader("Cache-Control", "no-store");
    exchange.reply(me(exchange.caller(Caller.class)));
  }

  /** Who this caller is, as the pages show it. */
  public Me me(Caller caller) {
    return switch (caller) {
      case Caller.Person person -> {
        People.Somebody somebody =
            people
                .find(person.id())
                .orElseThrow(() -> new Rejection.Unauthenticated("Please sign in"));
        yield new Me(
            person.name(),
            Optional.of(somebody.email()),
            person.role().code(),
            person.company().flatMap(companies::find).map(SessionRoutes::employer),
            somebody.companies().stream()
                .flatMap(id -> companies.find(id).stream())
                .map(SessionRoutes::employer)
                .toList(),
            somebody.hasPassword(),
            somebody.hasSecondFactor(),
            manufacturer);
      }
      case Caller.Key key -> nobody(key.name(), "key");
      case Caller.Glass glass -> nobody("", "glass");
    };
  }

  private Me nobody(String name, String role) {
    return new Me(
        name, Optional.empty(), role, Optional.empty(), List.of(), false, false, manufacturer);
  }

  private static Employer employer(Company company) {
    return new Employer(company.code(), company.name());
  }

  /** The company that a contact wants to work for now. */
  public record WorkFor(String code) {}

  private void switchCompany(Exchange exchange) {
    String code = exchange.body(WorkFor.class).code();
    Caller.Person person = exchange.caller(Caller.Person.class);
    CompanyId company =
        own.switchCompany(
            person,
            from(exchange),
            gates.session(exchange).orElseThrow(),
            code == null ? "" : code);
    exchange.reply(
        me(new Caller.Person(person.id(), person.name(), person.role(), Optional.of(company))));
  }

  /**
   * Gives the browser its new session and ends the one that it had: a planted session is worth
   * nothing.
   */
  public Me admit(Exchange exchange, Access.Opened opened) {
    gates.ownSession(exchange).ifPresent(access::replace);
    exchange.response().headers().add("Set-Cookie", gates.cookie(opened.session()));
    exchange.response().putHeader("Cache-Control", "no-store");
    return me(opened.person());
  }

  /** Where a request comes from, for one's list of sessions. */
  public static Access.From from(Exchange exchange) {
    return new Access.From(
        exchange.header("User-Agent").map(Devices::named).orElse("unknown"),
        exchange.remoteAddress());
  }

  private void signOut(Exchange exchange) {
    gates.session(exchange).ifPresent(session -> access.signOut(session, from(exchange)));
    exchange.response().putHeader("Set-Cookie", gates.noCookie(exchange));
    exchange.replyEmpty();
  }

  private void list(Exchange exchange) {
    exchange.response().putHeader("Cache-Control", "no-store");
    exchange.reply(
        Map.of(
            "sessions",
            access.sessions(exchange.caller(Caller.Person.class), gates.session(exchange))));
  }

  private void end(Exchange exchange) {
    own.end(exchange.caller(Caller.Person.class), from(exchange), exchange.id("id"));
    exchange.replyEmpty();
  }

  private void endOthers(Exchange exchange) {
    own.endOthers(
        exchange.caller(Caller.Person.class),
        from(exchange),
        gates.session(exchange).orElseThrow());
    exchange.replyEmpty();
  }
}
