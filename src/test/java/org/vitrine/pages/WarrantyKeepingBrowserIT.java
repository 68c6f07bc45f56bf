package org.vitrine.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.Media;
import java.util.ArrayList;
import java.util.List;
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

  @ParameterizedTest
  @EnumSource(names = {"PHONE_CHINESE", "DESK"})
  void who_leaves_while_cards_are_made_is_asked(Look look) {
    String order = "SO-L" + COUNT.incrementAndGet();
    shipped(order, order + "-1");
    Visitor wang = new Visitor(vitrine, look).signInAs(WANG).open("/warranty/cards?order=" + order);
    List<Route> held = new ArrayList<>();
    assertThat(wang.see(".rows li")).hasCount(1);
    wang.page().route("**/api/warranty/cards", held::add);
    wang.see("[data-action=make]").click();
    assertThat(wang.see(".cards-making[role=status]"))
        .containsText(wang.in("stay on this page", "请勿离开"));
    assertFalse(leaves(wang));
    wang.page().waitForCondition(() -> !held.isEmpty());
    wang.page().unroute("**/api/warranty/cards");
    held.getFirst().resume();
    assertThat(wang.see(".warranty-card")).hasCount(1);
    assertThat(wang.page().locator(".cards-making")).hasText("");
    assertTrue(leaves(wang));
  }

  private static boolean leaves(Visitor visitor) {
    return (boolean)
        visitor.page().evaluate("dispatchEvent(new Event('beforeunload', { cancelable: true }))");
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE_CHINESE", "PHONE_DARK", "DESK", "DESK_CHINESE_DARK"})
  void terms_are_kept_and_a_piece_says_why_it_is_covered_so_long(Look look) {
    String product = "Pump " + COUNT.incrementAndGet();
    Visitor wang = new Visitor(vitrine, look).signInAs(WANG).open("/warranty/terms");
    wang.see("[data-action=add]").click();
    wang.see("#term-months").fill("0");
    wang.see("[data-action=save]").click();
    assertThat(wang.see("#term-product")).hasAttribute("aria-invalid", "true");
    assertThat(wang.see("#term-months")).hasAttribute("aria-invalid", "true");
    wang.see("#term-product").fill(product);
    wang.see("#term-months").fill("24");
    wang.see("#term-covers-en").fill("Motor and electronics");
    wang.see("#term-covers-zh").fill("电机和电控");
    wang.expectAccessible();
    wang.see("[data-action=save]").click();
    assertThat(wang.see("[data-product='" + product + "']"))
        .containsText(wang.in("24 months from delivery", "自交货起 24 个月"));
    wang.expectGoodPage();

    String serial = "P-" + COUNT.incrementAndGet();
    program.put(
        "/api/warranty/pieces/" + serial,
        """
        {"product": "%s", "company": "northwind", "shippedOn": "2026-03-01", "deliveredOn": "2026-03-05",
         "identities": ["13800138000"]}\
        """
            .formatted(product));
    wang.see("#serial").fill(serial);
    wang.see("[data-action=find]").click();
    assertThat(wang.see(".kept-until")).containsText("2028");
    wang.see("[data-action=enter]").click();
    wang.see("select[name=kind]").selectOption("goodwill");
    wang.see("[data-action=save]").click();
    assertThat(wang.see("#entry-reason")).hasAttribute("aria-invalid", "true");
    wang.see("#entry-reason").fill("A long friend");
    wang.expectAccessible();
    wang.see("[data-action=save]").click();
    assertThat(wang.see(".kept-until")).containsText("2029");
    assertThat(wang.see("ol.rows li")).hasCount(2);
    assertThat(wang.see("ol.rows")).containsText("A long friend");
    assertThat(wang.see(".kept-facts")).containsText("…8000");
    wang.expectGoodPage();
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
