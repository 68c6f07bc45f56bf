package org.vitrine.live;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.vitrine.access.Caller;
import org.vitrine.access.Sessions;
import org.vitrine.access.Token;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.changes.Feed;
import org.vitrine.platform.json.Json;
import org.vitrine.platform.web.VirtualThreads;

/** The door of the live path: sockets come in, pages go out. */
public final class Live implements AutoCloseable {
  private static final Duration ROUNDS_COME_WITHIN = Duration.ofSeconds(10);
  private static final long SIGHT_MILLIS = 500;
  private static final long PING_MILLIS = 20_000;
  private static final long LOOK_MILLIS = 5_000;
  private static final long RIGHTS_MILLIS = 1_000;

  private final Vertx vertx;
  private final Hub hub = new Hub();
  private final RevocationWatch revocationWatch;
  private final FeedHealth health;
  private final Sight sight;
  private final Projector projector;
  private final Drain drain;
  private final Reception reception;
  private final Frame ping = Frame.of(Json.object().put("ping", 1));

  /**
   * @param sources whose topics can be watched
   * @param afterOutage what to do when the database is reached again after a while
   */
  public Live(
      Vertx vertx,
      Feed feed,
      List<? extends TopicSource<?>> sources,
      Sessions sessions,
      Changes changes,
      MeterRegistry meters,
      Runnable afterOutage) {
    this.vertx = vertx;
    this.revocationWatch = new RevocationWatch(sessions);
    this.health = new FeedHealth(afterOutage);
    this.sight = new Sight(health, hub);
    this.projector = new Projector(feed, hub, sources, health);
    this.drain = new Drain(vertx, hub);
    this.reception =
        new Reception(
            hub,
            revocationWatch,
            sight,
            drain,
            new WatchResolver(new Topics(sources), drain::hasBegun),
            projector::request);
    changes.onCommit(projector::wake);
    changes.onForget(projector::startOver);
    measure(meters, feed);
  }

  private void measure(MeterRegistry meters, Feed feed) {
    Gauge.builder("vitrine.live.connections", hub, Hub::connections).register(meters);
    Gauge.builder("vitrine.live.topics", hub, Hub::topics).register(meters);
    FunctionCounter.builder("vitrine.live.feed.reads", feed, Feed::reads).register(meters);
  }

  public void start() {
    projector.start();
    vertx.setPeriodic(PING_MILLIS, timer -> hub.forEachConnection(this::ping));
    vertx.setPeriodic(SIGHT_MILLIS, timer -> sight.look());
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
      return Optional.of("This node is shutting down");
    }
    return health.sinceLastSuccess().compareTo(ROUNDS_COME_WITHIN) < 0
        ? Optional.empty()
        : Optional.of("Open pages are not being updated");
  }

  /** Lets nobody new in, and sends away who is here; returns when all are gone or time is up. */
  public void drain(Optional<Duration> over) {
    drain.run(over);
  }

  /** Throws {@link Rejection.Unavailable} where newcomers have to go elsewhere. */
  void requireOpen() {
    if (drain.hasBegun()) {
      throw new Rejection.Unavailable(
          "This node is shutting down: connect again", Duration.ofSeconds(1));
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
    reception.accept(http, caller, credential);
  }

  /** The same as a stream of events, for one topic. Called on the response's event loop. */
  void stream(
      HttpServerResponse response,
      HttpConnection http,
      Caller caller,
      Token credential,
      String topic,
      Optional<String> since) {
    reception.stream(response, http, caller, credential, topic, since);
  }

  /**
   * The page of a topic as this caller would be sent it first, and nothing after it: read together
   * with all that is asked for now, and kept for a while for whoever goes on from there.
   */
  CompletableFuture<Frame> first(
      HttpConnection http, Caller caller, Token credential, String topic) {
    return reception.first(http, caller, credential, topic);
  }

  @Override
  public void close() {
    hub.forEachConnection(connection -> connection.transport().close(1001, "restarting"));
    projector.close();
  }
}
