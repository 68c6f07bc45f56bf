package org.vitrine.intake;

import java.time.Duration;
import java.util.function.Supplier;
import org.vitrine.platform.Rejection;

/**
 * Somebody who waits in front of a page is told at once that the database is busy; an import has
 * time and tries again. What it tries must be the same when done twice.
 */
final class Retry {
  private static final Duration AT_MOST = Duration.ofMinutes(1);

  private Retry() {}

  /** Throws {@link Rejection.Unavailable} where it could not be done in a minute. */
  static <T> T until(Supplier<T> done) {
    long giveUpAt = System.nanoTime() + AT_MOST.toNanos();
    while (true) {
      try {
        return done.get();
      } catch (Rejection.Unavailable busy) {
        if (System.nanoTime() > giveUpAt || !pause(busy.retryAfter())) {
          throw busy;
        }
      }
    }
  }

  private static boolean pause(Duration pause) {
    try {
      Thread.sleep(pause);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
