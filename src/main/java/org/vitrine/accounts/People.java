package org.vitrine.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;

/** The door to who may come in: contacts of companies, and staff. */
public final class People {
  private static final Duration INVITATION_LASTS = Duration.ofDays(7);
  private static final Pattern EMAIL =
      Pattern.compile(
          "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,190}[A-Za-z0-9])");

  private final Database database;
  private final Access access;
  private final Letters letters;
  private final Audit audit;
  private final LostRights lostRights;
  private final Clock clock;
  private final PersonRepository repository = new PersonRepository();
  private final CompanyRepository employers = new CompanyRepository();

  public People(
      Database database,
      Access access,
      Letters letters,
      Audit audit,
      LostRights lostRights,
      Clock clock) {
    this.database = database;
    this.access = access;
    this.letters = letters;
    this.audit = audit;
    this.lostRights = lostRights;
    this.clock = clock;
  }

  /** A person as an administrator sees one. */
  public record Somebody(
      long id,
      String name,
      String email,
      Role role,
      List<CompanyId> companies,
      boolean disabled,
      boolean hasPassword,
      boolean hasSecondFactor,
      Optional<Instant> seenAt) {}

  /** Adds somebody, or changes whoever has this e-mail address. Returns the person's id. */
  public long save(Collection<CompanyId> companies, String name, String email, Role role) {
    return database.inTransaction(
        transaction -> {
          long person =
              repository.save(transaction, name, requireEmail(email), role, clock.instant());
          repository.belongTo(transaction, person, companies);
          lostRights.personMayLess(transaction, person, Actor.system("command line"));
          return person;
        });
  }

  /** The first administrator there is, if any. */
  public Optional<Long> anyAdministrator() {
    return repository.anyAdministrator(database);
  }

  /** The first administrator; made where there is none. */
  public long administrator() {
    return anyAdministrator()
        .orElseGet(
            () -> save(List.of(), "Administrator", "administrator@localhost", Role.ADMINISTRATOR));
  }

  public Optional<Somebody> find(long id) {
    return repository.search(database, PersonRepository.Search.one(id)).stream().findFirst();
  }

  Optional<Somebody> byEmail(String email) {
    return repository.byEmail(database, email).flatMap(this::find);
  }

  /** People in the order in which they were added; to an account manager, their contacts only. */
  List<Somebody> search(PersonRepository.Search search) {
    return repository.search(database, search);
  }

  /** Adds somebody and sends them an invitation. */
  public Somebody invite(
      Caller.Person by,
      Access.From from,
      String name,
      String email,
      Role role,
      Collection<CompanyId> companies) {
    requireName(name);
    long id =
        database.inTransaction(
            transaction -> {
              requireMaySet(askedBy(transaction, by), role, companies);
              long person =
                  repository
                      .create(transaction, name, requireEmail(email), role, clock.instant())
                      .orElseThrow(
                          () ->
                              new Rejection.Conflict(
                                  "Somebody with this e-mail address is here already"));
              repository.belongTo(transaction, person, companies);
              sendInvitation(
                  transaction,
                  Actor.of(by, from),
                  person,
                  name,
                  email,
                  Map.of("role", role.code(), "companies", names(transaction, companies)));
              return person;
            });
    return find(id).orElseThrow();
  }

  /** Sends the invitation again. */
  public void inviteAgain(Caller.Person by, Access.From from, long id) {
    Somebody somebody = requireVisible(by, id);
    if (somebody.disabled()) {
      throw new Rejection.Conflict("This person is disabled");
    }
    database.inTransaction(
        transaction -> {
          sendInvitation(
              transaction,
              Actor.of(by, from),
              id,
              somebody.name(),
              somebody.email(),
              Map.of("again", true));
          return null;
        });
  }

  private void sendInvitation(
      Queries transaction,
      Actor by,
      long person,
      String name,
      String email,
      Map<String, ?> detail) {
    access.endLinks(transaction, person);
    letters.invite(
        transaction, email, name, access.signInLink(transaction, person, INVITATION_LASTS));
    audit.record(transaction, by, AuditAction.PERSON_INVITED, email, Optional.empty(), detail);
  }

  /** Changes somebody; whoever loses a right by it is signed out everywhere. For administrators. */
  public Somebody change(
      Caller.Person by,
      Access.From from,
      long id,
      String name,
      Role role,
      Collection<CompanyId> companies,
      boolean disabled) {
    requireName(name);
    database.inTransaction(
        transaction -> {
          repository.lockAdministrators(transaction);
          Somebody asker = askedBy(transaction, by);
          if (asker.role() != Role.ADMINISTRATOR) {
            throw new Rejection.Forbidden("Only an administrator changes people");
          }
          requireMaySet(asker, role, companies);
          Somebody before = repository.lock(transaction, id).orElseThrow(People::noSuchPerson);
          repository.change(transaction, id, name, role, disabled, clock.instant());
          repository.belongTo(transaction, id, companies);
          repository
              .anyAdministrator(transaction)
              .orElseThrow(
                  () -> new Rejection.Conflict("There would be no administrator any more"));
          if (losesARight(before, role, companies, disabled)) {
            access.endSessions(transaction, id);
            lostRights.personMayLess(transaction, id, Actor.of(by, from));
            access.changed(transaction);
          }
          audit.record(
              transaction,
              Actor.of(by, from),
              disabled && !before.disabled()
                  ? AuditAction.PERSON_DISABLED
                  : AuditAction.PERSON_CHANGED,
              before.email(),
              Optional.empty(),
              changed(transaction, before, role, companies));
          return null;
        });
    access.forgetCallers();
    return find(id).orElseThrow();
  }

  private Map<String, Object> changed(
      Queries transaction, Somebody before, Role role, Collection<CompanyId> companies) {
    return Map.of(
        "role",
        Map.of("before", before.role().code(), "after", role.code()),
        "companies",
        Map.of(
            "before", names(transaction, before.companies()),
            "after", names(transaction, companies)));
  }

  private List<String> names(Queries queries, Collection<CompanyId> ids) {
    return employers.find(queries, ids).stream().map(Company::name).sorted().toList();
  }

  private static boolean losesARight(
      Somebody before, Role role, Collection<CompanyId> companies, boolean disabled) {
    return disabled && !before.disabled()
        || role != before.role()
        || !companies.containsAll(before.companies());
  }

  /** An account manager sees the contacts of the companies in their care, and nobody else. */
  Somebody requireVisible(Caller.Person by, long id) {
    PersonRepository.Search search =
        new PersonRepository.Search(
            Optional.of(id),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(by.id()).filter(manager -> by.role() != Role.ADMINISTRATOR),
            Optional.empty(),
            1);
    return repository.search(database, search).stream()
        .findFirst()
        .orElseThrow(People::noSuchPerson);
  }

  private static Rejection noSuchPerson() {
    return new Rejection.NotFound("There is no such person here");
  }

  /**
   * Who asks, as they are now and stay until this is done: what the gate saw may be a second old.
   */
  private Somebody askedBy(Queries transaction, Caller.Person by) {
    return repository
        .hold(transaction, by.id())
        .filter(somebody -> !somebody.disabled())
        .orElseThrow(() -> new Rejection.Forbidden("Your role does not include this"));
  }

  private static void requireMaySet(Somebody by, Role role, Collection<CompanyId> companies) {
    if (!role.isStaff() && companies.isEmpty()) {
      throw new Rejection.Invalid("companies", "A contact belongs to at least one company");
    }
    if (by.role() == Role.ADMINISTRATOR) {
      return;
    }
    if (by.role() != Role.ACCOUNT_MANAGER
        || role.isStaff()
        || !by.companies().containsAll(companies)) {
      throw new Rejection.Forbidden("You may invite the contacts of the companies in your care");
    }
  }

  private static void requireName(String name) {
    if (name == null
        || name.isBlank()
        || name.length() > 100
        || name.chars().anyMatch(Character::isISOControl)) {
      throw new Rejection.Invalid("name", "A person has a name of up to 100 characters");
    }
  }

  private static String requireEmail(String email) {
    if (email == null || !EMAIL.matcher(email).matches() || email.contains("..")) {
      throw new Rejection.Invalid("email", "This is not an e-mail address");
    }
    return email.toLowerCase(Locale.ROOT);
  }
}
