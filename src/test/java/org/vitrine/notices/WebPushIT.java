package org.vitrine.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.access.Token;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.notices.PushDevices.Subscribe;
import org.vitrine.notices.PushDevices.SubscriptionKeys;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.json.Json;
import org.vitrine.platform.outgoing.AddressRanges;
import org.vitrine.platform.outgoing.Outgoing;
import org.vitrine.platform.outgoing.OutgoingAddresses;
import org.vitrine.platform.outgoing.SystemNames;
import org.vitrine.platform.words.Words;

/** Notices on devices, by way of a push service that stands here and reads what a browser would. */
class WebPushIT {
  private static final Words WORDS = new Words();
  private static final Token HERE = Token.random();
  private static final String PEOPLE =
      """
      INSERT INTO company (code, name, kind, tier, created_at) VALUES ('one', 'One', 'customer', 'platinum', now());
      INSERT INTO person (name, email, role, created_at, language)
      VALUES ('Amelia', 'amelia@one.example', 'customer', now(), 'zh-CN');
      INSERT INTO membership (person_id, company_id) SELECT p.id, c.id FROM person p, company c\
      """;

  private final TestClock clock = new TestClock();
  private final Vertx vertx = Vertx.vertx();
  private final String url = TestDatabase.freshUrl();
  private final Database database = new Database(vertx, url, 8);
  private final Notices notices = new Notices(database, new Changes(), clock);
  private final PushDevices devices = new PushDevices(database, clock);
  private final NoticePushes pushes =
      new NoticePushes(
          database,
          devices,
          new PushMessages(WORDS),
          () -> URI.create("https://orders.example"),
          outgoing("127.0.0.0/8"),
          NoticePushes.PATIENCE,
          clock);
  private final PushBrowser browser = new PushBrowser();
  private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
  private HttpServer service;
  private volatile int status = 201;
  private long amelia;
  private int told;

  private record Received(Map<String, List<String>> headers, byte[] body) {}

  @BeforeEach
  void start() throws IOException {
    database.answersWithin(Duration.ofSeconds(60));
    TestDatabase.execute(url, PEOPLE);
    amelia = number("SELECT id FROM person");
    openSession(HERE);
    service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    service.createContext(
        "/",
        exchange -> {
          received.add(
              new Received(
                  Map.copyOf(exchange.getRequestHeaders()),
                  exchange.getRequestBody().readAllBytes()));
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    service.start();
  }

  @AfterEach
  void stop() {
    service.stop(0);
    database.close();
    vertx.close().await();
  }

  private Outgoing outgoing(String privateNetworks) {
    return new Outgoing(
        vertx, new OutgoingAddresses(AddressRanges.parse(privateNetworks), new SystemNames()));
  }

  private void openSession(Token session) {
    TestDatabase.execute(
        url,
        """
        INSERT INTO session (token_hash, kind, subject_id, created_at, seen_at, expires_at)
        VALUES ('\\x%s', 'person', %d, now(), now(), now() + interval '1 day')\
        """
            .formatted(HexFormat.of().formatHex(session.hash()), amelia));
  }

  private long number(String sql) {
    return Long.parseLong(TestDatabase.find(url, sql).getFirst());
  }

  /** As the browser said it, but for the address, which is not one that we would take. */
  private void subscribed() {
    subscribed("/send/1");
  }

  private void subscribed(String path) {
    new PushRepository()
        .add(
            database,
            amelia,
            HERE,
            new PushRepository.NewDevice(
                "http://127.0.0.1:" + service.getAddress().getPort() + path,
                browser.point(),
                browser.secret(),
                "Chrome"),
            clock.instant());
  }

  private void tell() {
    News news =
        new News(
            News.nameOf("delivered", String.valueOf(told++)),
            "delivered",
            Optional.of(NoticeTopic.DELIVERIES),
            Optional.of(NoticeTopic.DELIVERIES),
            number("SELECT id FROM company"),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            (ObjectNode)
                Json.read(
                    "{\"order\": \"SO 1\", \"shipment\": \"S-1\", \"deliveredOn\": \"2026-12-07\"}",
                    JsonNode.class),
            false,
            clock.instant());
    database.inTransaction(
        transaction -> {
          notices.tell(transaction, List.of(news));
          return null;
        });
  }

  private Received next() throws InterruptedException {
    return received.poll(10, TimeUnit.SECONDS);
  }

  @Test
  void a_browser_reads_what_was_told_in_its_reader_s_language_and_nobody_else_does()
      throws Exception {
    subscribed();
    tell();
    pushes.push();
    pushes.push();
    Received message = next();
    assertThat(received).isEmpty();
    assertThat(new String(message.body(), StandardCharsets.UTF_8)).doesNotContain("SO");
    assertThat(message.body()).hasSizeLessThan(4_096);
    JsonNode read = Json.read(browser.decrypted(message.body()), JsonNode.class);
    assertThat(read.path("title").asText()).isEqualTo("SO 1");
    assertThat(read.path("body").asText()).isEqualTo("发货单 S-1 已于 2026年12月7日 送达");
    assertThat(read.path("path").asText()).isEqualTo("/orders/SO%201");
    assertThat(read.path("tag").asText()).isEqualTo("notice-1");
  }

  @Test
  void the_house_says_who_it_is_by_a_key_that_stays() throws Exception {
    subscribed();
    tell();
    pushes.push();
    String said = header(next(), "Authorization");
    String key = said.replaceFirst(".* k=", "");
    assertThat(key).isEqualTo(devices.of(amelia, HERE).key());
    assertThat(new PushDevices(database, clock).of(amelia, HERE).key())
        .as("on another node")
        .isEqualTo(key);
    SignedJWT token = SignedJWT.parse(said.replaceFirst("vapid t=([^,]+),.*", "$1"));
    JWSVerifier verifier =
        new ECDSAVerifier(PushBrowser.publicKey(Base64.getUrlDecoder().decode(key)));
    assertThat(token.verify(verifier)).isTrue();
    assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("https://orders.example");
    assertThat(token.getJWTClaimsSet().getAudience())
        .containsExactly("http://127.0.0.1:" + service.getAddress().getPort());
  }

  private static String header(Received message, String name) {
    return message.headers().get(name).getFirst();
  }

  @Test
  void much_at_once_is_one_message() throws Exception {
    subscribed();
    for (int n = 0; n < 5; n++) {
      tell();
    }
    pushes.push();
    JsonNode read = Json.read(browser.decrypted(next().body()), JsonNode.class);
    assertThat(received).isEmpty();
    assertThat(read.path("body").asText()).isEqualTo("5 条新通知");
    assertThat(read.path("path").asText()).isEqualTo("/notices");
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 410})
  void a_device_that_is_gone_is_forgotten(int gone) throws Exception {
    subscribed();
    status = gone;
    tell();
    pushes.push();
    assertThat(next()).isNotNull();
    assertThat(devices.of(amelia, HERE).devices()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 500, 302})
  void a_service_in_trouble_is_not_asked_again_and_the_device_stays(int trouble) throws Exception {
    subscribed();
    status = trouble;
    tell();
    pushes.push();
    pushes.push();
    assertThat(next()).isNotNull();
    assertThat(received).isEmpty();
    assertThat(devices.of(amelia, HERE).devices()).hasSize(1);
  }

  /** A push service that never ends its answer: the headers come, and then a byte now and then. */
  @Test
  void an_answer_that_drips_holds_up_nobody() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    service.createContext(
        "/drip/",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream body = exchange.getResponseBody()) {
            do {
              body.write('.');
              body.flush();
            } while (!over.await(50, TimeUnit.MILLISECONDS));
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    subscribed("/drip/1");
    tell();
    NoticePushes impatient =
        new NoticePushes(
            database,
            devices,
            new PushMessages(WORDS),
            () -> URI.create("https://orders.example"),
            outgoing("127.0.0.0/8"),
            Duration.ofMillis(300),
            clock);
    CompletableFuture<Void> pushed = CompletableFuture.runAsync(impatient::push);
    try {
      assertThat(pushed).succeedsWithin(Duration.ofSeconds(30));
    } finally {
      over.countDown();
    }
    assertThat(devices.of(amelia, HERE).devices()).as("the device stays").hasSize(1);
  }

  @Test
  void nothing_goes_to_an_address_that_only_we_can_reach() throws Exception {
    subscribed();
    NoticePushes careful =
        new NoticePushes(
            database,
            devices,
            new PushMessages(WORDS),
            () -> URI.create("https://orders.example"),
            outgoing(""),
            NoticePushes.PATIENCE,
            clock);
    tell();
    careful.push();
    assertThat(received).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://push.example.net/1",
        "https://127.0.0.1/1",
        "https://[::1]/1",
        "https://localhost/1",
        "https://2130706433/1",
        "https://0x7f.1/1",
        "https://user@push.example.net/1",
        "https://push.example.net:8443/1",
        "https://push.example.net/1#x",
        "file:///etc/passwd",
        "ftp://push.example.net/1",
        "nonsense",
        ""
      })
  void an_address_that_is_no_push_service_s_is_refused(String endpoint) {
    assertThat(refused(new Subscribe(endpoint, keys(browser.point(), browser.secret()))))
        .isEqualTo("endpoint");
  }

  @Test
  void keys_that_are_none_are_refused() {
    byte[] off = browser.point().clone();
    off[40] ^= 1;
    String endpoint = "https://push.example.net/1";
    assertThat(refused(new Subscribe(endpoint, null))).isEqualTo("keys");
    assertThat(refused(new Subscribe(endpoint, keys(off, browser.secret()))))
        .isEqualTo("keys.p256dh");
    assertThat(refused(new Subscribe(endpoint, keys(new byte[64], browser.secret()))))
        .isEqualTo("keys.p256dh");
    assertThat(refused(new Subscribe(endpoint, keys(browser.point(), new byte[15]))))
        .isEqualTo("keys.auth");
    assertThat(refused(new Subscribe(endpoint, new SubscriptionKeys("%", "%"))))
        .isEqualTo("keys.p256dh");
  }

  private String refused(Subscribe wanted) {
    try {
      devices.add(amelia, HERE, wanted, "Chrome");
      return "nothing";
    } catch (Rejection.Invalid refused) {
      return refused.field();
    }
  }

  private static SubscriptionKeys keys(byte[] point, byte[] secret) {
    Base64.Encoder text = Base64.getUrlEncoder().withoutPadding();
    return new SubscriptionKeys(text.encodeToString(point), text.encodeToString(secret));
  }

  @Test
  void somebody_has_ten_devices_at_most_and_removes_their_own_only() {
    for (int n = 0; n < 12; n++) {
      clock.pass(Duration.ofSeconds(1));
      devices.add(
          amelia,
          HERE,
          new Subscribe("https://push.example.net/" + n, keys(browser.point(), browser.secret())),
          "Chrome " + n);
    }
    assertThat(devices.of(amelia, HERE).devices())
        .hasSize(10)
        .extracting(PushRepository.ListedDevice::device)
        .startsWith("Chrome 11")
        .endsWith("Chrome 2");
    long one = devices.of(amelia, HERE).devices().getFirst().id();
    assertThatThrownBy(() -> devices.remove(amelia + 1, one))
        .isInstanceOf(Rejection.NotFound.class);
    devices.remove(amelia, one);
    assertThat(devices.of(amelia, HERE).devices()).hasSize(9);
  }
}
