package org.vitrine.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.fixtures.RawConnection;
import org.vitrine.fixtures.RawConnection.Reply;
import org.vitrine.platform.Rejection;

/** Bodies of every kind at a server that has room for 300 KB of them. */
class BodyLimitsTest {
  private static final int ROOM = 300_000;
  private static final String PICTURE = "Content-Type: image/jpeg\r\n";

  private final Vertx vertx = Vertx.vertx();
  private final ByteBudget budget = new ByteBudget(ROOM);
  private final BlockingQueue<String> done = new LinkedBlockingQueue<>();
  private final CountDownLatch release = new CountDownLatch(1);
  private WebServer server;
  private int port;

  @TempDir private Path folder;

  @BeforeEach
  void start() {
    Endpoint.Guard known = exchange -> {};
    Endpoint.Guard closed =
        exchange -> {
          throw new Rejection.Unauthenticated("Please sign in");
        };
    List<Endpoint> endpoints =
        List.of(
            Routes.post("/count", known, BodyLimitsTest::count),
            Routes.post("/read", known, exchange -> exchange.reply(exchange.body(Object.class))),
            Routes.post("/open", Endpoint.OPEN, BodyLimitsTest::count),
            Routes.post("/closed", closed, BodyLimitsTest::count),
            Routes.post("/slow", known, this::slowly),
            Routes.get("/kept", known, BodyLimitsTest::keepForAnHour),
            Routes.put("/file", known, this::toFile)
                .limitedTo(5_000_000)
                .taking(Media.binary("image/jpeg", "image/png"))
                .streaming(),
            Routes.post("/early", known, exchange -> exchange.reply("enough"))
                .limitedTo(5_000_000)
                .streaming());
    server =
        new WebServer(
            vertx,
            List.<Routes>of(() -> endpoints),
            new StaticFiles(List.of(), Viewers.NOBODY),
            null,
            TrustedProxies.NONE,
            new RequestLimits(new ConnectionLimits(1_000, 100), budget));
    port = server.start(0, 2);
  }

  @AfterEach
  void stop() {
    release.countDown();
    server.stop();
    vertx.close().await();
  }

  private static void count(Exchange exchange) {
    exchange.reply(length(exchange));
  }

  private static long length(Exchange exchange) {
    try (var content = exchange.content()) {
      return content.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void slowly(Exchange exchange) {
    done.add("begun");
    try {
      release.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    exchange.replyEmpty();
  }

  private static void keepForAnHour(Exchange exchange) {
    exchange.response().putHeader("Cache-Control", "max-age=3600");
    exchange.reply("kept");
  }

  private void toFile(Exchange exchange) {
    done.add("begun");
    Path file = folder.resolve("picture");
    try {
      Files.copy(exchange.content(), file, StandardCopyOption.REPLACE_EXISTING);
      done.add("saved " + Files.size(file) + " of " + exchange.mediaType().orElseThrow());
      exchange.replyEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (Rejection rejection) {
      done.add(rejection.getMessage());
      throw rejection;
    }
  }

  @Test
  void a_body_that_comes_in_pieces_of_any_size_is_read_as_it_was_sent() {
    try (RawConnection connection = connect()) {
      assertThat(connection.send(post("/count", 0)).reply().body()).isEqualTo("0");
      for (int size : new int[] {1, 511, 512, 513, 1_024, 70_000}) {
        assertThat(connection.send(post("/count", size)).send("x".repeat(size)).reply().body())
            .isEqualTo(String.valueOf(size));
      }
      connection.send("POST /count HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
      connection.send("1\r\nx\r\n".repeat(300)).send("2bc\r\n" + "y".repeat(700) + "\r\n0\r\n\r\n");
      assertThat(connection.reply().body()).isEqualTo("1000");
    }
    assertNothingIsTaken();
  }

  @Test
  void what_there_is_no_room_for_is_told_to_come_back_and_the_connection_ends() {
    try (RawConnection one = connect();
        RawConnection two = connect();
        RawConnection later = connect()) {
      one.send(post("/count", 250_000)).send("x".repeat(249_999));
      awaitTaken(249_999);
      Reply refused = two.send(post("/count", 100_000)).send("x".repeat(99_999)).reply();
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.headers()).containsEntry("retry-after", "1");
      assertThat(two.closes()).isLessThan(Duration.ofSeconds(8));
      assertThat(one.send("x").reply().status()).as("it had its room").isEqualTo(200);
      assertThat(later.send(post("/count", 100_000)).send("x".repeat(100_000)).reply().status())
          .isEqualTo(200);
    }
    assertNothingIsTaken();
  }

  @Test
  void a_piece_counts_for_what_it_costs_however_small_it_is() {
    try (RawConnection connection = connect()) {
      connection.send("POST /count HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
      connection.send("1\r\nx\r\n".repeat(2_000));
      assertThat(connection.reply().status()).isEqualTo(503);
    }
    assertNothingIsTaken();
  }

  @Test
  void what_a_text_becomes_counts_too() {
    try (RawConnection connection = connect()) {
      String small = "[" + "1,".repeat(10_000) + "1]";
      assertThat(connection.send(post("/read", small.length())).send(small).reply().status())
          .isEqualTo(200);
      String large = "[" + "1,".repeat(20_000) + "1]";
      Reply refused = connection.send(post("/read", large.length())).send(large).reply();
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.headers()).containsEntry("retry-after", "1");
    }
    assertNothingIsTaken();
  }

  @ParameterizedTest
  @CsvSource({
    "/count, 0, 200",
    "/count, 1, 200",
    "/count, 100000, 200",
    "/count, 1000000, 200",
    "/count, 1000001, 413",
    "/count, 200000000, 413",
    "/open, 4096, 200",
    "/open, 4097, 413",
    "/open, 3000000, 413",
    "/read, 100000, 503",
    "/early, 10, 415"
  })
  void a_compressed_body_counts_for_what_it_unpacks_to(String path, int size, int status) {
    byte[] zipped = zipped(size);
    try (RawConnection connection = connect()) {
      connection.send(zippedPost(path, zipped.length)).send(zipped);
      Reply reply = connection.reply();
      assertThat(reply.status()).isEqualTo(status);
      if (status == 200) {
        assertThat(reply.body()).isEqualTo(String.valueOf(size));
      }
    }
    assertNothingIsTaken();
  }

  @ParameterizedTest
  @CsvSource({"0, 5", "0, 12", "0, 20", "3, 4", "12, 6"})
  void what_is_not_whole_gzip_is_told(int from, int length) {
    byte[] piece = Arrays.copyOfRange(zipped(1_000), from, from + length);
    try (RawConnection connection = connect()) {
      Reply reply = connection.send(zippedPost("/count", length)).send(piece).reply();
      assertThat(reply.status()).isEqualTo(422);
      assertThat(reply.body()).contains("gzip");
    }
    assertNothingIsTaken();
  }

  private static byte[] zipped(int size) {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream zipping = new GZIPOutputStream(zipped)) {
      for (int left = size; left > 0; left -= 65_536) {
        zipping.write(" ".repeat(Math.min(left, 65_536)).getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return zipped.toByteArray();
  }

  private static String zippedPost(String path, int length) {
    return "POST %s HTTP/1.1\r\nHost: x\r\nContent-Encoding: gzip\r\nContent-Length: %d\r\n\r\n"
        .formatted(path, length);
  }

  @Test
  void whoever_leaves_in_the_middle_keeps_nothing() {
    for (String path : List.of("/count", "/open", "/slow", "/early")) {
      try (RawConnection connection = connect()) {
        connection.send(post(path, 4_000)).send("x".repeat(3_000));
        awaitTaken(path.equals("/early") ? 0 : 3_000);
      }
      assertNothingIsTaken();
    }
  }

  @Test
  void a_body_is_counted_for_as_long_as_somebody_works_with_it() throws Exception {
    try (RawConnection connection = connect()) {
      connection.send(post("/slow", 50_000)).send("x".repeat(50_000));
      assertThat(next()).isEqualTo("begun");
    }
    sleep(200);
    assertThat(budget.taken()).as("though whoever sent it has gone").isEqualTo(50_000);
    release.countDown();
    assertNothingIsTaken();
  }

  @ParameterizedTest
  @CsvSource({"/open, 4096, 200", "/open, 4097, 413", "/count, 1000001, 413", "/closed, 9000, 401"})
  void a_route_takes_what_it_says_and_anybody_may_send_little(String path, int size, int status) {
    try (RawConnection whole = connect();
        RawConnection inPieces = connect()) {
      String sent = "x".repeat(Math.min(size, 9_000));
      assertThat(whole.send(post(path, size)).send(sent).reply().status()).isEqualTo(status);
      if (size < 10_000) {
        inPieces.send(
            "POST " + path + " HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n");
        inPieces.send("%x\r\n%s\r\n0\r\n\r\n".formatted(size, sent));
        assertThat(inPieces.reply().status()).isEqualTo(status);
      }
    }
    assertNothingIsTaken();
  }

  @Test
  void no_route_can_be_made_that_takes_much_from_anybody() {
    assertThatThrownBy(() -> Routes.post("/x", Endpoint.OPEN, exchange -> {}).limitedTo(4_097))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("/x");
  }

  @Test
  void bodies_that_wait_for_an_answer_count_too() {
    try (RawConnection connection = connect()) {
      connection.send(post("/slow", 10)).send("x".repeat(10));
      connection.send(post("/count", 20)).send("x".repeat(20));
      connection.send(post("/closed", 30)).send("x".repeat(30));
      awaitTaken(3 * 256);
      release.countDown();
      assertThat(connection.reply().status()).isEqualTo(204);
      assertThat(connection.reply().body()).isEqualTo("20");
      assertThat(connection.reply().status()).isEqualTo(401);
      assertNothingIsTaken();
    }
  }

  @Test
  void a_stream_larger_than_all_room_goes_to_a_file_as_it_comes() throws Exception {
    try (RawConnection connection = connect()) {
      connection.send(put(5_000_000, PICTURE));
      for (int piece = 0; piece < 50; piece++) {
        connection.send(new byte[100_000]);
      }
      assertThat(connection.reply().status()).isEqualTo(204);
      assertThat(List.of(next(), next())).containsExactly("begun", "saved 5000000 of image/jpeg");
    }
    assertNothingIsTaken();
  }

  @Test
  void a_stream_is_told_when_it_is_too_large_or_cut_off() throws Exception {
    try (RawConnection connection = connect()) {
      connection.send(
          "PUT /file HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n" + PICTURE + "\r\n");
      for (int piece = 0; piece < 51; piece++) {
        connection.send("186a0\r\n").send(new byte[100_000]).send("\r\n");
      }
      assertThat(connection.reply().status()).isEqualTo(413);
      assertThat(next()).isEqualTo("begun");
      assertThat(next()).contains("too large");
    }
    try (RawConnection connection = connect()) {
      connection.send(put(1_000, PICTURE)).send("half of it");
      assertThat(next()).isEqualTo("begun");
    }
    assertThat(next()).contains("ended before it was complete");
    assertNothingIsTaken();
  }

  @Test
  void whoever_is_answered_before_the_end_of_a_stream_may_go_on_asking() {
    try (RawConnection connection = connect()) {
      connection.send(post("/early", 2_000_000));
      for (int piece = 0; piece < 20; piece++) {
        connection.send(new byte[100_000]);
      }
      assertThat(connection.reply().body()).isEqualTo("\"enough\"");
      assertThat(connection.send(post("/count", 5)).send("12345").reply().body()).isEqualTo("5");
    }
    assertNothingIsTaken();
  }

  @Test
  void a_client_that_asks_first_is_told_to_go_on() {
    try (RawConnection connection = connect()) {
      connection.send(
          "POST /count HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
      assertThat(connection.reply().status()).isEqualTo(100);
      assertThat(connection.send("12345").reply().body()).isEqualTo("5");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "image/jpeg, 204",
    "IMAGE/PNG, 204",
    "image/jpeg; name=x, 204",
    "image/gif, 415",
    "application/json, 415",
    ", 415"
  })
  void a_route_may_take_pictures_of_which_it_is_said_what_they_are(String type, int status) {
    try (RawConnection connection = connect()) {
      String header = type == null ? "" : "Content-Type: " + type + "\r\n";
      Reply reply = connection.send(put(3, header)).send("abc").reply();
      assertThat(reply.status()).isEqualTo(status);
      if (status == 415) {
        assertThat(reply.body()).contains("image/jpeg or image/png").doesNotContain("UTF-8");
      }
    }
  }

  @Test
  void no_cache_keeps_an_answer_unless_its_route_says_so() {
    try (RawConnection connection = connect()) {
      Stream.of("/count", "/closed", "/open")
          .forEach(
              path ->
                  assertThat(connection.send(post(path, 1)).send("x").reply().headers())
                      .as(path)
                      .containsEntry("cache-control", "no-store"));
      assertThat(connection.request("GET", "/kept").headers())
          .containsEntry("cache-control", "max-age=3600");
    }
  }

  private String next() throws InterruptedException {
    return done.poll(5, TimeUnit.SECONDS);
  }

  private RawConnection connect() {
    return new RawConnection(port, 0);
  }

  private static String post(String path, int length) {
    return "POST %s HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n".formatted(path, length);
  }

  private static String put(int length, String header) {
    return "PUT /file HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n%s\r\n"
        .formatted(length, header);
  }

  private void awaitTaken(long bytes) {
    await(() -> budget.taken() >= bytes);
  }

  private void assertNothingIsTaken() {
    await(() -> budget.taken() == 0);
  }

  private void await(BooleanSupplier condition) {
    for (int tries = 0; tries < 500; tries++) {
      if (condition.getAsBoolean()) {
        return;
      }
      sleep(10);
    }
    throw new AssertionError("So many bytes are taken: " + budget.taken());
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
