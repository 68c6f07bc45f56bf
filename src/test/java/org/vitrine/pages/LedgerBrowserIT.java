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

/** The ledger of promises, under the dates of an order. */
@ExtendWith(Browsers.class)
class LedgerBrowserIT {
  private static Showroom showroom;

  @BeforeAll
  static void open() {
    showroom = new Showroom();
    showroom.shop().staff(Role.ACCOUNT_MANAGER, "anna@vitrine.example");
  }

  @AfterAll
  static void close() {
    if (showroom != null) {
      showroom.close();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE_CHINESE_DARK", "DESK"})
  void what_the_customer_has_on_the_screen_is_read_and_staff_see_by_whom_at_once(Look look) {
    String number = "LED-" + look;
    showroom.order(number, "2026-12-20");
    Visitor anna = new Visitor(showroom.vitrine(), look).signInAs("anna@vitrine.example");
    anna.open("/orders/" + number).see("[data-action=act-promise]").click();
    anna.see("dialog [name=date]").fill("2026-12-24");
    anna.see("dialog [name=cause]").selectOption("customer-asked");
    assertThat(anna.see("dialog [name=side]")).hasValue("customer");
    anna.see("dialog [name^=reason]").first().fill("the site is not ready");
    anna.see("[data-action=save-promise]").click();
    assertThat(anna.see("#promise-asked-by-error")).not().isEmpty();
    anna.see("dialog [name=askedBy]").fill("Carol");
    anna.expectAccessible();
    anna.see("[data-action=save-promise]").click();

    Locator newest = anna.see(".order-ledger li").first();
    anna.see(".order-ledger summary").click();
    assertThat(newest).containsText("Carol");
    assertThat(newest).hasAttribute("data-move", "agreement");
    assertThat(newest).containsText(anna.in("customer’s side", "客户原因"));
    assertThat(anna.see(".order-ledger summary")).containsText(anna.in("not yet read", "尚未阅读"));

    Visitor guest = showroom.stranger(look).open(showroom.glassLink(number));
    assertThat(guest.see(".ledger")).isVisible();
    assertThat(newest).containsText(anna.in("Read through a glass link", "通过透明链接阅读"));
    assertThat(anna.see(".order-ledger summary")).containsText(anna.in("not yet read", "尚未阅读"));

    Visitor amelia = showroom.buyer(look).open("/orders/" + number);
    assertThat(amelia.see(".order-ledger summary"))
        .containsText(amelia.in("read by the customer", "客户已阅"));
    assertThat(anna.see(".order-ledger summary"))
        .containsText(anna.in("2 words, read by the customer", "2 条记录，客户已阅"));
    assertThat(newest).containsText(anna.in("First read", "首次阅读"));
    anna.expectGoodPage();
    amelia.see(".order-ledger summary").click();
    amelia.expectGoodPage();
  }
}
