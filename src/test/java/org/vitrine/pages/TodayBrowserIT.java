package org.vitrine.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrine.fixtures.Browsers;
import org.vitrine.fixtures.Look;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.Visitor;
import org.vitrine.today.TodayStory;

/** Where each of the staff begins. */
@ExtendWith(Browsers.class)
class TodayBrowserIT {
  private static TestVitrine vitrine;
  private static TodayStory story;

  @BeforeAll
  static void open() {
    vitrine = TestVitrine.start();
    story = new TodayStory(vitrine);
  }

  @AfterAll
  static void close() {
    vitrine.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "PHONE_CHINESE_DARK", "DESK_DARK", "DESK_CHINESE"})
  void an_account_manager_begins_with_the_customers_they_look_after(Look look) {
    Visitor wu = new Visitor(vitrine, look).signInAs("wu.min@plant.example").open("/");
    assertThat(wu.page()).hasURL(Pattern.compile("/today$"));
    assertThat(wu.see("[data-section=risks]")).containsText("SO-LATE");
    assertThat(wu.see("[data-section=promises]")).containsText("SO-OPEN");
    assertThat(wu.see("[data-section=unvisited]")).containsText("Northwind");
    assertThat(wu.see("main")).not().containsText("SO-THEIRS");
    wu.expectGoodPage();
    String number = "SO-NEW-" + look;
    assertThat(wu.see("main")).not().containsText(number);
    story.late(number);
    assertThat(wu.see("[data-section=risks]")).containsText(number);
    story.done(number);
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE_DARK", "DESK_CHINESE"})
  void a_quality_manager_begins_with_what_failed(Look look) {
    Visitor chen = new Visitor(vitrine, look).signInAs("chen@plant.example").open("/today");
    assertThat(chen.see("[data-section=requirements]")).containsText("SO-FAILED");
    assertThat(chen.see("[data-section=requirements]")).containsText(chen.in("failed", "不合格"));
    assertThat(chen.see(".today-lead")).containsText(chen.in("Requirements not met", "未达标的要求"));
    chen.expectGoodPage();
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE_CHINESE", "DESK"})
  void an_operator_opens_an_order_by_its_number(Look look) {
    Visitor zhang = new Visitor(vitrine, look).signInAs("zhang@plant.example").open("/today");
    assertThat(zhang.see("[data-section=floor]")).containsText(zhang.in("Assembly", "装配"));
    zhang.expectGoodPage();
    zhang.see("#order-number").press("Enter");
    assertThat(zhang.see("#order-number-error")).not().isEmpty();
    assertThat(zhang.see("#order-number")).hasAttribute("aria-invalid", "true");
    zhang.see("#order-number").fill("SO-LATE");
    zhang.see("#order-number").press("Enter");
    assertThat(zhang.page()).hasURL(Pattern.compile("/orders/SO-LATE$"));
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESK_CHINESE_DARK"})
  void an_administrator_says_that_a_backup_was_made(Look look) {
    Visitor li = new Visitor(vitrine, look).signInAs("li.wen@plant.example").open("/today");
    assertThat(li.see("[data-section=setup]"))
        .containsText(li.in("No second administrator", "没有第二位管理员"));
    assertThat(li.see("[data-section=risks]")).containsText("SO-THEIRS");
    li.expectGoodPage();
    li.see("[data-action=backup-made]").click();
    assertThat(li.see("[data-section=house]"))
        .containsText(li.in("said li.wen@plant.example", "由 li.wen@plant.example 登记"));
  }
}
