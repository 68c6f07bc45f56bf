package org.vitrine.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Actor;
import org.vitrine.access.Role;
import org.vitrine.access.Scope;
import org.vitrine.access.Sessions;
import org.vitrine.access.Token;
import org.vitrine.fixtures.Entrance;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.orders.OrderId;
import org.vitrine.orders.OrderNumber;
import org.vitrine.tracking.GlassField;

/** A secret works for what it was made for, as often as it was made for, and unchanged. */
class TokensIT {
  private static final Actor TEST = Actor.system("test");
  private static final int AT_ONCE = 100;

  private static TestVitrine vitrine;
  private static Sessions sessions;
  private static TestClient nobody;
  private static long amelia;
  private static OrderId order;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.start();
    sessions = vitrine.vitrine().rooms().sessions();
    nobody = TestClient.unknown(vitrine);
    Shop shop = new Shop(vitrine);
    shop.order("SO-1");
    amelia =
        vitrine
            .vitrine()
            .rooms()
            .people()
            .save(
                List.of(shop.company("northwind", "Northwind Climate").id()),
                "Amelia",
                "amelia@northwind.example",
                Role.CUSTOMER);
    order = vitrine.vitrine().rooms().tracking().require(new OrderNumber("SO-1"), Optional.empty());
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @Test
  void of_a_hundred_who_use_a_link_at_once_one_comes_in() throws Exception {
    Token link = sessions.links().make(amelia);
    CountDownLatch go = new CountDownLatch(1);
    List<Future<Integer>> tries = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < AT_ONCE; i++) {
        Callable<Integer> oneTry =
            () -> {
              go.await();
              return signIn(link.text()).statusCode();
            };
        tries.add(threads.submit(oneTry));
      }
      go.countDown();
    }
    List<Integer> answers = new ArrayList<>();
    for (Future<Integer> one : tries) {
      answers.add(one.get());
    }
    assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
    assertThat(answers).filteredOn(status -> status != 200).containsOnly(410);
  }

  @Test
  void a_link_that_has_expired_was_used_or_never_was_answers_alike() throws Exception {
    Token expired = sessions.links().make(amelia, Duration.ofMillis(1));
    Token used = sessions.links().make(amelia);
    signIn(used.text());
    Thread.sleep(20);
    Set<String> answers =
        Set.copyOf(
            List.of(
                bytes(signIn(expired.text())),
                bytes(signIn(used.text())),
                bytes(signIn(Token.random().text()))));
    assertThat(answers).hasSize(1);
    assertThat(answers.iterator().next()).startsWith("410");
  }

  @Test
  void a_secret_lets_in_only_as_what_it_was_made_for() {
    Token signIn = sessions.links().make(amelia);
    Token glass =
        vitrine
            .vitrine()
            .rooms()
            .links()
            .make(
                order,
                Duration.ofDays(1),
                EnumSet.complementOf(EnumSet.of(GlassField.TRACKING)),
                false,
                "test")
            .token();
    Token key =
        vitrine.vitrine().rooms().keys().create("swapped", Set.of(Scope.READ), TEST).token();
    Token session = session();
    for (Token secret : List.of(signIn, glass)) {
      assertStranger(TestClient.withKey(vitrine, secret));
      assertStranger(TestClient.withSession(vitrine, secret));
    }
    assertThat(openGlass(signIn.text()).statusCode()).isEqualTo(410);
    assertThat(signIn(glass.text()).statusCode()).isEqualTo(410);
    for (Token secret : List.of(key, session)) {
      assertThat(openGlass(secret.text()).statusCode()).isEqualTo(410);
      assertThat(signIn(secret.text()).statusCode()).isEqualTo(410);
    }
    assertThat(signIn(signIn.text()).statusCode()).as("it was not used up").isEqualTo(200);
  }

  /** Used rightly a moment before, it is remembered: as what it is, and nothing else. */
  @Test
  void a_key_is_no_cookie_and_a_cookie_no_key_even_while_both_are_remembered() {
    Token key =
        vitrine.vitrine().rooms().keys().create("remembered", Set.of(Scope.READ), TEST).token();
    Token session = session();
    assertThat(TestClient.withKey(vitrine, key).get("/api/orders/SO-1").statusCode())
        .isEqualTo(200);
    assertThat(TestClient.withSession(vitrine, session).get("/api/orders/SO-1").statusCode())
        .isEqualTo(200);
    assertStranger(TestClient.withSession(vitrine, key));
    assertStranger(TestClient.withKey(vitrine, session));
    assertThat(TestClient.withKey(vitrine, key).get("/api/orders/SO-1").statusCode())
        .isEqualTo(200);
  }

  @Test
  void a_secret_that_was_cut_or_changed_is_none() {
    String key =
        vitrine.vitrine().rooms().keys().create("cut", Set.of(Scope.READ), TEST).token().text();
    String session = session().text();
    for (String secret : List.of(key, session)) {
      for (String changed :
          List.of(
              secret.substring(1),
              secret.substring(0, secret.length() - 1),
              secret + "A",
              secret + secret,
              secret.toLowerCase(Locale.ROOT),
              "%" + secret,
              "\"" + secret)) {
        assertStranger(TestClient.withKey(vitrine, new Token(changed)));
        assertStranger(TestClient.withSession(vitrine, new Token(changed)));
      }
    }
    assertStranger(TestClient.withKey(vitrine, new Token("")));
    assertStranger(TestClient.withSession(vitrine, new Token("")));
  }

  @Test
  void a_session_that_was_planted_before_the_sign_in_is_worth_nothing_after_it() {
    Token invented = Token.random();
    assertThat(cookieAfterSignIn(invented)).isNotEqualTo(invented.text());
    assertStranger(TestClient.withSession(vitrine, invented));

    Token attackers = session();
    String after = cookieAfterSignIn(attackers);
    assertThat(after).isNotEqualTo(attackers.text());
    assertStranger(TestClient.withSession(vitrine, attackers));
    assertThat(TestClient.withSession(vitrine, new Token(after)).get("/api/me").statusCode())
        .isEqualTo(200);
  }

  private static String cookieAfterSignIn(Token planted) {
    HttpResponse<String> answer =
        TestClient.withSession(vitrine, planted)
            .post(
                "/api/session",
                "{\"token\": \"%s\"}".formatted(sessions.links().make(amelia).text()));
    assertThat(answer.statusCode()).isEqualTo(200);
    String cookie = answer.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(cookie).contains("HttpOnly", "SameSite=Lax");
    return cookie.substring("vitrine=".length(), cookie.indexOf(';'));
  }

  private static Token session() {
    return Entrance.open(vitrine, amelia).session();
  }

  private static HttpResponse<String> signIn(String token) {
    return nobody.post("/api/session", "{\"token\": \"%s\"}".formatted(token));
  }

  private static HttpResponse<String> openGlass(String token) {
    return nobody.post("/api/glass-session", "{\"token\": \"%s\"}".formatted(token));
  }

  private static void assertStranger(TestClient client) {
    assertThat(client.get("/api/me").statusCode()).isEqualTo(401);
    assertThat(client.get("/api/orders/SO-1").statusCode()).isEqualTo(401);
  }

  private static String bytes(HttpResponse<String> answer) {
    return answer.statusCode() + answer.body();
  }
}
