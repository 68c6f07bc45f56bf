package org.vitrine.platform.health;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;

/**
 * Whether the database answers. Anybody may ask, so it is asked one at a time and believed for a
 * second: a storm of questions must not become a storm of connections.
 */
final class Readiness {
  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(1);

  private final Database database;
  private final ReentrantLock asking = new ReentrantLock();
  private boolean answered;
  private long askedAtNanos = System.nanoTime() - ANSWERS_WITHIN.toNanos();

  Readiness(Database database) {
    this.database = database;
  }

  /** Throws {@link Rejection.Unavailable} unless the database answers within a second. */
  void require() {
    if (!databaseAnswers()) {
      throw new Rejection.Unavailable("The database does not answer", ANSWERS_WITHIN);
    }
  }

  private boolean databaseAnswers() {
    asking.lock();
    try {
      if (System.nanoTime() - askedAtNanos >= ANSWERS_WITHIN.toNanos()) {
        answered = database.answersWithin(ANSWERS_WITHIN);
        askedAtNanos = System.nanoTime();
      }
      return answered;
    } finally {
      asking.unlock();
    }
  }
}
