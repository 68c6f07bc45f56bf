package org.vitrine.live;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.VirtualThreads;

/** Finds what a client wants to watch, and whether it may: then it watches, or is told why not. */
final class WatchResolver {
  private static final Logger LOG = LoggerFactory.getLogger(WatchResolver.class);
  private static final Duration BUSY_FOR = Duration.ofSeconds(5);
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);

  private final Topics topics;
  private final BooleanSupplier leaving;

  /**
   * @param leaving whether this node goes down, and nobody should wait here
   */
  WatchResolver(Topics topics, BooleanSupplier leaving) {
    this.topics = topics;
    this.leaving = leaving;
  }

  /** Called on the watcher's event loop; goes on elsewhere where that would have to wait. */
  void watch(Connection connection, String name, Optional<String> since) {
    Optional<Consumer<Connection>> known =
        answer(name, () -> topics.known(name, connection.caller()), since);
    if (known.isPresent()) {
      known.get().accept(connection);
      return;
    }
    VirtualThreads.run(
        () -> {
          Consumer<Connection> answer =
              answer(name, () -> Optional.of(resolve(name, connection)), since).orElseThrow();
          connection.transport().loop().execute(() -> answer.accept(connection));
        });
  }

  /**
   * Asks again for a while where the database is busy: whoever waits here costs nothing, and
   * whoever is sent away comes back with another handshake.
   */
  private Topic resolve(String name, Connection connection) {
    long end = System.nanoTime() + BUSY_FOR.toNanos();
    for (long pause = SHORTEST_PAUSE.toNanos(); ; pause *= 2) {
      try {
        return topics.resolve(name, connection.caller());
      } catch (Rejection.Unavailable busy) {
        if (connection.isClosed() || leaving.getAsBoolean() || System.nanoTime() + pause > end) {
          throw busy;
        }
        LockSupport.parkNanos(pause + ThreadLocalRandom.current().nextLong(pause));
      }
    }
  }

  /** What to do for a watcher who wants this; nothing where the topic cannot be told. */
  private static Optional<Consumer<Connection>> answer(
      String name, Supplier<Optional<? extends Topic>> find, Optional<String> since) {
    try {
      return find.get().map(topic -> connection -> connection.watch(topic, since));
    } catch (Rejection.Gone ended) {
      return Optional.of(connection -> connection.refuse(name, "ended"));
    } catch (Rejection.Unavailable busy) {
      return Optional.of(connection -> connection.transport().close(1013, "try again"));
    } catch (Rejection rejection) {
      return Optional.of(connection -> connection.refuse(name, "not-found"));
    } catch (RuntimeException | Error fault) {
      LOG.error("A watch failed", fault);
      return Optional.of(Connection::fail);
    }
  }
}
