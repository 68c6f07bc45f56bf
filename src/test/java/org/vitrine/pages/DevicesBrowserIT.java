package org.vitrine.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Browsers;
import org.vitrine.fixtures.Look;
import org.vitrine.fixtures.Showroom;
import org.vitrine.fixtures.Visitor;

/** Gauges in the pages. */
@ExtendWith(Browsers.class)
class DevicesBrowserIT {
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
  void a_gauge_is_entered_and_calibrated(Look look) {
    String code = "CAL-" + look.ordinal();
    Visitor chen = showroom.staff(Role.QUALITY_MANAGER, look).open("/devices");
    chen.see("[data-action=add]").click();
    chen.see("#gauge-code").fill(code);
    chen.see("#gauge-name").fill("Caliper 150 mm");
    chen.see("#gauge-unit").fill("mm");
    chen.see("[data-action=save]").click();
    String row = "[data-device='" + code + "'] ";
    assertThat(chen.see(row + ".gauge-state"))
        .containsText(chen.in("No calibration on record", "没有校准记录"));

    chen.see(row + "[data-action=calibrate]").click();
    chen.see("#calibration-on").fill("2026-01-05");
    chen.see("#calibration-until").fill("2026-01-04");
    chen.see("#calibration-by").fill("Guangzhou Metrology");
    chen.see("[data-action=save]").click();
    assertThat(chen.see("#calibration-until-error")).containsText(chen.in("ends before", "早于校准日期"));
    chen.see("#calibration-until").fill("2026-02-04");
    chen.see("#calibration-certificate").setInputFiles(certificate(code));
    chen.see("[data-action=save]").click();

    assertThat(chen.see(row + ".gauge-state")).containsText(chen.in("Overdue", "已过期"));
    assertThat(chen.page().locator(row + "a[download]"))
        .hasAttribute("href", Pattern.compile("/api/evidence/[0-9a-f]{64}"));
    chen.expectGoodPage();
    chen.expectNoSidewaysScroll();
  }

  private static FilePayload certificate(String code) {
    byte[] paper = ("%PDF-1.7\n% of " + code + "\n%%EOF\n").getBytes(StandardCharsets.UTF_8);
    return new FilePayload("certificate.pdf", "application/pdf", paper);
  }
}
