package org.vitrine.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Browsers;
import org.vitrine.fixtures.Look;
import org.vitrine.fixtures.Showroom;
import org.vitrine.fixtures.Visitor;

/** The pages of coming in, and of who else may. */
@ExtendWith(Browsers.class)
class AccessBrowserIT {
  private static final Pattern LINK = Pattern.compile("/enter#[\\w-]+");

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
  @EnumSource(names = {"PHONE_CHINESE_DARK", "DESK"})
  void an_administrator_finds_every_page_of_access_in_good_order(Look look) {
    Visitor li = showroom.staff(Role.ADMINISTRATOR, look);

    expectGoodPage(li, "/people", li.in("People", "人员"), "li[data-person]");
    expectGoodPage(li, "/keys", li.in("Keys", "密钥"), "li[data-key]");
    expectGoodPage(li, "/mail", li.in("Outgoing mail", "发出的邮件"), "[data-about=no-mail]");
    expectGoodPage(li, "/audit", li.in("Audit", "审计"), "li[data-entry]");
    expectGoodPage(li, "/account", "Li Wen", "session-list li");
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESK_CHINESE_DARK"})
  void anybody_may_read_how_programs_come_in(Look look) {
    Visitor stranger = showroom.stranger(look).expecting("status of 401");

    stranger.open("/docs/api");
    assertThat(stranger.see("main h1").first()).containsText("Vitrine");
    stranger.see("[data-route='post /api/reports'] summary").press("Enter");
    assertThat(stranger.see("[data-route='post /api/reports'] .api-reply").first()).isVisible();
    stranger.expectNoSidewaysScroll();
    stranger.keepOnly("api-route", 12);
    stranger.expectGoodPage();
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "PHONE_CHINESE_DARK", "DESK_DARK", "DESK_CHINESE"})
  void the_way_in_is_in_good_order(Look look) {
    Visitor stranger = showroom.stranger(look).expecting("status of 401");

    expectGoodPage(stranger, "/sign-in", stranger.in("Sign in", "登录"), "link-form");
    stranger.see(".disclosure summary").press("Enter");
    assertThat(stranger.see("password-form input[type=password]")).isVisible();
    stranger.expectGoodPage();
  }

  @Test
  void a_link_that_was_asked_for_here_opens_without_another_touch() {
    Visitor amelia = showroom.buyer(Look.DESK).open("/orders");
    amelia.expecting("status of 401").inMenu("[data-action=sign-out]").press("Enter");
    amelia.see("link-form input").fill("customer@vitrine.example");
    amelia.see("link-form input").press("Enter");
    assertThat(amelia.see("h1")).hasText("Check your email");
    amelia.expectGoodPage();

    Visitor li = showroom.staff(Role.ADMINISTRATOR, Look.DESK).open("/mail");
    assertThat(li.see("li[data-mail]").first()).containsText("customer@vitrine.example");
    Matcher link = LINK.matcher(li.see("li[data-mail]").first().textContent());
    assertThat(link.find()).isTrue();
    amelia.open(link.group());

    assertThat(amelia.see("tr[data-order=" + Showroom.RUNNING + "]")).isVisible();
  }

  @Test
  void a_language_that_is_chosen_at_one_browser_is_spoken_at_the_next() {
    Visitor first =
        new Visitor(showroom.vitrine(), Look.DESK)
            .signIn(showroom.linkFor("polyglot", "Ada Wong"))
            .open("/orders");
    assertThat(first.see(".empty-state h2")).hasText("No orders yet");

    first
        .page()
        .waitForResponse(
            "**/api/me/preferences", () -> first.see(".languages [lang=zh-CN]").click());
    assertThat(first.see(".empty-state h2")).hasText("还没有订单");
    first.expectGoodPage();

    Visitor next =
        new Visitor(showroom.vitrine(), Look.DESK)
            .signIn(showroom.linkFor("polyglot", "Ada Wong"))
            .open("/orders");
    assertThat(next.see(".empty-state h2")).hasText("还没有订单");
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESK_DARK"})
  void a_person_says_on_the_account_page_how_they_read(Look look) {
    String who = "reader" + look.ordinal();
    Visitor reader =
        new Visitor(showroom.vitrine(), look)
            .signIn(showroom.linkFor(who, "Rita Reader"))
            .open("/account");
    assertThat(reader.see("own-preferences select[name=language]")).hasValue("");

    reader.see("[data-action=zone-of-browser]").click();
    reader.see("own-preferences select[name=language]").selectOption("zh-CN");
    reader.see("[data-action=prefer]").click();

    assertThat(reader.see("own-preferences [role=status]")).hasText("已保存。");
    reader.expectGoodPage();
    reader.inMenu(".languages [lang=en]").click();
    assertThat(reader.see("#preferences")).hasText("Language and time zone");
    reader.page().reload();
    assertThat(reader.see("own-preferences select[name=zone]")).hasValue("Europe/Berlin");
    assertThat(reader.see("own-preferences select[name=language]")).hasValue("en");
    assertThat(reader.see("[data-action=zone-of-browser]")).hasCount(0);
  }

  @Test
  void a_wrong_password_is_refused_in_words() {
    Visitor stranger = showroom.stranger(Look.PHONE).expecting("status of 401").open("/sign-in");

    stranger.see(".disclosure summary").click();
    stranger.see("password-form input[name=email]").fill("nobody@vitrine.example");
    stranger.see("password-form input[name=password]").fill("wrong, and long enough");
    stranger.see("password-form [data-action=sign-in]").click();

    assertThat(stranger.see("password-form [role=alert]:not(:empty)")).isVisible();
    stranger.expectGoodPage();
  }

  @Test
  void a_key_is_made_and_shown_once_by_keyboard_alone() {
    Visitor li = showroom.staff(Role.ADMINISTRATOR, Look.DESK).open("/keys");

    li.see("[data-action=make]").press("Enter");
    assertThat(li.see("dialog input[name=name]")).isFocused();
    li.expectAccessible();
    li.page().keyboard().type("warehouse");
    li.page().keyboard().press("Tab");
    li.page().keyboard().press("Tab");
    li.page().keyboard().press("Space");
    li.see("dialog [data-action=save]").press("Enter");

    assertThat(li.see("secret-once")).isVisible();
    assertThat(li.see("ul.rows")).containsText("warehouse");
    li.expectGoodPage();
  }

  @Test
  void a_buyer_is_not_shown_the_pages_of_those_who_run_the_house() {
    Visitor amelia = showroom.buyer(Look.DESK);

    for (String page : List.of("/people", "/keys", "/mail", "/audit")) {
      amelia.open(page);
      assertThat(amelia.see("main h1")).isVisible();
      assertThat(amelia.see("main .manage")).hasCount(0);
    }
    amelia.expectGoodPage();
  }

  private static void expectGoodPage(Visitor visitor, String path, String title, String content) {
    visitor.open(path);
    assertThat(visitor.see("main h1").first()).containsText(title);
    assertThat(visitor.see(content).first()).isVisible();
    visitor.expectGoodPage();
  }
}
