package org.vitrine.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Browsers;
import org.vitrine.fixtures.Look;
import org.vitrine.fixtures.MadeUpLog;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.Visitor;

/** Whoever doubts a forecast tries it on the plant's own past. */
@ExtendWith(Browsers.class)
class ForecastTryBrowserIT {
  private static TestVitrine vitrine;

  @BeforeAll
  static void open() {
    vitrine = TestVitrine.start();
    new Shop(vitrine).staff(Role.QUALITY_MANAGER, "chen@vitrine.example");
  }

  @AfterAll
  static void close() {
    if (vitrine != null) {
      vitrine.close();
    }
  }

  private static FilePayload log(int orders) {
    return new FilePayload(
        "log.csv", "text/csv", MadeUpLog.text(orders).getBytes(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE_CHINESE_DARK", "DESK"})
  void a_log_is_tried_and_what_is_wrong_with_it_is_said(Look look) {
    Visitor chen =
        new Visitor(vitrine, look)
            .expecting("status of 422")
            .signInAs("chen@vitrine.example")
            .open("/visits");
    chen.inMenu("nav a[href='/forecasts/try']").click();
    chen.see("form .go").click();
    assertThat(chen.see("#try-file-error")).hasText(chen.in("Choose a file.", "请选择文件。"));
    chen.see("#try-file").setInputFiles(log(4));
    chen.see("form .go").click();
    assertThat(chen.see("#try-file-error")).containsText("at least 10 orders");
    chen.see("#try-file").setInputFiles(log(80));
    chen.see("try-page summary").first().click();
    chen.see("#try-days").fill("someday");
    chen.see("form .go").click();
    assertThat(chen.see("#try-days-error")).containsText("mon,tue");
    chen.see("#try-days").fill("");
    chen.see("form .go").click();
    assertThat(chen.see("#tried-found")).isFocused();
    assertThat(chen.see("tr[data-method=shown] th")).hasText(chen.in("What pages show", "页面显示的"));
    assertThat(chen.see("said-chart canvas")).isVisible();
    assertThat(chen.see(".tried-read")).containsText("Turning → Lapping → Packing");
    chen.expectGoodPage();
  }
}
