package org.vitrine.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.SignedUp.AMELIA;
import static org.vitrine.fixtures.SignedUp.LI_WEN;
import static org.vitrine.fixtures.SignedUp.PASSWORD;
import static org.vitrine.fixtures.SignedUp.credentials;
import static org.vitrine.fixtures.SignedUp.expect;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.SignedUp;
import org.vitrine.fixtures.TestBrowser;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestVitrine;

class SecondFactorIT {
  private static final Duration STEP = Duration.ofSeconds(30);

  private final TestClock clock = new TestClock();
  private final TestVitrine vitrine = TestVitrine.startAt(clock);
  private final SignedUp people = new SignedUp(vitrine);
  private final TestBrowser desk = people.enter(LI_WEN);
  private final TestBrowser browser = new TestBrowser(vitrine);

  @AfterEach
  void close() {
    vitrine.close();
  }

  @Test
  void a_password_alone_no_longer_lets_in() {
    String secret = setUp(desk).secret();
    clock.pass(STEP);

    String challenge = challenge(browser, "code");
    assertThat(browser.get("/api/me").statusCode()).isEqualTo(401);
    assertThat(answer(browser, challenge, now(secret)).body()).contains("\"secondFactor\":true");
    assertThat(browser.get("/api/me").statusCode()).isEqualTo(200);
  }

  @Test
  void a_link_alone_does_not_let_in_either() {
    setUp(desk);
    long person = vitrine.vitrine().rooms().people().administrators().first();
    String link = vitrine.vitrine().rooms().sessions().links().make(person).text();

    assertThat(expect(200, browser.post("/api/session", "{\"token\":\"" + link + "\"}")).body())
        .contains("\"secondFactor\":\"code\"");
    assertThat(browser.get("/api/me").statusCode()).isEqualTo(401);
  }

  @Test
  void a_code_is_good_once() {
    String secret = setUp(desk).secret();
    clock.pass(STEP);
    String code = now(secret);
    String first = challenge(browser, "code");
    TestBrowser thief = new TestBrowser(vitrine);
    String second = challenge(thief, "code");

    assertThat(answer(browser, first, code).statusCode()).isEqualTo(200);
    assertThat(answer(thief, second, code).statusCode()).isEqualTo(401);
  }

  @Test
  void the_code_that_set_it_up_is_used_up_by_that() {
    String secret = setUp(desk).secret();

    assertThat(answer(browser, challenge(browser, "code"), now(secret)).statusCode())
        .isEqualTo(401);
  }

  @Test
  void a_recovery_code_is_good_once() {
    List<String> codes = setUp(desk).recoveryCodes();
    assertThat(codes).hasSize(10);

    assertThat(answer(browser, challenge(browser, "code"), codes.get(3)).statusCode())
        .isEqualTo(200);
    assertThat(answer(browser, challenge(browser, "code"), codes.get(3)).statusCode())
        .isEqualTo(401);
    assertThat(answer(browser, challenge(browser, "code"), codes.get(4)).statusCode())
        .isEqualTo(200);
  }

  @Test
  void a_challenge_belongs_to_the_browser_that_has_it() {
    String secret = setUp(desk).secret();
    clock.pass(STEP);
    String challenge = challenge(browser, "code");

    assertThat(answer(new TestBrowser(vitrine), challenge, now(secret)).statusCode())
        .isEqualTo(401);
    assertThat(answer(browser, challenge, now(secret)).statusCode()).isEqualTo(200);
    assertThat(answer(browser, challenge, now(secret)).statusCode()).isEqualTo(401);
  }

  @Test
  void a_challenge_ends_after_ten_minutes_and_after_five_tries() {
    String secret = setUp(desk).secret();
    String late = challenge(browser, "code");
    clock.pass(Duration.ofMinutes(10));
    assertThat(answer(browser, late, now(secret)).statusCode()).isEqualTo(401);

    String tried = challenge(browser, "code");
    for (int i = 0; i < 5; i++) {
      assertThat(answer(browser, tried, "000000").statusCode()).isEqualTo(401);
    }
    clock.pass(Duration.ofHours(2));
    String fresh = challenge(browser, "code");
    assertThat(answer(browser, tried, now(secret)).statusCode()).isEqualTo(401);
    assertThat(answer(browser, fresh, now(secret)).statusCode()).isEqualTo(200);
  }

  @Test
  void guessing_codes_is_slowed_down_over_all_challenges() {
    setUp(desk);
    clock.pass(STEP);
    List<Integer> answers = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      answers.add(answer(browser, challenge(browser, "code"), "00000" + i).statusCode());
    }
    assertThat(answers).startsWith(401, 401, 401, 401, 401).endsWith(429, 429, 429);
  }

  @Test
  void where_it_is_demanded_it_is_set_up_before_anybody_comes_in() {
    expect(200, desk.put("/api/settings", "{\"secondFactorForStaff\":true}"));
    String challenge = challenge(browser, "set-up");
    assertThat(browser.get("/api/me").statusCode()).isEqualTo(401);

    JsonNode offer =
        browser.json(
            expect(
                200,
                browser.post("/api/me/second-factor", "{\"challenge\":\"" + challenge + "\"}")));
    assertThat(offer.get("qr").asText()).startsWith("<svg");
    assertThat(confirm(browser, challenge, "000000").statusCode()).isEqualTo(422);
    JsonNode entered =
        browser.json(expect(200, confirm(browser, challenge, now(offer.get("secret").asText()))));

    assertThat(entered.get("recoveryCodes")).hasSize(10);
    assertThat(entered.get("email").asText()).isEqualTo(LI_WEN);
    assertThat(browser.get("/api/me").statusCode()).isEqualTo(200);
    assertThat(desk.delete("/api/me/second-factor", "{\"code\":\"000000\"}").statusCode())
        .isEqualTo(409);
  }

  @Test
  void a_challenge_for_a_code_sets_nothing_up() {
    setUp(desk);
    String challenge = challenge(browser, "code");

    assertThat(
            browser
                .post("/api/me/second-factor", "{\"challenge\":\"" + challenge + "\"}")
                .statusCode())
        .isEqualTo(410);
    assertThat(confirm(browser, challenge, "000000").statusCode()).isEqualTo(410);
  }

  @Test
  void it_is_removed_with_a_code_and_not_without() {
    String secret = setUp(desk).secret();
    assertThat(desk.post("/api/me/second-factor", "{}").statusCode()).isEqualTo(409);
    assertThat(desk.delete("/api/me/second-factor", "{\"code\":\"000000\"}").statusCode())
        .isEqualTo(422);
    clock.pass(STEP);

    expect(204, desk.delete("/api/me/second-factor", "{\"code\":\"" + now(secret) + "\"}"));
    assertThat(browser.post("/api/sign-in/password", credentials(LI_WEN, PASSWORD)).body())
        .contains("\"secondFactor\":false");
  }

  @Test
  void a_password_is_changed_by_whoever_knows_it_and_ends_the_sessions_elsewhere() {
    TestBrowser elsewhere = people.enter(LI_WEN);
    String wanted = "{\"current\":\"%s\",\"password\":\"a quiet river at noon\"}";

    assertThat(desk.put("/api/me/password", wanted.formatted("wrong")).body())
        .contains("\"field\":\"current\"");
    assertThat(
            desk.put(
                    "/api/me/password",
                    wanted.formatted(PASSWORD).replace("a quiet river at noon", "password1234"))
                .body())
        .contains("\"field\":\"password\"", "too common");
    expect(204, desk.put("/api/me/password", wanted.formatted(PASSWORD)));

    assertThat(desk.get("/api/me").statusCode()).isEqualTo(200);
    assertThat(elsewhere.get("/api/me").statusCode()).isEqualTo(401);
    assertThat(browser.post("/api/sign-in/password", credentials(LI_WEN, PASSWORD)).statusCode())
        .isEqualTo(401);
    expect(
        200, browser.post("/api/sign-in/password", credentials(LI_WEN, "a quiet river at noon")));
  }

  @Test
  void contacts_have_no_password() {
    TestBrowser amelia = people.enter(AMELIA);

    assertThat(
            amelia.put("/api/me/password", "{\"password\":\"a quiet river at noon\"}").statusCode())
        .isEqualTo(403);
    assertThat(amelia.get("/api/settings").statusCode()).isEqualTo(403);
  }

  private record Factor(String secret, List<String> recoveryCodes) {}

  private Factor setUp(TestBrowser at) {
    String secret =
        at.json(expect(200, at.post("/api/me/second-factor", "{}"))).get("secret").asText();
    JsonNode confirmed =
        at.json(expect(200, at.put("/api/me/second-factor", "{\"code\":\"" + now(secret) + "\"}")));
    List<String> codes = new ArrayList<>();
    confirmed.get("recoveryCodes").forEach(code -> codes.add(code.asText()));
    return new Factor(secret, codes);
  }

  private String now(String secret) {
    return SignedUp.code(secret, clock.instant());
  }

  private static String challenge(TestBrowser at, String wanted) {
    JsonNode answer =
        at.json(expect(200, at.post("/api/sign-in/password", credentials(LI_WEN, PASSWORD))));
    assertThat(answer.get("secondFactor").asText()).isEqualTo(wanted);
    return answer.get("challenge").asText();
  }

  private static HttpResponse<String> answer(TestBrowser at, String challenge, String code) {
    return at.post(
        "/api/sign-in/second-factor",
        "{\"challenge\":\"%s\",\"code\":\"%s\"}".formatted(challenge, code));
  }

  private static HttpResponse<String> confirm(TestBrowser at, String challenge, String code) {
    return at.put(
        "/api/me/second-factor",
        "{\"challenge\":\"%s\",\"code\":\"%s\"}".formatted(challenge, code));
  }
}
