package org.vitrine.live;

import io.netty.channel.Channel;
import io.vertx.core.http.HttpConnection;
import java.util.List;
import java.util.Optional;
import org.vitrine.access.Caller;
import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.access.Token;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.web.Connections;
import org.vitrine.platform.web.Endpoint;
import org.vitrine.platform.web.Exchange;
import org.vitrine.platform.web.Routes;

/** Where sockets come in. */
public final class LiveRoutes implements Routes {
  /** That of RFC 6455; the drafts before it frame differently. */
  private static final String VERSION = "13";

  private final Live live;
  private final Guards guards;
  private final OpenConnections open = new OpenConnections();

  public LiveRoutes(Live live, Guards guards) {
    this.live = live;
    this.guards = guards;
  }

  @Override
  public List<Endpoint> endpoints() {
    return List.of(
        Routes.get("/live", guards.may(Permission.WATCH), this::open)
            .withShortcut(this::openToTheKnown),
        Routes.get("/live/events", guards.may(Permission.WATCH), this::stream));
  }

  /** After a restart all come back at once: whoever is known already is let in without waiting. */
  private boolean openToTheKnown(Exchange exchange) {
    live.requireOpen();
    Optional<Caller> caller = guards.remembered(exchange, Permission.WATCH);
    caller.ifPresent(
        known -> {
          open.count(known, channel(exchange));
          shakeHands(exchange, known);
        });
    return caller.isPresent();
  }

  /** On the event loop, so that nothing the client says can come before somebody listens. */
  private void open(Exchange exchange) {
    live.requireOpen();
    Caller caller = exchange.caller(Caller.class);
    open.count(caller, channel(exchange));
    channel(exchange).eventLoop().execute(() -> shakeHands(exchange, caller));
  }

  private static Channel channel(Exchange exchange) {
    return Connections.channel(exchange.request().connection());
  }

  private void shakeHands(Exchange exchange, Caller caller) {
    if (exchange.header("Sec-WebSocket-Version").filter(VERSION::equals).isEmpty()) {
      exchange.response().putHeader("Upgrade", "websocket");
      exchange.response().putHeader("Sec-WebSocket-Version", VERSION);
      exchange.response().setStatusCode(426).end();
      return;
    }
    Token credential = guards.credential(exchange).orElseThrow();
    HttpConnection connection = exchange.request().connection();
    exchange
        .request()
        .toWebSocket()
        .onSuccess(socket -> live.accept(connection, caller, credential));
  }

  /** What a page shows before it is connected: its topic as its reader would be sent it first. */
  public Optional<String> first(Exchange exchange, String topic) {
    live.requireOpen();
    return Optional.of(
            live.first(
                    exchange.request().connection(),
                    exchange.caller(Caller.class),
                    guards.credential(exchange).orElseThrow(),
                    topic)
                .join())
        .filter(Frame::hasCursor)
        .map(Frame::text);
  }

  private void stream(Exchange exchange) {
    live.requireOpen();
    exchange.onlyQueries("watch", "since", "as");
    String topic =
        exchange
            .query("watch")
            .orElseThrow(() -> new Rejection.Invalid("watch", "Say what to watch"));
    Caller caller = exchange.caller(Caller.class);
    Token credential = guards.credential(exchange).orElseThrow();
    HttpConnection connection = exchange.request().connection();
    open.count(caller, channel(exchange));
    channel(exchange)
        .eventLoop()
        .execute(
            () ->
                live.stream(
                    exchange.response(),
                    connection,
                    caller,
                    credential,
                    topic,
                    exchange.header("Last-Event-ID").or(() -> exchange.query("since"))));
  }
}
