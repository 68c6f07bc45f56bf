package org.vitrine.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.vitrine.platform.BatchLoader;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.Sweeps;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;

/** The door to sessions: who is asking, and until when they may. */
public final class Sessions {
  public static final Duration SESSION_LASTS = Duration.ofDays(30);

  /** A station is set up once; this long after it came last, it is set up anew. */
  public static final Duration STATION_LASTS = Duration.ofDays(400);

  /** Screens of one station: one more ends the one that was not used for longest. */
  private static final long SESSIONS_OF_A_STATION = 10;

  /** Whoever signs in once more ends the one that was not used for longest. */
  private static final int SESSIONS_AT_MOST = 100;

  private static final Duration SESSION_IDLES = Duration.ofHours(12);
  private static final Duration SEEN_EVERY = Duration.ofMinutes(1);
  private static final long SESSIONS_OF_A_LINK = 500;
  private static final Duration PROOF_LASTS = Duration.ofMinutes(10);

  private final Database database;
  private final Keys keys;
  private final Audit audit;
  private final Clock clock;
  private final SessionRepository repository = new SessionRepository();
  private final SignInLinks links;
  private final SessionProofs proofs;

  /** Apart, since a secret lets in only as what it was made for. */
  private final Callers bySession = new Callers();

  private final BatchLoader<Token, SessionRepository.Found> sessions =
      new BatchLoader<>(this::find);

  private final Callers byKey = new Callers();

  public Sessions(Database database, Keys keys, Audit audit, Clock clock) {
    this.database = database;
    this.keys = keys;
    this.audit = audit;
    this.clock = clock;
    this.links = new SignInLinks(database, clock);
    this.proofs = new SessionProofs(clock);
  }

  /** Where somebody signs in from: what the browser calls itself, and the address it comes from. */
  public record From(String device, String address) {
    public static final From NOWHERE = new From(null, null);
  }

  public SessionProofs proofs() {
    return proofs;
  }

  public SignInLinks links() {
    return links;
  }

  /** A session that was opened: its secret, and for whom. */
  public record Opened(Token session, Caller.SignedIn person) {}

  /** Opens a session for somebody who has proved who they are, by {@code means}. */
  public Opened open(Queries transaction, long person, String means, From from) {
    Instant now = clock.instant();
    Token session = Token.random();
    if (repository.endOldest(transaction, person, SESSIONS_AT_MOST - 1) > 0) {
      repository.changed(transaction);
    }
    repository.open(
        transaction,
        session,
        "person",
        person,
        now,
        now.plus(SESSION_LASTS),
        new SessionRepository.Device(from.device(), from.address()));
    Caller.SignedIn caller =
        Optional.ofNullable(
                repository.find(transaction, Set.of(session), now, SESSION_IDLES).get(session))
            .map(found -> (Caller.SignedIn) found.caller())
            .orElseThrow(() -> new Rejection.Gone("This account is disabled"));
    audit.record(
        transaction,
        Actor.of(caller, from),
        AuditAction.SIGNED_IN,
        caller.name(),
        caller.company(),
        Map.of("by", means));
    return new Opened(session, caller);
  }

  /**
   * A session for whoever holds a glass link. It is one of {@value #SESSIONS_OF_A_LINK} at the
   * most: the one that was not seen for the longest ends.
   */
  public Token openGlass(Queries transaction, long link, Instant until) {
    Token session = Token.random();
    repository.open(
        transaction,
        session,
        "glass",
        link,
        clock.instant(),
        until,
        new SessionRepository.Device(null, null));
    if (repository.endOldestOf(transaction, "glass", link, SESSIONS_OF_A_LINK)) {
      repository.changed(transaction);
    }
    return session;
  }

  /** A session for a screen of a station; it lasts for as long as it is used. */
  public Token openStation(Queries transaction, long station, From from) {
    Instant now = clock.instant();
    Token session = Token.random();
    repository.open(
        transaction,
        session,
        "station",
        station,
        now,
        now.plus(STATION_LASTS),
        new SessionRepository.Device(from.device(), from.address()));
    if (repository.endOldestOf(transaction, "station", station, SESSIONS_OF_A_STATION)) {
      repository.changed(transaction);
    }
    return session;
  }

  /** Ends every screen of a station; {@link #forgetCallers} follows it. */
  public void endStation(Queries transaction, long station) {
    repository.endAll(transaction, "station", station, Optional.empty());
    repository.changed(transaction);
  }

  /** Ends every session that was opened by one of these glass links. */
  public void endGlass(Queries transaction, Collection<Long> links) {
    repository.endGlass(transaction, links);
    repository.changed(transaction);
  }

  /** Ends a session, whoever has it. */
  public void signOut(Token session, From from) {
    Optional<Caller> caller = bySession(session);
    database.inTransaction(
        transaction -> {
          end(transaction, session);
          if (caller.isPresent() && caller.get() instanceof Caller.SignedIn person) {
            audit.record(
                transaction,
                Actor.of(person, from),
                AuditAction.SIGNED_OUT,
                person.name(),
                person.company(),
                Map.of());
          }
          return null;
        });
    bySession.forget(session);
  }

  /** Ends the session that another takes the place of. */
  public void replace(Token session) {
    database.inTransaction(
        transaction -> {
          end(transaction, session);
          return null;
        });
    bySession.forget(session);
  }

  private void end(Queries transaction, Token session) {
    repository.end(transaction, session);
    repository.changed(transaction);
  }

  public List<Session> sessions(Caller.SignedIn person, Optional<Token> current) {
    return repository.ofPerson(database, person.id(), current, clock.instant(), SESSION_IDLES);
  }

  /**
   * Signs somebody out everywhere but here, in the transaction that is the reason for it; {@link
   * #forgetCallers} follows it.
   */
  public void endOthers(Queries transaction, Caller.SignedIn person, From from, Token here) {
    if (endSessions(transaction, person.id(), Optional.of(here)) == 0) {
      return;
    }
    repository.changed(transaction);
    audit.record(
        transaction,
        Actor.of(person, from),
        AuditAction.SESSION_ENDED,
        person.name(),
        person.company(),
        Map.of("all", true));
  }

  /** Signs somebody out everywhere, in the transaction that takes a right from them. */
  public void endAll(Queries transaction, long person) {
    endSessions(transaction, person);
    repository.changed(transaction);
  }

  /**
   * The same before any node is told: {@link #changed} follows when nothing is left to be ended.
   */
  public void endSessions(Queries transaction, long person) {
    endSessions(transaction, person, Optional.empty());
  }

  /**
   * Sessions last: whoever is using a link or a code at this moment is waited for, and the session
   * that they opened by it is seen and ended. No other browser is known any more either. Returns
   * how many sessions there were.
   */
  private int endSessions(Queries transaction, long person, Optional<Token> but) {
    links.end(transaction, person);
    int ended = repository.endAll(transaction, "person", person, but);
    links.forgetBrowsers(transaction, person, but);
    return ended;
  }

  /** Who holds this session; asked of the database at most once in a second and a half. */
  public Optional<Caller> bySession(Token session) {
    return bySession.find(
        session, () -> sessions.load(session).map(SessionRepository.Found::caller));
  }

  private Map<Token, SessionRepository.Found> find(Set<Token> tokens) {
    Instant now = clock.instant();
    Map<Token, SessionRepository.Found> found =
        repository.find(database, tokens, now, SESSION_IDLES);
    Set<Token> seen =
        found.entrySet().stream()
            .filter(one -> one.getValue().seenAt().isBefore(now.minus(SEEN_EVERY)))
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    if (!seen.isEmpty()) {
      repository.touch(database, seen, now);
    }
    return found;
  }

  /** True if whoever has this session came in, or proved again who they are, a short while ago. */
  public boolean isProvedRecently(Token session) {
    return repository.isProvedSince(database, session, clock.instant().minus(PROOF_LASTS));
  }

  /** Whose key this is; asked of the database at most once in a second and a half. */
  public Optional<Caller> byKey(Token key) {
    return byKey.find(key, () -> keys.find(key).map(caller -> caller));
  }

  /** Who held this session a moment ago, if that is known without asking the database. */
  Optional<Caller> rememberedBySession(Token session) {
    return bySession.remembered(session);
  }

  /** Whose key this was a moment ago, if that is known without asking the database. */
  Optional<Caller> rememberedByKey(Token key) {
    return byKey.remembered(key);
  }

  /** Asks the database again who everybody is. */
  public void forgetCallers() {
    bySession.forgetAll();
    byKey.forgetAll();
  }

  /**
   * Makes every node look again at who may be there: some sessions were ended. All who end some
   * lock the same row here, so it comes after what they end, or two would wait for each other.
   */
  public void changed(Queries transaction) {
    repository.changed(transaction);
  }

  /** A number that is raised whenever a right was taken away. */
  public long changeVersion() {
    return repository.changeVersion(database);
  }

  /** What a secret is good for at this moment, and until when at most. */
  public record Right(Caller caller, Instant until) {}

  /** The rights of those tokens that still let in; an open socket counts as being here. */
  public Map<Token, Right> rights(Collection<Token> tokens) {
    Instant now = clock.instant();
    Map<Token, Right> rights = repository.rights(database, tokens, now, SESSION_IDLES);
    repository.touch(database, rights.keySet(), now.minus(SEEN_EVERY));
    return rights;
  }

  /** The time by which rights end. */
  public Instant now() {
    return clock.instant();
  }

  /** Forgets sessions and links whose time is over. */
  public void addSweeps(Sweeps sweeps) {
    sweeps.add("sessions", () -> repository.sweep(database, clock.instant(), SESSION_IDLES));
    links.addSweeps(sweeps);
  }
}
