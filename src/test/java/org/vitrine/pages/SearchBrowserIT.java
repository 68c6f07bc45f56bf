package org.vitrine.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
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
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestWatcher;
import org.vitrine.fixtures.Visitor;

/** The search as people see it, by keyboard alone and by touch. */
@ExtendWith(Browsers.class)
class SearchBrowserIT {
  private static Showroom showroom;

  @BeforeAll
  static void open() {
    showroom = new Showroom();
    showroom.shop().company("ruijie", "佛山瑞捷电器有限公司");
    TestWatcher.await(
        "everything can be found",
        () ->
            TestDatabase.find(
                        showroom.vitrine().databaseUrl(),
                        "SELECT key FROM search_entry WHERE words LIKE '%#so1009 %' OR words LIKE"
                            + " '%瑞捷%'")
                    .size()
                == 2);
  }

  @AfterAll
  static void close() {
    if (showroom != null) {
      showroom.close();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE_CHINESE", "PHONE_DARK", "DESK", "DESK_CHINESE_DARK"})
  void one_finds_and_opens_by_keyboard_alone(Look look) {
    Visitor chen = showroom.staff(Role.ACCOUNT_MANAGER, look).open("/orders");
    chen.see("[data-action=search]").waitFor();
    chen.page().keyboard().press("Control+k");
    Locator box = chen.see("[role=combobox]");
    assertThat(box).isFocused();

    chen.page().keyboard().type("so 10");
    Locator active = chen.see("[role=option][aria-selected=true]");
    assertThat(active).hasCount(1);
    assertThat(chen.see("[role=option] mark").first()).hasText("SO");
    assertThat(chen.see("search-panel [role=status]")).containsText(chen.in("results", "条结果"));
    assertThat(box).hasAttribute("aria-activedescendant", "search-hit-0");
    chen.page().keyboard().press("End");
    assertThat(box).not().hasAttribute("aria-activedescendant", "search-hit-0");
    chen.page().keyboard().press("ArrowDown");
    assertThat(box).hasAttribute("aria-activedescendant", "search-hit-0");
    chen.page().keyboard().press("ArrowUp");
    chen.page().keyboard().press("Home");
    assertThat(box).hasAttribute("aria-activedescendant", "search-hit-0");
    chen.expectAccessible();
    chen.expectNoSidewaysScroll();

    box.fill("");
    chen.page().keyboard().type("frj");
    assertThat(chen.see("[role=option][data-kind=company]")).containsText("佛山瑞捷");
    box.fill("");
    chen.page().keyboard().type("so-1009");
    assertThat(active).containsText("SO-1009");
    chen.page().keyboard().press("Enter");
    chen.page().waitForURL("**/orders/SO-1009");

    chen.see("[data-action=search]").waitFor();
    chen.page().keyboard().press("/");
    assertThat(box).isFocused();
    chen.page().keyboard().press("Escape");
    assertThat(box).hasCount(0);
    assertThat(chen.see("[data-action=search]")).isFocused();
    chen.expectGoodPage();
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESK_DARK"})
  void what_was_opened_stands_there_before_anything_is_typed(Look look) {
    Visitor amelia = showroom.buyer(look).open("/orders/" + Showroom.RUNNING);
    amelia.see("[data-action=search]").waitFor();
    amelia.page().waitForResponse(Pattern.compile("/api/search/opened"), () -> {});
    amelia.see("[data-action=search]").click();
    assertThat(amelia.see("[role=option]").first()).containsText(Showroom.RUNNING);
    assertThat(amelia.see("search-panel [role=status]"))
        .hasText(amelia.in("Opened recently", "最近打开"));
    amelia.expectAccessible();
    amelia.see("[role=combobox]").fill("no such thing");
    assertThat(amelia.see("search-panel [role=status]"))
        .containsText(amelia.in("Nothing found", "没有找到"));
    amelia.see("[role=combobox]").fill(Showroom.FOREIGN);
    assertThat(amelia.see("[role=option]")).hasCount(0);
  }

  @Test
  void who_types_elsewhere_types_on_and_who_is_offline_is_told() {
    Visitor amelia = showroom.buyer(Look.DESK).open("/orders");
    amelia.see("[data-action=search]").waitFor();
    amelia.see("#main input").first().click();
    amelia.page().keyboard().type("a/b");
    assertThat(amelia.see("#main input").first()).hasValue("a/b");
    assertThat(amelia.see("search-panel")).hasCount(0);

    amelia.expecting("ERR_INTERNET_DISCONNECTED").offline(true);
    amelia.see("[data-action=search]").click();
    assertThat(amelia.see("search-panel [role=status]")).containsText("Cannot reach the server");
    amelia.offline(false);
    amelia.see("[role=combobox]").fill(Showroom.RUNNING);
    assertThat(amelia.see("[role=option]").first()).containsText(Showroom.RUNNING);
  }
}
