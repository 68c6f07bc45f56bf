package org.vitrine.platform.openid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestOpenIdProvider;

class OpenIdProviderTest {
  private static final URI CALLBACK = URI.create("http://localhost/sign-in/open-id/callback");

  private final Vertx vertx = Vertx.vertx();
  private final TestOpenIdProvider provider = new TestOpenIdProvider();
  private final OpenIdProvider us =
      new OpenIdProvider(vertx, provider.settings(), Clock.systemUTC());
  private final OpenIdChallenge challenge = OpenIdChallenge.random();

  @AfterEach
  void close() {
    provider.close();
    vertx.close().await();
  }

  @Test
  void says_whose_address_it_is() {
    assertThat(email()).isEqualTo("li.wen@works.example");
  }

  @Test
  void the_question_carries_a_nonce_and_a_challenge_and_no_secret() {
    String question = us.question("state-1", challenge, CALLBACK).toString();

    assertThat(question)
        .contains("state=state-1")
        .contains("nonce=" + challenge.nonce())
        .contains("code_challenge_method=S256")
        .contains("response_type=code")
        .doesNotContain(challenge.verifier())
        .doesNotContain(TestOpenIdProvider.SECRET);
  }

  @Test
  void a_key_that_is_new_is_fetched() {
    assertThat(email()).isEqualTo("li.wen@works.example");
    provider.rotateKey();

    assertThat(email()).isEqualTo("li.wen@works.example");
    assertThat(email()).isEqualTo("li.wen@works.example");
  }

  @Test
  void a_key_of_an_elliptic_curve_is_as_good() {
    email();
    provider.rotateToEllipticCurve();

    assertThat(email()).isEqualTo("li.wen@works.example");
  }

  @Test
  void keys_are_kept_and_a_key_that_nobody_publishes_does_not_make_us_ask_without_end() {
    for (int i = 0; i < 5; i++) {
      email();
    }
    int asked = provider.keyRequests();
    assertThat(asked).isLessThanOrEqualTo(2);
    provider.signWithUnknownKey();

    for (int i = 0; i < 5; i++) {
      assertRefused(claims -> {}, "key");
    }
    assertThat(provider.keyRequests()).isLessThanOrEqualTo(asked + 2);
  }

  @Test
  void a_token_that_nobody_signed_is_refused() {
    provider.signNothing();

    assertRefused(claims -> {}, "Unsecured");
  }

  @Test
  void a_token_signed_by_a_secret_is_refused_whether_it_is_ours_or_the_published_key() {
    provider.signWithSecret(TestOpenIdProvider.SECRET.getBytes(StandardCharsets.UTF_8));
    assertRefused(claims -> {}, "algorithm");

    provider.signWithSecret(provider.publicKey());
    assertRefused(claims -> {}, "algorithm");
  }

  @Test
  void after_new_keys_the_claims_are_checked_as_before() {
    email();
    provider.rotateKey();
    assertRefused(claims -> claims.put("nonce", "another"), "nonce");
  }

  @Test
  void a_stranger_s_signature_is_refused_before_and_after_the_keys_are_fetched() {
    email();
    provider.signWithStolenName();
    assertRefused(claims -> {}, "signature");
  }

  @Test
  void another_nonce_is_refused() {
    assertRefused(claims -> claims.put("nonce", "another"), "nonce");
    assertRefused(claims -> claims.remove("nonce"), "nonce");
  }

  @Test
  void another_audience_is_refused() {
    assertRefused(claims -> claims.put("aud", "another"), "aud");
  }

  @Test
  void no_audience_is_refused() {
    assertRefused(claims -> claims.remove("aud"), "aud");
  }

  @Test
  void one_of_several_audiences_is_refused_unless_it_is_the_one_that_asked() {
    assertRefused(claims -> claims.putArray("aud").add("vitrine").add("another"), "authorized");
    assertRefused(claims -> claims.put("azp", "another"), "authorized");
    provider.lying(claims -> claims.put("azp", "vitrine"));

    assertThat(email()).isEqualTo("li.wen@works.example");
  }

  @Test
  void a_token_for_us_that_another_client_asked_for_is_refused() {
    assertRefused(claims -> claims.put("azp", "another"), "authorized");
  }

  @Test
  void another_issuer_is_refused() {
    assertRefused(claims -> claims.put("iss", "https://evil.example"), "issuer");
  }

  @Test
  void a_token_that_has_expired_is_refused_with_a_minute_for_clocks_that_differ() {
    long now = Instant.now().getEpochSecond();
    provider.lying(claims -> claims.put("exp", now - 30));
    assertThat(email()).isEqualTo("li.wen@works.example");

    assertRefused(claims -> claims.put("exp", now - 90), "Expired");
    assertRefused(claims -> claims.remove("exp"), "exp");
  }

  @Test
  void a_token_of_the_future_is_refused() {
    long now = Instant.now().getEpochSecond();
    provider.lying(claims -> claims.put("iat", now + 30));
    assertThat(email()).isEqualTo("li.wen@works.example");

    assertRefused(claims -> claims.put("iat", now + 600), "not yet valid");
    assertRefused(claims -> claims.put("iat", now).put("nbf", now + 600), "before use");
  }

  @Test
  void an_address_that_the_provider_does_not_vouch_for_is_refused() {
    assertRefused(claims -> claims.put("email_verified", false), "not verified");
    assertRefused(claims -> claims.put("email_verified", "true"), "not verified");
    assertRefused(claims -> claims.remove("email_verified"), "not verified");
  }

  @Test
  void a_code_without_its_verifier_is_worth_nothing() {
    URI question = us.question("s", challenge, CALLBACK);
    String code = provider.answer(question).get("code");

    assertThatThrownBy(
            () ->
                us.identity(
                    code,
                    new OpenIdChallenge(challenge.nonce(), OpenIdChallenge.random().verifier()),
                    CALLBACK))
        .isInstanceOf(LoginRefused.class);
  }

  @Test
  void a_code_works_once() {
    String code = provider.answer(us.question("s", challenge, CALLBACK)).get("code");
    us.identity(code, challenge, CALLBACK);

    assertThatThrownBy(() -> us.identity(code, challenge, CALLBACK))
        .isInstanceOf(LoginRefused.class);
  }

  @Test
  void a_provider_that_is_down_lets_nobody_in() {
    provider.close();
    assertThatThrownBy(() -> us.question("s", challenge, CALLBACK))
        .isInstanceOf(LoginRefused.class)
        .hasMessageContaining("did not answer");
  }

  @Test
  void a_provider_that_failed_is_left_alone_for_half_a_minute() {
    TestClock clock = new TestClock();
    OpenIdProvider patient = new OpenIdProvider(vertx, provider.settings(), clock);
    provider.breakDown(true);
    for (int i = 0; i < 5; i++) {
      assertThatThrownBy(() -> patient.question("s", challenge, CALLBACK))
          .isInstanceOf(LoginRefused.class);
    }
    assertThat(provider.discoveries()).isEqualTo(1);
    provider.breakDown(false);
    clock.pass(Duration.ofSeconds(30));

    assertThat(patient.question("s", challenge, CALLBACK)).hasHost("localhost");
  }

  @Test
  void a_crowd_that_asks_at_once_asks_the_provider_once() throws Exception {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<URI>> questions = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        questions.add(threads.submit(() -> us.question("s", challenge, CALLBACK)));
      }
      for (Future<URI> question : questions) {
        assertThat(question.get()).hasHost("localhost");
      }
    }
    assertThat(provider.discoveries()).isEqualTo(1);
  }

  private String email() {
    String code = provider.answer(us.question("s", challenge, CALLBACK)).get("code");
    return us.identity(code, challenge, CALLBACK).email();
  }

  private void assertRefused(Consumer<ObjectNode> lie, String why) {
    provider.lying(lie);
    assertThatThrownBy(this::email)
        .isInstanceOf(LoginRefused.class)
        .message()
        .containsPattern(why)
        .doesNotContain(challenge.nonce(), challenge.verifier(), TestOpenIdProvider.SECRET);
  }
}
