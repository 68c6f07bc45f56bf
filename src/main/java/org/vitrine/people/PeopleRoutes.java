package org.vitrine.people;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.access.Role;
import org.vitrine.companies.Companies;
import org.vitrine.companies.Company;
import org.vitrine.companies.CompanyId;
import org.vitrine.mail.Bounce;
import org.vitrine.mail.Bounces;
import org.vitrine.platform.Paging;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;

/** Who may come in, over HTTP. */
public final class PeopleRoutes implements Routes {
  private static final int A_PAGE = 100;
  private static final int MOST_AT_ONCE = 500;
  private static final int MOST_COMPANIES = 1_000;

  private final People people;
  private final Companies companies;
  private final Bounces bounces;
  private final Guards guards;

  public PeopleRoutes(People people, Companies companies, Bounces bounces, Guards guards) {
    this.people = people;
    this.companies = companies;
    this.bounces = bounces;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    Endpoint.Guard inviters = guards.may(Permission.INVITE_PEOPLE);
    return List.of(
        Routes.get("/api/people", inviters, this::list),
        Routes.post("/api/people", inviters, this::invite),
        Routes.put("/api/people/:id", guards.may(Permission.MANAGE_PEOPLE), this::change),
        Routes.post("/api/people/:id/invitation", inviters, this::inviteAgain),
        Routes.delete("/api/people/:id/bounce", inviters, this::clearBounce));
  }

  /** Somebody who is to be invited; companies by their codes. */
  public record Invite(
      String name,
      String email,
      Role role,
      List<String> companies,
      Optional<String> language,
      Optional<String> zone) {}

  /**
   * What somebody is to be from now on.
   *
   * @param wasDisabled what whoever asks saw, so that what was done meanwhile is not undone unseen
   */
  public record ChangePerson(
      String name,
      Role role,
      List<String> companies,
      Optional<String> language,
      Optional<String> zone,
      Boolean disabled,
      Optional<Boolean> wasDisabled) {
    public ChangePerson {
      if (disabled == null) {
        throw new Rejection.Invalid("disabled", "Missing");
      }
    }
  }

  /**
   * A person as a list shows them.
   *
   * @param bounce present where their address has no mailbox
   */
  record ShownPerson(
      long id,
      String name,
      String email,
      Role role,
      List<Employer> companies,
      Optional<String> language,
      Optional<String> zone,
      boolean disabled,
      boolean secondFactor,
      boolean openId,
      Optional<Instant> seenAt,
      Optional<Bounce> bounce) {}

  /** A page of people. */
  record PeoplePage(List<ShownPerson> people, Optional<String> next) {}

  private void list(Exchange exchange) {
    exchange.onlyQueries("q", "role", "company", "after", "limit");
    Caller.SignedIn by = exchange.caller(Caller.SignedIn.class);
    Paging paging = exchange.paging(A_PAGE, MOST_AT_ONCE);
    List<People.Person> found =
        people.search(
            new PersonRepository.PersonSearch(
                Optional.empty(),
                exchange.query("q").filter(text -> !text.isBlank()),
                exchange.query("role").map(PeopleRoutes::role),
                exchange.query("company").filter(code -> !code.isBlank()),
                Optional.of(by.id()).filter(manager -> !by.may(Permission.MANAGE_PEOPLE)),
                paging.afterNumber(),
                paging.looked()));
    Paging.ListPart<People.Person> part = paging.part(found, People.Person::id);
    exchange.reply(new PeoplePage(shown(part.shown()), part.next()));
  }

  private void invite(Exchange exchange) {
    Invite wanted = exchange.body(Invite.class);
    if (requireRole(wanted.role()).isStaff()) {
      guards.requireRecentProof(exchange);
    }
    People.Person person =
        people.invite(
            exchange.caller(Caller.SignedIn.class),
            Guards.from(exchange),
            new Newcomer(
                wanted.name(),
                wanted.email(),
                wanted.role(),
                companies(wanted.companies()),
                Preferences.asked(wanted.language(), wanted.zone())));
    exchange.reply(201, shown(person));
  }

  private void change(Exchange exchange) {
    ChangePerson wanted = exchange.body(ChangePerson.class);
    PersonChange change =
        new PersonChange(
            wanted.name(),
            requireRole(wanted.role()),
            companies(wanted.companies()),
            Preferences.asked(wanted.language(), wanted.zone()),
            wanted.disabled(),
            wanted.wasDisabled());
    if (people.find(exchange.id("id")).filter(change::raises).isPresent()) {
      guards.requireRecentProof(exchange);
    }
    exchange.reply(
        shown(
            people.change(
                exchange.caller(Caller.SignedIn.class),
                Guards.from(exchange),
                exchange.id("id"),
                change)));
  }

  private void inviteAgain(Exchange exchange) {
    people.inviteAgain(
        exchange.caller(Caller.SignedIn.class), Guards.from(exchange), exchange.id("id"));
    exchange.replyEmpty();
  }

  /** Mails that are told to them are sent again; what is owed always was. */
  private void clearBounce(Exchange exchange) {
    People.Person person =
        people.requireVisible(exchange.caller(Caller.SignedIn.class), exchange.id("id"));
    bounces.clear(person.email());
    exchange.replyEmpty();
  }

  private ShownPerson shown(People.Person person) {
    return shown(List.of(person)).getFirst();
  }

  private List<ShownPerson> shown(List<People.Person> some) {
    Map<String, Bounce> bouncing = bounces.among(some.stream().map(People.Person::email).toList());
    return some.stream()
        .map(
            person ->
                shown(
                    person,
                    Optional.ofNullable(bouncing.get(person.email().toLowerCase(Locale.ROOT)))))
        .toList();
  }

  private ShownPerson shown(People.Person person, Optional<Bounce> bounce) {
    return new ShownPerson(
        person.id(),
        person.name(),
        person.email(),
        person.role(),
        person.companies().stream()
            .flatMap(id -> companies.find(id).stream())
            .map(company -> new Employer(company.code(), company.name()))
            .toList(),
        person.preferences().languageTag(),
        person.preferences().zoneName(),
        person.disabled(),
        person.hasSecondFactor(),
        person.hasLoginElsewhere(),
        person.seenAt(),
        bounce);
  }

  private List<CompanyId> companies(List<String> codes) {
    if (codes == null) {
      return List.of();
    }
    if (codes.size() > MOST_COMPANIES) {
      throw new Rejection.Invalid(
          "companies", "A person can belong to at most %d companies".formatted(MOST_COMPANIES));
    }
    return companies.requireAll(codes).stream().map(Company::id).toList();
  }

  private static Role requireRole(Role role) {
    if (role == null) {
      throw new Rejection.Invalid("role", "Missing");
    }
    return role;
  }

  private static Role role(String code) {
    try {
      return Role.of(code);
    } catch (IllegalArgumentException e) {
      throw new Rejection.Invalid("role", "There is no role “" + code + "”");
    }
  }
}
