package org.vitrine.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
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

/** The bar on top, and the buttons of a stage, where a phone has no room for all of it. */
@ExtendWith(Browsers.class)
class BarBrowserIT {
  private static final String WHOLE = "[data-action=menu-whole]";

  private static Showroom showroom;

  @BeforeAll
  static void open() {
    showroom = new Showroom();
    showroom.shop().staff(Role.ADMINISTRATOR, "anna@vitrine.example");
  }

  @AfterAll
  static void close() {
    if (showroom != null) {
      showroom.close();
    }
  }

  private static Visitor anna(Look look, String path) {
    return new Visitor(showroom.vitrine(), look).signInAs("anna@vitrine.example").open(path);
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "PHONE_CHINESE_DARK"})
  void on_a_phone_the_bar_is_one_row_and_the_rest_is_in_a_menu_inside_the_screen(Look look) {
    Visitor anna = anna(look, "/orders/" + Showroom.RUNNING);
    assertThat(anna.see(".live-state")).hasText(anna.in("Live", "实时"));
    assertThat(anna.see(".bar").boundingBox().height).isLessThan(70);
    assertThat(anna.see(".bar nav")).not().isVisible();

    anna.see(WHOLE).press("Enter");
    Locator menu = anna.see("#menu-whole");
    assertThat(menu.boundingBox().y + menu.boundingBox().height).isLessThanOrEqualTo(844);
    anna.expectAccessible();
    anna.expectNoSidewaysScroll();
    anna.page().keyboard().press("Tab");
    assertThat(menu.locator("a").first()).isFocused();
    anna.page().setViewportSize(844, 390); // Turned while it is open.
    assertThat(menu.boundingBox().y + menu.boundingBox().height).isLessThanOrEqualTo(390);
    menu.locator("[data-action=sign-out]").focus();
    assertThat(menu.locator("[data-action=sign-out]")).isInViewport();
    anna.page().keyboard().press("Escape");
    assertThat(menu).not().isVisible();
    assertThat(anna.see(WHOLE)).isFocused();

    anna.inMenu("nav [href='/routings']").click();
    anna.page().waitForURL("**/routings");
    assertThat(anna.see(".bar nav [aria-current]")).hasAttribute("href", "/routings");
  }

  @Test
  void a_desk_has_its_pages_in_the_bar_and_a_low_window_scrolls_what_drops_from_it() {
    Visitor anna = anna(Look.DESK, "/orders");
    assertThat(anna.see(WHOLE)).hasCount(0);
    assertThat(anna.see(".bar nav [aria-current]")).hasText("Orders");
    anna.page().setViewportSize(1440, 400);
    anna.see("[data-action=menu-manage]").click();
    Locator last = anna.see("#menu-manage a").last();
    last.focus();
    assertThat(last).isInViewport();
  }

  @Test
  void on_a_phone_the_buttons_of_a_stage_are_one_row_that_a_finger_meets() {
    Visitor anna = anna(Look.PHONE, "/orders/" + Showroom.RUNNING);
    Locator buttons = anna.pane("final-inspection").locator(".pane-more button");
    assertThat(buttons).hasCount(3);
    assertThat(buttons.nth(1)).hasAccessibleName("Report – Final inspection");
    // In one look: what arrives above moves them all.
    assertThat(
            buttons.evaluateAll(
                "all => new Set(all.map((one) => one.getBoundingClientRect().y)).size"))
        .isEqualTo(1);
    for (Locator button : buttons.all()) {
      assertThat(button.boundingBox().height).isGreaterThanOrEqualTo(44);
      assertThat(button.boundingBox().width).isGreaterThanOrEqualTo(44);
    }
  }
}
