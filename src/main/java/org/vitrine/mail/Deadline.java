package org.vitrine.mail;

import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Interrupts the thread that made it once its time is up: the library bounds each silence of a
 * server, but not how many of them follow each other. Closed in time, it does nothing.
 */
final class Deadline implements AutoCloseable {
  private final Thread worker = Thread.currentThread();
  private final Thread watch;
  private final ReentrantLock lock = new ReentrantLock();
  private boolean closed;
  private boolean passed;

  Deadline(Duration patience) {
    this.watch = Thread.ofVirtual().name("mail-deadline").start(() -> watch(patience));
  }

  private void watch(Duration patience) {
    try {
      Thread.sleep(patience);
      pass();
    } catch (InterruptedException inTime) {
      // The worker was faster.
    }
  }

  private void pass() {
    lock.lock();
    try {
      if (!closed) {
        passed = true;
        worker.interrupt();
      }
    } finally {
      lock.unlock();
    }
  }

  boolean hasPassed() {
    lock.lock();
    try {
      return passed;
    } finally {
      lock.unlock();
    }
  }

  /** From here on the worker is not interrupted, and not marked as if it were. */
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      watch.interrupt();
      if (passed) {
        Thread.interrupted();
      }
    } finally {
      lock.unlock();
    }
  }
}
