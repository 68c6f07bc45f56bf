package org.vitrine.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.vitrine.fixtures.SignedUp.PASSWORD;
import static org.vitrine.fixtures.SignedUp.expect;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Browsers;
import org.vitrine.fixtures.Look;
import org.vitrine.fixtures.SignedUp;
import org.vitrine.fixtures.TestBrowser;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestMailbox;
import org.vitrine.fixtures.TestOpenIdProvider;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.Visitor;

/** What people sign in with: how they come by it, use it, change it and replace it. */
@ExtendWith(Browsers.class)
class SignInBrowserIT {
  private static final String WANTED = "a quiet river at noon";
  private static final AtomicInteger COUNT = new AtomicInteger();

  private static TestClock clock;
  private static TestOpenIdProvider provider;
  private static TestVitrine vitrine;
  private static SignedUp people;

  @BeforeAll
  static void open() {
    clock = new TestClock();
    provider = new TestOpenIdProvider();
    provider.lying(claims -> claims.put("exp", clock.instant().getEpochSecond() + 300));
    vitrine = TestVitrine.startWith(clock, Optional.empty(), Optional.of(provider.settings()));
    people = new SignedUp(vitrine);
  }

  @AfterAll
  static void close() {
    if (vitrine != null) {
      vitrine.close();
      provider.close();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESK_CHINESE_DARK"})
  void whoever_runs_the_server_is_told_how_they_come_in(Look look) {
    Visitor administrator = stranger(look).open("/sign-in");
    administrator.see("link-form input").fill("administrator@localhost");
    administrator.see("link-form input").press("Enter");

    assertThat(administrator.see("[data-step=asked] [data-about=by-server]"))
        .containsText("./vitrine admin link");
    administrator.expectGoodPage();
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE_CHINESE_DARK", "DESK"})
  void a_second_factor_is_set_up_and_asked_for_and_a_recovery_code_stands_in_for_it(Look look) {
    String email = operator();
    people.enter(email).put("/api/me/password", "{\"password\":\"" + PASSWORD + "\"}");
    Visitor zhao = visitor(email, look).open("/account");
    String recovery = setUpSecondFactor(zhao);

    zhao.expecting("status of 401").inMenu("[data-action=sign-out]").press("Enter");
    typePassword(zhao, email, PASSWORD);
    assertThat(zhao.see("[data-about=sign-in][data-step=code]")).isVisible();
    zhao.see("code-form input").fill("000000");
    zhao.see("[data-action=confirm-code]").click();
    assertThat(zhao.see("code-form form > [role=alert]"))
        .hasText(
            zhao.in(
                "That code is not correct. Enter the one your app shows now.",
                "验证码不正确，请输入应用当前显示的验证码。"));
    zhao.expectGoodPage();

    zhao.see("[data-action=recover]").click();
    zhao.see("code-form input").fill(recovery);
    zhao.see("[data-action=confirm-code]").click();
    assertThat(zhao.see("person-items")).containsText("Zhao");
  }

  /** Up to the recovery codes, of which it returns one. */
  private static String setUpSecondFactor(Visitor visitor) {
    visitor.see("[data-action=set-up-second-factor]").click();
    assertThat(visitor.see("img.qr")).isVisible();
    visitor.see("second-factor-setup .disclosure summary").click();
    visitor.expectGoodPage();
    String secret = visitor.see(".secret-code").textContent().replace(" ", "");
    visitor.see("#new-code").fill(SignedUp.code(secret, clock.instant()));
    visitor.see("[data-action=confirm-code]").click();

    assertThat(visitor.see(".codes li")).hasCount(10);
    assertThat(visitor.see("[data-action=codes-kept]")).isDisabled();
    visitor.expectGoodPage();
    String recovery = visitor.see(".codes li").first().textContent();
    visitor.see("input[name=kept]").check();
    visitor.see("[data-action=codes-kept]").click();
    assertThat(visitor.see("[data-action=remove-second-factor]")).isVisible();
    return recovery;
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESK_CHINESE_DARK"})
  void a_password_is_set_and_later_changed_by_keyboard_alone(Look look) {
    Visitor zhao = visitor(operator(), look).open("/account");
    typePasswordWanted(zhao.expecting("status of 422"), "password1234");
    assertThat(zhao.see("#new-password-error")).not().isEmpty();
    typePasswordWanted(zhao, PASSWORD);
    assertThat(zhao.see("password-change [role=status]")).not().isEmpty();
    zhao.expectGoodPage();

    clock.pass(Duration.ofMinutes(11));
    typePasswordWanted(zhao.expecting("status of 403"), WANTED);
    assertThat(zhao.see("confirm-you h2")).hasText(zhao.in("Confirm it is you", "请确认是您本人"));
    assertThat(zhao.see("#prove-current")).isFocused();
    zhao.expectAccessible();
    zhao.page().keyboard().type("not my password");
    zhao.page().keyboard().press("Enter");
    assertThat(zhao.see("#prove-current-error")).not().isEmpty();
    zhao.see("#prove-current").press("ControlOrMeta+a");
    zhao.page().keyboard().type(PASSWORD);
    zhao.page().keyboard().press("Enter");

    assertThat(zhao.see("confirm-you")).hasCount(0);
    assertThat(zhao.see("password-change [role=status]")).not().isEmpty();
  }

  private static void typePasswordWanted(Visitor visitor, String password) {
    tabTo(visitor, "#new-password");
    visitor.page().keyboard().press("ControlOrMeta+a");
    visitor.page().keyboard().type(password);
    visitor.page().keyboard().press("Enter");
  }

  private static void tabTo(Visitor visitor, String selector) {
    assertThat(visitor.see(selector)).isVisible();
    for (int pressed = 0; pressed < 60 && !isFocused(visitor, selector); pressed++) {
      visitor.page().keyboard().press("Tab");
    }
    assertThat(visitor.see(selector)).isFocused();
  }

  private static boolean isFocused(Visitor visitor, String selector) {
    return (boolean)
        visitor.page().evaluate("(selector) => document.activeElement.matches(selector)", selector);
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESK_CHINESE_DARK"})
  void a_key_is_made_by_whoever_confirms_that_it_is_them(Look look) {
    Visitor li = visitor(SignedUp.LI_WEN, look).open("/keys");
    clock.pass(Duration.ofMinutes(11));
    li.see("[data-action=make]").click();
    li.see("dialog input[name=name]").fill("erp " + look.ordinal());
    li.expecting("status of 403").see("dialog [data-action=save]").click();

    assertThat(li.see("#prove-current")).isFocused();
    li.expectAccessible();
    li.page().keyboard().type(SignedUp.PASSWORD);
    li.page().keyboard().press("Enter");
    assertThat(li.see("secret-once input")).isVisible();
    li.expectGoodPage();
  }

  @Test
  void whoever_does_not_confirm_changes_nothing() {
    Visitor amelia = visitor(SignedUp.AMELIA, Look.PHONE).open("/account");
    assertThat(amelia.see("password-change")).hasCount(0);
    clock.pass(Duration.ofMinutes(11));

    amelia.expecting("status of 403").see("[data-action=set-up-second-factor]").click();
    assertThat(amelia.see("confirm-you [data-action=sign-in-again]")).isVisible();
    amelia.expectAccessible();
    amelia.see("confirm-you [data-action=cancel]").click();
    assertThat(amelia.see("second-factor-setup > [role=alert]"))
        .hasText("You did not confirm your identity, so nothing was changed.");
    amelia.expectGoodPage();
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESK_CHINESE"})
  void a_forgotten_password_is_replaced_by_way_of_a_link(Look look) {
    String email = operator();
    people.enter(email).put("/api/me/password", "{\"password\":\"" + PASSWORD + "\"}");
    Visitor zhao = stranger(look).open("/sign-in");
    zhao.see(".disclosure summary").click();
    zhao.see("[data-action=forgotten]").click();
    assertThat(zhao.see("h1")).hasText(zhao.in("Set a new password", "设置新密码"));
    zhao.expectGoodPage();
    zhao.see("link-form input").fill(email);
    zhao.see("link-form input").press("Enter");
    assertThat(zhao.see("[data-step=asked]")).isVisible();
    assertThat(zhao.see("[data-about=no-mail]")).isVisible();
    zhao.expectGoodPage();

    zhao.open("/enter#" + new TestMailbox(vitrine).token(email, 1));
    zhao.see("#new-password").fill(WANTED);
    zhao.see("[data-action=change-password]").click();

    assertThat(zhao.see("password-change [role=status]")).not().isEmpty();
    expect(
        200,
        new TestBrowser(vitrine)
            .post("/api/sign-in/password", SignedUp.credentials(email, WANTED)));
  }

  @Test
  void one_signs_oneself_out_somewhere_else() {
    String email = operator();
    Visitor here = visitor(email, Look.DESK);
    Visitor there = visitor(email, Look.PHONE);
    here.open("/account");
    assertThat(here.see("session-list li")).hasCount(2);

    here.see("session-list [data-action=end]").click();

    assertThat(here.see("session-list li")).hasCount(1);
    here.expectGoodPage();
    there.expecting("status of 401").open("/account");
    assertThat(there.see("link-form")).isVisible();
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE_CHINESE", "DESK"})
  void the_company_s_own_login_leads_in(Look look) {
    Visitor li = stranger(look).expecting(provider.issuer().toString()).open("/sign-in");
    assertThat(li.see("[data-action=open-id]"))
        .hasText(li.in("Sign in with Works login", "使用 Works login 登录"));
    li.expectGoodPage();

    li.see("[data-action=open-id]").click();

    assertThat(li.see("person-items")).containsText("Li Wen");
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESK_CHINESE_DARK"})
  void whoever_is_not_let_in_is_told_why_and_at_whose_door_they_stand(Look look) {
    Visitor stranger = stranger(look).open("/sign-in#refused");
    assertThat(stranger.see(".brand")).hasText("Foshan Comfort Works");
    assertThat(stranger.see(".trouble-box"))
        .hasText(
            stranger.in(
                "That sign-in was not accepted. Try again, or use a sign-in link.",
                "登录未成功。请重试，或使用登录链接。"));
    stranger.expectGoodPage();

    Visitor another = stranger(look).open("/sign-in#busy");
    assertThat(another.see(".trouble-box"))
        .containsText(another.in("Try again in a minute", "一分钟后重试"));
    another.expectGoodPage();
  }

  @Test
  void a_try_that_comes_too_early_is_told_when_to_come_back() {
    String email = operator();
    for (int i = 0; i < 5; i++) {
      new TestBrowser(vitrine)
          .post("/api/sign-in/password", SignedUp.credentials(email, "wrong " + i));
    }
    Visitor zhao = stranger(Look.DESK).expecting("status of 429").open("/sign-in");

    typePassword(zhao, email, "wrong again");

    assertThat(zhao.see("password-form form > [role=alert]")).containsText("second");
    zhao.expectGoodPage();
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE_DARK", "DESK_CHINESE"})
  void an_administrator_takes_away_a_second_factor_that_was_lost(Look look) {
    String email = operator();
    TestBrowser phone = people.enter(email);
    String secret =
        phone.json(expect(200, phone.post("/api/me/second-factor", "{}"))).get("secret").asText();
    String code = SignedUp.code(secret, clock.instant());
    expect(200, phone.put("/api/me/second-factor", "{\"code\":\"" + code + "\"}"));
    Visitor li = visitor(SignedUp.LI_WEN, look).open("/people");
    String row = "person-row:has-text('" + email + "') ";
    assertThat(li.see(row + "[data-action=reset-factor]")).isVisible();
    li.expectGoodPage();

    li.see(row + "[data-action=reset-factor]").click();
    li.expectAccessible();
    li.see("[data-action=confirm]").click();

    assertThat(li.see(".said")).not().isEmpty();
    assertThat(li.see(row + "[data-action=reset-factor]")).hasCount(0);
  }

  @Test
  void whoever_demands_a_second_factor_and_has_none_is_led_to_it() {
    Visitor li = visitor(SignedUp.LI_WEN, Look.PHONE_CHINESE).open("/people");

    li.see("input[name=secondFactorForStaff]").check();
    assertThat(li.see("[data-about=own-second-factor] a")).isVisible();
    li.expectGoodPage();
    li.see("[data-about=own-second-factor] a").click();
    assertThat(li.see("[data-action=set-up-second-factor]")).isVisible();

    li.open("/people");
    li.see("input[name=secondFactorForStaff]").uncheck();
    assertThat(li.see("[data-about=own-second-factor]")).hasCount(0);
  }

  /** Somebody new who works here. */
  private static String operator() {
    String email = "zhao-" + COUNT.incrementAndGet() + "@works.example";
    vitrine.vitrine().rooms().people().save(List.of(), "Zhao", email, Role.OPERATOR);
    return email;
  }

  private static Visitor stranger(Look look) {
    return new Visitor(vitrine, look).expecting("status of 401");
  }

  private static Visitor visitor(String email, Look look) {
    long person =
        vitrine
            .vitrine()
            .database()
            .find(
                "test.person",
                "SELECT id FROM person WHERE email = $1",
                row -> row.getLong("id"),
                email)
            .getFirst();
    return new Visitor(vitrine, look)
        .signIn(vitrine.vitrine().rooms().sessions().links().make(person));
  }

  private static void typePassword(Visitor visitor, String email, String password) {
    visitor.see(".disclosure summary").click();
    visitor.see("password-form input[name=email]").fill(email);
    visitor.see("password-form input[name=password]").fill(password);
    visitor.see("[data-action=sign-in]").click();
  }
}
