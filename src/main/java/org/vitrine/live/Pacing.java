package org.vitrine.live;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * When the projector works: at once after a rest, at most 200 times a second where much is written,
 * and four times where nobody asks for it. All but waiting may be done from any thread.
 */
final class Pacing {
  private static final long SAFETY_POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
  private static final long BETWEEN_READS_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
  private static final long LONGEST_REST_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private final Semaphore wake = new Semaphore(0);
  private final AtomicBoolean mustRead = new AtomicBoolean();
  private long restsUntil;
  private long lastRead = System.nanoTime();

  /** There is something to do. */
  void wake() {
    wake.release();
  }

  /** The database has to be asked: something was committed elsewhere, or is wanted. */
  void mustRead() {
    mustRead.set(true);
  }

  /**
   * Waits until there is something to do. It rests as long as it worked: the first change after a
   * while is shown at once, and where many follow each other, more and more of them are shown
   * together.
   */
  void await() throws InterruptedException {
    wake.tryAcquire(nextRead() - System.nanoTime(), TimeUnit.NANOSECONDS);
    wake.drainPermits();
    long rest = restsUntil - System.nanoTime();
    if (rest > 0) {
      TimeUnit.NANOSECONDS.sleep(rest);
    }
  }

  /** Whether it is time to ask the database; whoever is told so does it. */
  boolean reads(long now) {
    if (nextRead() > now) {
      return false;
    }
    mustRead.set(false);
    lastRead = now;
    return true;
  }

  private long nextRead() {
    return lastRead + (mustRead.get() ? BETWEEN_READS_NANOS : SAFETY_POLL_NANOS);
  }

  void worked(long began) {
    long now = System.nanoTime();
    restsUntil = now + Math.min(now - began, LONGEST_REST_NANOS);
  }

  /** What was to be done failed: the poll tries again, and not before. */
  void failed() {
    mustRead.set(false);
    wake.drainPermits();
  }
}
