package org.vitrine.survival;

import java.time.Duration;

/** Letting time pass. */
final class Pause {
  private Pause() {}

  static void of(Duration time) {
    millis(time.toMillis());
  }

  /** Whoever is told to stop meanwhile hears it as a fault. */
  static void millis(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }
}
