package org.vitrine.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.Sweeps;
import org.vitrine.platform.database.Database;

/** The door for integrators' keys: named, limited to a purpose, shown once. */
public final class Keys {
  private static final Duration USED_EVERY = Duration.ofMinutes(1);
  private static final Duration LONGEST_OVERLAP = Duration.ofDays(30);
  private static final Duration REVOKED_KEPT = Duration.ofDays(400);
  private static final int MOST = 500;
  private static final int MOST_SECRETS = 10;

  private final Database database;
  private final Audit audit;
  private final Revocations revocations;
  private final Clock clock;
  private final KeyRepository repository = new KeyRepository();
  private final SessionRepository sessions = new SessionRepository();

  public Keys(Database database, Audit audit, Revocations revocations, Clock clock) {
    this.database = database;
    this.audit = audit;
    this.revocations = revocations;
    this.clock = clock;
  }

  /** A key as it is listed: never with its secret. {@code expiring} is when an old secret ends. */
  public record ListedKey(
      long id,
      String name,
      Set<Scope> scopes,
      Instant createdAt,
      Optional<Instant> usedAt,
      Optional<Instant> revokedAt,
      Optional<Instant> expiring) {}

  /** A secret that was made; this is the only time it can be read. */
  public record NewKey(long id, Token token) {}

  /** A key that may be used for everything a program can do. */
  public Token create(String name, String actor) {
    return create(name, EnumSet.allOf(Scope.class), Actor.system(actor)).token();
  }

  public NewKey create(String name, Collection<Scope> scopes, Actor actor) {
    if (name == null || !name.matches("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,59}")) {
      throw new Rejection.Invalid(
          "name",
          "A key name must have 1 to 60 letters, digits, spaces, dots, dashes or underscores");
    }
    if (scopes == null || scopes.isEmpty()) {
      throw new Rejection.Invalid(
          "scopes", "A key needs at least one scope: reports, orders or read");
    }
    Token token = Token.random();
    return database.inTransaction(
        transaction -> {
          if (repository.count(transaction) >= MOST) {
            throw new Rejection.Conflict(
                "The limit of %d keys, revoked ones included, has been reached".formatted(MOST));
          }
          long id =
              repository
                  .create(transaction, name, scopes, clock.instant())
                  .orElseThrow(
                      () -> new Rejection.Conflict("There is already a key called “" + name + "”"));
          repository.addSecret(transaction, id, token, clock.instant());
          audit.record(
              transaction,
              actor,
              AuditAction.KEY_CREATED,
              name,
              Optional.empty(),
              Map.of("scopes", scopes));
          return new NewKey(id, token);
        });
  }

  /**
   * A new secret for the key; the old one works on for as long as said, so that nothing stands
   * still.
   */
  public NewKey rotate(long id, Duration overlap, Actor actor) {
    if (overlap.isNegative() || overlap.compareTo(LONGEST_OVERLAP) > 0) {
      throw new Rejection.Invalid("overlapHours", "The overlap must be 0 to 720 hours");
    }
    Token token = Token.random();
    return database.inTransaction(
        transaction -> {
          String name = repository.lock(transaction, id).orElseThrow(Keys::noSuchKey);
          Instant now = clock.instant();
          if (repository.secrets(transaction, id, now) >= MOST_SECRETS) {
            throw new Rejection.Conflict(
                "The key already has %d active secrets; wait until the old ones expire"
                    .formatted(MOST_SECRETS));
          }
          repository.expireSecrets(transaction, id, now.plus(overlap));
          repository.addSecret(transaction, id, token, now);
          sessions.changed(transaction);
          audit.record(
              transaction,
              actor,
              AuditAction.KEY_ROTATED,
              name,
              Optional.empty(),
              Map.of("overlapHours", overlap.toHours()));
          return new NewKey(id, token);
        });
  }

  public void revoke(long id, Actor actor) {
    database.inTransaction(
        transaction -> {
          String name = repository.lock(transaction, id).orElseThrow(Keys::noSuchKey);
          repository.revoke(transaction, id, clock.instant());
          revocations.keyEnded(transaction, id, actor);
          sessions.changed(transaction);
          audit.record(
              transaction, actor, AuditAction.KEY_REVOKED, name, Optional.empty(), Map.of());
          return null;
        });
  }

  public List<ListedKey> all() {
    return repository.list(database, clock.instant());
  }

  Optional<Caller.Key> find(Token token) {
    Instant now = clock.instant();
    Optional<Caller.Key> key = repository.find(database, token, now);
    key.ifPresent(found -> repository.touch(database, found.id(), now, now.minus(USED_EVERY)));
    return key;
  }

  /** Forgets secrets that have run out, and keys that were revoked long ago. */
  public void addSweeps(Sweeps sweeps) {
    sweeps.add(
        "keys",
        () -> {
          Instant now = clock.instant();
          repository.sweep(database, now, now.minus(REVOKED_KEPT));
        });
  }

  private static Rejection noSuchKey() {
    return new Rejection.NotFound("There is no such key");
  }
}
