package org.vitrine.platform.changes;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does its work whenever it is woken, and once a while anyway where that is said. What fails is
 * tried again, and logged once, however long it lasts: the database is away, most likely.
 */
final class WokenThread {
  private static final Logger LOG = LoggerFactory.getLogger(WokenThread.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);
  private static final Duration ENDS_WITHIN = Duration.ofSeconds(10);

  private final String name;
  private final Duration atLeastEvery;
  private final Runnable work;
  private final Semaphore wake = new Semaphore(0);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread;
  private boolean failing;

  /**
   * @param work may compute a lot: the thread is not a virtual one, which would hold up requests
   */
  WokenThread(String name, Duration atLeastEvery, Runnable work) {
    this.name = name;
    this.atLeastEvery = atLeastEvery;
    this.work = work;
    this.thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
  }

  void start() {
    thread.start();
  }

  void wake() {
    wake.release();
  }

  boolean isRunning() {
    return stopped.getCount() > 0;
  }

  /** Of its work: less where it is stopped. */
  void rest(Duration rest) {
    try {
      stopped.await(rest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      stopped.countDown();
    }
  }

  private void run() {
    while (isAwake()) {
      try {
        work.run();
        getOn();
      } catch (RuntimeException | Error fault) {
        getStuck(fault);
        rest(PAUSE);
        wake();
      }
    }
  }

  private boolean isAwake() {
    try {
      wake.tryAcquire(atLeastEvery.toMillis(), TimeUnit.MILLISECONDS);
      wake.drainPermits();
      return isRunning();
    } catch (InterruptedException e) {
      return false;
    }
  }

  private void getOn() {
    if (failing) {
      LOG.info("{} is working again", name);
    }
    failing = false;
  }

  private void getStuck(Throwable fault) {
    if (!failing && isRunning()) {
      LOG.warn("{} cannot continue for now: {}", name, fault.getMessage());
    }
    failing = true;
  }

  void stop() {
    stopped.countDown();
    wake();
  }

  /** Lets what is under way end. */
  void join() {
    try {
      thread.join(ENDS_WITHIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
