package org.vitrine.evidence;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
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
import org.vitrine.orders.OrderNumber;
import org.vitrine.tracking.GlassField;

/** What was seen, in the pages: asked for, come live, looked at, saved, kept to the house. */
@ExtendWith(Browsers.class)
class EvidenceBrowserIT {
  private static TestClock clock;
  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient plant;

  @BeforeAll
  static void open() {
    clock = new TestClock();
    vitrine = TestVitrine.startAt(clock);
    shop = new Shop(vitrine);
    plant = shop.integrator();
    shop.contact("northwind", "amelia@northwind.example");
    shop.staff(Role.QUALITY_MANAGER, "chen@works.example");
  }

  @AfterAll
  static void close() {
    if (vitrine != null) {
      vitrine.close();
    }
  }

  private static String seen(String order, byte[] file) {
    clock.pass(Duration.ofSeconds(1));
    String hash = EvidenceFiles.hash(file);
    plant.put("/api/evidence/" + hash, file);
    HttpResponse<String> answer =
        plant.post(
            "/api/reports",
            """
            {"id": "%s", "order": "%s", "kind": "seen", "operation": "Assembly", "evidence": ["%s"],
             "source": "scan", "station": "Station 4", "actor": "Zhang San", "happenedAt": "%s"}\
            """
                .formatted(order + hash.substring(0, 9), order, hash, clock.instant()));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return hash;
  }

  private static Visitor at(String order, String who, Look look) {
    return new Visitor(vitrine, look).signInAs(who).open("/orders/" + order);
  }

  private static Locator tile(Visitor visitor, String hash) {
    return visitor.pane("assembly").locator("[data-evidence='%s']".formatted(hash));
  }

  private static void awaitLoaded(Visitor visitor, String selector) {
    visitor
        .page()
        .waitForFunction(
            "(selector) => document.querySelector(selector)?.naturalWidth > 0", selector);
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "PHONE_CHINESE_DARK", "DESK_CHINESE", "DESK_DARK"})
  void a_stage_is_asked_for_shown_and_looked_at(Look look) {
    String order = "SO-80" + look.ordinal();
    shop.order(order);
    Visitor amelia = at(order, "amelia@northwind.example", look);
    Locator pane = amelia.pane("assembly");
    assertThat(pane.locator(".say-button")).not().hasCount(0);
    assertThat(amelia.see("[data-action=show-us]")).hasCount(0); // Nothing is made yet.
    shop.good(order, "begun", "Assembling", 1);
    pane.locator("[data-action=show-us]").click();
    assertThat(pane.locator(".evidence-asked"))
        .containsText(amelia.in("Picture asked for", "已请求拍照"));
    String message = pane.locator(".evidence-asked a").getAttribute("href");
    amelia.expectGoodPage();

    String photo = seen(order, EvidenceFiles.photo(600, 400, 0x2244aa + look.ordinal()));

    assertThat(tile(amelia, photo).locator("img")).isVisible();
    awaitLoaded(amelia, ".evidence-strip img");
    assertThat(pane.locator(".evidence-asked")).hasCount(0);
    String paper = seen(order, EvidenceFiles.paper("Test protocol of " + order));
    assertThat(tile(amelia, paper)).containsText("PDF");
    amelia.expectGoodPage();

    tile(amelia, photo).click();
    awaitLoaded(amelia, "evidence-view img");
    assertThat(amelia.see("evidence-view .evidence-when")).containsText("Station 4");
    assertThat(amelia.see("evidence-view")).not().containsText("Zhang San");
    amelia.expectAccessible();
    amelia.expectNoSidewaysScroll();
    amelia.see("evidence-view [data-action=next]").click();
    Download saved = amelia.page().waitForDownload(() -> amelia.see(".evidence-paper a").click());
    assertThat(saved.suggestedFilename()).matches("paper-[0-9a-f]{12}[.]pdf");
    amelia.see("evidence-view [data-action=close]").click();

    keepsItToTheHouse(amelia, order, photo);
    amelia.open(message);
    assertThat(amelia.see("main")).containsText(amelia.in("from Station 4", "由Station 4拍摄"));
  }

  private static void keepsItToTheHouse(Visitor amelia, String order, String photo) {
    Visitor chen = at(order, "chen@works.example", amelia.look());
    tile(chen, photo).click();
    assertThat(chen.see("evidence-view .evidence-when")).containsText("Zhang San");
    assertThat(chen.see(".evidence-kept")).containsText(chen.in("The customer sees", "客户可见"));
    chen.expectAccessible();
    chen.see("[data-action=turn]").click();
    assertThat(chen.see(".evidence-kept")).containsText(chen.in("Only we see", "仅内部可见"));
    chen.see("evidence-view [data-action=close]").click();
    assertThat(tile(chen, photo)).hasAttribute("data-internal", "");
    chen.expectGoodPage();
    assertThat(tile(amelia, photo)).hasCount(0);
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE_CHINESE", "PHONE_DARK", "DESK", "DESK_CHINESE_DARK"})
  void whoever_holds_a_link_that_shows_it_looks_and_asks_for_nothing(Look look) {
    String order = "SO-81" + look.ordinal();
    shop.order(order);
    Visitor holder = new Visitor(vitrine, look).open("/glass#" + link(order));
    holder.pane("assembly").waitFor();
    assertThat(holder.see("[data-action=show-us]")).hasCount(0);

    String photo = seen(order, EvidenceFiles.photo(600, 400, 0x883311 + look.ordinal()));

    awaitLoaded(holder, ".evidence-strip img");
    holder.expectGoodPage();
    tile(holder, photo).click();
    awaitLoaded(holder, "evidence-view img");
    assertThat(holder.see("evidence-view .evidence-when")).containsText("Station 4");
    assertThat(holder.see("evidence-view")).not().containsText("Zhang San");
    holder.expectAccessible();
  }

  private static String link(String order) {
    return vitrine
        .vitrine()
        .rooms()
        .links()
        .make(
            vitrine.vitrine().rooms().tracking().require(new OrderNumber(order), Optional.empty()),
            Duration.ofDays(1),
            Set.of(GlassField.EVIDENCE),
            false,
            "test")
        .token()
        .text();
  }
}
