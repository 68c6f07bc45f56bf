package org.vitrine.signin;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.OwnSessions;
import org.vitrine.access.Permission;
import org.vitrine.access.Sessions;
import org.vitrine.companies.Companies;
import org.vitrine.companies.Company;
import org.vitrine.companies.CompanyId;
import org.vitrine.people.Employer;
import org.vitrine.people.People;
import org.vitrine.people.Preferences;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;
import org.vitrine.platform.web.Viewers;

/** One's sessions, and who one is. */
public final class SessionRoutes implements Routes, Viewers {
  private final Sessions sessions;
  private final OwnSessions own;
  private final People people;
  private final Companies companies;
  private final Guards guards;
  private final String manufacturer;

  public SessionRoutes(
      Sessions sessions,
      OwnSessions own,
      People people,
      Companies companies,
      Guards guards,
      String manufacturer) {
    this.sessions = sessions;
    this.own = own;
    this.people = people;
    this.companies = companies;
    this.guards = guards;
    this.manufacturer = manufacturer;
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Routes.get("/api/me", guards.everyCaller(), this::me),
        Routes.put("/api/me/company", guards.may(Permission.KEEP_ACCOUNT), this::switchCompany),
        Routes.put("/api/me/preferences", guards.may(Permission.KEEP_ACCOUNT), this::prefer),
        Routes.delete("/api/session", guards.anyone(), this::signOut),
        Routes.get("/api/sessions", guards.may(Permission.KEEP_ACCOUNT), this::list),
        Routes.delete("/api/sessions", guards.may(Permission.KEEP_ACCOUNT), this::endOthers),
        Routes.delete("/api/sessions/:id", guards.may(Permission.KEEP_ACCOUNT), this::end));
  }

  /** Who one is. */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  public record Me(
      String name,
      Optional<String> email,
      String role,
      Optional<Employer> company,
      List<Employer> companies,
      Optional<String> language,
      Optional<String> zone,
      boolean hasPassword,
      boolean secondFactor,
      String manufacturer,
      Set<Permission> can) {}

  private void me(Exchange exchange) {
    exchange.reply(me(exchange.caller(Caller.class)));
  }

  @Override
  public boolean mayBeKnown(Exchange exchange) {
    return guards.ownSession(exchange).isPresent();
  }

  @Override
  public Optional<Object> viewer(Exchange exchange) {
    guards.may(Permission.KEEP_ACCOUNT).admit(exchange);
    return Optional.of(me(exchange.caller(Caller.class)));
  }

  /** Who this caller is, as the pages show it. */
  public Me me(Caller caller) {
    return switch (caller) {
      case Caller.SignedIn person -> {
        People.Person found =
            people
                .find(person.id())
                .orElseThrow(() -> new Rejection.Unauthenticated("Please sign in"));
        yield new Me(
            person.name(),
            Optional.of(found.email()),
            person.role().code(),
            person.company().flatMap(companies::find).map(SessionRoutes::employer),
            found.companies().stream()
                .flatMap(id -> companies.find(id).stream())
                .map(SessionRoutes::employer)
                .toList(),
            found.preferences().languageTag(),
            found.preferences().zoneName(),
            found.hasPassword(),
            found.hasSecondFactor(),
            manufacturer,
            person.permissions());
      }
      case Caller.Key key -> nobody(key.name(), "key", key);
      case Caller.GlassHolder glass -> nobody("", "glass", glass);
      case Caller.Station station -> nobody(station.name(), "station", station);
    };
  }

  private Me nobody(String name, String role, Caller caller) {
    return new Me(
        name,
        Optional.empty(),
        role,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        manufacturer,
        caller.permissions());
  }

  private static Employer employer(Company company) {
    return new Employer(company.code(), company.name());
  }

  /** The company that a contact wants to work for now. */
  public record WorkFor(String code) {}

  private void switchCompany(Exchange exchange) {
    String code = exchange.body(WorkFor.class).code();
    Caller.SignedIn person = exchange.caller(Caller.SignedIn.class);
    CompanyId company =
        own.switchCompany(
            person,
            Guards.from(exchange),
            guards.session(exchange).orElseThrow(),
            code == null ? "" : code);
    exchange.reply(
        me(new Caller.SignedIn(person.id(), person.name(), person.role(), Optional.of(company))));
  }

  /** How somebody wants to read; what is absent follows the house. */
  public record Prefer(Optional<String> language, Optional<String> zone) {}

  private void prefer(Exchange exchange) {
    Prefer wanted = exchange.body(Prefer.class);
    Caller.SignedIn person = exchange.caller(Caller.SignedIn.class);
    people.prefer(person, Preferences.asked(wanted.language(), wanted.zone()));
    exchange.reply(me(person));
  }

  /**
   * Gives the browser its new session and ends the one that it had: a planted session is worth
   * nothing.
   */
  public Me admit(Exchange exchange, Sessions.Opened opened) {
    guards.ownSession(exchange).ifPresent(sessions::replace);
    exchange.response().headers().add("Set-Cookie", guards.cookie(opened.session()));
    return me(opened.person());
  }

  private void signOut(Exchange exchange) {
    guards.session(exchange).ifPresent(session -> sessions.signOut(session, Guards.from(exchange)));
    exchange.response().putHeader("Set-Cookie", guards.noCookie(exchange));
    exchange.replyEmpty();
  }

  private void list(Exchange exchange) {
    exchange.reply(
        Map.of(
            "sessions",
            sessions.sessions(exchange.caller(Caller.SignedIn.class), guards.session(exchange))));
  }

  private void end(Exchange exchange) {
    own.end(exchange.caller(Caller.SignedIn.class), Guards.from(exchange), exchange.id("id"));
    exchange.replyEmpty();
  }

  private void endOthers(Exchange exchange) {
    own.endOthers(
        exchange.caller(Caller.SignedIn.class),
        Guards.from(exchange),
        guards.session(exchange).orElseThrow());
    exchange.replyEmpty();
  }
}
