package org.vitrine.accounts;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;

/** The door for people, their sessions and integrators' keys: who is asking. */
public final class Access {
  private static final Duration LINK_LASTS = Duration.ofMinutes(15);
  private static final Duration SESSION_LASTS = Duration.ofDays(30);
  private static final Duration SESSION_IDLES = Duration.ofHours(12);

  /** A right that was taken away is gone everywhere within this. */
  private static final Duration BELIEVED_FOR = Duration.ofSeconds(2);

  private final Database database;
  private final Clock clock;
  private final AccessRepository repository = new AccessRepository();
  private final Cache<Token, Optional<Caller>> callers =
      Caffeine.newBuilder().expireAfterWrite(BELIEVED_FOR).maximumSize(100_000).build();

  public Access(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Adds somebody, or changes whoever has this e-mail address. Returns the person's id. */
  public long savePerson(Optional<CompanyId> company, String name, String email, Role role) {
    return repository.savePerson(database, company, name, email, role, clock.instant());
  }

  /** The first administrator there is, if any. */
  public Optional<Long> anyAdministrator() {
    return repository.anyAdministrator(database);
  }

  /** A link that signs this person in, once, within 15 minutes. */
  public Token signInLink(long person) {
    return signInLink(person, LINK_LASTS);
  }

  public Token signInLink(long person, Duration lasts) {
    Token token = Token.random();
    repository.addLink(database, token, person, clock.instant().plus(lasts));
    return token;
  }

  /** A link for the administrator, who is made if there is none. */
  public Token administratorLink() {
    return signInLink(
        anyAdministrator()
            .orElseGet(
                () ->
                    savePerson(
                        Optional.empty(),
                        "Administrator",
                        "administrator@localhost",
                        Role.ADMINISTRATOR)));
  }

  /** A session that was opened: its secret, and for whom. */
  public record Opened(Token session, Caller.Person person) {}

  /**
   * Signs in by a one-time link. A link that is unknown, used or expired is {@link Rejection.Gone}.
   */
  public Opened signIn(Token link) {
    return database.inTransaction(
        transaction -> {
          Instant now = clock.instant();
          Caller.Person person =
              repository
                  .useLink(transaction, link, now)
                  .flatMap(id -> repository.person(transaction, id))
                  .orElseThrow(
                      () ->
                          new Rejection.Gone(
                              "This link was used or has expired; ask for a new one"));
          Token session = Token.random();
          repository.openSession(
              transaction, session, "person", person.id(), now, now.plus(SESSION_LASTS));
          return new Opened(session, person);
        });
  }

  /** A session for whoever holds a glass link. */
  public Token openGlass(long link, Instant until) {
    Token session = Token.random();
    repository.openSession(database, session, "glass", link, clock.instant(), until);
    return session;
  }

  public void signOut(Token session) {
    repository.closeSession(database, session);
    callers.invalidate(session);
  }

  /** Who holds this session; asked of the database at most once in two seconds. */
  public Optional<Caller> bySession(Token session) {
    return remembered(
        session,
        () ->
            repository
                .session(database, session, clock.instant(), SESSION_IDLES)
                .flatMap(
                    found ->
                        found.kind().equals("glass")
                            ? Optional.of(new Caller.Glass(found.subject()))
                            : repository.person(database, found.subject())));
  }

  /** Whose key this is; asked of the database at most once in two seconds. */
  public Optional<Caller> byKey(Token key) {
    return remembered(key, () -> repository.key(database, key, clock.instant()));
  }

  /** Who it was within the last two seconds, if that is known without asking the database. */
  public Optional<Caller> remembered(Token token) {
    Optional<Caller> known = callers.getIfPresent(token);
    return known == null ? Optional.empty() : known;
  }

  private Optional<Caller> remembered(Token token, Supplier<Optional<? extends Caller>> ask) {
    Optional<Caller> known = callers.getIfPresent(token);
    if (known == null) {
      known = ask.get().map(caller -> caller);
      callers.put(token, known);
    }
    return known;
  }

  /** A new key for an integrator's program; the secret is shown this once. */
  public Token createKey(String name) {
    if (!name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,59}")) {
      throw new Rejection.Invalid(
          "name", "A key name is 1 to 60 letters, digits, spaces, dots, dashes or underscores");
    }
    Token token = Token.random();
    if (!repository.addKey(database, name, token, clock.instant())) {
      throw new Rejection.Conflict("There is a key called «" + name + "»");
    }
    return token;
  }
}
