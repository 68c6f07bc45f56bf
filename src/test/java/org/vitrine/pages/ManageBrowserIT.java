package org.vitrine.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrine.access.Role;
import org.vitrine.access.Token;
import org.vitrine.fixtures.Browsers;
import org.vitrine.fixtures.Look;
import org.vitrine.fixtures.Showroom;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestMailbox;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.Visitor;

/** Looking after people and keys in the pages. */
@ExtendWith(Browsers.class)
class ManageBrowserIT {
  private static Showroom showroom;

  @BeforeAll
  static void open() {
    showroom = new Showroom();
  }

  @AfterAll
  static void close() {
    if (showroom != null) {
      showroom.close();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE_CHINESE", "DESK_DARK"})
  void somebody_is_invited_given_another_role_and_disabled(Look look) {
    String email = "rosa" + look.ordinal() + "@northwind.example";
    Visitor li = showroom.staff(Role.ADMINISTRATOR, look).open("/people");

    li.see("[data-action=invite]").click();
    li.see("dialog input[name=name]").fill("Rosa Klein");
    li.see("dialog input[name=email]").fill(email);
    li.see("dialog input[name=companies][value=northwind]").check();
    li.see("dialog select[name=language]").selectOption("zh-CN");
    li.expectAccessible();
    li.see("dialog [data-action=save]").click();
    assertThat(li.see(".said")).containsText("Rosa Klein");
    assertThat(li.see(".said a")).hasAttribute("href", "/mail"); // No mail server is set up.
    Assertions.assertThat(new TestMailbox(showroom.vitrine()).to(email).getFirst())
        .startsWith("Rosa Klein，您好");
    Locator rosa = li.see("li[data-person]", email);
    assertThat(rosa).containsText(li.in("Customer", "客户"));
    assertThat(rosa).containsText(li.in("never signed in", "从未登录"));

    rosa.locator("[data-action=change]").click();
    li.see("dialog select[name=role]").selectOption("distributor");
    li.see("dialog [data-action=save]").click();
    assertThat(rosa).containsText(li.in("Distributor", "经销商"));

    rosa.locator("[data-action=change]").click();
    li.see("dialog input[name=disabled]").check();
    li.expectAccessible();
    li.see("dialog [data-action=save]").click();
    assertThat(rosa.locator(".chip.bad")).isVisible();
    assertThat(rosa.locator("[data-action=invite-again]")).hasCount(0);
    li.expectGoodPage();

    li.open("/audit");
    assertThat(li.see("li[data-action=person-disabled]").first()).containsText(email);
    assertThat(li.see("li[data-action=person-changed]").first())
        .containsText(li.in("Customer → Distributor", "客户 → 经销商"));
  }

  @Test
  void an_address_that_is_known_is_refused_in_the_dialog_which_stays() {
    Visitor li =
        showroom.staff(Role.ADMINISTRATOR, Look.DESK).open("/people").expecting("status of 409");
    li.see("[data-action=invite]").click();
    li.see("dialog input[name=name]").fill("Li Wen");
    li.see("dialog input[name=email]").fill("administrator@vitrine.example");
    li.see("dialog select[name=role]").selectOption("operator");
    li.see("dialog [data-action=save]").press("Enter");
    assertThat(li.see("#person-email-error")).containsText("already has an account");
    li.page().keyboard().press("Escape");
    assertThat(li.see("dialog")).hasCount(0);
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESK_CHINESE_DARK"})
  void a_key_is_shown_once_rotated_with_an_overlap_and_revoked(Look look) {
    String name = "scanner " + look.ordinal();
    Visitor li = showroom.staff(Role.ADMINISTRATOR, look).open("/keys");
    li.see("[data-action=make]").click();
    li.see("dialog input[name=name]").fill(name);
    li.see("dialog input[value=read]").check();
    li.see("dialog [data-action=save]").click();
    Token first = new Token(li.see("secret-once input").inputValue());
    expectStatus(200, first);
    li.see("[data-action=put-away]").click();
    assertThat(li.see("secret-once")).hasCount(0);

    Locator key = li.see("li[data-key]", name);
    key.locator("[data-action=rotate]").click();
    li.see("dialog select[name=overlap]").selectOption("1");
    li.expectAccessible();
    li.see("dialog [data-action=save]").click();
    assertThat(li.see("secret-once input")).isVisible();
    Token second = new Token(li.see("secret-once input").inputValue());
    expectStatus(200, first);
    expectStatus(200, second);
    assertThat(key).containsText(li.in("the old key works until", "旧密钥"));
    li.expectGoodPage();
    li.page().reload();
    assertThat(li.see("secret-once")).hasCount(0);

    key.locator("[data-action=revoke]").press("Enter");
    assertThat(li.see("dialog [data-action=cancel]")).isFocused();
    li.see("dialog [data-action=confirm]").press("Enter");
    assertThat(key.locator("[data-action=revoke]")).hasCount(0);
    expectStatus(401, first);
    expectStatus(401, second);
    li.expectGoodPage();
  }

  @Test
  void a_name_that_a_key_has_already_is_refused_in_words() {
    Visitor li =
        showroom
            .staff(Role.ADMINISTRATOR, Look.DESK_CHINESE)
            .open("/keys")
            .expecting("status of 409");
    li.see("[data-action=make]").click();
    li.see("dialog input[name=name]").fill("integrator");
    li.see("dialog [data-action=save]").click();
    assertThat(li.see("dialog [role=alert]:not(:empty)")).hasText("已有同名密钥。");
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE_CHINESE_DARK", "DESK"})
  void where_there_is_nothing_yet_a_page_says_what_belongs_there(Look look) {
    try (TestVitrine empty = TestVitrine.startAt(showroom.vitrine().vitrine().clock())) {
      // The bell is live on every page, and the house closes while they are open.
      Visitor first = visitor(empty, look, Role.ADMINISTRATOR).expecting("/live' failed");
      first.open("/keys");
      assertThat(first.see(".empty")).containsText(first.in("No keys yet.", "还没有密钥"));
      first.expectGoodPage();
      first.open("/mail");
      assertThat(first.see(".empty")).isVisible();
      first.expectGoodPage();
      first.open("/audit");
      first.see("input[name=subject]").fill("nothing like it");
      assertThat(first.see(".empty")).isVisible();
      first.expectGoodPage();

      Visitor manager = visitor(empty, look, Role.ACCOUNT_MANAGER).expecting("/live' failed");
      manager.open("/people");
      assertThat(manager.see(".empty")).isVisible();
      manager.expectGoodPage();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE_DARK", "DESK_CHINESE"})
  void where_the_plant_cannot_be_reached_a_page_says_so_and_tries_again(Look look) {
    Visitor li = showroom.staff(Role.ADMINISTRATOR, look).expecting("ERR_FAILED");
    for (String what : List.of("keys", "people", "mail", "audit")) {
      li.page().route(url -> url.contains("/api/" + what), Route::abort);
      li.open("/" + what);
      assertThat(li.see(".trouble-box [role=alert]").first()).isVisible();
      li.expectGoodPage();
      li.page().unrouteAll();
      li.see(".trouble-box [data-action=retry]").first().click();
      assertThat(li.see(".trouble-box")).hasCount(0);
    }
  }

  private static Visitor visitor(TestVitrine vitrine, Look look, Role role) {
    long person =
        vitrine
            .vitrine()
            .rooms()
            .people()
            .save(List.of(), "Li Wen", role.code() + "@vitrine.example", role);
    return new Visitor(vitrine, look)
        .signIn(vitrine.vitrine().rooms().sessions().links().make(person));
  }

  private static void expectStatus(int status, Token key) {
    Assertions.assertThat(TestClient.withKey(showroom.vitrine(), key).get("/api/me").statusCode())
        .isEqualTo(status);
  }
}
