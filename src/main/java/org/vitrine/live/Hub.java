package org.vitrine.live;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Who watches what, grouped by event loop: a batch of frames costs one task per loop. Nothing is
 * queued for a connection that does not take more.
 */
final class Hub {
  private static final long PATIENCE_MILLIS = 30_000;

  private final Map<Executor, LoopWatchers> loops = new ConcurrentHashMap<>();
  private final Map<Topic, Integer> watched = new ConcurrentHashMap<>();
  private final AtomicInteger connections = new AtomicInteger();

  /** Called on the connection's event loop. */
  void register(Subscription subscription) {
    loop(subscription.connection()).add(subscription);
    watched.merge(subscription.topic(), 1, Integer::sum);
  }

  /** Called on the connection's event loop. */
  void unregister(Subscription subscription) {
    loop(subscription.connection()).remove(subscription);
    watched.computeIfPresent(subscription.topic(), (topic, count) -> count == 1 ? null : count - 1);
  }

  boolean isWatched(Topic topic) {
    return watched.containsKey(topic);
  }

  int topics() {
    return watched.size();
  }

  int connections() {
    return connections.get();
  }

  void connected(Connection connection) {
    connections.incrementAndGet();
    loop(connection).add(connection);
  }

  void disconnected(Connection connection) {
    connections.decrementAndGet();
    loop(connection).remove(connection);
  }

  private LoopWatchers loop(Connection connection) {
    return loops.computeIfAbsent(connection.transport().loop(), LoopWatchers::new);
  }

  /** Sends each frame to those who have the state before it. */
  void publish(List<Publication> publications) {
    if (!publications.isEmpty()) {
      onEachLoop(loop -> loop.deliver(publications));
    }
  }

  /** Brings one watcher to a state of its topic. */
  void bring(Subscription subscription, List<Frame> frames, long sequence) {
    withWatcher(
        subscription,
        connection -> {
          Transport transport = connection.transport();
          if (transport.takesMore()) {
            frames.forEach(transport::write);
            transport.flush();
            subscription.isAt(sequence);
          } else {
            subscription.fallBehind(System.currentTimeMillis());
          }
          connection.wasServed(subscription);
        });
  }

  /** What it asked for cannot be answered: that is our fault, and it is told so. */
  void fail(Subscription subscription) {
    withWatcher(subscription, Connection::fail);
  }

  /** Whoever has gone by then, or watches something else, needs nothing any more. */
  private static void withWatcher(Subscription subscription, Consumer<Connection> action) {
    Connection connection = subscription.connection();
    connection
        .transport()
        .loop()
        .execute(
            () -> {
              if (connection.watches(subscription)) {
                action.accept(connection);
              }
            });
  }

  /** There is nothing to watch any more. */
  void dismiss(Topic topic) {
    onEachLoop(loop -> loop.forEach(topic, one -> one.connection().dismiss(one)));
  }

  /** What is watched cannot be shown: that is our fault, and whoever watches it is told so. */
  void fail(Topic topic) {
    onEachLoop(loop -> loop.forEach(topic, one -> one.connection().fail()));
  }

  /** Does something with every connection, on its event loop; one that fails is dropped. */
  void forEachConnection(Consumer<Connection> action) {
    onEachLoop(loop -> loop.forEach(action));
  }

  private void onEachLoop(Consumer<LoopWatchers> action) {
    loops.forEach((executor, watchers) -> executor.execute(() -> action.accept(watchers)));
  }

  /** Closes the connections that have not taken anything for 30 s. */
  void dropTheStuck(long nowMillis) {
    forEachConnection(
        connection -> {
          if (connection.isStuckSinceBefore(nowMillis - PATIENCE_MILLIS)) {
            connection.close(1013, "too slow");
          }
        });
  }
}
