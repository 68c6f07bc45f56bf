package org.vitrine.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Browsers;
import org.vitrine.fixtures.Look;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.Visitor;

/** A quarter of the service is looked over, concluded and signed by whoever answers for it. */
@ExtendWith(Browsers.class)
class ServiceReviewsBrowserIT {
  private static final String OUTCOMES =
      """
      INSERT INTO voice_outcome (voice, number, company_id, commitment, department, kind, tier, decided_at, missed, taken)
      SELECT %1$d, n, c.id, 'seen', 'quality', 'complaint', 'gold', '%2$s', n > %3$d, 60
        FROM company c, generate_series(1, 40) n
       WHERE c.code = 'northwind'\
      """;

  private static TestVitrine vitrine;

  @BeforeAll
  static void open() {
    vitrine = TestVitrine.start();
    Shop shop = new Shop(vitrine);
    shop.contact("northwind", "amelia@northwind.example");
    shop.staff(Role.QUALITY_MANAGER, "chen@plant.example");
    String quarter = LocalDate.now().getYear() - 1 + "-%s-10T02:00:00Z";
    TestDatabase.execute(
        vitrine.databaseUrl(), OUTCOMES.formatted(900_001, quarter.formatted("02"), 20));
    TestDatabase.execute(
        vitrine.databaseUrl(), OUTCOMES.formatted(900_002, quarter.formatted("05"), 38));
    TestDatabase.execute(
        vitrine.databaseUrl(),
        "UPDATE company SET created_at = '%s'".formatted(Instant.parse("2020-01-01T00:00:00Z")));
  }

  @AfterAll
  static void close() {
    if (vitrine != null) {
      vitrine.close();
    }
  }

  @ParameterizedTest
  @CsvSource({"PHONE, Q1", "DESK, Q2", "PHONE_CHINESE_DARK, Q3"})
  void a_quarter_is_looked_over_and_signed(Look look, String part) {
    String quarter = LocalDate.now().getYear() - 1 + "-" + part;
    Visitor visitor = new Visitor(vitrine, look).signInAs("chen@plant.example");
    visitor.open("/service-reviews");
    visitor.expectGoodPage();
    visitor.see("a[href='/service-reviews/" + quarter + "']").click();
    visitor.see("[data-action=begin-review]").click();
    visitor.see("#conclusions").fill("Answers came late.\nMore people on Mondays.");
    visitor.expectGoodPage();
    visitor.see("[data-action=save-conclusions]").click();
    assertThat(visitor.see("[data-action=sign-review]")).isEnabled();
    visitor.see("[data-action=raise-action]").click();
    visitor.see("#review-action-text").fill("Ask for a second person");
    visitor.see("[data-action=raise-action-now]").click();
    assertThat(visitor.see("#review-action-due")).hasAttribute("aria-invalid", "true");
    visitor.see("#review-action-due").fill(LocalDate.now().plusDays(9).toString());
    visitor.expectAccessible();
    visitor.see("[data-action=raise-action-now]").click();
    assertThat(visitor.see("[data-rows=actions]")).containsText("Ask for a second person");
    visitor.see("[data-action=sign-review]").click();
    visitor.see("[data-action=confirm]").click();
    assertThat(visitor.see("article > p [role=status]"))
        .containsText(Pattern.compile("Signed by chen@plant.example|签署"));
    visitor.see("[data-action=correct-review]").click();
    visitor.see("#review-correction").fill("One answer was in time");
    visitor.see("[data-action=correct-review-now]").click();
    assertThat(visitor.see("[data-rows=corrections]")).containsText("One answer was in time");
    visitor.expectGoodPage();
  }
}
