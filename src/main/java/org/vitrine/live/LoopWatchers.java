package org.vitrine.live;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The watchers of one event loop, and what they watch; touched by that loop only. */
final class LoopWatchers {
  private static final Logger LOG = LoggerFactory.getLogger(LoopWatchers.class);

  private final Executor loop;
  private final Map<Topic, Set<Subscription>> byTopic = new HashMap<>();
  private final Set<Connection> connections = new LinkedHashSet<>();

  LoopWatchers(Executor loop) {
    this.loop = loop;
  }

  void add(Connection connection) {
    connections.add(connection);
  }

  void remove(Connection connection) {
    connections.remove(connection);
  }

  void add(Subscription subscription) {
    byTopic.computeIfAbsent(subscription.topic(), topic -> new LinkedHashSet<>()).add(subscription);
  }

  void remove(Subscription subscription) {
    byTopic.computeIfPresent(
        subscription.topic(),
        (topic, subscriptions) -> {
          subscriptions.remove(subscription);
          return subscriptions.isEmpty() ? null : subscriptions;
        });
  }

  /** Does something with every watcher of this loop; one that fails is dropped. */
  void forEach(Consumer<Connection> action) {
    for (Connection connection : List.copyOf(connections)) {
      guarded(connection, () -> action.accept(connection));
    }
  }

  /** The same with everybody who watches a topic. */
  void forEach(Topic topic, Consumer<Subscription> action) {
    for (Subscription one : List.copyOf(watching(topic))) {
      guarded(one.connection(), () -> action.accept(one));
    }
  }

  private void guarded(Connection connection, Runnable action) {
    try {
      action.run();
    } catch (RuntimeException fault) {
      drop(connection, fault);
    }
  }

  /** Sends each frame to those who have the state before it. */
  void deliver(List<Publication> publications) {
    List<Transport> written = new ArrayList<>();
    for (Publication publication : publications) {
      for (Subscription one : watching(publication.topic())) {
        try {
          deliver(publication, one, written);
        } catch (RuntimeException fault) {
          drop(one.connection(), fault);
        }
      }
    }
    written.forEach(Transport::flush);
  }

  private Set<Subscription> watching(Topic topic) {
    return byTopic.getOrDefault(topic, Set.of());
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

  /** One connection must not decide for the others: it goes, but not while they are counted. */
  private void drop(Connection connection, RuntimeException fault) {
    LOG.error("A connection failed and is closed", fault);
    loop.execute(connection::fail);
  }
}
