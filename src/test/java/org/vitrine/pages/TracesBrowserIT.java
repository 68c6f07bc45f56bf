package org.vitrine.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
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
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.Visitor;

/** A lot and a piece, with what went into them and what was made of them. */
@ExtendWith(Browsers.class)
class TracesBrowserIT {
  private static TestVitrine vitrine;
  private static TestClient integrator;

  @BeforeAll
  static void open() {
    vitrine = TestVitrine.start();
    Shop shop = new Shop(vitrine);
    integrator = shop.integrator();
    shop.staff(Role.OPERATOR, "zhang.san@example.com");
    shop.order("SO-1");
    lot(
        "C-2231",
        """
        {"product": {"en": "Capacitor 47 µF", "zh-CN": "电容 47 µF"}, "supplier": "Hanyang Electronics",
         "supplierLot": "HY-0931", "amount": 5000}\
        """);
    lot("C-2232", "{\"product\": {\"en\": \"Capacitor 47 µF\", \"zh-CN\": \"电容 47 µF\"}}");
    for (int at = 1; at <= 24; at++) {
      piece(
          "SN-%04d".formatted(at),
          """
          {"product": "KFR-35", "revision": "B", "order": "SO-1", "line": 1, "station": "station 4",
           "madeAt": "2026-11-12T08:%02d:00Z", "from": [%s]}\
          """
              .formatted(
                  at,
                  at % 8 == 0 ? "" : "{\"lot\": \"C-2231\", \"amount\": 2, \"unit\": \"pieces\"}"));
    }
    piece(
        "RACK 7/1",
        "{\"product\": \"Cooling rack\", \"from\": [{\"serial\": \"SN-0001\"}, {\"serial\":"
            + " \"SN-0002\"}]}");
  }

  @AfterAll
  static void close() {
    if (vitrine != null) {
      vitrine.close();
    }
  }

  private static void lot(String code, String said) {
    said(integrator.put("/api/lots/" + code, said).statusCode());
  }

  private static void piece(String serial, String said) {
    String path = serial.replace(" ", "%20").replace("/", "%2F");
    said(integrator.put("/api/pieces/" + path, said).statusCode());
  }

  private static void said(int status) {
    if (status != 201) {
      throw new IllegalStateException("Answered with " + status);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "PHONE_CHINESE_DARK", "DESK_DARK", "DESK_CHINESE"})
  void a_lot_is_followed_to_where_it_went(Look look) {
    Visitor visitor =
        new Visitor(vitrine, look).signInAs("zhang.san@example.com").open("/lots/c-2231");
    assertThat(visitor.see("h1")).hasText("C-2231");
    assertThat(visitor.see(".trace-gaps")).containsText(visitor.in("Of 3 pieces", "有 3 件无法确认"));
    assertThat(visitor.see("[data-way=up]")).containsText("HY-0931");
    assertThat(rows(visitor)).hasCount(20);
    visitor.expectGoodPage();
    visitor.see("[data-way=down] [data-action=all]").click();
    assertThat(rows(visitor)).hasCount(21);

    visitor.see("[data-way=down] li[data-code=SN-0001] summary").click();
    assertThat(visitor.see("[data-way=down] li[data-code=SN-0001] trace-branch"))
        .containsText("RACK 7/1");
    visitor.expectGoodPage();
    visitor.see("[data-way=down] li[data-code=SN-0001] trace-branch a").first().click();
    assertThat(visitor.see("h1")).hasText("RACK 7/1");
    visitor.see("[data-way=up] li[data-code=SN-0002] summary").click();
    assertThat(visitor.see("[data-way=up] li[data-code=SN-0002] trace-branch"))
        .containsText("C-2231");
    visitor.expectGoodPage();
  }

  private static Locator rows(Visitor visitor) {
    return visitor.page().locator("[data-way=down] > trace-branch > ul > li");
  }
}
