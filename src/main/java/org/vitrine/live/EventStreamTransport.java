package org.vitrine.live;

import io.netty.channel.Channel;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.Executor;
import org.vitrine.platform.web.Connections;

/** Server-Sent Events (HTML, 9.2), for networks that break sockets. */
final class EventStreamTransport implements Transport {
  private static final Buffer COMMENT = Buffer.buffer(":\n\n");

  private final HttpServerResponse response;
  private final HttpConnection connection;
  private final Executor loop;

  EventStreamTransport(HttpServerResponse response, HttpConnection connection) {
    this.response = response;
    this.connection = connection;
    Channel channel = Connections.channel(connection);
    this.loop = channel.eventLoop();
    Connections.allowSilence(channel);
  }

  /** Sends the head, so that the client knows that it is connected. */
  void open(Client client) {
    response.exceptionHandler(fault -> {});
    response.drainHandler(nothing -> client.takesMore());
    connection.closeHandler(nothing -> client.left());
    response
        .setChunked(true)
        .putHeader("Content-Type", "text/event-stream")
        .putHeader("Content-Encoding", "identity")
        .putHeader("Cache-Control", "no-store")
        .putHeader("X-Accel-Buffering", "no")
        .write("retry: 2000\n\n");
  }

  @Override
  public Executor loop() {
    return loop;
  }

  @Override
  public boolean takesMore() {
    return isOpen() && !response.writeQueueFull();
  }

  @Override
  public void write(Frame frame) {
    if (isOpen()) {
      response.write(frame.event());
    }
  }

  @Override
  public void flush() {
    // Each write of a response goes out by itself.
  }

  @Override
  public void listenNoMore() {
    // Nothing is ever heard from this side.
  }

  @Override
  public void listen() {
    // Nothing is ever heard from this side.
  }

  @Override
  public void ping() {
    if (isOpen()) {
      response.write(COMMENT);
    }
  }

  /** Whoever is left has to hear of it, and an ended response leaves its connection open. */
  @Override
  public void close(int code, String reason) {
    if (isOpen()) {
      response.end().onComplete(ended -> connection.close());
    }
  }

  private boolean isOpen() {
    return !response.ended() && !response.closed();
  }
}
