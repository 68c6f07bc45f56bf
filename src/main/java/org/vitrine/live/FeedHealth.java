package org.vitrine.live;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Whether the feed can be read: when it last was, and what to do when it is again after an outage.
 */
final class FeedHealth {
  private static final Logger LOG = LoggerFactory.getLogger(FeedHealth.class);
  private static final Duration OUTAGE = Duration.ofSeconds(3);

  private final Runnable afterOutage;
  private boolean failing;
  private volatile long lastSuccessNanos = System.nanoTime();

  /**
   * @param afterOutage what to do when a round succeeds again after seconds in which none did
   */
  FeedHealth(Runnable afterOutage) {
    this.afterOutage = afterOutage;
  }

  /** A round succeeded. */
  void succeeded() {
    if (failing) {
      LOG.info("Open pages are being updated again");
      if (sinceLastSuccess().compareTo(OUTAGE) > 0) {
        afterOutage.run();
      }
    }
    failing = false;
    lastSuccessNanos = System.nanoTime();
  }

  /** A round failed; logged once, however many follow. */
  void failed(Throwable fault) {
    if (!failing) {
      LOG.warn("Open pages are not being updated: {}", fault.getMessage());
    }
    failing = true;
  }

  Duration sinceLastSuccess() {
    return Duration.ofNanos(System.nanoTime() - lastSuccessNanos);
  }
}
