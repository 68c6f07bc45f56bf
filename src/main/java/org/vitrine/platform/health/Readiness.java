package org.vitrine.platform.health;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.vitrine.platform.database.Database;

/**
 * Whether the database answers and can write. Anybody may ask, so it is asked one at a time and
 * believed for a second: a storm of questions must not become a storm of connections.
 */
final class Readiness {
  private static final Duration ANSWERS_WITHIN = Duration.ofSeconds(1);

  private final Database database;
  private final Supplier<Optional<String>> host;
  private final ReentrantLock asking = new ReentrantLock();
  private Optional<String> trouble = Optional.empty();
  private long askedAtNanos = System.nanoTime() - ANSWERS_WITHIN.toNanos();

  /**
   * @param host what is the matter with the database as its host sees it, where we are that: it
   *     says more than that it does not answer
   */
  Readiness(Database database, Supplier<Optional<String>> host) {
    this.database = database;
    this.host = host;
  }

  /** What is the matter with the database, if something is. */
  Optional<String> trouble() {
    asking.lock();
    try {
      if (System.nanoTime() - askedAtNanos >= ANSWERS_WITHIN.toNanos()) {
        trouble = host.get().or(this::ask);
        askedAtNanos = System.nanoTime();
      }
      return trouble;
    } finally {
      asking.unlock();
    }
  }

  private Optional<String> ask() {
    if (!database.answersWithin(ANSWERS_WITHIN)) {
      return Optional.of("The database does not respond");
    }
    return database.isFull(ANSWERS_WITHIN)
        ? Optional.of("The disk of the database is full: nothing can be written")
        : Optional.empty();
  }
}
