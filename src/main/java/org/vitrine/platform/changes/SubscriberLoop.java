package org.vitrine.platform.changes;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.platform.database.Database;

/**
 * Brings changes to one subscriber on this node when it is woken: by what was committed here that
 * it minds, or by {@link SubscriberWatch}. It rests in between, the longer the more it worked, so
 * that it keeps nobody from the database.
 */
final class SubscriberLoop {
  private static final Logger LOG = LoggerFactory.getLogger(SubscriberLoop.class);
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** So long it may stand behind what does not concern it, before it moves on past all of it. */
  private static final Duration STANDS = Duration.ofSeconds(15);

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
  private volatile Standing standing = Standing.AT_THE_BEGINNING;
  private volatile long broughtAt = System.nanoTime();

  SubscriberLoop(Database database, Subscriber subscriber, Clock clock) {
    this.subscriber = subscriber;
    this.delivery = new Delivery(database, subscriber, clock);
    // Not a virtual thread: a reader may compute a lot, and must not hold up requests.
    this.thread =
        Thread.ofPlatform().name("subscriber " + subscriber.name()).daemon().unstarted(this::run);
  }

  String name() {
    return subscriber.name();
  }

  void enrol() {
    delivery.enrol();
  }

  void start() {
    enrol();
    thread.start();
  }

  /**
   * These were committed here. Whether it passes over them only the feed can say: whoever does is
   * woken when it is looked after.
   */
  void wake(Collection<Change> changes) {
    if (subscriber.passesOver().isEmpty()
        && changes.stream().anyMatch(change -> subscriber.kinds().contains(change.kind()))) {
      wake.release();
    }
  }

  /** It stands here, and this is new. */
  void look(Standing standing, FeedNews news) {
    this.standing = standing;
    boolean hasStood = System.nanoTime() - broughtAt > STANDS.toNanos();
    if (standing.due()
        || news.mayConcern(subscriber, standing)
        || (hasStood && news.goesBeyond(standing))) {
      wake.release();
    }
  }

  long failing() {
    return standing.failing();
  }

  long setAside() {
    return standing.setAside();
  }

  private void run() {
    while (isRunning()) {
      try {
        awaitWake();
        bring();
        getOn();
      } catch (RuntimeException | Error fault) {
        getStuck(fault);
        pause(PAUSE);
        wake.release();
      }
    }
  }

  private void awaitWake() {
    try {
      wake.acquire();
      wake.drainPermits();
    } catch (InterruptedException e) {
      stopped.countDown();
    }
  }

  private void bring() {
    boolean more = true;
    while (more && isRunning()) {
      long began = System.nanoTime();
      more = delivery.step();
      broughtAt = System.nanoTime();
      restAfter(Duration.ofNanos(broughtAt - began));
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
