package org.vitrine.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Browsers;
import org.vitrine.fixtures.Look;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.Visitor;

/** Companies in the pages: found, added, changed, and everything of one on its page. */
@ExtendWith(Browsers.class)
class CompaniesBrowserIT {
  private static final String WU = "wu@works.example";
  private static final String LI = "li@works.example";

  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient li;

  @BeforeAll
  static void open() {
    vitrine = TestVitrine.start();
    shop = new Shop(vitrine);
    shop.staff(Role.ADMINISTRATOR, WU);
    li = shop.staff(Role.ACCOUNT_MANAGER, LI);
    shop.order("SO-1");
    shop.order("SO-2");
    shop.revisePromise("SO-1", "2026-12-24", "The valves came late");
    TestClient amelia = shop.contact("northwind", "amelia@northwind.example");
    amelia.post(
        "/api/voices",
        "{\"order\": \"SO-1\", \"kind\": \"complaint\", \"text\": \"There is a dent in the"
            + " casing\"}");
  }

  @AfterAll
  static void close() {
    if (vitrine != null) {
      vitrine.close();
    }
  }

  private static Visitor visitor(Look look, String email) {
    return new Visitor(vitrine, look).signInAs(email);
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "PHONE_CHINESE_DARK", "DESK_DARK", "DESK_CHINESE"})
  void a_company_is_added_found_and_moved_to_another_tier_which_can_be_undone(Look look) {
    String name = "Contoso " + look.ordinal();
    Visitor wu = visitor(look, LI).expecting("status of 404").open("/companies");
    wu.see("[data-action=add]").click();
    wu.see("dialog input[name=name]").fill(name);
    wu.see("dialog select[name=language]").selectOption("zh-CN");
    wu.expectAccessible();
    wu.see("dialog [data-action=save]").click();

    assertThat(wu.see("h1", name)).isVisible();
    assertThat(wu.see(".company-facts")).containsText("中文");
    assertThat(wu.see(".company-facts")).containsText(LI);
    assertThat(wu.see("agreed-list")).containsText(wu.in("Added as " + name, "新增，名称为" + name));
    wu.expectGoodPage();

    wu.see("[data-action=edit]").click();
    wu.see("dialog select[name=tier]").selectOption("platinum");
    wu.see("dialog [data-action=save]").click();
    wu.see("[data-action=confirm]").click();
    assertThat(wu.see("h1 [data-tier=platinum]")).isVisible();
    wu.see("undo-bar [data-action=undo]").click();
    assertThat(wu.see("h1 [data-tier=platinum]")).hasCount(0);
    assertThat(wu.see("agreed-list"))
        .containsText(wu.in("Tier changed from Platinum to Standard", "等级由铂金改为标准"));

    wu.open("/companies");
    wu.see("input[name=q]").fill(name.toUpperCase(Locale.ROOT));
    assertThat(wu.see(".company-rows li")).hasCount(1);
    assertThat(wu.see(".company-rows li")).containsText(LI);
    wu.expectGoodPage();
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESK_CHINESE_DARK", "DESK"})
  void everything_of_a_company_is_on_its_page_and_moves(Look look) {
    String order = "SO-moving-" + look.ordinal();
    Visitor wu = visitor(look, WU).open("/companies/northwind");

    assertThat(wu.see("company-orders")).containsText("SO-1");
    assertThat(wu.see("company-voices")).containsText("There is a dent in the casing");
    assertThat(wu.see("company-meetings")).containsText(wu.in("not been invited", "尚未邀请"));
    assertThat(wu.see("company-people")).containsText("amelia@northwind.example");
    assertThat(wu.see("agreed-list")).containsText("The valves came late");
    wu.expectGoodPage();

    shop.order(order);
    assertThat(wu.see("company-orders li", order)).isVisible();
  }

  @Test
  void whoever_comes_second_sees_what_the_first_made_of_it_and_chooses() {
    shop.company("adatum", "Adatum");
    Visitor wu = visitor(Look.DESK, WU).expecting("status of 412").open("/companies/adatum");
    wu.see("[data-action=edit]").click();
    wu.see("dialog input[name=name]").fill("Adatum by Wu");
    li.put("/api/companies/adatum", "{\"name\": \"Adatum by Li\", \"tier\": \"gold\"}");
    wu.see("dialog [data-action=save]").click();

    Locator difference = wu.see("edit-difference");
    assertThat(difference).containsText("Adatum by Li");
    difference.locator("input[value=mine]").check();
    difference.locator("[data-action=merge]").click();

    assertThat(wu.see("h1", "Adatum by Wu")).isVisible();
  }

  @Test
  void an_account_manager_is_led_from_the_company_to_the_invitation_of_its_people() {
    shop.company("tailspin", "Tailspin");
    Visitor wu = visitor(Look.PHONE, WU).open("/companies/tailspin");
    wu.see("[data-action=invite]").click();

    assertThat(wu.see("dialog input[name=companies][value=tailspin]")).isChecked();
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE_CHINESE", "DESK_DARK"})
  void two_that_are_one_are_merged_after_it_was_shown_what_moves(Look look) {
    String twice = "fabrikam-" + look.ordinal();
    shop.company(twice, "Fabrikam entered twice " + look.ordinal());
    shop.order("SO-" + twice, twice);
    shop.company("fabrikam", "Fabrikam");
    Visitor wu = visitor(look, WU).open("/companies/" + twice);
    wu.see("[data-action=merge-open]").click();
    wu.see("dialog input[name=q]").fill("fabrikam");
    wu.see("dialog [data-company=fabrikam]").click();

    assertThat(wu.see(".merge-moves")).containsText(wu.in("1 order", "1 个订单"));
    assertThat(wu.see(".merge-warning")).isVisible();
    wu.expectAccessible();
    wu.see("[data-action=merge]").click();

    assertThat(wu.see("h1", "Fabrikam")).isVisible();
    assertThat(wu.see("company-orders li", "SO-" + twice)).isVisible();
    assertThat(wu.see("agreed-list")).containsText(wu.in("was merged into this company", "已并入本公司"));
    wu.open("/companies/" + twice);
    wu.page().waitForURL("**/companies/fabrikam");
  }

  @Test
  void a_code_that_another_company_has_is_refused_at_its_field() {
    Visitor wu = visitor(Look.DESK, WU).open("/companies");
    wu.see("[data-action=add]").click();
    wu.see("dialog input[name=name]").fill("Another Northwind");
    wu.see("dialog input[name=code]").fill("northwind");
    wu.see("dialog [data-action=save]").click();

    assertThat(wu.see("#company-code[aria-invalid=true]")).isVisible();
    assertThat(wu.see("#company-code-error")).containsText("already has this code");
  }
}
