package org.vitrine.platform.changes;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.platform.changes.SubscriberRepository.State;
import org.vitrine.platform.database.Database;

/**
 * Brings changes to one subscriber on this node: when it is woken, and once a second anyway. It
 * rests in between, the longer the more it worked, so that it keeps nobody from the database.
 */
final class SubscriberLoop {
  private static final Logger LOG = LoggerFactory.getLogger(SubscriberLoop.class);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration SHORTEST_REST = Duration.ofMillis(250);
  private static final Duration LONGEST_REST = Duration.ofSeconds(5);
  private static final int REST = 9;
  private static final Duration ENDS_WITHIN = Duration.ofSeconds(10);

  private final Subscriber subscriber;
  private final Delivery delivery;
  private final Semaphore wake = new Semaphore(0);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread;
  private boolean failing;
  private volatile State state = new State(false, 0, 0);

  SubscriberLoop(Database database, Subscriber subscriber, Clock clock) {
    this.subscriber = subscriber;
    this.delivery = new Delivery(database, subscriber, clock);
    // Not a virtual thread: a reader may compute a lot, and must not hold up requests.
    this.thread =
        Thread.ofPlatform().name("subscriber " + subscriber.name()).daemon().unstarted(this::run);
  }

  void start() {
    delivery.enrol();
    thread.start();
  }

  void wake(Collection<Change> changes) {
    if (changes.stream().anyMatch(change -> subscriber.kinds().contains(change.kind()))) {
      wake();
    }
  }

  void wake() {
    wake.release();
  }

  long failing() {
    return state.failing();
  }

  long setAside() {
    return state.setAside();
  }

  private void run() {
    while (isRunning()) {
      try {
        awaitWake();
        bring();
        getOn();
      } catch (RuntimeException | Error fault) {
        getStuck(fault);
        pause(POLL);
      }
    }
  }

  private void awaitWake() {
    try {
      wake.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS);
      wake.drainPermits();
    } catch (InterruptedException e) {
      stopped.countDown();
    }
  }

  private void bring() {
    state = delivery.state();
    boolean more = state.behind();
    while (more && isRunning()) {
      long began = System.nanoTime();
      more = delivery.step();
      restAfter(Duration.ofNanos(System.nanoTime() - began));
    }
  }

  private boolean isRunning() {
    return stopped.getCount() > 0;
  }

  private void restAfter(Duration work) {
    Duration rest = work.multipliedBy(REST);
    rest = rest.compareTo(SHORTEST_REST) < 0 ? SHORTEST_REST : rest;
    rest = rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest;
    pause(rest);
  }

  private void pause(Duration pause) {
    try {
      stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      stopped.countDown();
    }
  }

  private void getOn() {
    if (failing) {
      LOG.info("{} is working again", subscriber.name());
    }
    failing = false;
  }

  /** The database is away, most likely; said once, however long it lasts. */
  private void getStuck(Throwable fault) {
    if (!failing && isRunning()) {
      LOG.warn("{} cannot continue for now: {}", subscriber.name(), fault.getMessage());
    }
    failing = true;
  }

  void stop() {
    stopped.countDown();
    wake.release();
  }

  void join() {
    try {
      thread.join(ENDS_WITHIN);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
