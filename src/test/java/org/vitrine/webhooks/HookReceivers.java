package org.vitrine.webhooks;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import org.vitrine.platform.json.Json;

/** A server that is many receivers, told apart by their paths; each answers as it is told to. */
final class HookReceivers implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, List<ReceivedHook>> received = new ConcurrentHashMap<>();
  private final Map<String, BiConsumer<HttpServerRequest, ReceivedHook>> answers =
      new ConcurrentHashMap<>();

  HookReceivers(Vertx vertx) {
    this(vertx, new HttpServerOptions());
  }

  HookReceivers(Vertx vertx, HttpServerOptions options) {
    this.server =
        vertx
            .createHttpServer(options.setHost("127.0.0.1").setPort(0))
            .requestHandler(this::take)
            .listen()
            .await();
  }

  /** What came, as it came. */
  record ReceivedHook(Map<String, String> headers, String body) {
    JsonNode event() {
      return Json.read(body, JsonNode.class);
    }

    String type() {
      return event().get("type").asText();
    }

    String id() {
      return headers.get("webhook-id");
    }
  }

  private void take(HttpServerRequest request) {
    Map<String, String> headers = new ConcurrentHashMap<>();
    request
        .headers()
        .forEach(header -> headers.put(header.getKey().toLowerCase(), header.getValue()));
    request
        .body()
        .onSuccess(
            body -> {
              ReceivedHook hook = new ReceivedHook(headers, body.toString());
              at(request.path()).add(hook);
              answers
                  .getOrDefault(
                      request.path(), (asked, came) -> asked.response().setStatusCode(204).end())
                  .accept(request, hook);
            });
  }

  /** From now on, and of this path. */
  void answering(String path, BiConsumer<HttpServerRequest, ReceivedHook> answer) {
    answers.put(path, answer);
  }

  void answering(String path, int status) {
    answering(
        path, (request, hook) -> request.response().setStatusCode(status).end("status " + status));
  }

  List<ReceivedHook> at(String path) {
    return received.computeIfAbsent(path, any -> new CopyOnWriteArrayList<>());
  }

  int port() {
    return server.actualPort();
  }

  String url(String path) {
    return "http://127.0.0.1:%d%s".formatted(port(), path);
  }

  @Override
  public void close() {
    server.close().await();
  }
}
