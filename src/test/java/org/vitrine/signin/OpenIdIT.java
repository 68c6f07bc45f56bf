package org.vitrine.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.SignedUp.AMELIA;
import static org.vitrine.fixtures.SignedUp.LI_WEN;
import static org.vitrine.fixtures.SignedUp.expect;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Role;
import org.vitrine.fixtures.SignedUp;
import org.vitrine.fixtures.TestBrowser;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestOpenIdProvider;
import org.vitrine.fixtures.TestVitrine;

class OpenIdIT {
  private final TestOpenIdProvider provider = new TestOpenIdProvider();
  private final TestVitrine vitrine =
      TestVitrine.startWith(new TestClock(), Optional.empty(), Optional.of(provider.settings()));
  private final SignedUp people = new SignedUp(vitrine);
  private final TestBrowser browser = new TestBrowser(vitrine);

  @AfterEach
  void close() {
    vitrine.close();
    provider.close();
  }

  @Test
  void staff_come_in_by_the_company_s_login() {
    assertThat(browser.get("/api/sign-in/options").body()).contains("Works login");

    assertThat(place(comeBack(browser, provider.answer(ask(browser))))).isEqualTo("/");
    assertThat(browser.get("/api/me").body()).contains(LI_WEN);
  }

  @Test
  void an_answer_is_good_once_and_for_the_browser_that_asked() {
    Map<String, String> answer = provider.answer(ask(browser));
    TestBrowser victim = new TestBrowser(vitrine);

    assertRefused(victim, answer);
    assertThat(place(comeBack(browser, answer))).isEqualTo("/");
    browser.delete("/api/session", "");
    assertRefused(browser, answer);
  }

  @Test
  void an_address_that_is_another_login_s_now_lets_nobody_in_until_an_administrator_clears_it() {
    comeBack(browser, provider.answer(ask(browser)));
    provider.lying(claims -> claims.put("sub", "their successor"));
    TestBrowser successor = new TestBrowser(vitrine);

    assertThat(place(comeBack(successor, provider.answer(ask(successor)))))
        .isEqualTo("/sign-in#another");
    assertThat(successor.get("/api/me").statusCode()).isEqualTo(401);
    assertThat(count("SELECT count(*) AS n FROM audit WHERE detail::text LIKE '%another login%'"))
        .isEqualTo(1);

    vitrine
        .vitrine()
        .rooms()
        .people()
        .save(List.of(), "Wu", "wu@works.example", Role.ADMINISTRATOR);
    long id = count("SELECT id AS n FROM person WHERE email = '" + LI_WEN + "'");
    expect(
        204, people.enter("wu@works.example").delete("/api/people/" + id + "/second-factor", "{}"));
    assertThat(place(comeBack(successor, provider.answer(ask(successor))))).isEqualTo("/");
  }

  @Test
  void an_answer_that_nobody_asked_for_is_refused() {
    assertRefused(browser, Map.of("code", "x", "state", "invented"));
    Map<String, String> answer = provider.answer(ask(browser));
    assertRefused(browser, Map.of("code", answer.get("code"), "state", "invented"));
    assertThat(place(browser.get("/sign-in/open-id/callback?error=access_denied")))
        .isEqualTo("/sign-in#refused");
  }

  @Test
  void only_staff_that_are_here_already_come_in() {
    provider.lying(claims -> claims.put("email", "stranger@works.example"));
    assertRefused(browser, provider.answer(ask(browser)));
    provider.lying(claims -> claims.put("email", AMELIA));
    assertRefused(browser, provider.answer(ask(browser)));
  }

  @Test
  void an_address_that_is_not_vouched_for_and_another_nonce_are_refused() {
    provider.lying(claims -> claims.put("email_verified", false));
    assertRefused(browser, provider.answer(ask(browser)));
    provider.lying(claims -> claims.put("email_verified", true).put("nonce", "another"));
    assertRefused(browser, provider.answer(ask(browser)));
  }

  @Test
  void answers_that_nobody_asked_for_fill_no_trail_and_questions_no_table() {
    for (int i = 0; i < 60; i++) {
      browser.get("/sign-in/open-id/callback?code=x&state=" + i);
      browser.get("/api/sign-in/open-id");
    }

    assertThat(count("SELECT count(*) AS n FROM audit WHERE action = 'sign-in-refused'")).isZero();
    assertThat(count("SELECT count(*) AS n FROM sign_in_step")).isEqualTo(50);
    assertThat(place(browser.get("/api/sign-in/open-id"))).isEqualTo("/sign-in#busy");
  }

  private long count(String sql) {
    return vitrine.vitrine().database().find("test.count", sql, row -> row.getLong("n")).getFirst();
  }

  @Test
  void while_the_provider_is_down_the_other_ways_stay_open() {
    provider.close();

    assertThat(place(browser.get("/api/sign-in/open-id"))).isEqualTo("/sign-in#refused");
    assertThat(people.enter(LI_WEN).get("/api/me").statusCode()).isEqualTo(200);
  }

  @Test
  void a_planted_session_is_worth_nothing_after_coming_back() {
    TestBrowser attacker = people.enter(AMELIA);
    browser.cookies().put("vitrine", attacker.cookies().get("vitrine"));

    comeBack(browser, provider.answer(ask(browser)));

    assertThat(browser.get("/api/me").body()).contains(LI_WEN);
    assertThat(attacker.get("/api/me").statusCode()).isEqualTo(401);
  }

  private static URI ask(TestBrowser at) {
    return URI.create(place(expect(303, at.get("/api/sign-in/open-id"))));
  }

  private static HttpResponse<String> comeBack(TestBrowser at, Map<String, String> answer) {
    return expect(
        303,
        at.get(
            "/sign-in/open-id/callback?code=%s&state=%s"
                .formatted(answer.get("code"), answer.get("state"))));
  }

  private static void assertRefused(TestBrowser at, Map<String, String> answer) {
    assertThat(place(comeBack(at, answer))).isEqualTo("/sign-in#refused");
    assertThat(at.get("/api/me").statusCode()).isEqualTo(401);
  }

  private static String place(HttpResponse<String> response) {
    return response.headers().firstValue("Location").orElse("");
  }
}
