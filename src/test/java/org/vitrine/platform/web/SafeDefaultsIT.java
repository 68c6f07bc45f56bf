package org.vitrine.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.access.Token;
import org.vitrine.fixtures.RawConnection;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.platform.Rejection;

/** What keeps a server safe without anybody having configured it. */
class SafeDefaultsIT {
  private static final String PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";

  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient integrator;
  private static TestClient customer;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    shop = new Shop(vitrine);
    integrator = shop.integrator();
    customer = shop.contact("northwind", "amelia@northwind.example");
    shop.order("SO-1");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void sockets_are_never_compressed() {
    try (RawConnection connection = new RawConnection(vitrine)) {
      RawConnection.Reply reply =
          connection.handshake(
              customer,
              "Sec-WebSocket-Extensions",
              "permessage-deflate; client_max_window_bits, x-webkit-deflate-frame");
      assertThat(reply.status()).isEqualTo(101);
      assertThat(reply.headers()).doesNotContainKey("sec-websocket-extensions");
    }
  }

  @Test
  void a_message_of_four_kilobytes_is_heard_and_a_larger_one_closes() {
    try (RawConnection connection = new RawConnection(vitrine)) {
      connection.handshake(customer);
      String padding = " ".repeat(4_096 - "{\"watch\":\"orders/SO-1\"}".length());
      connection.say("{\"watch\":\"orders/SO-1\"}" + padding);
      assertThat(connection.hear()).contains("\"page\"");
      connection.say("{\"watch\":\"orders/SO-1\"}" + padding + " ");
      assertThat(connection.closeCode()).isEqualTo(1009);
    }
  }

  @Test
  void a_message_in_many_frames_is_no_way_around_the_limit() {
    try (RawConnection connection = new RawConnection(vitrine)) {
      connection.handshake(customer);
      byte[] more = new byte[6 + 100];
      more[1] = (byte) (0x80 | 100);
      more[0] = 0x01;
      connection.send(more);
      more[0] = 0x00;
      for (int frame = 0; frame < 45; frame++) {
        connection.send(more);
      }
      assertThat(connection.closeCode()).isEqualTo(1009);
    }
  }

  @Test
  void half_a_request_ends_and_a_quiet_socket_does_not() {
    try (RawConnection quiet = new RawConnection(vitrine);
        RawConnection silent = new RawConnection(vitrine);
        RawConnection half = new RawConnection(vitrine);
        RawConnection body = new RawConnection(vitrine)) {
      quiet.handshake(customer);
      half.send("GET /api/me HTTP/1.1\r\nHost: loc");
      body.send(
          "POST /api/session HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{\"token\"");
      for (RawConnection connection : List.of(silent, half, body)) {
        assertThat(connection.closes()).isLessThan(Duration.ofSeconds(15));
      }
      quiet.say("{\"watch\":\"orders/SO-1\"}");
      assertThat(quiet.hear()).contains("\"page\"");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "https://evil.example, 403",
    "null, 403",
    "http://localhost.evil.example, 403",
    "ftp://localhost, 403",
    "http://localhost, 101"
  })
  void a_socket_is_for_our_own_pages_only(String origin, int status) {
    try (RawConnection connection = new RawConnection(vitrine)) {
      assertThat(connection.handshake(customer, "Origin", origin).status()).isEqualTo(status);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, https://evil.example, 403",
    "Origin, null, 403",
    "Sec-Fetch-Site, cross-site, 403",
    "Sec-Fetch-Site, same-site, 403",
    "Sec-Fetch-Site, same-origin, 204",
    "Sec-Fetch-Site, none, 204"
  })
  void another_site_s_page_changes_nothing(String header, String value, int status) {
    try (RawConnection connection = new RawConnection(vitrine)) {
      assertThat(connection.request("DELETE", "/api/session", header, value).status())
          .isEqualTo(status);
    }
    assertThat(customer.get("/api/orders", header, value).statusCode())
        .as("looking is harmless: no other site can read the reply")
        .isEqualTo(200);
  }

  @Test
  void a_body_without_a_length_is_limited_too() {
    try (RawConnection connection = new RawConnection(vitrine)) {
      connection.send(
          "PUT /api/companies/acme HTTP/1.1\r\nHost: localhost\r\n%s\r\nTransfer-Encoding: chunked\r\n\r\n"
              .formatted(String.join(": ", shop.integrator().identity())));
      String chunk = "10000\r\n" + " ".repeat(0x10000) + "\r\n";
      for (int chunks = 0; chunks < 16; chunks++) {
        connection.send(chunk);
      }
      assertThat(connection.reply().status()).isEqualTo(413);
    }
  }

  @Test
  void a_body_from_nobody_is_refused_before_it_is_read() {
    try (RawConnection connection = new RawConnection(vitrine)) {
      connection.send(
          "POST /api/reports HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9000000\r\n\r\n{");
      assertThat(connection.reply().status()).isEqualTo(401);
    }
  }

  @Test
  void work_that_takes_longer_than_the_idle_limit_is_answered() {
    try (TestVitrine slow = TestVitrine.rewording(SafeDefaultsIT::tenSecondsAndMore)) {
      Shop there = new Shop(slow);
      assertThat(there.integrator().json("/api/companies").get("companies")).isNotEmpty();
    }
  }

  private static String tenSecondsAndMore(String sql) {
    return sql.contains("FROM company\n ORDER BY name")
        ? sql.replace("SELECT id,", "SELECT (SELECT pg_sleep(12))::text AS rest, id,")
        : sql;
  }

  @Test
  void whoever_finds_no_connection_is_told_to_come_back_within_about_a_second() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    shop.order("SO-busy");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, 40).forEach(one -> threads.execute(() -> holdConnection(release)));
      try {
        Thread.sleep(1_500);
        long from = System.nanoTime();
        HttpResponse<String> refused = integrator.get("/api/companies");
        Duration took = Duration.ofNanos(System.nanoTime() - from);
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.headers().firstValue("Retry-After")).contains("1");
        assertThat(took).isLessThan(Duration.ofSeconds(4));
        List<CompletableFuture<Integer>> reports =
            IntStream.range(0, 40)
                .mapToObj(one -> CompletableFuture.supplyAsync(() -> reportBusy(one), threads))
                .toList();
        assertThat(reports).extracting(CompletableFuture::join).containsOnly(503);
      } finally {
        release.countDown();
      }
    }
    assertThat(through("SO-busy")).as("what was answered with 503 was not done").isZero();
  }

  /** Or finds that the others hold them all. */
  private static void holdConnection(CountDownLatch release) {
    try {
      vitrine.vitrine().database().inTransaction(transaction -> await(release));
    } catch (Rejection.Unavailable full) {
      // As it should be.
    }
  }

  private static int reportBusy(int one) {
    return integrator
        .post(
            "/api/reports",
            """
            {"id": "r%d", "order": "SO-busy", "operation": "Assembly", "kind": "progressed", "good": 1,
             "source": "scan", "happenedAt": "2026-10-05T08:00:00Z"}"""
                .formatted(one))
        .statusCode();
  }

  private static long through(String order) {
    return integrator.json("/api/orders/" + order).at("/lines/1/stages/assembly/through").asLong();
  }

  @Test
  void a_session_is_out_of_reach_for_scripts_and_other_sites() {
    String cookie = signIn(vitrine);
    assertThat(cookie).startsWith("vitrine=").contains("; HttpOnly", "; SameSite=Lax", "; Path=/");
    assertThat(cookie).doesNotContain("Secure", "Domain");
  }

  @Test
  void over_https_the_session_is_bound_to_the_host() {
    try (TestVitrine behind = TestVitrine.startBehind(URI.create("https://window.example.com"))) {
      assertThat(signIn(behind))
          .startsWith("__Host-vitrine=")
          .contains("; HttpOnly", "; SameSite=Lax", "; Path=/", "; Secure")
          .doesNotContain("Domain");
      TestClient stranger = TestClient.unknown(behind);
      assertThat(stranger.get("/sign-in").headers().firstValue("Strict-Transport-Security"))
          .contains("max-age=31536000");
      assertThat(
              stranger
                  .ask("DELETE", "/api/session", "", "Origin", "https://window.example.com")
                  .statusCode())
          .isEqualTo(204);
      assertThat(
              stranger
                  .ask("DELETE", "/api/session", "", "Origin", "http://window.example.com")
                  .statusCode())
          .isEqualTo(403);
    }
  }

  @Test
  void http_2_is_not_spoken_in_clear_text() {
    try (RawConnection known = new RawConnection(vitrine);
        RawConnection upgrade = new RawConnection(vitrine)) {
      assertThat(known.send(PREFACE).reply().status()).isGreaterThanOrEqualTo(400);
      RawConnection.Reply reply =
          upgrade.request(
              "GET",
              "/health/live",
              "Connection",
              "Upgrade, HTTP2-Settings",
              "Upgrade",
              "h2c",
              "HTTP2-Settings",
              "AAMAAABkAAQCAAAAAAIAAAAA");
      assertThat(reply.status()).isEqualTo(200);
      assertThat(upgrade.request("GET", "/health/live").status()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET / 200",
        "GET /favicon.ico 404",
        "GET /api/nothing 404",
        "GET /api/openapi.json 200",
        "GET /api/me 401",
        "PATCH /api/orders 405",
        "OPTIONS /api/orders 204",
        "DELETE /api/session 204",
        "GET /health/live 200",
        "GET /api/orders?q=%00 401",
        "GET /%zz 422",
        "POST /api/session 422"
      })
  void every_reply_carries_the_headers_that_protect_it(String line) {
    String[] parts = line.split(" ");
    try (RawConnection connection = new RawConnection(vitrine)) {
      RawConnection.Reply reply = connection.request(parts[0], parts[1]);
      assertThat(reply.status()).isEqualTo(Integer.parseInt(parts[2]));
      assertProtected(reply);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense\r\n\r\n", "GET / HTTP/1.1\r\nHost localhost\r\n\r\n"})
  void even_what_is_no_http_is_answered_with_them(String nonsense) {
    try (RawConnection connection = new RawConnection(vitrine)) {
      RawConnection.Reply reply = connection.send(nonsense).reply();
      assertThat(reply.status()).isEqualTo(400);
      assertProtected(reply);
    }
  }

  @Test
  void headers_and_addresses_have_an_end() {
    try (RawConnection longAddress = new RawConnection(vitrine);
        RawConnection longHeader = new RawConnection(vitrine)) {
      RawConnection.Reply reply = longAddress.request("GET", "/" + "x".repeat(10_000));
      assertThat(reply.status()).isEqualTo(414);
      assertProtected(reply);
      reply = longHeader.request("GET", "/", "X-Long", "x".repeat(20_000));
      assertThat(reply.status()).isEqualTo(431);
      assertProtected(reply);
    }
  }

  private static void assertProtected(RawConnection.Reply reply) {
    assertThat(reply.headers())
        .containsEntry("x-content-type-options", "nosniff")
        .containsEntry("x-frame-options", "DENY")
        .containsEntry("referrer-policy", "no-referrer")
        .containsEntry("cross-origin-opener-policy", "same-origin")
        .containsEntry("cross-origin-resource-policy", "same-origin");
    assertThat(reply.headers().get("content-security-policy"))
        .contains("default-src 'none'", "frame-ancestors 'none'");
    assertThat(reply.headers()).doesNotContainKeys("server", "x-powered-by");
  }

  @Test
  void a_secret_in_an_address_opens_nothing() {
    String key = integrator.identity()[1].replace("Bearer ", "");
    TestClient unknown = TestClient.unknown(vitrine);
    for (String name : List.of("key", "token", "access_token", "session", "vitrine")) {
      assertThat(unknown.get("/api/orders?" + name + "=" + key).statusCode()).isEqualTo(401);
    }
    URI link =
        URI.create(
            TestClient.json(integrator.post("/api/orders/SO-1/links", "")).get("url").asText());
    assertThat(link.getQuery()).isNull();
    assertThat(link.getFragment()).hasSizeGreaterThan(40);
  }

  @Test
  void a_sign_in_link_works_once_however_many_try_at_the_same_moment() {
    String token = link(vitrine).text();
    String body = "{\"token\": \"" + token + "\"}";
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Integer> statuses =
          IntStream.range(0, 20)
              .mapToObj(
                  one ->
                      CompletableFuture.supplyAsync(
                          () -> TestClient.unknown(vitrine).post("/api/session", body).statusCode(),
                          threads))
              .toList()
              .stream()
              .map(CompletableFuture::join)
              .toList();
      assertThat(statuses).filteredOn(status -> status == 200).hasSize(1);
      assertThat(statuses).filteredOn(status -> status == 410).hasSize(19);
    }
  }

  @Test
  void looking_at_a_link_does_not_use_it_up() {
    Token token = link(vitrine);
    assertThat(TestClient.unknown(vitrine).get("/enter").statusCode()).isEqualTo(200);
    assertThat(TestClient.unknown(vitrine).get("/api/session").statusCode()).isEqualTo(405);
    assertThat(
            TestClient.unknown(vitrine)
                .post("/api/session", "{\"token\": \"" + token.text() + "\"}")
                .statusCode())
        .isEqualTo(200);
  }

  private static String signIn(TestVitrine at) {
    return TestClient.unknown(at)
        .post("/api/session", "{\"token\": \"" + link(at).text() + "\"}")
        .headers()
        .firstValue("Set-Cookie")
        .orElseThrow();
  }

  private static Token link(TestVitrine at) {
    return at.vitrine()
        .rooms()
        .sessions()
        .links()
        .make(at.vitrine().rooms().people().administrators().first());
  }

  private static Void await(CountDownLatch latch) {
    try {
      latch.await();
      return null;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
