package org.vitrine.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C while something is written: asks it to stop, and keeps the program alive until it has
 * finished what it began.
 */
final class Interruption {
  private static final long PATIENCE_SECONDS = 30;

  private final CountDownLatch finished = new CountDownLatch(1);

  private Interruption() {}

  static Interruption calls(Runnable stop) {
    Interruption interruption = new Interruption();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> interruption.stopAndWait(stop)));
    return interruption;
  }

  private void stopAndWait(Runnable stop) {
    stop.run();
    try {
      finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** It has finished: the program may end. */
  void over() {
    finished.countDown();
  }
}
