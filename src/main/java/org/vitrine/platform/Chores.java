package org.vitrine.platform;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does chores, each on a thread of its own and never twice at the same time. One that fails is
 * tried again the next time, and logged once, however long that lasts.
 */
public final class Chores implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Chores.class);
  private static final Duration ENDS_WITHIN = Duration.ofSeconds(10);

  private final CountDownLatch closed = new CountDownLatch(1);
  private final List<Thread> threads;

  public Chores(List<Chore> chores) {
    this.threads =
        chores.stream()
            .map(chore -> Thread.ofVirtual().name(chore.name()).unstarted(() -> repeat(chore)))
            .toList();
  }

  public void start() {
    threads.forEach(Thread::start);
  }

  private void repeat(Chore chore) {
    boolean failing = false;
    while (!isClosedWithin(chore.every())) {
      try {
        chore.work().run();
        failing = false;
      } catch (RuntimeException | Error fault) {
        if (!failing) {
          LOG.warn("{}: failed and will be tried again", chore.name(), fault);
        }
        failing = true;
      }
    }
  }

  private boolean isClosedWithin(Duration rest) {
    try {
      return closed.await(rest.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      return true;
    }
  }

  /** Lets what is under way end. */
  @Override
  public void close() {
    closed.countDown();
    for (Thread thread : threads) {
      try {
        thread.join(ENDS_WITHIN);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
