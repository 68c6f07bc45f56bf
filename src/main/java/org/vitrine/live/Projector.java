package org.vitrine.live;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderVersion;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Feed;
import org.vitrine.tracking.OrderSummaries;
import org.vitrine.tracking.Tracking;

/**
 * Turns what was committed into what watchers see. One thread: a page is read, compared and
 * published in one place, so nothing falls between a snapshot and the first patch.
 *
 * <p>What was committed here lies in memory, and the pages of these orders move on from there at
 * once. Everything else is found in the feed, which is read when another node notifies, when a list
 * is watched, and four times a second anyway. When the database fails, nothing is forgotten: the
 * next round does what this one could not.
 */
final class Projector implements AutoCloseable {
  private static final long SAFETY_POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(250);
  private static final long BETWEEN_READS_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
  private static final long LONGEST_REST_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  private final Feed feed;
  private final Hub hub;
  private final Tracking tracking;
  private final OrderSummaries summaries;
  private final FeedHealth health;
  private final Projection projection;
  private final Semaphore wake = new Semaphore(0);
  private final Queue<Request> requests = new ConcurrentLinkedQueue<>();
  private final Map<OrderId, Long> changedHere = new ConcurrentHashMap<>();
  private final AtomicBoolean mustRead = new AtomicBoolean();
  private final Map<OrderId, Committed> changed = new LinkedHashMap<>();
  private final List<Request> pending = new ArrayList<>();
  private final Thread thread = Thread.ofPlatform().name("projector").daemon().unstarted(this::run);
  private volatile boolean closed;
  private long restsUntil;
  private long lastRead = System.nanoTime();
  private final AtomicInteger histories = new AtomicInteger();
  private int shownHistory;

  /** Somebody who wants a topic from a cursor on; without one, the whole page. */
  private record Request(Subscription subscription, Optional<String> since) {}

  Projector(Feed feed, Hub hub, Tracking tracking, OrderSummaries summaries, FeedHealth health) {
    this.feed = feed;
    this.health = health;
    this.hub = hub;
    this.tracking = tracking;
    this.summaries = summaries;
    this.projection = new Projection(feed, tracking, summaries);
  }

  void start() {
    feed.begin();
    thread.start();
  }

  /** The database has to be asked: something was committed elsewhere, or is wanted. */
  void wake() {
    mustRead.set(true);
    wake.release();
  }

  /** These were committed here. */
  void wake(Collection<Change> changes) {
    OrderVersion.newest(changes)
        .forEach((order, version) -> changedHere.merge(order, version, Math::max));
    wake.release();
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
        wake.tryAcquire(nextRead() - System.nanoTime(), TimeUnit.NANOSECONDS);
        wake.drainPermits();
        rest();
        long began = System.nanoTime();
        moveOnFromMemory();
        if (nextRead() <= began) {
          mustRead.set(false);
          round();
          health.succeeded();
        }
        worked(began);
      } catch (InterruptedException e) {
        return;
      } catch (RuntimeException | Error e) {
        mustRead.set(false); // The poll tries again.
        if (!closed) {
          health.failed(e);
        }
        wake.drainPermits();
      }
    }
  }

  /** At most 200 reads a second, however much is written, and four where nobody asks for one. */
  private long nextRead() {
    return lastRead + (mustRead.get() ? BETWEEN_READS_NANOS : SAFETY_POLL_NANOS);
  }

  /**
   * It rests as long as it worked: the first change after a while is shown at once, and where many
   * follow each other, more and more of them are shown together.
   */
  private void rest() throws InterruptedException {
    long wait = restsUntil - System.nanoTime();
    if (wait > 0) {
      TimeUnit.NANOSECONDS.sleep(wait);
    }
  }

  private void worked(long began) {
    long now = System.nanoTime();
    restsUntil = now + Math.min(now - began, LONGEST_REST_NANOS);
  }

  /** Moves pages on whose next version lies in memory; leaves the others to the database. */
  private void moveOnFromMemory() {
    Map<OrderId, Long> orders = new HashMap<>();
    changedHere.keySet().forEach(order -> orders.put(order, changedHere.remove(order)));
    Projection.Moves moves = projection.moveOnFromMemory(orders);
    if (!moves.done()) {
      mustRead.set(true);
    }
    hub.publish(moves.publications());
  }

  private void round() {
    lastRead = System.nanoTime();
    for (Change change : feed.read()) {
      if (OrderVersion.isOne(change)) {
        Committed committed = Committed.of(change);
        changed.merge(committed.order(), committed, Committed::later);
      }
    }
    int history = histories.get(); // After the read, which may find that it is another one.
    if (!changed.isEmpty()) {
      summaries.changed(changed.keySet());
    }
    for (Request request = requests.poll(); request != null; request = requests.poll()) {
      pending.add(request);
    }
    projection.dropUnwatched(hub::isWatched, System.currentTimeMillis());
    List<Topic> asked = pending.stream().map(request -> request.subscription().topic()).toList();
    hub.publish(projection.moveOn(changed.values(), asked, history != shownHistory));
    answer();
    changed.clear();
    pending.clear();
    shownHistory = history;
  }

  private void answer() {
    Set<Subscription> answered = new HashSet<>();
    for (Request request : pending) {
      Subscription subscription = request.subscription();
      if (answered.add(subscription)) {
        projection
            .way(subscription.topic(), request.since())
            .ifPresentOrElse(
                way -> hub.bring(subscription, way.frames(), way.sequence()),
                () -> hub.dismiss(subscription));
      }
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join(2_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
