package org.vitrine.stations;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.vitrine.access.Actor;
import org.vitrine.access.Audit;
import org.vitrine.access.AuditAction;
import org.vitrine.access.Caller;
import org.vitrine.access.Sessions;
import org.vitrine.access.Token;
import org.vitrine.orders.OrderNumber;
import org.vitrine.platform.PlainLetters;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.SingleFlightCache;
import org.vitrine.platform.Sweeps;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.production.StationRule;

/** The door to stations: which there are, and how one is set up, signed out and withdrawn. */
public final class Stations {
  private static final Duration CODE_LASTS = Duration.ofMinutes(15);

  /** 40 random bits, for a quarter of an hour, tried only so often. */
  private static final int CODE_LETTERS = 8;

  static final int MOST = 1_000;

  /** A station was made, changed or withdrawn: the kind of such a change; its key is the id. */
  static final String CHANGED = "station";

  final Database database;
  private final Sessions sessions;
  private final Audit audit;
  private final Changes changes;
  private final Supplier<URI> address;
  private final Clock clock;
  private final StationRepository repository = new StationRepository();

  /** All of them, since every station asks every few seconds what is its own. */
  private final SingleFlightCache<String, Map<Long, StationEntry>> known =
      new SingleFlightCache<>(Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(1)));

  /**
   * @param address where people reach us, for what a screen opens
   */
  public Stations(
      Database database,
      Sessions sessions,
      Audit audit,
      Changes changes,
      Supplier<URI> address,
      Clock clock) {
    this.database = database;
    this.sessions = sessions;
    this.audit = audit;
    this.changes = changes;
    this.address = address;
    this.clock = clock;
    changes.onChange(
        heard -> {
          if (heard.stream().anyMatch(one -> one.kind().equals(CHANGED))) {
            known.forgetAll();
          }
        });
    changes.onForget(known::forgetAll);
  }

  List<StationEntry> list() {
    return repository.list(database, MOST);
  }

  /** Throws {@link Rejection.NotFound} where there is none, or it was withdrawn. */
  StationEntry require(long id) {
    return repository.find(database, id).orElseThrow(Stations::notHere);
  }

  /** All of them by their ids, as they lie in memory. */
  Map<Long, StationEntry> known() {
    return known.of(
        "all",
        () ->
            list().stream()
                .collect(Collectors.toUnmodifiableMap(StationEntry::id, station -> station)));
  }

  /** The same of one of them; throws {@link Rejection.NotFound} where there is none. */
  StationEntry known(long id) {
    return ifKnown(id).orElseThrow(Stations::notHere);
  }

  Optional<StationEntry> ifKnown(long id) {
    return Optional.ofNullable(known().get(id));
  }

  /** What a station may report, and nothing else. */
  public StationRule rule() {
    return new StationReach(this);
  }

  StationEntry make(SaveStation wanted, Actor by) {
    return database.inTransaction(
        transaction -> {
          long id =
              repository
                  .make(transaction, wanted, clock.instant())
                  .orElseThrow(Stations::nameIsTaken);
          if (repository.list(transaction, MOST + 1).size() > MOST) {
            throw new Rejection.Invalid(
                "name", "There are %,d stations already: withdraw one first".formatted(MOST));
          }
          record(transaction, by, AuditAction.STATION_MADE, wanted.name());
          changed(transaction, id);
          return repository.find(transaction, id).orElseThrow();
        });
  }

  /** The one of this name, in any letters. */
  public Optional<Long> find(String name) {
    return list().stream()
        .filter(station -> OrderNumber.key(station.name()).equals(OrderNumber.key(name)))
        .map(StationEntry::id)
        .findFirst();
  }

  /** Makes sure that there is a station of this name; one that is there stays as it is. */
  public long ensure(String name, String place, List<String> operations, Actor by) {
    return find(name)
        .orElseGet(() -> make(new SaveStation(name, place, operations, List.of()), by).id());
  }

  /**
   * @param startedFrom the version that whoever changes it has read
   */
  StationEntry change(long id, SaveStation wanted, Optional<Long> startedFrom, Actor by) {
    StationEntry changed =
        database.inTransaction(
            transaction -> {
              repository.lock(transaction, id).orElseThrow(Stations::notHere);
              StationEntry before = repository.find(transaction, id).orElseThrow();
              before.requireVersion(startedFrom);
              if (before.is(wanted)) {
                return before;
              }
              if (repository.isTaken(transaction, wanted.name(), id)) {
                throw nameIsTaken();
              }
              repository.change(
                  transaction, id, wanted, new FloorChange(clock.instant(), by.name()));
              record(transaction, by, AuditAction.STATION_CHANGED, wanted.name());
              changed(transaction, id);
              return repository.find(transaction, id).orElseThrow();
            });
    sessions.forgetCallers();
    return changed;
  }

  /** Ends it and all its screens; what was reported there stays. */
  void withdraw(long id, Actor by) {
    database.inTransaction(
        transaction -> {
          String name = repository.lock(transaction, id).orElseThrow(Stations::notHere);
          repository.withdraw(transaction, id, clock.instant());
          end(transaction, id);
          record(transaction, by, AuditAction.STATION_WITHDRAWN, name);
          changed(transaction, id);
          return null;
        });
    sessions.forgetCallers();
  }

  /** Ends all its screens, such as when one was lost; it can be set up again. */
  void signOut(long id, Actor by) {
    database.inTransaction(
        transaction -> {
          String name = repository.lock(transaction, id).orElseThrow(Stations::notHere);
          end(transaction, id);
          record(transaction, by, AuditAction.STATION_SIGNED_OUT, name);
          return null;
        });
    sessions.forgetCallers();
  }

  private void end(Queries transaction, long id) {
    repository.endCode(transaction, id);
    sessions.endStation(transaction, id);
  }

  /**
   * What is typed at the screen that is to be this station; told once.
   *
   * @param link what is opened there instead, as a code shows it
   */
  record SetUpCode(String code, Instant until, String link) {
    /** Never the code: a log must not have it. */
    @Override
    public String toString() {
      return "SetUpCode[until=" + until + "]";
    }
  }

  /** A code for one screen; the one before sets up nothing any more. */
  SetUpCode setUpCode(long id, Actor by) {
    return setUpCode(id, CODE_LASTS, by);
  }

  /** What sets up the screen that opens it, once. */
  public String linkTo(long id, Duration lasts, Actor by) {
    return setUpCode(id, lasts, by).link();
  }

  private SetUpCode setUpCode(long id, Duration lasts, Actor by) {
    String letters = PlainLetters.random(CODE_LETTERS);
    Instant until = clock.instant().plus(lasts);
    database.inTransaction(
        transaction -> {
          repository.lock(transaction, id).orElseThrow(Stations::notHere);
          repository.keepCode(transaction, id, new Token(letters), until, by.name());
          return null;
        });
    String code = PlainLetters.inGroups(letters);
    return new SetUpCode(code, until, address.get() + "/station#" + code);
  }

  /** A screen that is a station from now on, and its secret. */
  record SetUp(Token session, StationEntry station) {}

  /** Throws {@link Rejection.Invalid} where the code is another one, was used or is too old. */
  SetUp setUp(String typed, Sessions.From from) {
    Token code = new Token(PlainLetters.typed(typed));
    return database.inTransaction(
        transaction -> {
          long id =
              repository
                  .useCode(transaction, code, clock.instant())
                  .orElseThrow(
                      () ->
                          new Rejection.Invalid(
                              "code",
                              "This code sets up nothing: it was mistyped, was used or is too"
                                  + " old"));
          StationEntry station = repository.find(transaction, id).orElseThrow(Stations::notHere);
          Token session = sessions.openStation(transaction, id, from);
          record(
              transaction,
              Actor.of(new Caller.Station(id, station.name()), from),
              AuditAction.STATION_SET_UP,
              station.name());
          return new SetUp(session, station);
        });
  }

  private void record(Queries transaction, Actor by, AuditAction action, String name) {
    audit.record(transaction, by, action, name, Optional.empty(), Map.of());
  }

  private void changed(Queries transaction, long id) {
    changes.record(
        transaction, List.of(new Change(CHANGED, String.valueOf(id), 0, Optional.empty())));
  }

  /** Forgets codes that were not used. */
  public void addSweeps(Sweeps sweeps) {
    sweeps.add("station set-ups", () -> repository.sweep(database, clock.instant()));
  }

  Instant now() {
    return clock.instant();
  }

  private static Rejection notHere() {
    return new Rejection.NotFound("There is no such station");
  }

  private static Rejection nameIsTaken() {
    return new Rejection.Conflict("name", "Another station is called so");
  }
}
