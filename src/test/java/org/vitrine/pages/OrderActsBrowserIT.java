package org.vitrine.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Browsers;
import org.vitrine.fixtures.Look;
import org.vitrine.fixtures.Showroom;
import org.vitrine.fixtures.Visitor;

/** What people of the house do with an order, on its page. */
@ExtendWith(Browsers.class)
class OrderActsBrowserIT {
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

  private static Visitor anna(Look look) {
    return new Visitor(showroom.vitrine(), look).signInAs("anna@vitrine.example");
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESK_CHINESE_DARK"})
  void an_order_is_promised_anew_held_resumed_and_cancelled_on_its_page(Look look) {
    String number = "ACT-" + look;
    showroom.order(number, "2026-12-20");
    showroom.progressed(number, "Assembling", 100);
    Visitor anna = anna(look).open("/orders/" + number);
    anna.expectGoodPage();

    anna.see("[data-action=act-promise]").click();
    anna.see("dialog [name=date]").fill("2026-12-24");
    anna.expecting("status of 422").see("[data-action=save-promise]").click();
    assertThat(anna.see("dialog .trouble").filter(said(anna.in("Give the reason", "填写原因"))))
        .isVisible();
    Locator first = anna.see("dialog [name^=reason]").first();
    first.fill("late seals");
    assertThat(anna.see(".acts-preview")).containsText("late seals");
    anna.expectAccessible();
    anna.see("[data-action=save-promise]").click();
    assertThat(anna.see(".ledger")).containsText("late seals");

    anna.see("[data-action=act-hold]").first().click();
    anna.see("dialog [name^=reason]").first().fill("waiting for your drawing");
    anna.see("[data-action=save-act]").click();
    assertThat(anna.pane("assembly")).containsText("waiting for your drawing");
    anna.see("undo-bar [data-action=undo]").click();
    assertThat(anna.pane("assembly").locator(".hold")).hasCount(0);

    anna.see("[data-action=act-cancel]").click();
    anna.see("dialog [name^=reason]").first().fill("never built");
    anna.see("[data-action=save-act]").click();
    assertThat(anna.see("[data-action=act-reinstate]")).isVisible();
    anna.see("[data-action=act-reinstate]").click();
    assertThat(anna.see("[data-action=act-cancel]")).isVisible();
    anna.expectAccessible();
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE_CHINESE", "DESK"})
  void what_happened_at_a_stage_is_said_in_two_touches(Look look) {
    String number = "REP-" + look;
    showroom.order(number, "2026-12-20");
    Visitor anna = anna(look).open("/orders/" + number);

    anna.pane("assembly").locator("[data-action=act-report]").click();
    anna.expectAccessible();
    anna.see("[data-action=save-report]").click();
    assertThat(anna.pane("assembly").locator(".pane")).hasAttribute("data-state", "met");

    anna.see("[data-action=act-reading]").first().click();
    anna.see("dialog [name=value], dialog [name=passed][value=true]").first();
    anna.expectAccessible();
  }

  private static Locator.FilterOptions said(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
