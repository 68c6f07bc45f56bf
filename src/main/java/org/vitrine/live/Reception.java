package org.vitrine.live;

import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.vitrine.access.Caller;
import org.vitrine.access.Token;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.Connections;

/** Takes clients in, hears what they say, and sees them out. */
final class Reception {
  private static final Duration FIRST_WITHIN = Duration.ofMillis(150);

  private final Hub hub;
  private final RevocationWatch revocationWatch;
  private final Sight sight;
  private final Drain drain;
  private final WatchResolver resolver;
  private final BiConsumer<Subscription, Optional<String>> request;

  /**
   * @param request asks for a topic's state, from a cursor on
   */
  Reception(
      Hub hub,
      RevocationWatch revocationWatch,
      Sight sight,
      Drain drain,
      WatchResolver resolver,
      BiConsumer<Subscription, Optional<String>> request) {
    this.hub = hub;
    this.revocationWatch = revocationWatch;
    this.sight = sight;
    this.drain = drain;
    this.resolver = resolver;
    this.request = request;
  }

  /** Takes over a socket that was let in. Called on its event loop. */
  void accept(HttpConnection http, Caller caller, Token credential) {
    SocketTransport transport = new SocketTransport(http);
    Connection connection = new Connection(transport, caller, credential, hub, request);
    transport.open(new Stay(connection));
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
    Connection connection = new Connection(transport, caller, credential, hub, request);
    transport.open(new Stay(connection));
    letIn(connection);
    watch(connection, topic, since);
  }

  /** The first frame of a topic, and nothing after it; fails where it does not come in time. */
  CompletableFuture<Frame> first(
      HttpConnection http, Caller caller, Token credential, String topic) {
    FirstFrame transport = new FirstFrame(Connections.channel(http).eventLoop());
    Connection connection = new Connection(transport, caller, credential, hub, request);
    transport.loop().execute(() -> watch(connection, topic, Optional.empty()));
    return transport
        .frame()
        .orTimeout(FIRST_WITHIN.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete((frame, fault) -> transport.loop().execute(connection::closed));
  }

  private void letIn(Connection connection) {
    hub.connected(connection);
    revocationWatch.add(connection);
    sight.tell(connection);
    if (drain.hasBegun()) {
      connection.sendElsewhere();
    }
  }

  /** From when a client comes in until it has left. */
  private final class Stay implements Transport.Client {
    private final Connection connection;

    private Stay(Connection connection) {
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

  /** One message after the other: the next is heard when this one was answered. */
  private void hear(Connection connection, String text) {
    ClientMessage message;
    try {
      message = ClientMessage.read(text);
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

  private void watch(Connection connection, String topic, Optional<String> since) {
    if (ClientMessage.mayBeNamed(topic)) {
      resolver.watch(connection, topic, ClientMessage.bounded(since));
    } else {
      connection.refuse(topic, "not-found");
    }
  }
}
