package org.vitrine.survival;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestVitrine;

/** A node with less than 400 MB of memory, and what nobody may end it with. */
class SmallNodeIT {
  private static final int LARGEST = 9_900_000;
  private static final int BLOCK = 100_000;
  private static final String NOBODY = "Bearer " + "A".repeat(43);
  private static final Duration COMES_BACK_WITHIN = Duration.ofSeconds(60);
  private static final AtomicInteger REPORTS = new AtomicInteger();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private static TestVitrine beside;
  private static String key;
  private static Child node;
  private static int port;

  @BeforeAll
  static void start() {
    beside = TestVitrine.start();
    Shop shop = new Shop(beside);
    shop.order("SO-1");
    key = shop.integrator().identity()[1];
    Path logs = Path.of("target", "survival");
    node =
        Child.start(
            NodeProcess.class,
            logs.resolve("node-small.log"),
            beside.databaseUrl(),
            logs.toString());
    port =
        Integer.parseInt(node.nextLineWith(Node.SERVES_AT).replaceFirst(".*" + Node.SERVES_AT, ""));
  }

  @AfterAll
  static void stop() {
    node.close();
    beside.close();
  }

  @AfterEach
  void it_runs_and_takes_reports() throws Exception {
    long end = System.nanoTime() + COMES_BACK_WITHIN.toNanos();
    int status;
    do {
      assertThat(node.isAlive()).as("the node runs").isTrue();
      status = report();
      Pause.millis(status == 200 ? 0 : 200);
    } while (status != 200 && System.nanoTime() < end);
    assertThat(status).isEqualTo(200);
  }

  private static int report() throws InterruptedException {
    String report =
        """
        {"id": "r%d", "order": "SO-1", "operation": "Assembly", "kind": "progressed", "good": 1, "source": "scan",
         "happenedAt": "2026-10-05T08:00:00Z"}"""
            .formatted(REPORTS.incrementAndGet());
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/reports"))
            .header("Authorization", key)
            .POST(BodyPublishers.ofString(report))
            .timeout(Duration.ofSeconds(10))
            .build();
    try {
      return HTTP.send(request, BodyHandlers.discarding()).statusCode();
    } catch (IOException unanswered) {
      return 0;
    }
  }

  @ParameterizedTest
  @CsvSource({"/api/session, 4096", "/api/glass-session, 4096", "/api/glass-session, 1000000"})
  void bodies_at_open_doors_that_are_never_finished(String path, int size) {
    try (Flood flood = new Flood(port)) {
      flood.leaveOpen(500, post(path, NOBODY, size), out -> out.write(new byte[size - 1]));
    }
  }

  @Test
  void large_bodies_that_are_never_finished() {
    try (Flood flood = new Flood(port)) {
      flood.leaveOpen(60, post("/api/reports", key, LARGEST), out -> fill(out, " ", LARGEST - 1));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "[, '{},', many elements",
    "[, '[', deep",
    "'{\"id\":\"', x, a long text",
    "'[{\"id\":\"', x, a long text in a list",
    "'{\"good\":1', 0, a long number",
    "'[1', 0, a long number in a list",
    "'{\"', x, a long name",
    "'{', '\"a\":1,', many names",
    "'{\"a\":[', '[],', a list where none should be",
    "'{\"a\":', '{\"a\":', objects in objects",
    "'', '   \n', blank space"
  })
  void large_bodies_at_once(String begin, String repeated, String what) {
    try (Flood flood = new Flood(port)) {
      List<Integer> answers =
          flood.answers(
              8,
              post("/api/reports", key, LARGEST),
              out -> {
                out.write(begin.getBytes(StandardCharsets.US_ASCII));
                fill(out, repeated, LARGEST - begin.length());
              });
      assertThat(answers).as(what).isSubsetOf(0, 422, 503).contains(422);
    }
  }

  @ParameterizedTest
  @CsvSource({"'{}\n'", "x", "'\"x\"\n'", "'[[[[\n'"})
  void many_lines_at_once(String repeated) {
    try (Flood flood = new Flood(port)) {
      String head =
          post("/api/reports", key, LARGEST)
              .replace("\r\n\r\n", "\r\nContent-Type: application/x-ndjson\r\n\r\n");
      List<Integer> answers = flood.answers(8, head, out -> fill(out, repeated, LARGEST));
      assertThat(answers).isSubsetOf(0, 200, 422, 503).containsAnyOf(200, 422);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/api/orders/SO-2, '{\"company\":\"northwind\",\"lines\":[', '{\"number\":1,\"routing\":\"a\"},'",
    "/api/routings/r, '{\"stages\":[{\"code\":\"a\",\"operations\":[', '\"a\",'",
    "/api/routings/r, '{\"stages\":[', '{\"code\":\"a\"},'",
    "/api/companies/c, '{\"name\":\"', x"
  })
  void usual_bodies_as_large_as_they_may_be(String path, String begin, String repeated) {
    try (Flood flood = new Flood(port)) {
      String head = post(path, key, 1_000_000).replace("POST", "PUT");
      List<Integer> answers =
          flood.answers(
              60,
              head,
              out -> {
                out.write(begin.getBytes(StandardCharsets.US_ASCII));
                fill(out, repeated, 1_000_000 - begin.length());
              });
      assertThat(answers).isSubsetOf(0, 422, 503).contains(422);
    }
  }

  @Test
  void bodies_of_nobody_in_pieces_of_one_byte() {
    try (Flood flood = new Flood(port)) {
      String head =
          post("/api/reports", NOBODY, 0)
              .replace("Content-Length: 0", "Transfer-Encoding: chunked");
      flood.leaveOpen(100, head, out -> fill(out, "1\r\nx\r\n", 2_000_000));
    }
  }

  @ParameterizedTest
  @CsvSource({"/api/me", "/api/openapi.json", "/orders", "/api/orders/SO-1", "/nothing"})
  void requests_whose_answers_nobody_reads(String path) {
    String request =
        "GET %s HTTP/1.1\r\nHost: x\r\nAuthorization: %s\r\nAccept-Encoding: gzip\r\n\r\n"
            .formatted(path, key);
    try (Flood flood = new Flood(port)) {
      flood.leaveOpen(
          30,
          "",
          out -> {
            // What is sent is taken no more once enough waits, so nobody waits for its end.
            Thread.startVirtualThread(() -> fillQuietly(out, request));
            Pause.millis(3_000);
          });
    }
  }

  @ParameterizedTest
  @CsvSource({"'a:\r\n'", "'Cookie: a=b\r\n'", "x"})
  void heads_that_never_end(String repeated) {
    try (Flood flood = new Flood(port)) {
      flood.leaveOpen(500, "GET / HTTP/1.1\r\nX: ", out -> fill(out, repeated, 8_000));
    }
  }

  private static String post(String path, String authorization, int length) {
    return "POST %s HTTP/1.1\r\nHost: x\r\nAuthorization: %s\r\nContent-Length: %d\r\n\r\n"
        .formatted(path, authorization, length);
  }

  /** Exactly so many bytes. */
  private static void fill(OutputStream out, String repeated, int length) throws IOException {
    byte[] block =
        repeated.repeat(Math.ceilDiv(BLOCK, repeated.length())).getBytes(StandardCharsets.US_ASCII);
    for (int left = length; left > 0; left -= Math.min(left, block.length)) {
      out.write(block, 0, Math.min(left, block.length));
    }
  }

  private static void fillQuietly(OutputStream out, String repeated) {
    try {
      fill(out, repeated, LARGEST);
    } catch (IOException sentAway) {
      // As it should be.
    }
  }
}
