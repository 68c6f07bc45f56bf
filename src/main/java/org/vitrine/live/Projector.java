package org.vitrine.live;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Feed;

/**
 * Turns what was committed into what watchers see. One thread: pages are compared and published in
 * one place, so nothing falls between a snapshot and the first patch.
 *
 * <p>What was committed here may lie in memory, and pages that it concerns move on from there at
 * once. Everything else is found in the feed, which is read when another node notifies, when
 * something is asked for, and four times a second anyway. When the database fails, nothing is
 * forgotten: the next round does what this one could not.
 */
final class Projector implements AutoCloseable {
  private static final long BETWEEN_DROPS_MILLIS = 1_000;

  private final Feed feed;
  private final Hub hub;
  private final FeedHealth health;
  private final List<Projection> projections;
  private final ExecutorService beside =
      Executors.newCachedThreadPool(Thread.ofPlatform().name("page reader ", 1).daemon().factory());
  private final Pacing pacing = new Pacing();
  private final Queue<Request> requests = new ConcurrentLinkedQueue<>();
  private final Queue<Change> committedHere = new ConcurrentLinkedQueue<>();
  private final AtomicInteger histories = new AtomicInteger();
  private final Thread thread = Thread.ofPlatform().name("projector").daemon().unstarted(this::run);
  private volatile boolean closed;
  private int shownHistory;
  private long droppedMillis;

  /** Somebody who wants a topic from a cursor on; without one, the whole page. */
  private record Request(Subscription subscription, Optional<String> since) {}

  Projector(Feed feed, Hub hub, List<? extends TopicSource<?>> sources, FeedHealth health) {
    this.feed = feed;
    this.hub = hub;
    this.health = health;
    this.projections =
        sources.stream()
            .map(source -> new Projection(source, feed, hub, beside, this::wake))
            .toList();
  }

  void start() {
    feed.begin();
    thread.start();
  }

  /** The database has to be asked: something was committed elsewhere, or is wanted. */
  void wake() {
    pacing.mustRead();
    pacing.wake();
  }

  /** These were committed here. */
  void wake(Collection<Change> changes) {
    committedHere.addAll(changes);
    pacing.wake();
  }

  /** The database was lost and found again, and may tell another history than what is in memory. */
  void startOver() {
    histories.incrementAndGet();
    wake();
  }

  /** Asks for a topic; the subscription must be registered before. */
  void request(Subscription subscription, Optional<String> since) {
    requests.add(new Request(subscription, since));
    wake();
  }

  private void run() {
    while (!closed) {
      try {
        pacing.await();
        long began = System.nanoTime();
        moveOnFromMemory();
        if (pacing.reads(began)) {
          round();
          health.succeeded();
        }
        pacing.worked(began);
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException | Error e) {
        pacing.failed();
        if (!closed) {
          health.failed(e);
        }
      }
    }
  }

  /** Moves pages on whose next version lies in memory; leaves the others to the database. */
  private void moveOnFromMemory() {
    PendingChanges changes = new PendingChanges();
    for (Change one = committedHere.poll(); one != null; one = committedHere.poll()) {
      changes.add(List.of(one));
    }
    for (Projection projection : projections) {
      if (!projection.moveOnFromMemory(changes.all())) {
        pacing.mustRead();
      }
    }
  }

  private void round() {
    List<Change> changes = feed.read();
    int history = histories.get(); // After the read, which may find that it is another one.
    if (history != shownHistory) {
      projections.forEach(Projection::beginAnew);
      shownHistory = history;
    }
    projections.forEach(projection -> projection.hear(changes));
    for (Request one = requests.poll(); one != null; one = requests.poll()) {
      projectionOf(one.subscription().topic()).ask(one.subscription(), one.since());
    }
    dropUnwatched();
    moveOn();
  }

  private Projection projectionOf(Topic topic) {
    return projections.stream().filter(one -> one.owns(topic)).findFirst().orElseThrow();
  }

  private void dropUnwatched() {
    long now = System.currentTimeMillis();
    if (now - droppedMillis >= BETWEEN_DROPS_MILLIS) {
      droppedMillis = now;
      projections.forEach(projection -> projection.dropUnwatched(hub::isWatched, now));
    }
  }

  /** One that cannot move on holds up no other. */
  private void moveOn() {
    Optional<RuntimeException> failure = Optional.empty();
    for (Projection projection : projections) {
      try {
        projection.moveOn();
      } catch (RuntimeException fault) {
        failure = failure.or(() -> Optional.of(fault));
      }
    }
    if (failure.isPresent()) {
      throw failure.get();
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    beside.shutdownNow();
    try {
      thread.join(2_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
