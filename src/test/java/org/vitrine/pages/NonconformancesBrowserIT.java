package org.vitrine.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.BoundingBox;
import java.util.regex.Pattern;
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

/** Something is wrong, on the pages of the house and of who waits for the order. */
@ExtendWith(Browsers.class)
class NonconformancesBrowserIT {
  private static TestVitrine vitrine;
  private static Shop shop;

  @BeforeAll
  static void open() {
    vitrine = TestVitrine.start();
    shop = new Shop(vitrine);
    shop.staff(Role.OPERATOR, "zhang@plant.example");
    shop.staff(Role.QUALITY_MANAGER, "chen@plant.example");
    shop.staff(Role.QUALITY_MANAGER, "wu@plant.example");
    shop.contact("northwind", "amelia@northwind.example");
  }

  @AfterAll
  static void close() {
    if (vitrine != null) {
      vitrine.close();
    }
  }

  private static Visitor visitor(Look look, String email) {
    return new Visitor(vitrine, look).signInAs(email);
  }

  private static void piece(String serial, String order, String station, String lot) {
    shop.integrator()
        .put(
            "/api/pieces/" + serial,
            """
            {"product": "Motor %1$s", "order": "%1$s", "line": 1, "station": "%2$s",
             "from": [{"lot": "%3$s", "product": "Capacitor %1$s"}]}\
            """
                .formatted(order, station, lot));
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESK", "PHONE_CHINESE_DARK"})
  void a_failed_test_is_raised_contained_released_by_two_and_closed(Look look) {
    String order = "SO-" + look.name().replace('_', '-');
    String lot = "C-" + look.name().replace('_', '-');
    shop.order(order);
    shop.good(order, "r1", "Assembly", 500);
    piece(lot + "-1", order, "Winder 1", lot);
    piece(lot + "-2", order, "Winder 2", lot);

    Visitor amelia = visitor(look, "amelia@northwind.example").open("/orders/" + order);
    assertThat(amelia.see(".pane[data-state=met]").first()).isVisible();
    long number = raised(look, order);
    assertThat(amelia.see(".pane[data-state=doubted]")).isVisible();
    assertThat(amelia.see("main")).not().containsText("bulge");
    amelia.expectGoodPage();

    Visitor chen = visitor(look, "chen@plant.example").open("/nonconformances");
    chen.expectGoodPage();
    chen.see(".problem-row[data-number='" + number + "']").click();
    chen.see("[data-action=contain-begin]").click();
    chen.see("#contain-lots").fill(lot);
    chen.expectAccessible();
    chen.see("[data-action=preview]").click();
    assertThat(chen.see("dialog [data-sum=house]")).containsText("Winder 1");
    assertThat(chen.see("dialog .contain-seen h3")).isInViewport();
    assertThat(chen.see("[data-action=contain-now]"))
        .isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(1));
    chen.expectAccessible();
    chen.see("[data-action=contain-now]").click();
    assertThat(chen.see("containment-card [data-sum=house]")).containsText("Winder 2");
    chen.see("held-things summary").click();
    assertThat(chen.see("held-things")).containsText(lot + "-1");
    chen.expectGoodPage();
    assertThat(chen.page().locator("dialog")).hasCount(0);

    chen.see("[data-action=contain-release]").click();
    chen.see("[data-action=ask-release]").click();
    assertThat(chen.see("#release-reason")).hasAttribute("aria-invalid", "true");
    chen.see("#release-reason").fill("X-rayed one by one");
    chen.expectAccessible();
    chen.see("[data-action=ask-release]").click();
    assertThat(chen.see("release-answer")).containsText("X-rayed one by one");
    assertThat(chen.page().locator("[data-action=confirm-release]")).hasCount(0);

    Visitor wu = visitor(look, "wu@plant.example").open("/nonconformances/" + number);
    wu.expectGoodPage();
    wu.see("[data-action=confirm-release]").click();
    assertThat(wu.page().locator("release-answer")).hasCount(0);
    wu.see("[data-action=raise-correction]").click();
    wu.see("#correction-text").fill("Test every delivery");
    wu.see("#correction-due").fill(java.time.LocalDate.now().plusDays(9).toString());
    wu.expectAccessible();
    wu.see("[data-action=raise-correction-now]").click();
    assertThat(wu.see("todo-card a", "Test every delivery")).isVisible();

    wu.see("[data-action=close]").click();
    Locator why = wu.see("#left-actions");
    wu.see("[data-action=close-now]").click();
    assertThat(why).hasAttribute("aria-invalid", "true");
    why.fill("It goes on in the next project");
    wu.expectAccessible();
    wu.see("[data-action=close-now]").click();
    assertThat(wu.see("article[data-nonconformance]")).hasAttribute("data-state", "closed");
    wu.expectGoodPage();
    assertThat(amelia.see(".pane[data-state=met]").first()).isVisible();
  }

  /** From the order's page, by whoever is at the station. */
  private static long raised(Look look, String order) {
    Visitor zhang = visitor(look, "zhang@plant.example").open("/orders/" + order);
    zhang.see("order-problems [data-action=raise]").click();
    zhang.see("[data-action=raise-now]").click();
    assertThat(zhang.see("#raise-title")).hasAttribute("aria-invalid", "true");
    zhang.see("#raise-title").fill("Capacitors bulge");
    zhang.see("select[name=at]").selectOption("1/assembly");
    zhang.expectAccessible();
    zhang.see("[data-action=raise-now]").click();
    assertThat(zhang.see("order-problems .problem-row")).containsText("Capacitors bulge");
    BoundingBox card = zhang.see("section.order-problems").boundingBox();
    assertEquals(zhang.see(".order-more").first().boundingBox().width, card.width, 1);
    assertTrue(
        card.y + card.height <= zhang.see("order-problems [data-action=raise]").boundingBox().y);
    zhang.expectGoodPage();
    String address = zhang.see("order-problems .problem-row").getAttribute("href");
    return Long.parseLong(address.replaceFirst(".*/", ""));
  }

  @ParameterizedTest
  @EnumSource(names = {"DESK", "PHONE_CHINESE_DARK"})
  void it_is_raised_from_a_message_and_stands_there(Look look) {
    String order = "SO-M-" + look.name().replace('_', '-');
    shop.order(order);
    TestClient amelia = shop.contact("northwind", "amelia@northwind.example");
    JsonNode said =
        TestClient.json(
            amelia.post(
                "/api/voices",
                "{\"order\": \"%s\", \"kind\": \"complaint\", \"text\": \"It hums\"}"
                    .formatted(order)));
    Visitor chen =
        visitor(look, "chen@plant.example").open("/messages/" + said.get("number").asText());
    chen.see("raised-here [data-action=raise]").click();
    chen.see("#raise-title").fill("Motors hum");
    chen.see("[data-action=raise-now]").click();
    assertThat(chen.see("raised-here .problem-row")).containsText("Motors hum");
    chen.expectGoodPage();
    chen.see("raised-here .problem-row").click();
    assertThat(chen.page()).hasURL(Pattern.compile("/nonconformances/[0-9]+$"));
    assertThat(chen.see(".problem-facts")).containsText(order);
    chen.expectGoodPage();
  }
}
