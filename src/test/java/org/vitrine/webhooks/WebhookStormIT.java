package org.vitrine.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.NetServer;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.TestCertificate;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.mail.MailLook;
import org.vitrine.mail.MailQueue;
import org.vitrine.mail.MailTemplates;
import org.vitrine.mail.Mailer;
import org.vitrine.platform.changes.Change;
import org.vitrine.platform.changes.Changes;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.json.Json;
import org.vitrine.platform.outgoing.AddressRanges;
import org.vitrine.platform.outgoing.Outgoing;
import org.vitrine.platform.outgoing.OutgoingAddresses;
import org.vitrine.platform.secrets.KeyRing;
import org.vitrine.platform.secrets.Secrets;
import org.vitrine.platform.words.Language;
import org.vitrine.platform.words.Words;
import org.vitrine.voices.VoiceChange;
import org.vitrine.webhooks.HookReceivers.ReceivedHook;

/** A thousand receivers, of which a third fail in every way there is. */
class WebhookStormIT {
  private static final int RECEIVERS = 1_000;
  private static final int THINGS = 2;
  private static final int VERSIONS = 4;
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final String KEY = "b2xkLW9sZC1vbGQtb2xkLW9sZC1vbGQtb2xkLW9sZC0=";
  private static final InetAddress HERE = InetAddress.getLoopbackAddress();

  /** How a receiver is; every third is another than the first. */
  private enum ReceiverKind {
    FINE,
    /** Refuses each message the first time. */
    FLAKY,
    SILENT,
    DRIPPING,
    REDIRECTING,
    BROKEN,
    OVERLOADED,
    CLOSING,
    GONE,
    NOBODY,
    UNKNOWN_NAME,
    OTHER_CERTIFICATE,
    NO_HTTP,
    CHANGING_NAME,
    INSIDE
  }

  private static final List<ReceiverKind> FAILING =
      Arrays.stream(ReceiverKind.values()).filter(kind -> kind != ReceiverKind.FINE).toList();

  private final TestClock clock = new TestClock();
  private final Vertx vertx = Vertx.vertx();
  private final String url = TestDatabase.freshUrl();
  private final Database database = new Database(vertx, url, 8);
  private final TestCertificate certificate = TestCertificate.of("elsewhere.example");
  private final HookReceivers receivers = new HookReceivers(vertx);
  private final HookReceivers secure =
      new HookReceivers(
          vertx, new HttpServerOptions().setSsl(true).setKeyCertOptions(certificate.options()));
  private final NetServer other =
      vertx
          .createNetServer()
          .connectHandler(socket -> socket.write("220 mail.example ESMTP\r\n"))
          .listen(0, "127.0.0.1")
          .await();
  private final Secrets secrets =
      new Secrets(new KeyRing("secrets", Optional.of(KEY), Path.of("none")));
  private final Map<String, Integer> lookUps = new ConcurrentHashMap<>();
  private final Outgoing outgoing =
      new Outgoing(
          vertx,
          new OutgoingAddresses(AddressRanges.parse("127.0.0.0/8"), this::addresses),
          Optional.of(certificate.options()));
  private final Announcements announcements =
      new Announcements(() -> URI.create("https://orders.example"));
  private final WebhookSubscriber subscriber = new WebhookSubscriber(announcements, clock);
  private final Random random = new Random(42);
  private final WebhookSender sender =
      new WebhookSender(
          database,
          new Changes(),
          new WebhookCall(outgoing, secrets, PATIENCE, clock),
          new TrySchedule(random),
          new WebhookLetters(
              new Mailer(
                  new MailTemplates(
                      new Words(),
                      () -> URI.create("https://orders.example"),
                      "Works",
                      clock.getZone(),
                      List.of(Language.ENGLISH),
                      MailLook.PLAIN),
                  new MailQueue(database, false, clock))),
          clock);
  private final Map<Integer, ReceiverKind> kinds = new HashMap<>();
  private final Set<String> refusedOnce = ConcurrentHashMap.newKeySet();

  /** The one name that changes answers with an inner address from the second time on. */
  private List<InetAddress> addresses(String host) throws UnknownHostException {
    if (host.startsWith("unknown")) {
      throw new UnknownHostException(host);
    }
    if (host.startsWith("nobody")) {
      return List.of(InetAddress.getByName("127.9.9.9"));
    }
    if (host.startsWith("inside")) {
      return List.of(InetAddress.getByName("169.254.169.254"));
    }
    if (host.startsWith("changing")) {
      boolean first = lookUps.merge(host, 1, Integer::sum) == 1;
      return List.of(
          first ? InetAddress.getByName("127.9.9.9") : InetAddress.getByName("10.0.0.1"));
    }
    return List.of(HERE);
  }

  @BeforeEach
  void receivers() {
    assertThat(database.answersWithin(Duration.ofSeconds(60))).isTrue();
    StringBuilder rows = new StringBuilder();
    for (int n = 1; n <= RECEIVERS; n++) {
      ReceiverKind kind = n % 3 == 0 ? FAILING.get(n / 3 % FAILING.size()) : ReceiverKind.FINE;
      kinds.put(n, kind);
      answering(path(n), kind);
      rows.append(n == 1 ? "" : ",")
          .append(
              "(%d, 'Receiver %d', '%s', '{message.*}', 'owner@example.com', '%s', 1, now(), 'test')"
                  .formatted(
                      n,
                      n,
                      url(n, kind),
                      secrets.seal(WebhookCall.place(n), WebhookSecret.random().text())));
    }
    TestDatabase.execute(
        url,
        "INSERT INTO webhook (id, name, url, types, owner_email, secret, version, saved_at,"
            + " saved_by) VALUES "
            + rows);
  }

  private static String path(int n) {
    return "/r/" + n;
  }

  private String url(int n, ReceiverKind kind) {
    return switch (kind) {
      case NOBODY -> "http://nobody%d.example:%d%s".formatted(n, receivers.port(), path(n));
      case UNKNOWN_NAME -> "https://unknown%d.example%s".formatted(n, path(n));
      case OTHER_CERTIFICATE -> "https://hooks.example:%d%s".formatted(secure.port(), path(n));
      case NO_HTTP -> "http://hooks.example:%d%s".formatted(other.actualPort(), path(n));
      case CHANGING_NAME ->
          "http://changing%d.example:%d%s".formatted(n, receivers.port(), path(n));
      case INSIDE -> "http://inside%d.example:%d%s".formatted(n, receivers.port(), path(n));
      default -> "http://hooks.example:%d%s".formatted(receivers.port(), path(n));
    };
  }

  private void answering(String path, ReceiverKind kind) {
    switch (kind) {
      case FLAKY ->
          receivers.answering(
              path,
              (request, hook) ->
                  request
                      .response()
                      .setStatusCode(refusedOnce.add(path + hook.id()) ? 503 : 200)
                      .end());
      case SILENT -> receivers.answering(path, (request, hook) -> {});
      case DRIPPING ->
          receivers.answering(
              path,
              (request, hook) -> {
                request.response().setChunked(true).write("x");
                vertx.setPeriodic(
                    100,
                    timer -> {
                      if (request.response().closed()) {
                        vertx.cancelTimer(timer);
                      } else {
                        request.response().write("x");
                      }
                    });
              });
      case REDIRECTING ->
          receivers.answering(
              path,
              (request, hook) ->
                  request
                      .response()
                      .setStatusCode(307)
                      .putHeader("Location", receivers.url("/redirected"))
                      .end());
      case BROKEN -> receivers.answering(path, 500);
      case OVERLOADED ->
          receivers.answering(
              path,
              (request, hook) ->
                  request.response().setStatusCode(503).putHeader("Retry-After", "3600").end());
      case CLOSING -> receivers.answering(path, (request, hook) -> request.connection().close());
      case GONE -> receivers.answering(path, 410);
      default -> {}
    }
  }

  @AfterEach
  void stop() {
    receivers.close();
    secure.close();
    other.close().await();
    database.close();
    vertx.close().await();
  }

  /** Said version by version, of all things in turn. */
  private void happen() {
    for (int version = 1; version <= VERSIONS; version++) {
      List<Change> changes = new ArrayList<>();
      for (int thing = 1; thing <= THINGS; thing++) {
        changes.add(
            new Change(
                VoiceChange.SAID,
                "V-" + thing,
                version,
                Optional.of(1L),
                Json.object().put("number", thing)));
      }
      database.inTransaction(
          transaction -> {
            subscriber.hear(transaction, changes);
            return null;
          });
    }
  }

  @Test
  void whoever_works_is_served_in_order_whatever_the_others_do() {
    happen();
    await(
        "all that work are served",
        Duration.ofMinutes(5),
        () -> {
          clock.pass(Duration.ofSeconds(1)); // On a busy machine, one that works may be late.
          sender.dispatch();
          return count(ReceiverKind.FINE, "delivered") == all(ReceiverKind.FINE);
        });
    served(ReceiverKind.FINE);

    await(
        "all that refuse once are served",
        Duration.ofMinutes(5),
        () -> {
          clock.pass(Duration.ofMinutes(1));
          sender.dispatch();
          return count(ReceiverKind.FLAKY, "delivered") == all(ReceiverKind.FLAKY);
        });
    served(ReceiverKind.FLAKY);

    assertThat(receivers.at("/redirected")).as("no redirect is followed").isEmpty();
    FAILING.stream()
        .filter(kind -> kind != ReceiverKind.FLAKY)
        .forEach(kind -> assertThat(count(kind, "delivered")).as(kind.name()).isZero());
    assertThat(
            TestDatabase.find(
                url,
                "SELECT DISTINCT paused_why FROM webhook WHERE id = ANY('{%s}')"
                    .formatted(ids(ReceiverKind.GONE))))
        .containsExactly("gone");
    assertThat(
            TestDatabase.find(
                url,
                """
                SELECT m.webhook_id
                  FROM webhook_attempt a JOIN webhook_message m ON m.id = a.message
                 WHERE a.status = 410
                 GROUP BY m.webhook_id HAVING count(*) > %d\
                """
                    .formatted(THINGS)))
        .as("left alone once they said so")
        .isEmpty();
    for (ReceiverKind unreached :
        List.of(ReceiverKind.OTHER_CERTIFICATE, ReceiverKind.INSIDE, ReceiverKind.CHANGING_NAME)) {
      of(unreached)
          .forEach(
              n -> {
                assertThat(receivers.at(path(n))).as(unreached.name()).isEmpty();
                assertThat(secure.at(path(n))).as(unreached.name()).isEmpty();
              });
    }
    assertThat(troubles(ReceiverKind.INSIDE)).containsOnly("refused");
    assertThat(troubles(ReceiverKind.CHANGING_NAME))
        .contains("refused")
        .containsAnyOf("unreachable");
    assertThat(troubles(ReceiverKind.OTHER_CERTIFICATE)).contains("certificate");
    assertThat(troubles(ReceiverKind.NOBODY)).contains("unreachable");
    assertThat(troubles(ReceiverKind.SILENT)).containsOnly("timeout");
    assertThat(troubles(ReceiverKind.DRIPPING)).containsOnly("timeout");
  }

  /** At least once, and each thing's in its order: what comes again comes before what follows. */
  private void served(ReceiverKind kind) {
    for (int n : of(kind)) {
      Map<String, Set<Integer>> versions = new HashMap<>();
      for (ReceivedHook hook : receivers.at(path(n))) {
        int version = hook.event().at("/data/version").asInt();
        Set<Integer> before =
            versions.computeIfAbsent(
                hook.event().at("/data/message").asText(), any -> new LinkedHashSet<>());
        before.add(version);
        assertThat(version).as("receiver %d", n).isEqualTo(before.size());
      }
      assertThat(versions).as("receiver %d", n).hasSize(THINGS);
      assertThat(versions.values()).allSatisfy(seen -> assertThat(seen).hasSize(VERSIONS));
    }
  }

  private List<Integer> of(ReceiverKind kind) {
    return kinds.keySet().stream().filter(n -> kinds.get(n) == kind).toList();
  }

  private long all(ReceiverKind kind) {
    return (long) of(kind).size() * THINGS * VERSIONS;
  }

  private long count(ReceiverKind kind, String state) {
    return Long.parseLong(
        TestDatabase.find(
                url,
                "SELECT count(*) FROM webhook_message WHERE state = '%s' AND webhook_id = ANY('{%s}')"
                    .formatted(state, ids(kind)))
            .getFirst());
  }

  private List<String> troubles(ReceiverKind kind) {
    return TestDatabase.find(
        url,
        """
        SELECT DISTINCT coalesce(a.trouble, a.status::text)
          FROM webhook_attempt a JOIN webhook_message m ON m.id = a.message
         WHERE m.webhook_id = ANY('{%s}')\
        """
            .formatted(ids(kind)));
  }

  private String ids(ReceiverKind kind) {
    return String.join(",", of(kind).stream().map(String::valueOf).toList());
  }
}
