package org.vitrine.platform.changes;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import org.vitrine.platform.database.Database;

/**
 * Brings changes to one subscriber on this node when it is woken: by what was committed here that
 * it minds, or by {@link SubscriberWatch}. It rests in between, the longer the more it worked, so
 * that it keeps nobody from the database.
 */
final class SubscriberLoop {
  /** So long it may stand behind what does not concern it, before it moves on past all of it. */
  private static final Duration STANDS = Duration.ofSeconds(15);

  /** Whoever is looked after need not wake by itself; once an hour does no harm. */
  private static final Duration UNWOKEN = Duration.ofHours(1);

  private static final Duration SHORTEST_REST = Duration.ofMillis(250);
  private static final Duration LONGEST_REST = Duration.ofSeconds(5);
  private static final int REST = 9;

  private final Subscriber subscriber;
  private final Delivery delivery;
  private final WokenThread thread;
  private volatile Standing standing = Standing.AT_THE_BEGINNING;
  private volatile long broughtAt = System.nanoTime();

  SubscriberLoop(Database database, Subscriber subscriber, Clock clock) {
    this.subscriber = subscriber;
    this.delivery = new Delivery(database, subscriber, clock);
    this.thread = new WokenThread("subscriber " + subscriber.name(), UNWOKEN, this::bring);
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
      thread.wake();
    }
  }

  /** It stands here, and this is new. */
  void look(Standing standing, FeedNews news) {
    this.standing = standing;
    boolean hasStood = System.nanoTime() - broughtAt > STANDS.toNanos();
    if (standing.due()
        || news.mayConcern(subscriber, standing)
        || (hasStood && news.goesBeyond(standing))) {
      thread.wake();
    }
  }

  long failing() {
    return standing.failing();
  }

  long setAside() {
    return standing.setAside();
  }

  private void bring() {
    boolean more = true;
    while (more && thread.isRunning()) {
      long began = System.nanoTime();
      more = delivery.step();
      broughtAt = System.nanoTime();
      thread.rest(restAfter(Duration.ofNanos(broughtAt - began)));
    }
  }

  private static Duration restAfter(Duration work) {
    Duration rest = work.multipliedBy(REST);
    rest = rest.compareTo(SHORTEST_REST) < 0 ? SHORTEST_REST : rest;
    return rest.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : rest;
  }

  void stop() {
    thread.stop();
  }

  void join() {
    thread.join();
  }
}
