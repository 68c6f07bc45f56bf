package org.vitrine.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Browsers;
import org.vitrine.fixtures.Look;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.Visitor;

/** What was kept and missed, with the lines behind each number. */
@ExtendWith(Browsers.class)
class KeptBrowserIT {
  private static final TestClock CLOCK = new TestClock(Instant.parse("2026-12-01T02:00:00Z"));
  private static TestVitrine vitrine;
  private static Shop shop;

  /** Seven orders for the tenth of December; two were moved, the last of them too late. */
  @BeforeAll
  static void open() {
    vitrine = TestVitrine.startAt(CLOCK);
    shop = new Shop(vitrine);
    for (int at = 1; at <= 7; at++) {
      order(at, "{\"date\": \"2026-12-10\"}");
    }
    order(
        6,
        "{\"date\": \"2026-12-16\", \"reason\": \"no compressors\", \"cause\": \"supplier-late\"}");
    CLOCK.pass(Duration.ofDays(10));
    order(7, "{\"date\": \"2026-12-16\", \"reason\": \"no people\", \"cause\": \"staff\"}");
    CLOCK.pass(Duration.ofDays(6));
    for (int at = 1; at <= 6; at++) {
      TestClient erp = shop.integrator();
      erp.put(
          "/api/orders/SO-%d/shipments/DN-%d".formatted(at, at),
          "{\"leftOn\": \"2026-12-0%d\", \"items\": [{\"line\": 1, \"quantity\": 10}]}"
              .formatted(at));
    }
    shop.staff(Role.ACCOUNT_MANAGER, "anna@vitrine.example");
    shop.contact("northwind", "amelia@northwind.example");
  }

  @AfterAll
  static void close() {
    if (vitrine != null) {
      vitrine.close();
    }
  }

  private static void order(int number, String promise) {
    shop.integrator()
        .put(
            "/api/orders/SO-" + number,
            """
            {"company": "northwind", "promise": %s, "lines": [
              {"number": 1, "product": "KFR-35", "quantity": 10, "routing": "split-ac"}]}\
            """
                .formatted(promise));
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE_CHINESE_DARK", "DESK"})
  void both_dates_are_told_and_each_number_opens_its_lines(Look look) {
    Visitor anna = new Visitor(vitrine, look).signInAs("anna@vitrine.example").open("/visits");
    anna.inMenu("nav a[href='/promises']").click();
    anna.see("select[name=month]").selectOption("2026-12");
    assertThat(anna.see("kept-numbers[day=first] .kept-main b").first())
        .containsText(anna.in("6 of 7", "6 / 7"));
    anna.see("[data-of=first-missed]").click();
    assertThat(anna.see("kept-lines a")).hasText("SO-7");
    anna.see("[data-of=moved-late]").click();
    assertThat(anna.see("kept-lines h2"))
        .hasText(anna.in("Moved on the day itself or later", "到期当天或之后才改期"));
    assertThat(anna.see("kept-lines a")).hasText("SO-7");
    anna.see("kept-groups tbody button").first().click();
    assertThat(anna.see(".kept-only")).containsText("KFR-35");
    anna.see("[data-of=first-kept]").click();
    assertThat(anna.see("kept-lines a")).hasCount(6);
    anna.expectGoodPage();

    Visitor amelia = new Visitor(vitrine, look).signInAs("amelia@northwind.example");
    amelia.open("/promises?month=2026-12");
    assertThat(amelia.see("kept-numbers[day=agreed]")).isVisible();
    assertThat(amelia.page().locator("gamed-rows")).hasCount(0);
    amelia.expectGoodPage();
  }
}
