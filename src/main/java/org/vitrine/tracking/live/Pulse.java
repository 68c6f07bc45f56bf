package org.vitrine.tracking.live;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether rounds go through: how long ago the last one did, and what an outage leads to. */
final class Pulse {
  private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);
  private static final Duration OUTAGE = Duration.ofSeconds(3);

  private final Runnable afterOutage;
  private boolean failing;
  private volatile long lastNanos = System.nanoTime();

  /**
   * @param afterOutage what to do when a round goes through again after seconds in which none did
   */
  Pulse(Runnable afterOutage) {
    this.afterOutage = afterOutage;
  }

  /** A round went through. */
  void beat() {
    if (failing) {
      LOG.info("Pages move again");
      if (sinceLast().compareTo(OUTAGE) > 0) {
        afterOutage.run();
      }
    }
    failing = false;
    lastNanos = System.nanoTime();
  }

  /** A round did not; said once, however many follow. */
  void miss(Throwable fault) {
    if (!failing) {
      LOG.warn("Pages do not move for now: {}", fault.getMessage());
    }
    failing = true;
  }

  Duration sinceLast() {
    return Duration.ofNanos(System.nanoTime() - lastNanos);
  }
}
