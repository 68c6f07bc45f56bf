package org.vitrine.platform.web;

import java.util.concurrent.atomic.AtomicLong;

/**
 * How many bytes of requests may be in memory at once, from whomever they come. What does not fit
 * is refused, so that no number of senders fills the memory of the process.
 */
final class ByteBudget {
  private static final int PART_OF_MEMORY = 8;
  private static final long LEAST = 16_000_000;

  private final long size;
  private final AtomicLong taken = new AtomicLong();

  ByteBudget(long size) {
    this.size = size;
  }

  /** An eighth of the memory that the process may use. */
  static ByteBudget ofThisProcess() {
    return new ByteBudget(Math.max(LEAST, Runtime.getRuntime().maxMemory() / PART_OF_MEMORY));
  }

  /** Takes all of these bytes, or none where that would be too many. */
  boolean take(long bytes) {
    for (long now = taken.get(); now + bytes <= size; now = taken.get()) {
      if (taken.compareAndSet(now, now + bytes)) {
        return true;
      }
    }
    return false;
  }

  void giveBack(long bytes) {
    taken.addAndGet(-bytes);
  }

  long taken() {
    return taken.get();
  }
}
