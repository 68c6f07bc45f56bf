package org.vitrine.platform.web;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebServerTest {
  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client = HttpClient.newHttpClient();

  @AfterEach
  void close() {
    client.close();
    vertx.close().await();
  }

  @Test
  void a_request_that_has_begun_is_answered_after_the_stop() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    WebServer server = serverWith(exchange -> slowly(exchange, begun, mayEnd));
    int port = server.start(0, 2);
    CompletableFuture<HttpResponse<String>> reply = ask(port);
    assertThat(begun.await(10, SECONDS)).isTrue();

    CompletableFuture<Void> stopped = CompletableFuture.runAsync(server::stop);
    awaitRefusal(port);
    assertThat(stopped).isNotDone();
    assertThat(reply).isNotDone();
    mayEnd.countDown();

    assertThat(reply.get(10, SECONDS).body()).isEqualTo("\"finished\"");
    stopped.get(5, SECONDS);
  }

  @Test
  void idle_connections_do_not_hold_up_the_stop() throws Exception {
    WebServer server = serverWith(exchange -> exchange.reply("at once"));
    int port = server.start(0, 2);
    assertThat(ask(port).get(10, SECONDS).body()).isEqualTo("\"at once\"");

    CompletableFuture.runAsync(server::stop).get(5, SECONDS);
  }

  @Test
  void all_event_loops_share_one_free_port() throws Exception {
    WebServer server = serverWith(exchange -> exchange.reply("here"));
    int port = server.start(0, 4);

    for (int i = 0; i < 8; i++) {
      try (HttpClient anew = HttpClient.newHttpClient()) {
        URI address = URI.create("http://localhost:" + port + "/slow");
        assertThat(
                anew.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body())
            .isEqualTo("\"here\"");
      }
    }
    server.stop();
  }

  private WebServer serverWith(Endpoint.Handler action) {
    return new WebServer(
        vertx,
        List.<Routes>of(() -> List.of(Routes.get("/slow", exchange -> {}, action))),
        new StaticFiles(List.of(), Viewers.NOBODY),
        null);
  }

  private static void slowly(Exchange exchange, CountDownLatch begun, CountDownLatch mayEnd) {
    begun.countDown();
    try {
      mayEnd.await(10, SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    exchange.reply("finished");
  }

  private CompletableFuture<HttpResponse<String>> ask(int port) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/slow")).build();
    return client.sendAsync(request, BodyHandlers.ofString());
  }

  private static void awaitRefusal(int port) throws Exception {
    long deadline = System.nanoTime() + SECONDS.toNanos(5);
    while (System.nanoTime() < deadline) {
      try (Socket socket = new Socket("localhost", port)) {
        assertThat(socket.isConnected()).isTrue();
        Thread.sleep(20);
      } catch (ConnectException refused) {
        return;
      }
    }
    assertThatThrownBy(() -> new Socket("localhost", port).close())
        .isInstanceOf(ConnectException.class);
  }
}
