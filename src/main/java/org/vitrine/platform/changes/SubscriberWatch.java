package org.vitrine.platform.changes;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.platform.database.Database;

/**
 * Looks for all durable readers of this node at once whether there is anything for them, when
 * something was committed elsewhere and once a second anyway, and wakes those that are concerned: a
 * reader that minds little costs little, however much happens.
 */
final class SubscriberWatch {
  private static final Logger LOG = LoggerFactory.getLogger(SubscriberWatch.class);
  private static final Duration POLL = Duration.ofSeconds(1);
  private static final Duration REST = Duration.ofMillis(250);
  private static final Duration ENDS_WITHIN = Duration.ofSeconds(10);

  private final Database database;
  private final List<SubscriberLoop> loops;
  private final List<String> names;
  private final Clock clock;
  private final SubscriberRepository repository = new SubscriberRepository();
  private final Semaphore wake = new Semaphore(0);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final Thread thread =
      Thread.ofPlatform().name("subscribers").daemon().unstarted(this::run);
  private boolean failing;

  SubscriberWatch(Database database, List<SubscriberLoop> loops, Clock clock) {
    this.database = database;
    this.loops = loops;
    this.names = loops.stream().map(SubscriberLoop::name).toList();
    this.clock = clock;
  }

  void start() {
    thread.start();
  }

  void wake() {
    wake.release();
  }

  private void run() {
    while (isRunning()) {
      try {
        look();
        failing = false;
      } catch (RuntimeException | Error fault) {
        getStuck(fault);
      }
      rest();
    }
  }

  private void look() {
    Map<String, Standing> standings = repository.standings(database, names, clock.instant());
    LongStream begins = standings.values().stream().mapToLong(Standing::xmin);
    FeedNews news = repository.newsSince(database, begins.min().orElse(0));
    for (SubscriberLoop loop : loops) {
      Standing standing = standings.get(loop.name());
      if (standing == null) {
        loop.enrol(); // Another database answers than the one in which it began.
      } else {
        loop.look(standing, news);
      }
    }
  }

  private void rest() {
    try {
      stopped.await(REST.toMillis(), TimeUnit.MILLISECONDS);
      wake.tryAcquire(POLL.minus(REST).toMillis(), TimeUnit.MILLISECONDS);
      wake.drainPermits();
    } catch (InterruptedException e) {
      stopped.countDown();
    }
  }

  private boolean isRunning() {
    return stopped.getCount() > 0;
  }

  /** The database is away, most likely; said once, however long it lasts. */
  private void getStuck(Throwable fault) {
    if (!failing && isRunning()) {
      LOG.warn("Readers cannot be looked after for now: {}", fault.getMessage());
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
