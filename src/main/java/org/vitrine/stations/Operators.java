package org.vitrine.stations;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.access.Actor;
import org.vitrine.access.Audit;
import org.vitrine.access.AuditAction;
import org.vitrine.access.Caller;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.database.Queries;
import org.vitrine.signin.AttemptRate;
import org.vitrine.signin.AttemptThrottle;
import org.vitrine.signin.Passwords;
import org.vitrine.stations.OperatorRepository.KeptOperator;

/** The door to who reports at stations, and how they say who they are. */
public final class Operators {
  static final int MOST = 5_000;

  /** Of one badge at all stations together: four digits are soon tried through by many at once. */
  private static final AttemptRate ANYWHERE =
      new AttemptRate(20, Duration.ofSeconds(1), Duration.ofMinutes(15));

  private final Database database;
  private final Passwords passwords;
  private final AttemptThrottle attempts;
  private final Audit audit;
  private final Clock clock;
  private final OperatorRepository repository = new OperatorRepository();

  public Operators(
      Database database, Passwords passwords, AttemptThrottle attempts, Audit audit, Clock clock) {
    this.database = database;
    this.passwords = passwords;
    this.attempts = attempts;
    this.audit = audit;
    this.clock = clock;
  }

  List<OperatorEntry> list() {
    return repository.list(database, MOST);
  }

  OperatorEntry add(SaveOperator wanted, Actor by) {
    String pin =
        wanted.pin().orElseThrow(() -> new Rejection.Invalid("pin", "Give a PIN of 4 to 8 digits"));
    String hash = passwords.hash(pin);
    return database.inTransaction(
        transaction -> {
          OperatorEntry added =
              repository
                  .add(transaction, wanted, hash, clock.instant())
                  .orElseThrow(Operators::badgeIsTaken);
          record(transaction, by, AuditAction.OPERATOR_ADDED, added);
          return added;
        });
  }

  /** Makes sure that somebody has this badge; whoever has it stays as they are. */
  public void ensure(String name, String badge, String pin, Actor by) {
    if (withBadge(new Badge(badge)).isEmpty()) {
      add(new SaveOperator(name, new Badge(badge), Optional.of(pin)), by);
    }
  }

  /**
   * @param startedFrom the version that whoever changes them has read
   */
  OperatorEntry change(long id, SaveOperator wanted, Optional<Long> startedFrom, Actor by) {
    Optional<String> hash = wanted.pin().map(passwords::hash);
    return database.inTransaction(
        transaction -> {
          OperatorEntry before =
              repository.findLocked(transaction, id).orElseThrow(Operators::notHere);
          before.requireVersion(startedFrom);
          if (repository
              .findByBadge(transaction, wanted.badge())
              .filter(other -> other.id() != id)
              .isPresent()) {
            throw badgeIsTaken();
          }
          boolean isAnother = !before.is(wanted);
          if (!isAnother && hash.isEmpty()) {
            return before;
          }
          OperatorEntry changed =
              repository.change(
                  transaction, id, wanted, hash, new FloorChange(clock.instant(), by.name()));
          if (isAnother) {
            record(transaction, by, AuditAction.OPERATOR_CHANGED, changed);
          }
          if (hash.isPresent()) {
            record(transaction, by, AuditAction.OPERATOR_PIN_CHANGED, changed);
          }
          return changed;
        });
  }

  /** They come in nowhere any more; what they reported stays under their name. */
  void remove(long id, Actor by) {
    database.inTransaction(
        transaction -> {
          OperatorEntry gone =
              repository.findLocked(transaction, id).orElseThrow(Operators::notHere);
          repository.remove(transaction, id, clock.instant());
          record(transaction, by, AuditAction.OPERATOR_REMOVED, gone);
          return null;
        });
  }

  private void record(Queries transaction, Actor by, AuditAction action, OperatorEntry whom) {
    audit.record(
        transaction, by, action, whom.name(), Optional.empty(), Map.of("badge", whom.badge()));
  }

  /** Who is at a station, as its screen keeps it. */
  record StationOperator(long id, String name) {}

  /** Whose badge this is; their PIN is not asked. */
  Optional<StationOperator> withBadge(Badge badge) {
    return repository.findByBadge(database, badge).map(Operators::atStation);
  }

  /**
   * Whoever has this badge and this PIN. Throws {@link Rejection.Invalid} where there is nobody,
   * never saying which of the two is wrong, and {@link Rejection.TooMany} where it comes too soon
   * after others that were wrong.
   */
  StationOperator signIn(Badge badge, String pin, Caller.Station at) {
    String here = "PIN of " + badge.key() + " at station " + at.id();
    String anywhere = "PIN of " + badge.key();
    String atAll = "PINs at station " + at.id();
    attempts.require(AttemptRate.PLACE, atAll);
    attempts.admit(AttemptRate.PASSWORD, here);
    attempts.admit(ANYWHERE, anywhere);
    attempts.admit(AttemptRate.PLACE, atAll);
    Optional<KeptOperator> known = repository.findByBadge(database, badge);
    if (!passwords.matches(pin, known.map(KeptOperator::pinHash), Passwords.Who.KNOWN)) {
      throw new Rejection.Invalid("pin", "Badge and PIN do not belong together");
    }
    attempts.forgive(here);
    attempts.forgive(anywhere);
    attempts.takeBack(atAll);
    return known.map(Operators::atStation).orElseThrow();
  }

  private static StationOperator atStation(KeptOperator known) {
    return new StationOperator(known.id(), known.name());
  }

  private static Rejection notHere() {
    return new Rejection.NotFound("There is no such operator");
  }

  private static Rejection badgeIsTaken() {
    return new Rejection.Conflict("badge", "Another operator has this badge");
  }
}
