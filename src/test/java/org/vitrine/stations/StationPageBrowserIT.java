package org.vitrine.stations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Browsers;
import org.vitrine.fixtures.Look;
import org.vitrine.fixtures.PlayedCamera;
import org.vitrine.fixtures.SetUpStation;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;
import org.vitrine.fixtures.Visitor;

/** A shift at a station, with gloves and a network that goes. */
@ExtendWith(Browsers.class)
class StationPageBrowserIT {
  private static final Duration UNDO = Duration.ofSeconds(11);
  private static final String OFFLINE = "ERR_INTERNET_DISCONNECTED";
  private static TestClock clock;
  private static TestVitrine vitrine;
  private static Shop shop;
  private static TestClient keeper;

  @BeforeAll
  static void open() {
    clock = new TestClock();
    vitrine = TestVitrine.startAt(clock);
    shop = new Shop(vitrine);
    keeper = shop.staff(Role.QUALITY_MANAGER, "chen.yu@example.com");
    shop.contact("northwind", "amelia@northwind.example");
    keeper.post(
        "/api/operators", "{\"name\": \"Zhang Wei\", \"badge\": \"0042\", \"pin\": \"2468\"}");
  }

  @AfterAll
  static void close() {
    if (vitrine != null) {
      vitrine.close();
    }
  }

  /** A new station at which this is done, and the code by which a screen becomes it. */
  private static String code(String name, String operation) {
    JsonNode made =
        TestClient.json(
            keeper.post(
                "/api/stations",
                "{\"name\": \"%s\", \"operations\": [\"%s\"]}".formatted(name, operation)));
    return TestClient.json(keeper.post("/api/stations/%s/set-up".formatted(made.get("id")), ""))
        .get("code")
        .asText();
  }

  private static String travellerOf(String order, String operation) {
    SetUpStation asking =
        SetUpStation.of(vitrine, keeper, "Office " + order, "[\"" + operation + "\"]");
    for (JsonNode work : asking.screen().json("/api/station/work").get("work")) {
      if (work.get("order").asText().equals(order)) {
        return work.get("traveller").asText();
      }
    }
    throw new AssertionError("No work for " + order);
  }

  private static void come(Visitor worker, String code) {
    worker.open("/station#" + code);
    worker.see("#station-badge").fill("0042");
    for (String digit : List.of("2", "4", "6", "8")) {
      worker.see("number-pad [data-key='%s']".formatted(digit)).click();
    }
    worker.see("operator-entry .go").click();
    worker.see("work-finder h1").waitFor();
    worker.page().evaluate("document.querySelector('station-page').bench.set({ prefix: '~' })");
  }

  /** Both the page's clock and the plant's. */
  private static void passes(Visitor worker, Duration time) {
    clock.pass(time);
    worker.passes(time);
  }

  private static Locator count(Visitor worker) {
    return worker.see(".work-count");
  }

  private static void types(Visitor worker, String scan) {
    worker
        .page()
        .keyboard()
        .type("~" + scan); // However slow the machine, by its first sign it is a scan.
    worker.page().keyboard().press("Enter");
  }

  private static FilePayload photo() {
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    BufferedImage striped = new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < striped.getWidth(); x++) {
      for (int y = 0; y < striped.getHeight(); y++) {
        striped.setRGB(x, y, (x / 8 + y / 6) % 2 == 0 ? 0xffffff : 0x104060);
      }
    }
    try {
      ImageIO.write(striped, "png", png);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return new FilePayload("scratch.png", "image/png", png.toByteArray());
  }

  private static List<JsonNode> said(String order) {
    JsonNode events = keeper.json("/api/orders/%s/events".formatted(order)).get("events");
    return events.findValues("kind").isEmpty()
        ? List.of()
        : java.util.stream.StreamSupport.stream(events.spliterator(), false).toList();
  }

  @Test
  void a_shift_with_a_camera_a_reject_a_hold_and_an_hour_without_a_network() {
    shop.order("SO-7001");
    String code = code("Assembly 7", "Assembly");
    Visitor amelia =
        new Visitor(vitrine, Look.DESK)
            .signInAs("amelia@northwind.example")
            .open("/orders/SO-7001");
    amelia.pane("assembly").waitFor();
    try (Browser filming =
        Browsers.withCamera(PlayedCamera.lookingAt(travellerOf("SO-7001", "Assembly")))) {
      Visitor zhang =
          Visitor.filming(vitrine, Look.PHONE, filming).expecting(OFFLINE).expecting("ERR_FAILED");
      come(zhang, code);
      zhang.expectGoodPage();

      zhang.see("[data-action=camera]").click();
      assertThat(zhang.see("work-sheet h1")).containsText("KFR-35");
      zhang.expectGoodPage();

      for (int taps = 0; taps < 3; taps++) {
        zhang.see(".tap[data-action=good]").click();
      }
      assertThat(count(zhang)).hasAttribute("data-done", "3");
      passes(zhang, Duration.ofSeconds(1));
      assertThat(amelia.pane("assembly")).containsText("3");
      zhang.see("[data-action=undo]").click();
      assertThat(count(zhang)).hasAttribute("data-done", "2");
      passes(zhang, UNDO);
      assertThat(amelia.pane("assembly")).containsText("2");
      assertThat(zhang.see(".queue-bar")).hasAttribute("data-state", "sent");

      zhang.see("[data-action=reject]").click();
      zhang.expectAccessible();
      zhang.see("report-sheet [data-action=send]").click();
      assertThat(zhang.see("report-sheet .trouble", "Say why")).isVisible();
      zhang.see(".report-reasons .tap").first().click();
      zhang.see("report-sheet input[type=file]").setInputFiles(photo());
      zhang.see(".picture-row img").waitFor();
      hideAFace(zhang);
      zhang.see("report-sheet [data-action=send]").click();
      zhang.see("[data-action=hold]").click();
      zhang.see("report-sheet .entry input").fill("Waiting for seals");
      zhang.see("report-sheet [data-action=send]").click();
      assertThat(zhang.see(".work-held")).containsText("Waiting for seals");
      zhang.expectAccessible();
      passes(zhang, UNDO);
      assertThat(zhang.see(".queue-bar")).hasAttribute("data-state", "sent");
      assertThat(amelia.see("main")).containsText("Waiting for seals");

      zhang.offline(true);
      zhang.see("[data-action=resume]").click();
      zhang.see(".tap[data-action=good]").click();
      Instant tapped = clock.instant();
      passes(zhang, Duration.ofHours(1));
      assertThat(zhang.see(".queue-bar")).hasAttribute("data-state", "offline");
      assertThat(zhang.see(".queue-bar")).containsText("2");
      zhang.page().reload();
      assertThat(count(zhang)).hasAttribute("data-done", "3");
      zhang.expectAccessible();
      zhang.offline(false);
      assertThat(zhang.see(".queue-bar")).hasAttribute("data-state", "sent");
      assertThat(amelia.pane("assembly")).containsText("3");

      TestWatcher.await("everything is heard", () -> said("SO-7001").size() >= 6);
      assertThat(keeper.json("/api/orders/SO-7001/events").toString())
          .contains("Zhang Wei", "Assembly 7")
          .contains(tapped.toString().substring(0, 16));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESK_CHINESE_DARK"})
  void a_clip_is_filmed_by_the_page_and_played_where_its_stage_is(Look look) {
    String order = "SO-75" + look.ordinal();
    shop.order(order);
    Visitor amelia =
        new Visitor(vitrine, look).signInAs("amelia@northwind.example").open("/orders/" + order);
    amelia.pane("assembly").waitFor();
    try (Browser filming = Browsers.withCamera(PlayedCamera.lookingAt("what is made"))) {
      Visitor zhang = Visitor.filming(vitrine, look, filming);
      come(zhang, code("Filming " + look, "Assembly"));
      types(zhang, order);
      zhang.see(".tap[data-action=picture]").click();
      zhang.see("[data-action=film]").click();
      assertThat(zhang.see("[data-action=clip-start]")).isEnabled();
      zhang.expectAccessible();

      zhang.see("[data-action=clip-start]").click();
      zhang.see("[data-action=clip-stop]").waitFor();
      zhang.page().waitForTimeout(2_000); // A clip is as long as it is.
      zhang.see("[data-action=clip-stop]").click();

      zhang.see(".picture-row video").waitFor();
      zhang.expectAccessible();
      zhang.see("report-sheet [data-action=send]").click();
      passes(zhang, UNDO);
      TestWatcher.await("the clip is told", () -> !said(order).isEmpty());
      assertThat(zhang.see(".queue-bar")).hasAttribute("data-state", "sent");
    }
    amelia.pane("assembly").locator(".evidence-small").click();
    assertThat(amelia.see("evidence-view video")).hasAttribute("preload", "none");
    assertThat(amelia.see(".evidence-poster")).isVisible();
    amelia.expectAccessible();
    amelia.expectNoSidewaysScroll();
    amelia.page().evaluate("document.querySelector('evidence-view video').play()");
    amelia
        .page()
        .waitForFunction("() => document.querySelector('evidence-view video').currentTime > 0.2");
    assertThat(amelia.see(".evidence-poster")).hasCount(0);
  }

  /** By touch and by keys; what is kept then is another picture. */
  private static void hideAFace(Visitor worker) {
    String before = worker.see(".picture-row img").getAttribute("src");
    worker.see("[data-action=hide-faces]").click();
    assertThat(worker.see("[data-action=hide-done]")).isDisabled();
    worker.expectAccessible();
    worker.see("face-hider canvas").click();
    worker.see("[data-action=hide-anew]").click();
    assertThat(worker.see("[data-action=hide-done]")).isDisabled();
    worker.see("face-hider canvas").press("ArrowRight");
    worker.see("face-hider canvas").press("ArrowDown");
    worker.see("face-hider canvas").press(" ");
    worker.see("[data-action=hide-done]").click();
    assertThat(worker.see(".picture-row img")).not().hasAttribute("src", before);
  }

  @ParameterizedTest
  @EnumSource(names = {"DESK", "PHONE_CHINESE_DARK"})
  void a_scanner_that_types_is_no_keyboard(Look look) {
    String order = "SO-72" + look.ordinal();
    shop.order(order);
    String code = code("Assembly " + look, "Assembly");
    Visitor worker = new Visitor(vitrine, look);
    come(worker, code);
    worker.expectGoodPage();
    String traveller = travellerOf(order, "Assembly");
    worker.see("#find-number").fill("half");
    worker.see("#find-number").focus();
    types(worker, traveller);
    assertThat(worker.see("work-sheet .eyebrow")).containsText(order);
    worker.expectGoodPage();

    types(worker, "VT:GOOD");
    assertThat(count(worker)).hasAttribute("data-done", "1");
    types(worker, "VT:UNDO");
    assertThat(count(worker)).hasAttribute("data-done", "0");
    types(worker, traveller + traveller);
    assertThat(worker.see(".station-told")).isVisible();
    worker.see("work-sheet [data-action=good]").click();
    assertThat(worker.see(".station-told")).hasCount(0);
    types(
        worker, "VT-TEST:0123456789abcdefghijklmnopqrstuvwxzyABCDEFGHIJKLMNOPQRSTUVWXZYÖ-_´%ß:?`");
    assertThat(worker.see(".station-told")).containsText(worker.in("keyboard layout", "键盘布局"));
    worker.expectAccessible();
  }

  @Test
  void what_was_measured_is_read_in_its_unit_and_asked_again_far_off() {
    shop.order("SO-7300");
    Visitor worker = new Visitor(vitrine, Look.DESK_DARK);
    come(worker, code("Inspection 7", "Final test"));
    types(worker, "SO-7300");
    worker.see("work-sheet [data-demand=capacity] [data-action=measure]").click();
    worker.see("measure-sheet .report-amount input").waitFor();
    types(worker, "+009,900 W");
    assertThat(worker.see("#measure-wrong")).isVisible();
    worker.expectAccessible();
    worker.see("measure-sheet .report-amount input").fill("3500,5");
    worker.see("measure-sheet [name=device]").fill("CAL-07");
    worker.see("measure-sheet [data-action=send]").click();
    assertThat(worker.see("[data-demand=capacity] .chip.ok")).isVisible();
    passes(worker, UNDO);
    assertThat(worker.see(".queue-bar")).hasAttribute("data-state", "sent");
    assertThat(keeper.json("/api/orders/SO-7300/events").toString()).contains("3500.5", "CAL-07");
  }

  @Test
  void whoever_was_here_this_week_comes_by_badge_alone_while_there_is_no_network() {
    shop.order("SO-7400");
    Visitor worker = new Visitor(vitrine, Look.PHONE).expecting(OFFLINE).expecting("ERR_FAILED");
    come(worker, code("Assembly 8", "Assembly"));
    assertThat(worker.see("[data-work='SO-7400/1/Assembly']")).isVisible();
    worker.see("[data-action=leave]").click();
    worker.page().evaluate("navigator.serviceWorker.ready");
    worker.offline(true);
    passes(worker, Duration.ofSeconds(20));
    worker.page().reload();
    assertThat(worker.see("#station-pin")).hasCount(0);
    worker.see("#station-badge").fill("0042");
    worker.see("operator-entry .go").click();
    worker.see("[data-work='SO-7400/1/Assembly']").click();
    worker.see(".tap[data-action=good]").click();
    passes(worker, UNDO);
    worker.offline(false);
    assertThat(worker.see(".queue-bar")).hasAttribute("data-state", "sent");
    assertThat(keeper.json("/api/orders/SO-7400/events").toString()).contains("PIN not checked");
  }
}
