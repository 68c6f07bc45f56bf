package org.vitrine.signin;

import java.time.Clock;
import java.time.Duration;
import org.apache.commons.codec.digest.DigestUtils;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;

/**
 * The door to slowing down whoever guesses, on every node alike. A try is counted before it is
 * made, so that a hundred at once do not pass as one. It never says whether there is such an
 * account.
 */
public final class AttemptThrottle {
  private static final Duration A_SECOND = Duration.ofSeconds(1);

  private final Database database;
  private final Clock clock;
  private final AttemptRepository repository = new AttemptRepository();

  public AttemptThrottle(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** Counts a try of this; throws {@link Rejection.TooMany} where it comes too early. */
  public void admit(AttemptRate rate, String what) {
    if (!admits(rate, what)) {
      throw tooMany(repository.wait(database, hash(what), rate, clock.instant()));
    }
  }

  /** Counts a try of this; false where it comes too early. */
  boolean admits(AttemptRate rate, String what) {
    return repository.admit(database, hash(what), rate, clock.instant());
  }

  /** Throws {@link Rejection.TooMany} where a try of this would come too early; counts nothing. */
  public void require(AttemptRate rate, String what) {
    Duration wait = repository.wait(database, hash(what), rate, clock.instant());
    if (wait.isPositive()) {
      throw tooMany(wait);
    }
  }

  private static Rejection tooMany(Duration wait) {
    Duration atLeast = wait.compareTo(A_SECOND) < 0 ? A_SECOND : wait;
    return new Rejection.TooMany("Too many attempts; try again later", atLeast);
  }

  /** It succeeded: what failed before no longer counts. */
  public void forgive(String what) {
    repository.forget(database, hash(what));
  }

  /** It was not tried after all. */
  public void takeBack(String what) {
    repository.takeBack(database, hash(what));
  }

  void sweep() {
    repository.sweep(database, clock.instant());
  }

  private static byte[] hash(String what) {
    return DigestUtils.sha256(what);
  }
}
