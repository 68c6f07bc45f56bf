package org.vitrine.platform.outgoing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.NetServer;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.TestCertificate;
import org.vitrine.platform.outgoing.OutgoingFailed.Reason;

/** Servers of every kind, and how we ask them. */
class OutgoingIT {
  private static final Vertx VERTX = Vertx.vertx();
  private static final TestCertificate CERTIFICATE = TestCertificate.of("hooks.example");
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final BlockingQueue<String> RECEIVED = new LinkedBlockingQueue<>();
  private static final HttpServer PLAIN = server(new HttpServerOptions());
  private static final HttpServer SECURE =
      server(new HttpServerOptions().setSsl(true).setKeyCertOptions(CERTIFICATE.options()));

  private final Outgoing outgoing = reaching(host -> List.of(HERE));

  private static HttpServer server(HttpServerOptions options) {
    return VERTX
        .createHttpServer(options.setHost("127.0.0.1").setPort(0))
        .requestHandler(OutgoingIT::answer)
        .listen()
        .await();
  }

  private static void answer(HttpServerRequest request) {
    request
        .body()
        .onSuccess(
            body -> {
              RECEIVED.add(request.method() + " " + request.authority() + " " + body);
              switch (request.path()) {
                case "/moved" ->
                    request.response().setStatusCode(302).putHeader("Location", "/other").end();
                case "/long" -> request.response().end("x".repeat(100_000));
                case "/never" -> {}
                case "/drips" -> {
                  request.response().setChunked(true);
                  VERTX.setPeriodic(20, timer -> request.response().write("."));
                }
                case "/closed" -> request.connection().close();
                default -> request.response().putHeader("X-Kind", "usual").end("fine");
              }
            });
  }

  @AfterAll
  static void close() {
    VERTX.close().await();
  }

  private static Outgoing reaching(Names names) {
    return new Outgoing(
        VERTX,
        new OutgoingAddresses(AddressRanges.parse("127.0.0.0/8"), names),
        Optional.of(CERTIFICATE.options()));
  }

  private static URI plain(String path) {
    return URI.create("http://hooks.example:%d%s".formatted(PLAIN.actualPort(), path));
  }

  private static OutgoingRequest get(URI url) {
    return OutgoingRequest.get(url, Map.of(), 1_000, PATIENCE);
  }

  @Test
  void it_says_the_name_where_it_connects_to_an_address() throws InterruptedException {
    RECEIVED.clear();
    URI secure = URI.create("https://hooks.example:%d/in?x=1".formatted(SECURE.actualPort()));
    OutgoingReply reply =
        outgoing.send(
            OutgoingRequest.post(
                secure,
                Map.of("X-Own", "yes"),
                "{}".getBytes(StandardCharsets.UTF_8),
                1_000,
                PATIENCE));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.text()).isEqualTo("fine");
    assertThat(reply.header("x-kind")).contains("usual");
    assertThat(RECEIVED.take())
        .isEqualTo("POST hooks.example:%d {}".formatted(SECURE.actualPort()));
  }

  @Test
  void a_certificate_of_another_name_is_none() {
    URI other = URI.create("https://other.example:%d/".formatted(SECURE.actualPort()));
    assertFails(outgoing, get(other), Reason.CERTIFICATE);
    Outgoing trustingNobody =
        new Outgoing(
            VERTX,
            new OutgoingAddresses(AddressRanges.parse("127.0.0.0/8"), host -> List.of(HERE)));
    URI right = URI.create("https://hooks.example:%d/".formatted(SECURE.actualPort()));
    assertFails(trustingNobody, get(right), Reason.CERTIFICATE);
  }

  /** The name stands for a public address when it is checked, and for an inner one after that. */
  @Test
  void a_name_is_asked_once_and_what_it_said_is_where_it_goes() {
    AtomicInteger asked = new AtomicInteger();
    InetAddress first = HERE;
    Outgoing changing =
        reaching(
            host ->
                List.of(asked.getAndIncrement() == 0 ? first : InetAddress.getByName("10.0.0.1")));
    assertThat(changing.send(get(plain("/"))).status()).isEqualTo(200);
    assertThat(asked).hasValue(1);
    assertFails(changing, get(plain("/")), Reason.REFUSED);
  }

  @Test
  void a_redirect_is_an_answer() {
    RECEIVED.clear();
    assertThat(outgoing.send(get(plain("/moved"))).status()).isEqualTo(302);
    assertThat(RECEIVED).hasSize(1);
  }

  @Test
  void no_more_is_read_than_was_wanted() {
    OutgoingReply reply = outgoing.send(get(plain("/long")));
    assertThat(reply.isCut()).isTrue();
    assertThat(reply.body()).hasSize(1_000);
  }

  @Test
  void the_next_address_is_tried_where_nobody_listens_on_the_first() {
    InetAddress nobody = address("127.9.9.9");
    assertThat(reaching(host -> List.of(nobody, HERE)).send(get(plain("/"))).status())
        .isEqualTo(200);
    assertFails(reaching(host -> List.of(nobody)), get(plain("/")), Reason.UNREACHABLE);
  }

  private static InetAddress address(String text) {
    try {
      return InetAddress.getByName(text);
    } catch (java.net.UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void what_takes_too_long_or_breaks_off_is_given_up() {
    Duration little = Duration.ofMillis(300);
    assertFails(
        outgoing, OutgoingRequest.get(plain("/never"), Map.of(), 1_000, little), Reason.TIMEOUT);
    assertFails(
        outgoing, OutgoingRequest.get(plain("/drips"), Map.of(), 1_000, little), Reason.TIMEOUT);
    assertFails(outgoing, get(plain("/closed")), Reason.BROKEN);
  }

  @Test
  void what_speaks_no_http_is_given_up() {
    NetServer other =
        VERTX
            .createNetServer()
            .connectHandler(socket -> socket.write("220 mail.example ESMTP\r\n"))
            .listen(0, "127.0.0.1")
            .await();
    URI url = URI.create("http://hooks.example:%d/".formatted(other.actualPort()));
    assertFails(outgoing, get(url), Reason.BROKEN);
  }

  private static void assertFails(Outgoing outgoing, OutgoingRequest request, Reason reason) {
    assertThatThrownBy(() -> outgoing.send(request))
        .as(request.url().toString())
        .isInstanceOfSatisfying(
            OutgoingFailed.class, failed -> assertThat(failed.reason()).isEqualTo(reason));
  }
}
