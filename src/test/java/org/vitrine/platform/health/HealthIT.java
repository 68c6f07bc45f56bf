package org.vitrine.platform.health;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.web.StaticFiles;
import org.vitrine.platform.web.Viewers;
import org.vitrine.platform.web.WebServer;

class HealthIT {
  private static final String NOBODY_LISTENS = "postgresql://postgres@127.0.0.1:1/none";

  private static final String NO_ROOM =
      "DO $$ BEGIN RAISE EXCEPTION 'No space left on device' USING ERRCODE = 'disk_full'; END $$";

  private static final String END_THE_PROBE =
      """
      SELECT pg_terminate_backend(pid)
        FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'vitrine database probe'""";

  private final Meters meters = new Meters();
  private final Vertx vertx = meters.vertx(new VertxOptions());
  private final HttpClient client = HttpClient.newHttpClient();
  private Optional<String> hostTrouble = Optional.empty();
  private int port;

  @AfterEach
  void close() {
    client.close();
    vertx.close().await();
  }

  @Test
  void it_is_ready_while_the_database_answers() throws Exception {
    serve(new Database(vertx, TestDatabase.freshUrl(), 2));

    assertThat(get("/health/live").body()).isEqualTo("{\"status\":\"live\"}");
    assertThat(get("/health/ready").body()).isEqualTo("{\"status\":\"ready\"}");
  }

  @Test
  void it_lives_and_is_not_ready_while_the_database_is_away() throws Exception {
    serve(new Database(vertx, NOBODY_LISTENS, 2));

    HttpResponse<String> ready = get("/health/ready");

    assertThat(get("/health/live").statusCode()).isEqualTo(200);
    assertThat(ready.statusCode()).isEqualTo(503);
    assertThat(ready.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(ready.headers().firstValue("Retry-After")).hasValue("1");
    assertThat(ready.body()).contains("The database does not respond");
  }

  @Test
  void what_the_host_of_the_database_knows_says_more_than_that_it_does_not_answer()
      throws Exception {
    hostTrouble = Optional.of("PostgreSQL is being started again");
    serve(new Database(vertx, NOBODY_LISTENS, 2));

    HttpResponse<String> ready = get("/health/ready");

    assertThat(ready.statusCode()).isEqualTo(503);
    assertThat(ready.body()).contains("PostgreSQL is being started again");
  }

  /** As PostgreSQL refuses on a full disk; what asks for room is kept from getting any. */
  @Test
  void a_disk_that_is_full_is_said_until_there_is_room_again() throws Exception {
    String url = TestDatabase.freshUrl();
    String name = url.replaceFirst(".*/", "");
    TestDatabase.execute(url, "ALTER DATABASE " + name + " SET temp_file_limit = '1MB'");
    Database database = new Database(vertx, url, 2);
    serve(database);
    assertThat(get("/health/ready").statusCode()).isEqualTo(200);

    assertThatThrownBy(() -> database.execute("test.write", NO_ROOM))
        .isInstanceOf(Rejection.Unavailable.class)
        .hasMessageContaining("disk of the database is full");

    Thread.sleep(1_100); // It is believed for a second.
    assertThat(get("/health/ready").body()).contains("The disk of the database is full");
    Thread.sleep(1_100);
    assertThat(get("/health/ready").statusCode()).isEqualTo(503);

    TestDatabase.execute(url, "ALTER DATABASE " + name + " RESET temp_file_limit");
    TestDatabase.execute(url, END_THE_PROBE);
    Thread.sleep(1_100);
    assertThat(get("/health/ready").statusCode()).isEqualTo(200);
  }

  @Test
  void a_pool_that_is_exhausted_is_busy_and_not_broken() throws Exception {
    Database database = new Database(vertx, TestDatabase.freshUrl(), 1);
    CountDownLatch taken = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    CompletableFuture<Boolean> work =
        CompletableFuture.supplyAsync(
            () ->
                database.inTransaction(
                    transaction -> {
                      taken.countDown();
                      return await(mayEnd);
                    }));
    assertThat(taken.await(10, SECONDS)).isTrue();
    serve(database);

    assertThat(get("/health/live").statusCode()).isEqualTo(200);
    assertThat(get("/health/ready").statusCode()).isEqualTo(200);
    assertThat(get("/metrics").body())
        .contains("vertx_pool_in_use{pool_name=\"database\",pool_type=\"sql\"} 1.0");
    mayEnd.countDown();
    assertThat(work.get(10, SECONDS)).isTrue();
  }

  @Test
  void measurements_name_routes_and_never_what_was_asked_for() throws Exception {
    serve(new Database(vertx, NOBODY_LISTENS, 1));
    get("/health/live");
    get("/orders/SO-1001?token=secret");
    Thread.sleep(100);

    String metrics = get("/metrics").body();

    assertThat(metrics)
        .contains(
            "vertx_http_server_requests_total{code=\"200\",method=\"GET\",route=\"/health/live\"}")
        .contains("jvm_memory_used_bytes", "jvm_threads_live_threads", "jvm_gc_")
        .doesNotContain("SO-1001", "secret");
  }

  @Test
  void measurements_are_for_this_machine_or_whoever_the_gate_admits() throws Exception {
    serve(new Database(vertx, NOBODY_LISTENS, 1));

    assertThat(get("/metrics").statusCode()).isEqualTo(200);
    assertThat(get("/metrics", "X-Forwarded-For", "203.0.113.7").statusCode()).isEqualTo(401);
    assertThat(get("/metrics", "Via", "1.1 proxy").statusCode()).isEqualTo(401);
    assertThat(metricsAskedOf("127.0.0.1:" + port)).contains("200");
    assertThat(metricsAskedOf("rebound.example:" + port)).contains("401");
  }

  /** The first line of the answer to whoever reaches this machine by such a name. */
  private String metricsAskedOf(String host) throws Exception {
    try (Socket socket = new Socket("localhost", port)) {
      socket
          .getOutputStream()
          .write(
              "GET /metrics HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n"
                  .formatted(host)
                  .getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .findFirst()
          .orElse("");
    }
  }

  private void serve(Database database) {
    HealthRoutes routes =
        new HealthRoutes(
            database,
            () -> hostTrouble,
            Optional::empty,
            meters,
            exchange -> {
              throw new Rejection.Unauthenticated("Please sign in");
            });
    port =
        new WebServer(vertx, List.of(routes), new StaticFiles(List.of(), Viewers.NOBODY), null)
            .start(0, 1);
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .timeout(Duration.ofSeconds(10));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  private static boolean await(CountDownLatch latch) {
    try {
      return latch.await(20, SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
