package org.vitrine.live;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How a node empties before it goes down: its clients are told to connect anew, each at a moment of
 * its own, so that the nodes that stay are not asked by all of them at once.
 */
final class Drain {
  private static final Duration PACE = Duration.ofMillis(5);
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final Duration GOODBYES = Duration.ofSeconds(1);
  private static final Duration LOOK = Duration.ofMillis(10);

  private final Vertx vertx;
  private final Hub hub;
  private volatile boolean begun;

  Drain(Vertx vertx, Hub hub) {
    this.vertx = vertx;
    this.hub = hub;
  }

  boolean hasBegun() {
    return begun;
  }

  /**
   * Blocks until all have left.
   *
   * @param over how long to take, for a proxy that has to notice first; absent for no longer than
   *     the clients need
   */
  void run(Optional<Duration> over) {
    begun = true;
    Duration time = over.orElseGet(this::asLongAsNeeded);
    long deadline = System.nanoTime() + time.plus(GOODBYES).toNanos();
    hub.forEachConnection(connection -> sendElsewhere(connection, time));
    over.ifPresent(Drain::pause);
    while (hub.connections() > 0
        && System.nanoTime() < deadline
        && !Thread.currentThread().isInterrupted()) {
      pause(LOOK);
    }
  }

  private Duration asLongAsNeeded() {
    Duration needed = PACE.multipliedBy(hub.connections());
    return needed.compareTo(LONGEST) < 0 ? needed : LONGEST;
  }

  private void sendElsewhere(Connection connection, Duration within) {
    long millis = ThreadLocalRandom.current().nextLong(1, within.toMillis() + 2);
    vertx.setTimer(
        millis, timer -> connection.transport().loop().execute(connection::sendElsewhere));
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
