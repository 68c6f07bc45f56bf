package org.vitrine.live;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.access.Caller;
import org.vitrine.access.Sessions;
import org.vitrine.access.Token;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.changes.Feed;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.json.Json;
import org.vitrine.platform.web.VirtualThreads;
import org.vitrine.tracking.OrderSummaries;
import org.vitrine.tracking.Tracking;

/** The door of the live path: sockets come in, pages go out. */
public final class Live implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Live.class);
  private static final Duration ROUNDS_COME_WITHIN = Duration.ofSeconds(10);
  private static final Duration PAGES_ARE_BELIEVED_FOR = Duration.ofSeconds(2);
  private static final Duration BUSY_FOR = Duration.ofSeconds(5);
  private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);
  private static final long SIGHT_MILLIS = 500;
  private static final long PING_MILLIS = 20_000;
  private static final long LOOK_MILLIS = 5_000;
  private static final long RIGHTS_MILLIS = 1_000;

  private final Vertx vertx;
  private final Hub hub = new Hub();
  private final Topics topics;
  private final RevocationWatch revocationWatch;
  private final FeedHealth health;
  private final Projector projector;
  private final BiConsumer<Subscription, Optional<String>> request;
  private final Drain drain;
  private final Frame ping = Frame.of(Json.object().put("ping", 1));
  private final Frame blind = Frame.of(Json.object().put("live", false));
  private final Frame seeing = Frame.of(Json.object().put("live", true));
  private volatile boolean sees = true;

  /**
   * @param afterOutage what to do when the database is reached again after a while
   */
  public Live(
      Vertx vertx,
      Database database,
      Tracking tracking,
      Topics topics,
      OrderSummaries summaries,
      Sessions sessions,
      Changes changes,
      MeterRegistry meters,
      Runnable afterOutage) {
    this.vertx = vertx;
    this.topics = topics;
    this.revocationWatch = new RevocationWatch(sessions);
    this.health = new FeedHealth(afterOutage);
    Feed feed = new Feed(database, changes, "");
    this.projector = new Projector(feed, hub, tracking, summaries, health);
    this.request = projector::request;
    this.drain = new Drain(vertx, hub);
    changes.onCommit(projector::wake);
    changes.onForget(projector::startOver);
    measure(meters, feed, tracking);
  }

  private void measure(MeterRegistry meters, Feed feed, Tracking tracking) {
    Gauge.builder("vitrine.live.connections", hub, Hub::connections).register(meters);
    Gauge.builder("vitrine.live.topics", hub, Hub::topics).register(meters);
    FunctionCounter.builder("vitrine.live.feed.reads", feed, Feed::reads).register(meters);
    FunctionCounter.builder("vitrine.live.orders.read", tracking, Tracking::ordersRead)
        .register(meters);
  }

  public void start() {
    projector.start();
    vertx.setPeriodic(PING_MILLIS, timer -> hub.forEachConnection(this::ping));
    vertx.setPeriodic(SIGHT_MILLIS, timer -> tellWhetherWeSee());
    vertx.setPeriodic(
        RIGHTS_MILLIS,
        timer -> VirtualThreads.run(() -> revocationWatch.check(System.currentTimeMillis())));
    vertx.setPeriodic(LOOK_MILLIS, timer -> hub.dropTheStuck(System.currentTimeMillis()));
  }

  /** Something was committed elsewhere. */
  public void wake() {
    projector.wake();
  }

  /** Why visitors should be sent elsewhere, if they should. */
  public Optional<String> trouble() {
    if (drain.hasBegun()) {
      return Optional.of("This node is going down");
    }
    return health.sinceLastSuccess().compareTo(ROUNDS_COME_WITHIN) < 0
        ? Optional.empty()
        : Optional.of("Pages do not move");
  }

  /** Lets nobody new in, and sends away who is here; returns when all are gone or time is up. */
  public void drain(Optional<Duration> over) {
    drain.run(over);
  }

  /** Throws {@link Rejection.Unavailable} where newcomers have to go elsewhere. */
  void requireOpen() {
    if (drain.hasBegun()) {
      throw new Rejection.Unavailable(
          "This node is going down: connect again", Duration.ofSeconds(1));
    }
  }

  /** Without the database a page stays as it is, and whoever looks at it has to know. */
  private void tellWhetherWeSee() {
    boolean now = health.sinceLastSuccess().compareTo(PAGES_ARE_BELIEVED_FOR) < 0;
    if (now != sees) {
      sees = now;
      hub.forEachConnection(connection -> connection.send(now ? seeing : blind));
    }
  }

  private void ping(Connection connection) {
    connection.transport().ping();
    if (connection.transport().takesMore()) {
      connection.send(ping);
    }
  }

  /** Takes over a socket that was let in. Called on its event loop. */
  void accept(HttpConnection http, Caller caller, Token credential) {
    SocketTransport transport = new SocketTransport(http);
    Connection connection = newConnection(transport, caller, credential);
    transport.open(new Visit(connection));
    letIn(connection);
  }

  /** The same as a stream of events, for one topic. Called on the response's event loop. */
  void stream(
      HttpServerResponse response,
      HttpConnection http,
      Caller caller,
      Token credential,
      String topic,
      Optional<String> since) {
    EventStreamTransport transport = new EventStreamTransport(response, http);
    Connection connection = newConnection(transport, caller, credential);
    transport.open(new Visit(connection));
    letIn(connection);
    watch(connection, topic, since);
  }

  private Connection newConnection(Transport transport, Caller caller, Token credential) {
    return new Connection(transport, caller, credential, hub, request);
  }

  private void letIn(Connection connection) {
    hub.connected(connection);
    revocationWatch.add(connection);
    if (!sees) {
      connection.send(blind);
    }
    if (drain.hasBegun()) {
      connection.sendElsewhere();
    }
  }

  /** From when a client comes in until it has left. */
  private final class Visit implements Transport.Client {
    private final Connection connection;

    private Visit(Connection connection) {
      this.connection = connection;
    }

    @Override
    public void says(String text) {
      hear(connection, text);
    }

    @Override
    public void takesMore() {
      connection.catchUp();
    }

    @Override
    public void left() {
      connection.closed();
      revocationWatch.remove(connection);
      hub.disconnected(connection);
    }
  }

  /** What a client says. */
  record Message(String watch, String since, String unwatch) {}

  /** One message after the other: the next is heard when this one was answered. */
  private void hear(Connection connection, String text) {
    Message message;
    try {
      message = Json.read(text, Message.class);
    } catch (Rejection.Invalid invalid) {
      connection.transport().close(1007, "not understood");
      return;
    }
    if (message.unwatch() != null) {
      connection.unwatch(message.unwatch());
    }
    if (message.watch() != null) {
      connection.asks();
      watch(connection, message.watch(), Optional.ofNullable(message.since()));
    }
  }

  private void watch(Connection connection, String name, Optional<String> since) {
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
        if (connection.isClosed() || drain.hasBegun() || System.nanoTime() + pause > end) {
          throw busy;
        }
        LockSupport.parkNanos(pause + ThreadLocalRandom.current().nextLong(pause));
      }
    }
  }

  /** What to do for a watcher who wants this; nothing where the topic cannot be told. */
  private Optional<Consumer<Connection>> answer(
      String name, Supplier<Optional<Topic>> find, Optional<String> since) {
    try {
      return find.get().map(topic -> connection -> connection.watch(topic, since));
    } catch (Rejection.Gone ended) {
      return Optional.of(connection -> connection.refuse(name, "ended"));
    } catch (Rejection.Unavailable busy) {
      return Optional.of(connection -> connection.transport().close(1013, "try again"));
    } catch (Rejection rejection) {
      return Optional.of(connection -> connection.refuse(name, "not-found"));
    } catch (RuntimeException fault) {
      LOG.error("A watch failed", fault);
      return Optional.of(connection -> connection.transport().close(1011, "our fault"));
    }
  }

  @Override
  public void close() {
    hub.forEachConnection(connection -> connection.transport().close(1001, "restarting"));
    projector.close();
  }
}
