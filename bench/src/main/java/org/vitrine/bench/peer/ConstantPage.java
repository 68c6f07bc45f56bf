package org.vitrine.bench.peer;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;

/**
 * Vert.x without anything: one event loop, no router, and one body for every request, of the size
 * that it is told, with an entity tag.
 */
public final class ConstantPage {
  static final String TAG = "\"1-staff\"";

  private final Buffer body;

  private ConstantPage(int size) {
    this.body = Buffer.buffer("x".repeat(size));
  }

  public static void main(String[] arguments) {
    ConstantPage page = new ConstantPage(Integer.parseInt(arguments[1]));
    Vertx.vertx(new VertxOptions().setPreferNativeTransport(true).setEventLoopPoolSize(1))
        .createHttpServer(
            new HttpServerOptions().setHost("127.0.0.1").setPort(Integer.parseInt(arguments[0])))
        .requestHandler(page::answer)
        .listen()
        .onSuccess(server -> System.out.println("listening"))
        .onFailure(
            fault -> {
              System.err.println(fault.getMessage());
              System.exit(1);
            });
  }

  private void answer(HttpServerRequest request) {
    request.response().putHeader("ETag", TAG);
    if (TAG.equals(request.getHeader("If-None-Match"))) {
      request.response().setStatusCode(304).end();
    } else {
      request.response().putHeader("Content-Type", "application/json").end(body);
    }
  }
}
