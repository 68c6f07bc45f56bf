package org.vitrine;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks again and again whether the house is still what it is set to be: at once where this node
 * heard of it, and every few seconds in case it did not. It outlasts what it closes and opens.
 */
final class IdentityWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(IdentityWatch.class);
  private static final Duration LOOKS_EVERY = Duration.ofSeconds(5);

  private final Runnable look;
  private final Semaphore heard = new Semaphore(0);
  private final Thread thread;
  private volatile boolean closed;

  IdentityWatch(Runnable look) {
    this.look = look;
    this.thread = Thread.ofVirtual().name("identity watch").unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  /** Something was set. Returns at once: whoever set it still waits for the answer. */
  void wake() {
    heard.release();
  }

  private void run() {
    boolean failing = false;
    while (waits()) {
      try {
        look.run();
        failing = false;
      } catch (RuntimeException | Error fault) {
        if (!failing) {
          LOG.error("Cannot see or follow what the house is set to; trying again", fault);
        }
        failing = true;
      }
    }
  }

  private boolean waits() {
    try {
      if (heard.tryAcquire(LOOKS_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
        heard.drainPermits();
      }
      return !closed;
    } catch (InterruptedException e) {
      return false;
    }
  }

  /** Lets what is under way end. */
  @Override
  public void close() {
    closed = true;
    heard.release();
    if (thread.getState() != Thread.State.NEW) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
