package org.vitrine.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.fixtures.RawConnection;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;

class IdempotencyIT {
  private static final String LINKS = "/api/orders/SO-1/links";

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
  void the_same_command_again_is_done_once_and_answered_the_same() {
    long before = links();
    HttpResponse<String> first = make(integrator, "a", "{\"days\": 5}");
    HttpResponse<String> again = make(integrator, "a", "{\"days\": 5}");
    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(again.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(links()).isEqualTo(before + 1);
  }

  @Test
  void another_request_under_the_same_key_is_a_conflict() {
    shop.order("SO-2");
    make(integrator, "b", "{\"days\": 5}");
    HttpResponse<String> other = make(integrator, "b", "{\"days\": 6}");
    HttpResponse<String> elsewhere =
        integrator.post("/api/orders/SO-2/links", "{\"days\": 5}", "Idempotency-Key", "b");
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(other.body()).contains("Idempotency-Key");
    assertThat(elsewhere.statusCode()).isEqualTo(409);
  }

  @Test
  void keys_are_everybody_s_own() {
    HttpResponse<String> one = make(integrator, "c", "");
    HttpResponse<String> other = make(customer, "c", "");
    assertThat(other.statusCode()).isEqualTo(201);
    assertThat(other.body()).isNotEqualTo(one.body());
  }

  @Test
  void without_a_key_every_command_counts() {
    long before = links();
    assertThat(integrator.post(LINKS, "").body()).isNotEqualTo(integrator.post(LINKS, "").body());
    assertThat(links()).isEqualTo(before + 2);
  }

  @Test
  void what_was_refused_may_be_tried_again() {
    assertThat(make(integrator, "d", "{\"days\": 0}").statusCode()).isEqualTo(422);
    assertThat(make(integrator, "d", "{\"days\": 1}").statusCode()).isEqualTo(201);
  }

  @Test
  void of_many_at_the_same_moment_one_works_and_nobody_gets_another_link() {
    long before = links();
    List<HttpResponse<String>> answers =
        IntStream.range(0, 12)
            .mapToObj(one -> CompletableFuture.supplyAsync(() -> make(integrator, "e", "")))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    assertThat(links()).isEqualTo(before + 1);
    assertThat(answers).extracting(HttpResponse::statusCode).isSubsetOf(201, 409).contains(201);
    assertThat(answers)
        .filteredOn(answer -> answer.statusCode() == 201)
        .extracting(HttpResponse::body)
        .containsOnly(make(integrator, "e", "").body());
  }

  @Test
  void nothing_that_is_kept_tells_the_secret_or_whose_it_is() {
    String url = TestClient.json(make(integrator, "visible-key", "")).get("url").asText();
    List<String> rows =
        vitrine
            .vitrine()
            .database()
            .find(
                "test.kept",
                "SELECT encode(id || request_hash || answer, 'escape') || content_type AS kept FROM"
                    + " idempotency",
                row -> row.getString("kept"));
    assertThat(rows).isNotEmpty();
    assertThat(rows)
        .noneMatch(row -> row.contains(url.replaceFirst(".*#", "")))
        .noneMatch(row -> row.contains("glass"))
        .noneMatch(row -> row.contains("visible-key"));
  }

  @Test
  void a_lost_answer_with_a_new_secret_can_be_had_again() {
    TestClient administrator = shop.staff(Role.ADMINISTRATOR, "li.wen@example.com");
    String body = "{\"name\": \"erp\", \"scopes\": [\"read\"]}";
    HttpResponse<String> first =
        administrator.post("/api/keys", body, "Idempotency-Key", "new-erp-key");
    HttpResponse<String> again =
        administrator.post("/api/keys", body, "Idempotency-Key", "new-erp-key");
    assertThat(first.statusCode()).isEqualTo(201);
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(administrator.post("/api/keys", body).statusCode()).isEqualTo(409);
  }

  @Test
  void a_key_that_cannot_be_one_is_refused() {
    for (String key : List.of("two words", "x".repeat(201))) {
      HttpResponse<String> refused = make(integrator, key, "");
      assertThat(refused.statusCode()).isEqualTo(422);
      assertThat(TestClient.json(refused).get("field").asText()).isEqualTo("Idempotency-Key");
    }
  }

  @Test
  void after_thirty_days_a_key_is_forgotten() {
    HttpResponse<String> first = make(integrator, "f", "");
    age(Duration.ofDays(29));
    assertThat(make(integrator, "f", "").body()).isEqualTo(first.body());
    age(Duration.ofDays(2));
    HttpResponse<String> later = make(integrator, "f", "");
    assertThat(later.statusCode()).isEqualTo(201);
    assertThat(later.body()).isNotEqualTo(first.body());
  }

  @Test
  void what_ended_with_its_process_is_begun_anew() {
    make(integrator, "g", "");
    unanswer();
    assertThat(make(integrator, "g", "").statusCode()).as("being worked on").isEqualTo(409);
    age(Duration.ofMinutes(3));
    assertThat(make(integrator, "g", "").statusCode()).isEqualTo(201);
  }

  @Test
  void what_is_answered_with_nothing_or_in_pieces_is_answered_the_same_again() {
    AtomicInteger done = new AtomicInteger();
    serving(
        List.of(
            Routes.post("/empty", Endpoint.OPEN, exchange -> empty(exchange, done)),
            Routes.post("/pieces", Endpoint.OPEN, exchange -> pieces(exchange, done))),
        connection -> {
          for (String path : List.of("/empty", "/pieces")) {
            RawConnection.Reply first = connection.request("POST", path, "Idempotency-Key", path);
            RawConnection.Reply again = connection.request("POST", path, "Idempotency-Key", path);
            assertThat(first.status()).isEqualTo(path.equals("/empty") ? 204 : 200);
            assertThat(first.body()).isEqualTo(path.equals("/empty") ? "" : "one\ntwo\n");
            assertThat(again).isEqualTo(first);
          }
        });
    assertThat(done).hasValue(2);
  }

  @Test
  void what_was_answered_for_now_is_asked_again_and_known_by_its_key() {
    List<Idempotency.SentOnce> sent = new CopyOnWriteArrayList<>();
    serving(
        List.of(
            Routes.post(
                "/so-far",
                Endpoint.OPEN,
                exchange -> {
                  sent.add(exchange.sentOnce().orElseThrow());
                  exchange.replyForNow(sent.size());
                })),
        connection -> {
          for (String answer : List.of("1", "2")) {
            assertThat(connection.request("POST", "/so-far", "Idempotency-Key", "so-far").body())
                .isEqualTo(answer);
          }
        });
    assertThat(sent.get(1)).isEqualTo(sent.get(0));
  }

  private static void serving(List<Endpoint> endpoints, Consumer<RawConnection> ask) {
    Idempotency idempotency =
        new Idempotency(
            vitrine.vitrine().database(), Clock.systemUTC(), exchange -> Optional.of("secret"));
    Vertx vertx = Vertx.vertx();
    WebServer server =
        new WebServer(
            vertx,
            List.<Routes>of(() -> endpoints.stream().map(idempotency::once).toList()),
            new StaticFiles(List.of(), Viewers.NOBODY),
            null);
    int port = server.start(0, 1);
    try (RawConnection connection = new RawConnection(port, 0)) {
      ask.accept(connection);
    } finally {
      server.stop();
      vertx.close().await();
    }
  }

  private static void empty(Exchange exchange, AtomicInteger done) {
    done.incrementAndGet();
    exchange.replyEmpty();
  }

  private static void pieces(Exchange exchange, AtomicInteger done) {
    done.incrementAndGet();
    exchange.replyInPieces("text/plain", Stream.of("one\n", "two\n").map(Buffer::buffer));
  }

  private static HttpResponse<String> make(TestClient by, String key, String body) {
    return by.post(LINKS, body, "Idempotency-Key", key);
  }

  private static long links() {
    return vitrine
        .vitrine()
        .database()
        .findOne(
            "test.links", "SELECT count(*) AS links FROM glass_link", row -> row.getLong("links"))
        .orElseThrow();
  }

  private static void age(Duration by) {
    vitrine
        .vitrine()
        .database()
        .execute(
            "test.age",
            "UPDATE idempotency SET begun_at = begun_at - make_interval(secs => $1)",
            (double) by.toSeconds());
  }

  private static void unanswer() {
    vitrine
        .vitrine()
        .database()
        .execute("test.unanswer", "UPDATE idempotency SET status = NULL, answer = NULL");
  }
}
