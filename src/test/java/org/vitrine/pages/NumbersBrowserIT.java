package org.vitrine.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Browsers;
import org.vitrine.fixtures.Look;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.Visitor;

/** How loyal customers are, and the numbers of the months, as people read them. */
@ExtendWith(Browsers.class)
class NumbersBrowserIT {
  private static final TestClock CLOCK = new TestClock(Instant.parse("2026-08-20T02:00:00Z"));
  private static TestVitrine vitrine;
  private static Shop shop;

  @BeforeAll
  static void open() {
    vitrine = TestVitrine.startAt(CLOCK);
    shop = new Shop(vitrine);
    int number = 0;
    for (int month = 8; month <= 10; month++) {
      until("2026-%02d-20T02:00:00Z".formatted(month));
      for (int at = 0; at < 10; at++) {
        order(
            number,
            at % 5,
            "2026-%02d-10".formatted(month + 1),
            "2026-%02d-%02d".formatted(month, 1 + at));
        if (at < 6 + month - 8) {
          until("2026-%02d-20T02:00:00Z".formatted(month));
          shipped(number, "2026-%02d-20".formatted(month));
        }
        number++;
      }
    }
    until("2026-12-05T02:00:00Z");
    vitrine.vitrine().rooms().scorecard().freezeSince(YearMonth.of(2026, 9));
    shop.staff(Role.QUALITY_MANAGER, "chen@plant.example");
    shop.staff(Role.ACCOUNT_MANAGER, "wu@plant.example");
    shop.contact("c0", "amelia@c0.example");
  }

  @AfterAll
  static void close() {
    vitrine.close();
  }

  private static void until(String moment) {
    CLOCK.pass(Duration.between(CLOCK.instant(), Instant.parse(moment)));
  }

  private static void order(int number, int company, String promised, String placed) {
    shop.company("c" + company, "Company " + company);
    shop.integrator()
        .put(
            "/api/orders/SO-" + number,
            """
            {"company": "c%d", "placedOn": "%s", "promise": {"date": "%s"},
             "lines": [{"number": 1, "product": "KFR-35", "quantity": 10, "routing": "split-ac"}]}\
            """
                .formatted(company, placed, promised));
  }

  private static void shipped(int number, String day) {
    shop.integrator()
        .put(
            "/api/orders/SO-%d/shipments/DN-%d".formatted(number, number),
            "{\"leftOn\": \"%s\", \"items\": [{\"line\": 1, \"quantity\": 10}]}".formatted(day));
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESK_CHINESE_DARK"})
  void months_are_opened_and_read_without_an_account(Look look) {
    Visitor chen = new Visitor(vitrine, look).signInAs("chen@plant.example").open("/actions");
    chen.inMenu("nav a[href='/scorecard']").click();
    assertThat(chen.see(".number[data-figure=first-date]:not([data-group]) .number-value"))
        .isVisible();
    chen.see("select[name=opened]").selectOption("customers");
    assertThat(chen.see("scorecard-opening .soft")).containsText(chen.in("signed in", "已登录"));
    chen.see("select[name=opened]").selectOption("public");
    assertThat(chen.see("scorecard-opening .soft")).containsText("/numbers");
    assertThat(chen.see("scorecard-opening [role=status]")).not().isEmpty();
    chen.see("select[name=month]").selectOption("2026-11");
    chen.see("correct-month summary").click();
    chen.see("correct-month button.go").click();
    assertThat(chen.see("#correct-reason-error")).not().isEmpty();
    chen.expecting("status of 409");
    chen.see("#correct-reason").fill("A shipment was missing");
    chen.see("correct-month button.go").click();
    assertThat(chen.see("correct-month form > .trouble")).not().isEmpty();
    chen.expectGoodPage();

    Visitor anybody = new Visitor(vitrine, look).open("/numbers");
    assertThat(anybody.see("h1")).containsText(anybody.in("Nov", "11"));
    assertThat(anybody.see(".number[data-figure=first-date]:not([data-group]) .number-value"))
        .hasText(anybody.in("80 %", "80%"));
    anybody.see(".number[data-figure=first-date]:not([data-group]) summary").click();
    assertThat(anybody.see(".number[data-figure=first-date]:not([data-group]) details p"))
        .containsText(anybody.in("first promised date", "最初承诺交期"));
    assertThat(anybody.see("numbers-history trend-chart svg").first()).isVisible();
    anybody.see("a[href='/numbers/2026-09']").click();
    assertThat(anybody.see("h1")).containsText(anybody.in("Sep", "9"));
    anybody.expectGoodPage();
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE_CHINESE_DARK", "DESK"})
  void who_may_be_leaving_stands_first_and_what_is_said_of_need_is_written_down(Look look) {
    Visitor wu = new Visitor(vitrine, look).signInAs("wu@plant.example").open("/actions");
    wu.inMenu("nav a[href='/loyalty']").click();
    assertThat(wu.see("loyalty-row").first().locator("[data-sign=later-than-ever]")).isVisible();
    assertThat(wu.see("loyalty-figure[name=churn] .loyalty-value"))
        .hasText(wu.in("5 of 5", "5 家中 5 家"));
    wu.see("loyalty-figure[name=tenure] summary").click();
    wu.expectGoodPage();
    wu.see("loyalty-row a[href='/companies/c1']").click();
    wu.see("company-loyalty [data-action=say-need]").click();
    wu.see("need-form button.go").click();
    assertThat(wu.see("#need-share-error")).not().isEmpty();
    wu.see("#need-share").fill("60");
    wu.see("#need-source").fill("王经理 " + look);
    wu.see("#need-said-on").fill("2026-11-02");
    wu.see("need-form button.go").click();
    assertThat(wu.see("company-loyalty .loyalty-needs").first()).containsText("王经理 " + look);
    wu.expectGoodPage();
  }
}
