package org.vitrine.people;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vitrine.access.Actor;
import org.vitrine.access.Audit;
import org.vitrine.access.AuditAction;
import org.vitrine.access.Caller;
import org.vitrine.access.Permission;
import org.vitrine.access.Revocations;
import org.vitrine.access.Role;
import org.vitrine.access.Sessions;
import org.vitrine.companies.Companies;
import org.vitrine.companies.CompanyId;
import org.vitrine.mail.Mailer;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;

/** The door to who may come in: contacts of companies, and staff. */
public final class People {
  private static final int MOST = 100_000;
  private static final int MOST_IN_A_COMPANY = 1_000;
  static final Actor COMMAND_LINE = Actor.system("command line");

  private final Database database;
  private final Sessions sessions;
  private final Companies employers;
  private final Audit audit;
  private final Revocations revocations;
  private final Clock clock;
  private final PersonRepository repository = new PersonRepository();
  private final Administrators administrators;
  private final CompanyManagers managers;
  private final PersonInvitations invitations;

  public People(
      Database database,
      Sessions sessions,
      Companies employers,
      Mailer mailer,
      Audit audit,
      Revocations revocations,
      Clock clock) {
    this.database = database;
    this.sessions = sessions;
    this.employers = employers;
    this.audit = audit;
    this.revocations = revocations;
    this.clock = clock;
    this.administrators = new Administrators(this, database, sessions, audit, repository);
    this.managers = new CompanyManagers(employers, sessions, revocations);
    this.invitations = new PersonInvitations(sessions.links(), mailer, audit, clock);
  }

  /** A person as an administrator sees one. */
  public record Person(
      long id,
      String name,
      String email,
      Role role,
      Preferences preferences,
      List<CompanyId> companies,
      boolean disabled,
      boolean hasPassword,
      boolean hasSecondFactor,
      boolean hasLoginElsewhere,
      Optional<Instant> seenAt) {

    /** The companies in their care. */
    Set<CompanyId> caresFor() {
      return CompanyManagers.caredFor(role, disabled, companies);
    }
  }

  /** Adds somebody, or changes whoever has this e-mail address. Returns the person's id. */
  public long save(Collection<CompanyId> companies, String name, String email, Role role) {
    return database.inTransaction(
        transaction -> {
          Optional<Person> before =
              repository
                  .byEmail(transaction, email)
                  .flatMap(known -> repository.lock(transaction, known));
          long person =
              repository.save(
                  transaction, name, PersonRules.requireEmail(email), role, clock.instant());
          repository.belongTo(transaction, person, companies);
          managers.personMoved(
              transaction,
              new CompanyManager(person, name),
              before.map(Person::caresFor).orElse(Set.of()),
              CompanyManagers.caredFor(
                  role, before.filter(Person::disabled).isPresent(), companies),
              COMMAND_LINE.name());
          revocations.personMayLess(transaction, person, COMMAND_LINE);
          audit.record(
              transaction,
              COMMAND_LINE,
              before.isEmpty() ? AuditAction.PERSON_INVITED : AuditAction.PERSON_CHANGED,
              email,
              Optional.empty(),
              Map.of("role", role.code()));
          return person;
        });
  }

  CompanyManagers managers() {
    return managers;
  }

  public Administrators administrators() {
    return administrators;
  }

  public Optional<Person> find(long id) {
    return repository.search(database, PersonRepository.PersonSearch.one(id)).stream().findFirst();
  }

  Optional<Person> byEmail(String email) {
    return repository.byEmail(database, email).flatMap(this::find);
  }

  /** People in the order in which they were added; to an account manager, their contacts only. */
  List<Person> search(PersonRepository.PersonSearch search) {
    return repository.search(database, search);
  }

  /** Adds somebody and sends them an invitation. */
  public Person invite(Caller.SignedIn by, Sessions.From from, Newcomer wanted) {
    PersonRules.requireName(wanted.name());
    long id =
        database.inTransaction(
            transaction -> {
              PersonRules.requireMaySet(
                  askedBy(transaction, by), wanted.role(), wanted.companies());
              if (repository.count(transaction) >= MOST) {
                throw new Rejection.Conflict(
                    "The limit of %d people has been reached".formatted(MOST));
              }
              long person = create(transaction, wanted);
              invitations.send(
                  transaction,
                  Actor.of(by, from),
                  person,
                  Map.of(
                      "role",
                      wanted.role().code(),
                      "companies",
                      names(transaction, wanted.companies())));
              managers.personMoved(
                  transaction,
                  new CompanyManager(person, wanted.name()),
                  Set.of(),
                  CompanyManagers.caredFor(wanted.role(), false, wanted.companies()),
                  by.actor());
              return person;
            });
    return find(id).orElseThrow();
  }

  /**
   * Adds somebody who proved their address by a link that was mailed to it, in the transaction of
   * what they came for. They sign in by that address later.
   */
  public long welcome(Queries transaction, Newcomer wanted) {
    PersonRules.requireName(wanted.name());
    if (repository.count(transaction) >= MOST) {
      throw new Rejection.Conflict("The limit of %d people has been reached".formatted(MOST));
    }
    long person = create(transaction, wanted);
    audit.record(
        transaction,
        Actor.person(person, wanted.name(), Sessions.From.NOWHERE),
        AuditAction.PERSON_INVITED,
        wanted.email(),
        wanted.companies().stream().findFirst(),
        Map.of("role", wanted.role().code()));
    return person;
  }

  private long create(Queries transaction, Newcomer wanted) {
    long person =
        repository
            .create(
                transaction,
                wanted.name(),
                PersonRules.requireEmail(wanted.email()),
                wanted.role(),
                clock.instant())
            .orElseThrow(PersonRules::addressTaken);
    repository.prefer(transaction, person, wanted.preferences());
    belongTo(transaction, person, wanted.companies());
    return person;
  }

  private void belongTo(Queries transaction, long person, Collection<CompanyId> companies) {
    repository.belongTo(transaction, person, companies);
    List<CompanyId> crowded = repository.companiesAbove(transaction, companies, MOST_IN_A_COMPANY);
    if (!crowded.isEmpty()) {
      throw new Rejection.Invalid(
          "companies",
          "%s has reached its limit of %d people"
              .formatted(names(transaction, crowded).getFirst(), MOST_IN_A_COMPANY));
    }
  }

  /** Sends the invitation again. */
  public void inviteAgain(Caller.SignedIn by, Sessions.From from, long id) {
    Person person = requireVisible(by, id);
    if (person.disabled()) {
      throw new Rejection.Conflict("This person is disabled");
    }
    database.inTransaction(
        transaction -> {
          invitations.sendAgain(transaction, Actor.of(by, from), person);
          return null;
        });
  }

  /** Changes somebody; whoever loses a right by it is signed out everywhere. For administrators. */
  public Person change(Caller.SignedIn by, Sessions.From from, long id, PersonChange wanted) {
    PersonRules.requireName(wanted.name());
    database.inTransaction(
        transaction -> {
          repository.lockAdministrators(transaction);
          Person asker = askedBy(transaction, by);
          if (!asker.role().may(Permission.MANAGE_PEOPLE)) {
            throw new Rejection.Forbidden("Only an administrator can change people");
          }
          PersonRules.requireMaySet(asker, wanted.role(), wanted.companies());
          Person before = repository.lock(transaction, id).orElseThrow(People::noSuchPerson);
          wanted.requireSeen(before);
          if (wanted.endsAnAdministrator(before)) {
            administrators.requireAnother(transaction, id);
          }
          if (!wanted.changesNothing(before)) {
            change(transaction, before, wanted, Actor.of(by, from));
            managers.personMoved(
                transaction,
                new CompanyManager(id, wanted.name()),
                before.caresFor(),
                CompanyManagers.caredFor(wanted.role(), wanted.disabled(), wanted.companies()),
                by.actor());
          }
          return null;
        });
    sessions.forgetCallers();
    return find(id).orElseThrow();
  }

  private void change(Queries transaction, Person before, PersonChange wanted, Actor by) {
    repository.change(
        transaction, before.id(), wanted.name(), wanted.role(), wanted.disabled(), clock.instant());
    repository.prefer(transaction, before.id(), wanted.preferences().or(before.preferences()));
    belongTo(transaction, before.id(), wanted.companies());
    if (wanted.takesARightFrom(before)) {
      sessions.endSessions(transaction, before.id());
      revocations.personMayLess(transaction, before.id(), by);
      sessions.changed(transaction);
    }
    audit.record(
        transaction,
        by,
        wanted.action(before),
        before.email(),
        Optional.empty(),
        wanted.detail(before, companies -> names(transaction, companies)));
  }

  /** How somebody wants to read from now on; it gives and takes no right, so no trail is kept. */
  public void prefer(Caller.SignedIn by, Preferences preferences) {
    repository.prefer(database, by.id(), preferences);
  }

  private List<String> names(Queries queries, Collection<CompanyId> ids) {
    return employers.names(queries, ids);
  }

  /** An account manager sees the contacts of the companies in their care, and nobody else. */
  Person requireVisible(Caller.SignedIn by, long id) {
    PersonRepository.PersonSearch search =
        new PersonRepository.PersonSearch(
            Optional.of(id),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(by.id()).filter(manager -> !by.may(Permission.MANAGE_PEOPLE)),
            Optional.empty(),
            1);
    return repository.search(database, search).stream()
        .findFirst()
        .orElseThrow(People::noSuchPerson);
  }

  /** Where the contacts of the companies in this account manager's care are written to. */
  public List<String> addressesOfContacts(Caller.SignedIn manager) {
    return repository.addressesOfContacts(database, manager.id());
  }

  private static Rejection noSuchPerson() {
    return new Rejection.NotFound("There is no such person");
  }

  /**
   * Who asks, as they are now and stay until this is done: what the guard saw may be a second old.
   */
  private Person askedBy(Queries transaction, Caller.SignedIn by) {
    return repository
        .hold(transaction, by.id())
        .filter(person -> !person.disabled())
        .orElseThrow(() -> new Rejection.Forbidden("You do not have permission to do this"));
  }
}
