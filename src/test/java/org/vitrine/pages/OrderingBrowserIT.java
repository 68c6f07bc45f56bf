package org.vitrine.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

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

/** Templates of products, and orders placed and changed in the pages. */
@ExtendWith(Browsers.class)
class OrderingBrowserIT {
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
  @EnumSource(names = {"PHONE_CHINESE", "PHONE_DARK", "DESK", "DESK_CHINESE_DARK"})
  void a_product_is_made_changed_removed_and_brought_back(Look look) {
    String code = "MADE-" + look.ordinal();
    Visitor wang = showroom.staff(Role.ACCOUNT_MANAGER, look).open("/products").expecting("422");
    wang.see("[data-action=add]").click();
    wang.see("#o-code").fill(code);
    wang.see("#o-name").fill("Heat pump");
    wang.see("#o-routing").selectOption("split-ac");
    wang.see("[data-action=add-requirement]").click();
    wang.see("[name='requirements[0].name']").fill("Cooling capacity");
    wang.see("[name='requirements[0].stage']").selectOption("final-inspection");
    wang.see("[name='requirements[0].minimum']").fill("9");
    wang.see("[name='requirements[0].maximum']").fill("8");
    wang.see("product-form [data-action=save]").click();
    assertThat(wang.see("#o-requirements-0-minimum-error"))
        .containsText(wang.in("minimum is above", "不大于上限"));
    assertThat(wang.see("[name='requirements[0].minimum']")).isFocused();
    wang.expectAccessible();
    wang.expectNoSidewaysScroll();
    wang.see("[name='requirements[0].maximum']").fill("10");
    wang.see("product-form [data-action=save]").click();

    String row = "[data-product=" + code + "]";
    assertThat(wang.see(row)).containsText(wang.in("1 requirement", "1 项要求"));
    wang.expectGoodPage();
    wang.see(row + " [data-action=remove]").click();
    wang.see("[data-action=confirm]").click();
    assertThat(wang.see(row)).hasCount(0);
    wang.see("[data-action=undo]").click();
    assertThat(wang.see(row)).hasCount(1);
  }

  @Test
  void two_who_change_a_product_choose_between_what_both_wrote() {
    Visitor wang =
        showroom.staff(Role.ACCOUNT_MANAGER, Look.DESK).open("/products").expecting("412");
    wang.see("[data-action=add]").click();
    wang.see("#o-code").fill("BOTH");
    wang.see("#o-name").fill("Fan");
    wang.see("#o-routing").selectOption("split-ac");
    wang.see("product-form [data-action=save]").click();
    wang.see("[data-product=BOTH] [data-action=change]").click();
    showroom
        .client(Role.ADMINISTRATOR, "li.wen")
        .put(
            "/api/products/BOTH",
            "{\"name\": \"Large fan\", \"unit\": \"sets\", \"routing\": \"split-ac\"}");
    wang.see("#o-name").fill("Small fan");
    wang.see("product-form [data-action=save]").click();
    wang.see("edit-difference [name=name][value=mine]").check();
    wang.see("[data-action=merge]").click();

    assertThat(wang.see("[data-product=BOTH]")).containsText("Small fan");
    assertThat(wang.see("[data-product=BOTH]")).containsText("sets");
  }
}
