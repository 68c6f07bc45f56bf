package org.vitrine.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.KeyboardModifier;
import java.util.List;
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
    showroom.shop().staff(Role.QUALITY_MANAGER, "li@vitrine.example");
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
    anna.see("dialog [name=date]").fill("2026-12-01");
    anna.see("[data-action=save-promise]").click();
    assertThat(anna.see("#promise-date-error")).containsText(anna.in("has passed", "已经过去"));
    anna.see("dialog [name=date]").fill("2026-12-24");
    assertThat(anna.see("#promise-date-error")).hasText("");
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
    String left = anna.see("#report-good").inputValue();
    anna.see("#report-good").fill("0");
    anna.see("[data-action=save-report]").click();
    assertThat(anna.see("#report-good-error")).containsText(anna.in("how much", "数量"));
    anna.see("#report-good").fill("5000");
    assertThat(anna.see("#report-good-error")).hasText("");
    anna.see("[data-action=save-report]").click();
    assertThat(anna.see("#report-good-error")).containsText(anna.in("more than is left", "比剩余"));
    assertThat(anna.see("#report-good")).isFocused();
    anna.expectAccessible();
    anna.see("#report-good").fill(left);
    anna.see("[data-action=save-report]").click();
    assertThat(anna.pane("assembly").locator(".pane")).hasAttribute("data-state", "met");

    anna.see("[data-action=act-reading]").first().click();
    anna.see("dialog [name=value], dialog [name=passed][value=true]").first();
    anna.expectAccessible();
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE_DARK", "DESK"})
  void a_waiver_is_asked_for_by_one_and_confirmed_by_another(Look look) {
    String number = "WAI-" + look;
    showroom.order(number, "2026-12-20");
    Visitor anna = anna(look).open("/waivers");
    anna.see("[name=secondPerson]").check();
    anna.expectGoodPage();
    anna.open("/orders/" + number);
    anna.see("tr[data-requirement=capacity] [data-action=act-waive]").click();
    anna.see("dialog [name^=reason]").first().fill("agreed by phone");
    anna.see("[data-action=save-act]").click();
    Locator row = anna.see("tr[data-requirement=capacity]");
    assertThat(row).containsText("Waiver asked for by anna@vitrine.example: agreed by phone");
    assertThat(row).hasAttribute("data-verdict", "pending");

    Visitor li = new Visitor(showroom.vitrine(), look).signInAs("li@vitrine.example");
    li.open("/waivers");
    li.see("li[data-order=" + number + "] [data-action=act-confirm]").click();
    assertThat(li.see("li[data-order=" + number + "]")).hasCount(0);
    assertThat(row).hasAttribute("data-verdict", "waived");
    assertThat(row).containsText("agreed by phone");
    anna.open("/waivers");
    anna.see("[name=secondPerson]").uncheck();
    assertThat(anna.see("[name=secondPerson]")).isEnabled();
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESK_DARK"})
  void a_report_is_corrected_and_both_stand_in_the_history(Look look) {
    String number = "COR-" + look;
    showroom.order(number, "2026-12-20");
    showroom.progressed(number, "Assembling", 100);
    Visitor anna = anna(look).open("/orders/" + number + "/history");
    Locator said = anna.see("li[data-kind=reported]");
    said.first().locator("[data-action=act-correct]").click();
    anna.see("#correct-good").fill("90");
    anna.expectAccessible();
    anna.see("[data-action=save-correction]").click();
    assertThat(said.first().locator("del")).containsText("100");
    assertThat(said.first()).containsText("Corrected on");
    assertThat(said.first()).containsText("anna@vitrine.example");
    assertThat(said.nth(1)).containsText("90");

    said.nth(1).locator("[data-action=act-correct]").click();
    anna.see("[name=happened]").nth(1).check();
    anna.see("[data-action=save-correction]").click();
    assertThat(said.nth(1).locator("del")).containsText("90");
    anna.expectGoodPage();
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESK_CHINESE"})
  void several_orders_are_chosen_and_promised_anew_together(Look look) {
    Visitor anna = anna(look).open("/orders");
    anna.see("[data-action=select-orders]").click();
    Locator boxes = anna.see("order-check input");
    boxes.first().click();
    boxes.nth(2).click(new Locator.ClickOptions().setModifiers(List.of(KeyboardModifier.SHIFT)));
    assertThat(anna.see(".several [role=status]"))
        .hasText(anna.in("3 orders selected", "已选 3 个订单"));
    anna.expectAccessible();
    anna.see("[data-action=several-promise]").click();
    anna.see("#several-days").fill("2");
    anna.see("dialog [name^=reason]").first().fill("late paint");
    anna.expectAccessible();
    anna.see("[data-action=save-several]").click();
    assertThat(anna.see("section[data-outcome] li")).hasCount(3);
    anna.expectAccessible();
    anna.see("[data-action=close-several]").click();
    anna.see("[data-action=select-done]").click();
    assertThat(boxes).hasCount(0);
    anna.expectGoodPage();
  }

  private static Locator.FilterOptions said(String text) {
    return new Locator.FilterOptions().setHasText(text);
  }
}
