package org.vitrine.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import java.util.List;
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
import org.vitrine.fixtures.TestClient;
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
    wang.see("product-form [data-action=save]").click();
    assertThat(wang.see("product-form [aria-invalid=true]")).hasCount(3);
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

  /** The mouse is never used: Tab, what is typed, arrows and Enter are enough. */
  @ParameterizedTest
  @EnumSource(names = {"PHONE_CHINESE_DARK", "DESK"})
  void an_order_is_placed_by_keyboard_and_changed_while_somebody_else_changes_it(Look look) {
    String product = "KEYS-" + look.ordinal();
    String number = "KB-" + look.ordinal() + "1";
    showroom
        .client(Role.ADMINISTRATOR, "li.wen")
        .put(
            "/api/products/" + product,
            """
            {"name": {"en": "%s pump", "zh-CN": "%s 泵"}, "unit": "sets", "routing": "split-ac",
             "requirements": [{"code": "leak", "stage": "packing", "name": "Leak test"}]}\
            """
                .formatted(product, product));
    Visitor wang = showroom.staff(Role.ACCOUNT_MANAGER, look).open("/orders/new").expecting("412");
    Keyboard keys = wang.page().keyboard();
    tabTo(wang, "#o-companyText");
    choose(wang, "northw");
    tabTo(wang, "#o-number");
    keys.press("Control+A");
    keys.type(number);
    tabTo(wang, "[name^='lines[0].product']");
    choose(wang, product);
    assertThat(wang.see("[name='lines[0].quantity']")).isFocused();
    keys.type("0");
    tabTo(wang, "[data-action=add-line]");
    keys.press("Enter");
    assertThat(wang.see("[name='lines[1].product']")).isFocused();
    choose(wang, product);
    keys.type("3");
    keys.press("Enter");

    assertThat(wang.see("#o-lines-0-quantity-error"))
        .containsText(wang.in("a quantity above zero", "大于零"));
    assertThat(wang.see("[name='lines[0].quantity']")).isFocused();
    wang.page().reload();
    assertThat(wang.see("[name='lines[1].quantity']")).hasValue("3");
    wang.expectGoodPage();
    tabTo(wang, "[name='lines[0].quantity']");
    keys.press("Control+A");
    keys.type("12");
    keys.press("Enter");
    wang.see("[data-action=change-order]").waitFor();
    assertThat(wang.see("h1")).containsText("12");

    tabTo(wang, "[data-action=change-order]");
    keys.press("Enter");
    wang.see("order-form").waitFor();
    TestClient li = showroom.client(Role.ADMINISTRATOR, "li.wen");
    ObjectNode changed = li.json("/api/orders/" + number + "/placed").deepCopy();
    changed.remove("version");
    ((ObjectNode) changed.at("/lines/0")).put("quantity", 20);
    ((ObjectNode) changed.at("/lines/1")).put("quantity", 4);
    changed.put("customerReference", "PO-LI");
    li.put("/api/orders/" + number, changed.toString());
    tabTo(wang, "[name='lines[0].quantity']");
    keys.press("Control+A");
    keys.type("15");
    keys.press("Enter");
    wang.see("edit-difference").waitFor();
    wang.expectAccessible();
    assertThat(wang.see("edit-difference fieldset")).hasCount(3);
    tabTo(wang, "edit-difference [name='1.quantity']");
    keys.press("Space");
    tabTo(wang, "edit-difference [data-action=merge]");
    keys.press("Enter");

    wang.see("[data-action=change-order]").waitFor();
    JsonNode placed = li.json("/api/orders/" + number + "/placed");
    assertEquals(15, placed.at("/lines/0/quantity").asInt());
    assertEquals(4, placed.at("/lines/1/quantity").asInt());
    assertEquals("PO-LI", placed.get("customerReference").asText());
    assertEquals("leak", placed.at("/lines/1/requirements/0/code").asText());
    assertEquals("sets", placed.at("/lines/1/unit").asText());
    wang.see("[data-action=undo]").click();
    assertThat(wang.see("undo-bar")).containsText(wang.in("Undone", "已撤销"));
    assertEquals(20, li.json("/api/orders/" + number + "/placed").at("/lines/0/quantity").asInt());
  }

  @Test
  void a_date_that_moves_wants_a_reason_and_a_line_is_cancelled_with_one() {
    showroom.order("KB-900", "2026-12-20");
    Visitor wang = showroom.staff(Role.ACCOUNT_MANAGER, Look.DESK).open("/orders/KB-900/change");
    assertThat(wang.see("[name='promise.reason']")).hasCount(0);
    wang.see("#o-promise-date").fill("2026-12-24");
    wang.see("[name='promise.reason']").fill("late valves");
    wang.see("[data-action=add-line]").click();
    wang.see("[name='lines[1].product']").fill("Bracket");
    wang.see("[name='lines[1].routing']").selectOption("split-ac");
    wang.see("[name='lines[0].standing']").selectOption("cancelled");
    wang.see("[name='lines[0].reason']").fill("not needed");
    wang.see("[data-action=save]").click();

    wang.see("[data-action=change-order]").waitFor();
    JsonNode placed =
        showroom.client(Role.ADMINISTRATOR, "li.wen").json("/api/orders/KB-900/placed");
    assertEquals("2026-12-24", placed.at("/promise/date").asText());
    assertEquals("not needed", placed.at("/lines/0/cancelled").asText());
    assertEquals("Bracket", placed.at("/lines/1/product").asText());
    assertThat(wang.see("undo-bar")).hasCount(0);
  }

  @Test
  void who_places_an_order_under_a_number_that_is_taken_learns_it_there() {
    Visitor wang =
        showroom.staff(Role.ACCOUNT_MANAGER, Look.DESK).open("/orders/new").expecting("412");
    wang.see("#o-companyText").fill("northwind");
    wang.see("#o-number").fill(Showroom.RUNNING);
    wang.see("[name='lines[0].product']").fill("Bracket");
    wang.see("[name='lines[0].routing']").selectOption("split-ac");
    wang.see("[data-action=save]").click();
    assertThat(wang.see("#o-number-error")).containsText("already an order");
    assertThat(wang.see("order-form > form > .trouble")).hasCount(0);
    wang.see("#o-number").fill("FREE-1");
    assertThat(wang.see("#o-number-error")).hasText("");
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE_CHINESE", "DESK"})
  void all_that_is_wrong_is_said_at_once_and_a_date_that_has_passed_is_asked_about(Look look) {
    String number = "WRONG-" + look.ordinal();
    Visitor wang = showroom.staff(Role.ACCOUNT_MANAGER, look).open("/orders/new");
    wang.see("#o-companyText").fill("nobody");
    wang.see("#o-number").fill(" ");
    wang.see("#o-promise-date").fill("2020-05-05");
    wang.see("[name='lines[0].quantity']").fill("abc");
    wang.see("[data-action=save]").click();

    assertThat(wang.see("#o-companyText")).isFocused();
    assertThat(wang.see("order-form [aria-invalid=true]")).hasCount(5);
    assertThat(wang.see("#o-companyText-error")).containsText(wang.in("Choose a company", "请从列表"));
    assertThat(wang.see("#o-number-error")).hasText(wang.in("Fill this in.", "请填写此项。"));
    assertThat(wang.see("#o-lines-0-routing-error")).hasText(wang.in("Choose one.", "请选择一项。"));
    wang.see("#o-number").fill(Showroom.RUNNING);
    wang.see("[data-action=save]").click();
    assertThat(wang.see("#o-number-error")).containsText(wang.in("already an order", "已被使用"));
    wang.expectGoodPage();
    wang.see("[name='lines[0].quantity']").fill("12");
    wang.see("#o-companyText").fill("northwind");
    wang.see("#o-number").fill(number);
    wang.see("[name='lines[0].routing']").selectOption("split-ac");
    assertThat(wang.see("order-form [aria-invalid=true]")).hasCount(1);
    assertThat(wang.see("#o-promise-date-error")).containsText(wang.in("has passed", "已经过去"));
    wang.see("[data-action=save]").click();
    wang.see("[data-action=change-order]").waitFor();
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE_CHINESE", "DESK_DARK"})
  void a_line_is_finished_with_fewer_and_made_on(Look look) {
    String number = "SHORT-" + look.ordinal();
    showroom.order(number, "2026-12-20");
    showroom.progressed(number, "Assembly", 100);
    Visitor wang = showroom.staff(Role.ACCOUNT_MANAGER, look).open("/orders/" + number);
    Locator goingOn = wang.pane("assembly").locator("[data-action=act-hold], [data-action=wish]");
    assertThat(goingOn).hasCount(2);
    wang.see("[data-action=close-short]").click();
    wang.see("#o-reason").fill("the mould broke");
    wang.expectAccessible();
    wang.see("[data-action=close-short-go]").click();

    assertThat(wang.see("order-lead")).containsText("the mould broke");
    assertThat(wang.see("order-lead"))
        .containsText(wang.in("100 of 500 through “Assembly”", "“装配”阶段已完成 100 / 500 件"));
    assertThat(wang.pane("packing")).containsText(wang.in("Not done", "未做"));
    assertThat(goingOn).hasCount(0);
    assertThat(wang.see("undo-bar")).isVisible();
    wang.page().reload();
    assertThat(wang.see("[data-action=reopen]")).isVisible();
    wang.expectGoodPage();
    Visitor carol = showroom.buyer(look).open("/orders/" + number);
    assertThat(carol.see("order-lead")).containsText("the mould broke");
    assertThat(carol.see("[data-action=reopen]")).hasCount(0);
    wang.see("[data-action=reopen]").click();
    assertThat(wang.see("[data-action=close-short]")).isVisible();
  }

  @Test
  void customers_and_operators_see_none_of_it() {
    for (Visitor other :
        List.of(showroom.buyer(Look.DESK), showroom.staff(Role.OPERATOR, Look.DESK))) {
      other.open("/orders/" + Showroom.RUNNING).see("order-lead").waitFor();
      assertThat(other.see("[data-action=change-order]")).hasCount(0);
      other.open("/orders").see("h1").waitFor();
      assertThat(other.see("[data-action=new-order]")).hasCount(0);
      other.open("/orders/new").see("notice-page").waitFor();
      assertThat(other.see("order-form")).hasCount(0);
    }
  }

  /** What is typed is found, and the first of it is taken. */
  private static void choose(Visitor visitor, String text) {
    visitor.page().keyboard().type(text);
    visitor.see("[role=option][aria-selected=true]").waitFor();
    visitor.page().keyboard().press("Enter");
  }

  private static void tabTo(Visitor visitor, String selector) {
    visitor.see(selector).first().waitFor();
    for (int pressed = 0; pressed < 200; pressed++) {
      if ((boolean)
          visitor.page().evaluate("(wanted) => document.activeElement.matches(wanted)", selector)) {
        return;
      }
      visitor.page().keyboard().press("Tab");
    }
    throw new AssertionError("Tab never reaches " + selector);
  }
}
