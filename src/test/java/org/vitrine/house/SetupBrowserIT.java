package org.vitrine.house;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Browsers;
import org.vitrine.fixtures.Look;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.Visitor;

/** Ten minutes from an empty house to a window that moves, with nothing but the pages. */
@ExtendWith(Browsers.class)
class SetupBrowserIT {
  private static final String WU_MIN = "wu.min@works.example";

  private final TestVitrine vitrine = TestVitrine.startSaying(SetAtStart.NOTHING);
  private final List<Visitor> visitors = new ArrayList<>();

  SetupBrowserIT() {
    vitrine.vitrine().rooms().people().save(List.of(), "Wu Min", WU_MIN, Role.ADMINISTRATOR);
  }

  /** Whoever still looked would complain that the house is closed. */
  @AfterEach
  void stop() {
    visitors.forEach(visitor -> visitor.open("about:blank"));
    vitrine.close();
  }

  private Visitor come(Visitor visitor) {
    visitors.add(visitor);
    return visitor.signInAs(WU_MIN);
  }

  @Test
  void a_house_is_begun_by_touch_on_a_phone() {
    Visitor visitor = Visitor.touching(vitrine, Look.PHONE);
    begin(visitor, new Touch(visitor));
  }

  @Test
  void a_house_is_begun_by_mouse_in_chinese() {
    Visitor visitor = new Visitor(vitrine, Look.DESK_CHINESE);
    begin(visitor, new Mouse(visitor));
  }

  @Test
  void a_house_is_begun_by_the_keyboard_alone() {
    Visitor visitor = new Visitor(vitrine, Look.DESK);
    begin(visitor, new Keys(visitor));
  }

  @Test
  void a_house_is_begun_by_the_keyboard_alone_in_chinese_and_in_the_dark() {
    Visitor visitor = new Visitor(vitrine, Look.PHONE_CHINESE_DARK);
    begin(visitor, new Keys(visitor));
  }

  @Test
  void what_is_skipped_waits_and_who_put_it_away_is_not_led_there() {
    Visitor visitor = come(new Visitor(vitrine, Look.DESK)).open("/");
    assertThat(visitor.page()).hasURL(Pattern.compile("/setup$"));
    visitor.see("[data-step=house] [data-action=skip]").click();
    assertThat(visitor.see("[data-step=hours] .setup-head")).hasAttribute("aria-expanded", "true");
    visitor.see("[data-step=house] .setup-head").click();
    assertThat(visitor.see("[data-form=house]")).isVisible();
    assertThat(visitor.see(".menu-count").first()).containsText("7");

    visitor.see("[data-action=away]").click();

    assertThat(visitor.see("[data-action=away]")).containsText("Remind me again");
    assertThat(visitor.see(".menu-count")).hasCount(0);
    visitor.open("/");
    assertThat(visitor.page()).not().hasURL(Pattern.compile("/(setup)?$"));
  }

  @Test
  void the_administrator_of_the_first_hour_says_who_they_are() {
    for (Look look : List.of(Look.PHONE, Look.DESK_CHINESE_DARK)) {
      String nobody = "administrator%d@localhost".formatted(look.ordinal());
      vitrine.vitrine().rooms().people().save(List.of(), "First", nobody, Role.ADMINISTRATOR);
      Visitor visitor = new Visitor(vitrine, look);
      visitors.add(visitor);
      visitor.signInAs(nobody).expecting("status of 409").open("/setup");
      visitor.see("#own-name").fill("Chen Jie");
      visitor.see("#own-email").fill(WU_MIN);
      visitor.see("[data-action=introduce]").click();
      assertThat(visitor.see("#own-email-error")).containsText(visitor.in("already", "已有账号"));
      visitor.expectAccessible();

      visitor.see("#own-email").fill("chen%d@works.example".formatted(look.ordinal()));
      visitor.see("#own-password").fill("canary-winter in foshan");
      visitor.see("[data-action=introduce]").click();

      expectDone(visitor, "you");
      assertThat(visitor.see("[data-step=house] .setup-head"))
          .hasAttribute("aria-expanded", "true");
      assertThat(visitor.see("site-header")).containsText("Chen Jie");
    }
  }

  @Test
  void a_name_that_is_too_long_is_said_at_its_field() {
    Visitor visitor = come(new Visitor(vitrine, Look.DESK)).expecting("status of 422");
    visitor.open("/setup");
    visitor.see("#house-manufacturer").fill("B".repeat(201));
    visitor.see("[data-form=house] [data-action=save]").click();

    assertThat(visitor.see("#house-manufacturer-error")).containsText("200");
  }

  @Test
  void an_example_is_filled_in_and_taken_away_again() {
    for (Look look : List.of(Look.PHONE, Look.DESK_CHINESE_DARK)) {
      Visitor visitor = come(new Visitor(vitrine, look));
      visitor.open("/setup");
      visitor.see("[data-action=fill]").click();
      assertThat(visitor.see("[data-about=example]"))
          .containsText(visitor.in("6 orders, 1 contact", "6 张订单、1 位联系人"));
      visitor.expectGoodPage();
      visitor.open("/setup");
      assertThat(visitor.see("[data-step][data-done]")).hasCount(1); // Who they are.

      visitor.see("[data-action=take-away]").click();
      assertThat(visitor.see("dialog")).containsText(visitor.in("6 orders", "6 张订单"));
      visitor.see("dialog [data-action=confirm]").click();

      assertThat(visitor.see("[data-action=fill]")).isVisible();
      assertThat(visitor.see(".setup-example"))
          .containsText(visitor.in("The example is gone", "示例已移除"));
    }
  }

  /** Whoever comes, in whatever way they touch a page. */
  private void begin(Visitor visitor, Hand hand) {
    // While the house opens anew nobody answers for a moment, and who was being answered is cut
    // off.
    come(visitor).expecting("ERR_CONNECTION_RE").expecting("503").open("/");
    assertThat(visitor.page()).hasURL(Pattern.compile("/setup$"));
    visitor.expectGoodPage();
    visitor.open("/setup");

    hand.fill("#house-manufacturer", "Bakery");
    hand.press("[data-form=house] [data-action=save]");
    expectDone(visitor, "house");
    assertThat(visitor.see("site-header")).containsText("Bakery");

    hand.choose("[data-form=hours]", "two-shifts");
    hand.press("[data-form=hours] [data-action=save]");
    expectDone(visitor, "hours");

    hand.fill("#company-name", "Northwind Climate");
    hand.press("[data-form=company] [data-action=save]");
    expectDone(visitor, "company");

    hand.choose("[data-form=routing]", "food");
    hand.press("[data-form=routing] [data-action=save]");
    expectDone(visitor, "routing");

    hand.fill("#order-number", "B-1");
    hand.fill("#order-product", "Rye bread");
    assertThat(visitor.see("[data-form=order] select[name=company]"))
        .containsText("Northwind Climate");
    visitor.see("#order-promise").fill("2020-01-01");
    hand.press("[data-form=order] [data-action=save]");
    assertThat(visitor.see("#order-promise-error")).containsText(visitor.in("has passed", "再按一次"));
    visitor.see("#order-promise").fill(LocalDate.now(ZoneOffset.UTC).plusDays(30).toString());
    hand.press("[data-form=order] [data-action=save]");
    expectDone(visitor, "order");

    Locator panes = visitor.see(".setup-panes > li");
    assertThat(panes.first()).hasAttribute("data-state", "waiting");
    visitor.expectAccessible();
    visitor.expectNoSidewaysScroll();
    visitor.see("#report-good").fill("101");
    hand.press("[data-action=report]");
    assertThat(visitor.see("#report-good-error")).containsText(visitor.in("1 more", "多 1"));
    visitor.see("#report-good").fill("12");
    hand.press("[data-action=report]");
    assertThat(panes.first()).hasAttribute("data-state", "running");
    assertThat(panes.first()).containsText("12");
    hand.press("[data-action=next]");
    expectDone(visitor, "report");

    hand.fill("#customer-name", "Amelia Hart");
    hand.fill("#customer-email", "amelia@northwind.example");
    hand.press("[data-form=customer] [data-action=save]");
    expectDone(visitor, "customer");
    assertThat(visitor.see("[data-about=unsent] a")).hasAttribute("href", "/mail");
    assertThat(visitor.see("[data-about=progress]"))
        .containsText(visitor.in("no emails are sent", "尚未发送"));
    visitor.expectAccessible();

    hand.press("[data-action=board]");
    assertThat(visitor.page()).hasURL(Pattern.compile("/board"));
    assertThat(visitor.see("main")).containsText("B-1");
    assertThat(vitrine.vitrine().identity().manufacturer()).isEqualTo("Bakery");
  }

  private static void expectDone(Visitor visitor, String step) {
    assertThat(visitor.see("[data-step=" + step + "][data-done]")).hasCount(1);
  }

  /** How somebody touches a page. */
  private sealed interface Hand {
    void press(String button);

    void fill(String field, String text);

    void choose(String form, String value);
  }

  private record Touch(Visitor visitor) implements Hand {
    @Override
    public void press(String button) {
      visitor.see(button).tap();
    }

    @Override
    public void fill(String field, String text) {
      visitor.see(field).tap();
      visitor.page().keyboard().type(text);
    }

    @Override
    public void choose(String form, String value) {
      visitor.see(form + " label:has([value=" + value + "])").tap();
    }
  }

  private record Mouse(Visitor visitor) implements Hand {
    @Override
    public void press(String button) {
      visitor.see(button).click();
    }

    @Override
    public void fill(String field, String text) {
      visitor.see(field).click();
      visitor.page().keyboard().type(text);
    }

    @Override
    public void choose(String form, String value) {
      visitor.see(form + " label:has([value=" + value + "])").click();
    }
  }

  /** Tab, Enter and arrows. */
  private record Keys(Visitor visitor) implements Hand {
    private static final int TABS = 80;

    @Override
    public void press(String button) {
      tabTo(button);
      visitor.page().keyboard().press("Enter");
    }

    @Override
    public void fill(String field, String text) {
      tabTo(field);
      visitor.page().keyboard().type(text);
    }

    @Override
    public void choose(String form, String value) {
      tabTo(form + " input[type=radio]");
      for (int down = 0; down < TABS; down++) {
        if (visitor.see(form + " [value=" + value + "]").isChecked()) {
          return;
        }
        visitor.page().keyboard().press("ArrowDown");
      }
      throw new AssertionError("Arrows do not reach " + value);
    }

    private void tabTo(String selector) {
      Page page = visitor.page();
      visitor.see(selector).first().waitFor();
      for (int pressed = 0; pressed < TABS; pressed++) {
        if ((boolean) page.evaluate("(to) => document.activeElement.matches(to)", selector)) {
          return;
        }
        page.keyboard().press("Tab");
      }
      throw new AssertionError("Tab does not reach " + selector);
    }
  }
}
