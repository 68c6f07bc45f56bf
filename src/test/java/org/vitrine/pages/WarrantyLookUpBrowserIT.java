package org.vitrine.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrine.fixtures.Browsers;
import org.vitrine.fixtures.Look;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.Visitor;

/** Whoever has a piece in their hands finds out whether it is covered, without an account. */
@ExtendWith(Browsers.class)
class WarrantyLookUpBrowserIT {
  private static final AtomicInteger SERIALS = new AtomicInteger();

  private static TestVitrine vitrine;
  private static TestClient program;

  @BeforeAll
  static void open() {
    vitrine = TestVitrine.start();
    Shop shop = new Shop(vitrine);
    shop.contact("northwind", "amelia@northwind.example");
    program = shop.integrator();
    program.put(
        "/api/warranty/terms/KFR-35",
        """
        {"months": 600, "covers": {"en": "Compressor, motor and electronics; not filters",
         "zh-CN": "压缩机、电机和电控；不含滤网"}, "claimsAt": "service@example.com\\n+86 571 8888 0000"}\
        """);
  }

  @AfterAll
  static void close() {
    if (vitrine != null) {
      vitrine.close();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "PHONE_CHINESE_DARK", "DESK_CHINESE", "DESK_DARK"})
  void the_code_on_the_card_leads_to_it(Look look) {
    String serial = "AC-" + SERIALS.incrementAndGet();
    String password = card(serial);
    Visitor visitor = new Visitor(vitrine, look).open("/01/06901234567892/21/" + serial);
    assertThat(visitor.see("#serial")).hasValue(serial);
    assertThat(visitor.see("main")).not().containsText("KFR-35");
    visitor.expectGoodPage();

    visitor.see("[data-action=look]").click();
    assertThat(visitor.see("#secret")).hasAttribute("aria-invalid", "true");
    visitor.see("#secret").fill("0000 0000 0000");
    visitor.see("[data-action=look]").click();
    assertThat(visitor.see(".look-up-answer"))
        .containsText(visitor.in("We cannot show you anything", "没有可显示的内容"));
    assertThat(visitor.see(".look-up-answer")).isFocused();
    visitor.expectGoodPage();

    visitor.see("#secret").fill(password.toLowerCase(Locale.ROOT));
    assertThat(visitor.see(".look-up-answer")).isEmpty();
    visitor.see("[data-action=look]").click();
    assertThat(visitor.see(".cover-shown")).containsText(visitor.in("Compressor, motor", "压缩机、电机"));
    assertThat(visitor.see(".cover-shown")).hasAttribute("data-state", "covered");
    assertThat(visitor.see(".cover-shown")).containsText("+86 571 8888 0000");
    assertThat(visitor.see("main")).not().containsText("northwind");
    visitor.expectGoodPage();
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE_CHINESE", "DESK"})
  void a_code_can_be_wished_for_and_nobody_is_told_whether_it_is_sent(Look look) {
    Visitor visitor = new Visitor(vitrine, look).open("/warranty/look-up?serial=NO-1");
    visitor.see("select[name=way]").selectOption("code");
    visitor.see("[data-action=send-code]").click();
    assertThat(visitor.see(".look-up-code")).containsText("NO-1");
    visitor.see("#secret").fill("7K3M-9XQ2");
    visitor.see("[data-action=look]").click();
    assertThat(visitor.see(".look-up-answer"))
        .containsText(visitor.in("We cannot show you anything", "没有可显示的内容"));
    visitor.expectGoodPage();
  }

  private static String card(String serial) {
    program.put(
        "/api/warranty/pieces/" + serial,
        "{\"product\": \"KFR-35\", \"company\": \"northwind\", \"shippedOn\": \"2026-03-01\"}");
    JsonNode made =
        TestClient.json(program.post("/api/warranty/cards", "{\"serials\": [\"" + serial + "\"]}"));
    return made.at("/cards/0/password").asText();
  }
}
