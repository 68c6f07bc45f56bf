package org.vitrine.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
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
import org.vitrine.fixtures.TestWatcher;
import org.vitrine.fixtures.Visitor;

/** What the house does for the warranty of its pieces: cards, terms, and what was promised. */
@ExtendWith(Browsers.class)
class WarrantyKeepingBrowserIT {
  private static final String WANG = "wang.fang@example.com";
  private static final AtomicInteger COUNT = new AtomicInteger();

  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient program;

  @BeforeAll
  static void open() {
    vitrine = TestVitrine.start();
    shop = new Shop(vitrine);
    shop.staff(Role.ACCOUNT_MANAGER, WANG);
    program = shop.integrator();
    program.put("/api/warranty/terms/KFR-35", "{\"months\": 600}");
  }

  @AfterAll
  static void close() {
    if (vitrine != null) {
      vitrine.close();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "PHONE_CHINESE_DARK", "DESK_CHINESE", "DESK_DARK"})
  void the_cards_of_an_order_are_made_and_printed(Look look) {
    String order = "SO-C" + COUNT.incrementAndGet();
    shipped(order, order + "-1", order + "-2");
    Visitor wang = new Visitor(vitrine, look).signInAs(WANG).open("/orders/" + order);
    wang.see("[data-action=warranty-cards]").click();
    assertThat(wang.see(".rows li")).hasCount(2);
    wang.expectGoodPage();

    wang.see("[data-action=make]").click();
    assertThat(wang.see(".warranty-card")).hasCount(2);
    assertThat(wang.see(".card-password").first())
        .hasText(Pattern.compile("([0-9A-Z]{4}-){2}[0-9A-Z]{4}"));
    assertThat(wang.see(".warranty-card").first()).containsText("Service password · 服务密码");
    assertThat(wang.see("[data-action=make]")).hasCount(0);
    wang.expectGoodPage();
    wang.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(wang.see(".warranty-card").first()).isVisible();
    assertThat(wang.see(".rows")).isHidden();
    wang.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));

    String password = wang.see(".card-password").first().textContent();
    Visitor owner = new Visitor(vitrine, look).open("/warranty/look-up?serial=" + order + "-1");
    owner.see("#secret").fill(password.toLowerCase(Locale.ROOT));
    owner.see("[data-action=look]").click();
    assertThat(owner.see(".cover-shown")).containsText("KFR-35");
  }

  private static void shipped(String order, String... serials) {
    shop.order(order);
    program.put(
        "/api/orders/" + order + "/shipments/S-1",
        """
        {"leftOn": "2026-03-01", "items": [{"line": 1, "quantity": %d, "serials": ["%s"]}]}\
        """
            .formatted(serials.length, String.join("\", \"", serials)));
    TestWatcher.await(
        "registered",
        () ->
            program.get("/api/warranty/pieces/" + serials[serials.length - 1]).statusCode() == 200);
  }
}
