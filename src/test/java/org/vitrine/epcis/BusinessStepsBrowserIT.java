package org.vitrine.epcis;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.SelectOption;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Browsers;
import org.vitrine.fixtures.Look;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.Visitor;

/** How the house says what its moments are to others. */
@ExtendWith(Browsers.class)
class BusinessStepsBrowserIT {
  private static final String QI = "qi.lan@example.com";
  private static TestVitrine vitrine;

  @BeforeAll
  static void open() {
    vitrine = TestVitrine.start();
    new Shop(vitrine).staff(Role.QUALITY_MANAGER, QI);
  }

  @AfterAll
  static void close() {
    if (vitrine != null) {
      vitrine.close();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"DESK", "PHONE_CHINESE_DARK"})
  void a_step_is_said_of_a_stage_and_taken_away(Look look) {
    Visitor qi = new Visitor(vitrine, look).signInAs(QI).open("/business-steps").expecting("422");
    qi.see("business-steps-page h1").waitFor();
    qi.expectGoodPage();
    qi.see("[data-action=add]").click();
    qi.see("business-step-form h2").waitFor();
    qi.expectAccessible();
    qi.see("business-step-form select[name=moment]")
        .selectOption(new SelectOption().setValue("finished"));
    String stage = "welding-" + look.name().toLowerCase(Locale.ROOT);
    qi.see("#step-stage").fill(stage);
    qi.see("#step-bizStep").fill("wielding");
    qi.see("business-step-form [data-action=save]").click();
    assertThat(qi.see("#step-bizStep-error")).not().hasText("");
    qi.expectAccessible();
    qi.see("#step-bizStep").fill("assembling");
    qi.see("business-step-form [data-action=save]").click();
    String row = "[data-step='finished//%s']".formatted(stage);
    assertThat(qi.see(row + " .row-line")).hasText("assembling");
    qi.expectGoodPage();
    qi.see(row + " [data-action=remove]").click();
    qi.see("[data-action=confirm]").click();
    assertThat(qi.see(row)).hasCount(0);
  }
}
