package org.vitrine.platform.database;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts a PostgreSQL of our own again when it has died: at once, and where that does not help or
 * does not last, after longer and longer pauses. It comes back on the same port, so everybody finds
 * it where it was.
 */
final class Supervisor implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Supervisor.class);
  private static final Duration LOOKS_EVERY = Duration.ofMillis(200);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final DataDirectory directory;
  private final Thread thread = Thread.ofVirtual().name("supervisor").unstarted(this::watch);
  private volatile Postmaster postmaster;
  private volatile Optional<String> trouble = Optional.empty();
  private volatile boolean closed;
  private Duration pause = Duration.ZERO;
  private long runsSince = System.nanoTime();

  Supervisor(DataDirectory directory, Postmaster postmaster) {
    this.directory = directory;
    this.postmaster = postmaster;
  }

  void start() {
    thread.start();
  }

  /** What is the matter with it, if something is, for whoever operates this. */
  Optional<String> trouble() {
    return trouble;
  }

  Postmaster postmaster() {
    return postmaster;
  }

  private void watch() {
    try {
      while (!closed) {
        Thread.sleep(LOOKS_EVERY);
        if (!postmaster.isAlive()) {
          bringBack();
        }
      }
    } catch (InterruptedException stopped) {
      // Only closing interrupts it.
    }
  }

  private void bringBack() throws InterruptedException {
    LOG.error(
        "The embedded PostgreSQL (process {}) has stopped unexpectedly; restarting it",
        postmaster.pid());
    trouble = Optional.of("The embedded PostgreSQL has stopped and is being restarted");
    if (System.nanoTime() - runsSince > LONGEST_PAUSE.toNanos()) {
      pause = Duration.ZERO;
    }
    while (!closed && trouble.isPresent()) {
      Thread.sleep(pause);
      pause = longer(pause);
      tryToStart();
    }
  }

  private static Duration longer(Duration pause) {
    Duration twice = pause.isZero() ? FIRST_PAUSE : pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
  }

  private void tryToStart() throws InterruptedException {
    try {
      postmaster = directory.startAgain();
      runsSince = System.nanoTime();
      trouble = Optional.empty();
      LOG.warn("The embedded PostgreSQL is running again, as process {}", postmaster.pid());
    } catch (IOException fault) {
      LOG.error(
          "The embedded PostgreSQL cannot be restarted: {}. Next attempt in {} ms",
          fault.getMessage(),
          pause.toMillis());
      trouble =
          Optional.of(
              "The embedded PostgreSQL has stopped and cannot be restarted; see the log. Vitrine keeps"
                  + " trying");
    }
  }

  /** Returns when it starts nothing any more. */
  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
