package org.vitrine.bench.peer;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.ServerWebSocket;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Vert.x as its guide has it: one event loop, {@code writeTextMessage} to each socket. What is
 * posted to a path goes to the sockets at that path. With {@code ?stamped} the moment in it becomes
 * that of sending, so that a client measures the one way from here to there.
 */
public final class BareVertx {
  private static final Pattern HEARD_AT = Pattern.compile("\"heardAt\":\"[^\"]+\"");

  private final Map<String, Set<ServerWebSocket>> rooms = new HashMap<>();

  private BareVertx() {}

  public static void main(String[] arguments) {
    BareVertx peer = new BareVertx();
    Vertx vertx =
        Vertx.vertx(new VertxOptions().setPreferNativeTransport(true).setEventLoopPoolSize(1));
    vertx
        .createHttpServer(
            new HttpServerOptions()
                .setHost("127.0.0.1")
                .setPort(Integer.parseInt(arguments[0]))
                .setAcceptBacklog(4096)
                .setPerMessageWebSocketCompressionSupported(false)
                .setPerFrameWebSocketCompressionSupported(false))
        .webSocketHandler(peer::join)
        .requestHandler(peer::publish)
        .listen()
        .onSuccess(server -> System.out.println("listening"))
        .onFailure(
            fault -> {
              System.err.println(fault.getMessage());
              System.exit(1);
            });
  }

  private void join(ServerWebSocket socket) {
    String path = socket.path();
    rooms.computeIfAbsent(path, room -> new LinkedHashSet<>()).add(socket);
    socket.closeHandler(nothing -> rooms.get(path).remove(socket));
  }

  private void publish(HttpServerRequest request) {
    if (request.method() != HttpMethod.POST) {
      request.response().end("bare Vert.x");
      return;
    }
    request
        .body()
        .onSuccess(
            body -> {
              String text = request.query() == null ? body.toString() : stamped(body.toString());
              rooms
                  .getOrDefault(request.path(), Set.of())
                  .forEach(socket -> socket.writeTextMessage(text));
              request.response().setStatusCode(204).end();
            });
  }

  private static String stamped(String text) {
    Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
    return HEARD_AT.matcher(text).replaceFirst("\"heardAt\":\"" + now + "\"");
  }
}
