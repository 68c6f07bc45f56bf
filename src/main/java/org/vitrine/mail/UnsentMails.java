package org.vitrine.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.OptionalInt;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Counts mails that nobody waits for and no server takes, so that the log speaks of many at once:
 * of the first at once, then at most once an hour. Links that must be found in the log are not
 * pushed out of sight by notices.
 */
final class UnsentMails {
  private static final Duration SILENT = Duration.ofHours(1);

  private final ReentrantLock lock = new ReentrantLock();
  private Instant saidAt = Instant.EPOCH;
  private int untold;

  /** One more; answers how many there were since something was said last, where it is time to. */
  OptionalInt add(Instant now) {
    lock.lock();
    try {
      untold++;
      if (saidAt.plus(SILENT).isAfter(now)) {
        return OptionalInt.empty();
      }
      int told = untold;
      untold = 0;
      saidAt = now;
      return OptionalInt.of(told);
    } finally {
      lock.unlock();
    }
  }
}
