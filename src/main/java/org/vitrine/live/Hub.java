package org.vitrine.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who watches what, grouped by event loop: a batch of frames costs one task per loop. Nothing is
 * queued for a connection that does not take more.
 */
final class Hub {
  private static final Logger LOG = LoggerFactory.getLogger(Hub.class);
  private static final long PATIENCE_MILLIS = 30_000;

  private final Map<Executor, Loop> loops = new ConcurrentHashMap<>();
  private final Map<Topic, AtomicInteger> watched = new ConcurrentHashMap<>();
  private final AtomicInteger connections = new AtomicInteger();

  /** Called on the connection's event loop. */
  void register(Subscription subscription) {
    loop(subscription).add(subscription);
    watched.computeIfAbsent(subscription.topic(), topic -> new AtomicInteger()).incrementAndGet();
  }

  /** Called on the connection's event loop. */
  void unregister(Subscription subscription) {
    loop(subscription).remove(subscription);
    watched.computeIfPresent(
        subscription.topic(), (topic, count) -> count.decrementAndGet() == 0 ? null : count);
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
    loops.computeIfAbsent(connection.transport().loop(), Loop::new).connections.add(connection);
  }

  void disconnected(Connection connection) {
    connections.decrementAndGet();
    loops.get(connection.transport().loop()).connections.remove(connection);
  }

  /** Sends each frame to those who have the state before it. */
  void publish(List<Publication> publications) {
    if (!publications.isEmpty()) {
      loops.values().forEach(loop -> loop.executor.execute(() -> loop.deliver(publications)));
    }
  }

  /** Brings one watcher to a state of its topic. */
  void bring(Subscription subscription, List<Frame> frames, long sequence) {
    Transport transport = subscription.connection().transport();
    transport
        .loop()
        .execute(
            () -> {
              if (transport.takesMore()) {
                frames.forEach(transport::write);
                transport.flush();
                subscription.isAt(sequence);
              } else {
                subscription.fallBehind(System.currentTimeMillis());
              }
              subscription.connection().wasServed(subscription);
            });
  }

  /** There is nothing to watch any more. */
  void dismiss(Subscription subscription) {
    Connection connection = subscription.connection();
    connection
        .transport()
        .loop()
        .execute(
            () -> {
              connection.unwatch(subscription.topic().name());
              connection.send(Frame.gone(subscription.topic().name(), "not-found"));
              connection.wasServed(subscription);
            });
  }

  /** Does something with every connection, on its event loop; one that fails is dropped. */
  void forEachConnection(Consumer<Connection> action) {
    loops.values().forEach(loop -> loop.executor.execute(() -> loop.forEach(action)));
  }

  /** Closes the connections that have not taken anything for 30 s. */
  void dropTheStuck(long nowMillis) {
    forEachConnection(
        connection -> {
          if (connection.isStuckSinceBefore(nowMillis - PATIENCE_MILLIS)) {
            connection.dismiss(1013, "too slow");
          }
        });
  }

  private Loop loop(Subscription subscription) {
    return loops.computeIfAbsent(subscription.connection().transport().loop(), Loop::new);
  }

  /** One event loop's watchers; touched by that loop only. */
  private static final class Loop {
    private final Executor executor;
    private final Map<Topic, Set<Subscription>> byTopic = new HashMap<>();
    private final Set<Connection> connections = new LinkedHashSet<>();

    private Loop(Executor executor) {
      this.executor = executor;
    }

    private void add(Subscription subscription) {
      byTopic
          .computeIfAbsent(subscription.topic(), topic -> new LinkedHashSet<>())
          .add(subscription);
    }

    private void remove(Subscription subscription) {
      byTopic.computeIfPresent(
          subscription.topic(),
          (topic, subscriptions) -> {
            subscriptions.remove(subscription);
            return subscriptions.isEmpty() ? null : subscriptions;
          });
    }

    private void forEach(Consumer<Connection> action) {
      for (Connection connection : List.copyOf(connections)) {
        try {
          action.accept(connection);
        } catch (RuntimeException fault) {
          drop(connection, fault);
        }
      }
    }

    private void deliver(List<Publication> publications) {
      List<Transport> written = new ArrayList<>();
      for (Publication publication : publications) {
        for (Subscription subscription : byTopic.getOrDefault(publication.topic(), Set.of())) {
          try {
            deliver(publication, subscription, written);
          } catch (RuntimeException fault) {
            drop(subscription.connection(), fault);
          }
        }
      }
      written.forEach(Transport::flush);
    }

    /** A connection that fails is closed later, since we iterate over its set now. */
    private void drop(Connection connection, RuntimeException fault) {
      LOG.error("A connection failed and is closed", fault);
      executor.execute(() -> connection.dismiss(1011, "our fault"));
    }

    private static void deliver(
        Publication publication, Subscription subscription, List<Transport> written) {
      Transport transport = subscription.connection().transport();
      if (subscription.isAtExactly(publication.before()) && transport.takesMore()) {
        transport.write(publication.frame());
        subscription.isAt(publication.after());
        written.add(transport);
      } else if (subscription.misses(publication.after())) {
        subscription.fallBehind(System.currentTimeMillis());
        if (transport.takesMore()) {
          subscription.connection().catchUp();
        }
      }
    }
  }
}
