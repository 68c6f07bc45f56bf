package org.vitrine.stations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.net.URLEncoder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrine.fixtures.Browsers;
import org.vitrine.fixtures.Look;
import org.vitrine.fixtures.PlayedCamera;
import org.vitrine.fixtures.ShopFloor;
import org.vitrine.fixtures.TestWatcher;
import org.vitrine.fixtures.Visitor;

/** What goes wrong at a station, and what somebody with gloves can do about it. */
@ExtendWith(Browsers.class)
class StationTroubleBrowserIT {
  private static final Duration UNTIL_ASKED_AGAIN = Duration.ofSeconds(20);

  /** What a device keeps beside reports and pictures, by name. */
  private static final String KEPT =
      """
      () => new Promise((resolve) => {
        indexedDB.open('vitrine-station').onsuccess = ({target: {result: base}}) => {
          base.transaction('things').objectStore('things').getAllKeys().onsuccess =
            ({target}) => { base.close(); resolve(target.result); };
        };
      })\
      """;

  /** Remembers each camera that was switched on; `arrives` lets the page have it. */
  private static final String WATCHED_CAMERA =
      """
      () => {
        const {mediaDevices} = navigator;
        const film = mediaDevices.getUserMedia.bind(mediaDevices);
        globalThis.filmed = [];
        mediaDevices.getUserMedia = async (wanted) => {
          const stream = await film(wanted);
          filmed.push(...stream.getTracks());
          await globalThis.arrival;
          return stream;
        };
      }\
      """;

  private static final String LATE_CAMERA =
      "() => { globalThis.arrival = new Promise((arrives) => { globalThis.arrives = arrives; }); }";
  private static final String NO_READER =
      """
      () => {
        globalThis.BarcodeDetector = class {
          static getSupportedFormats = async () => ['qr_code', 'data_matrix'];
          constructor() { throw new Error('None'); }
        };
      }\
      """;
  private static final String IS_ON = "() => filmed.some(({readyState}) => readyState === 'live')";
  private static final String IS_OFF =
      "() => filmed.length > 0 && filmed.every(({readyState}) => readyState === 'ended')";

  private static ShopFloor floor;

  @BeforeAll
  static void open() {
    floor = new ShopFloor();
  }

  @AfterAll
  static void close() {
    if (floor != null) {
      floor.close();
    }
  }

  private static void answers(
      Visitor worker, String address, int status, String type, String body) {
    Route.FulfillOptions answer =
        new Route.FulfillOptions().setStatus(status).setContentType(type).setBody(body);
    worker.page().context().route(address, route -> route.fulfill(answer));
  }

  private static List<String> kept(Visitor worker) {
    return ((List<?>) worker.page().evaluate(KEPT)).stream().map(String.class::cast).toList();
  }

  private static void expectState(Visitor worker, String state) {
    assertThat(worker.see(".queue-bar")).hasAttribute("data-state", state);
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESK_CHINESE_DARK"})
  void a_picture_that_does_not_get_through_holds_up_its_own_line_and_can_be_left_out(Look look) {
    String order = "SO-81" + look.ordinal();
    String other = "SO-82" + look.ordinal();
    floor.order(order);
    floor.order(other);
    Visitor worker = floor.worker(look).expecting("503");
    floor.come(worker, floor.station("Assembly 81 " + look, "Assembly"));
    worker
        .page()
        .context()
        .route(
            "**/api/evidence/**",
            route ->
                route.fulfill(
                    new Route.FulfillOptions()
                        .setStatus(503)
                        .setHeaders(
                            Map.of(
                                "Content-Type", "application/problem+json", "Retry-After", "3600"))
                        .setBody("{\"title\": \"Unavailable\", \"detail\": \"No more room\"}")));
    ShopFloor.takeUp(worker, order);
    worker.see("[data-action=reject]").click();
    worker.see(".report-reasons .tap").first().click();
    worker.see("report-sheet input[type=file]").first().setInputFiles(ShopFloor.photo());
    worker.see(".picture-row img").waitFor();
    worker.see("report-sheet [data-action=send]").click();
    expectState(worker, "stuck");
    worker.expectAccessible();
    ShopFloor.takeUp(worker, other);
    worker.see(".tap[data-action=good]").click();
    TestWatcher.await("the other line is heard", () -> !floor.reported(other).isEmpty());
    assertThat(floor.reported(order)).isEmpty();

    worker.see("[data-action=queue]").click();
    assertThat(worker.see(".queue-list[data-state=stuck] li")).hasCount(1);
    worker.expectAccessible();
    worker.expectNoSidewaysScroll();
    worker.see("[data-action=without]").click();
    assertThat(worker.see(".queue-list[data-state=stuck]")).hasCount(0);
    worker.see("[data-action=close]").click();
    expectState(worker, "sent");
    TestWatcher.await("it is heard", () -> !floor.reported(order).isEmpty());
    assertThat(floor.reported(order).toString()).contains("\"rejected\":1");
  }

  @Test
  void a_link_opens_a_traveller_and_taps_nothing() {
    floor.order("SO-8300");
    Visitor worker = floor.worker(Look.PHONE_CHINESE);
    floor.come(worker, floor.station("Assembly 83", "Assembly"));
    ShopFloor.takeUp(worker, "SO-8300");
    String traveller =
        (String)
            worker.page().evaluate("document.querySelector('station-page').bench.atHand.traveller");
    for (String text : List.of("VT%3AGOOD", "VT%3ADONE", "VT-BADGE%3A1", "SO-8300")) {
      worker.open("/station?scan=" + text);
      assertThat(worker.see(".station-told")).containsText("链接只能打开流转卡");
      assertThat(worker.see(".work-count")).hasAttribute("data-done", "0");
      assertThat(worker.see(".station-who")).isVisible();
    }
    assertThat(floor.reported("SO-8300")).isEmpty();

    worker.see("[data-action=other]").click();
    worker.open("/station?scan=" + URLEncoder.encode(traveller, UTF_8));
    assertThat(worker.see("work-sheet .eyebrow")).containsText("SO-8300");
  }

  @Test
  void what_was_tapped_at_one_station_is_not_told_by_another_and_nothing_else_of_it_stays() {
    floor.order("SO-8400");
    long first = floor.station("Assembly 84", "Assembly");
    Visitor worker =
        floor
            .worker(Look.PHONE)
            .expecting("ERR_INTERNET_DISCONNECTED")
            .expecting("ERR_FAILED")
            .expecting("401");
    floor.come(worker, first);
    Page otherTab = worker.page().context().newPage();
    otherTab.navigate("/station");
    assertThat(otherTab.locator(".station-who")).containsText("Zhang Wei");
    ShopFloor.takeUp(worker, "SO-8400");
    worker.offline(true);
    worker.see(".tap[data-action=good]").click();
    assertThat(worker.see(".work-count")).hasAttribute("data-done", "1");
    worker.see("[data-action=leave]").click();
    assertThat(otherTab.locator("operator-entry h1")).isVisible();

    floor.withdraw(first);
    worker.offline(false);
    floor.passes(worker, UNTIL_ASKED_AGAIN);
    assertThat(worker.see("station-set-up h1")).containsText("set up again");
    assertThat(otherTab.locator("station-set-up h1")).isVisible();
    assertThat(kept(worker)).isSubsetOf("eras", "settings");
    assertThat(worker.see("station-set-up .hint-box")).containsText("1 report");

    floor.come(worker, floor.station("Welding 84", "Assembly"));
    expectState(worker, "foreign");
    assertThat(otherTab.locator(".station-where")).containsText("Welding 84");
    ShopFloor.takeUp(worker, "SO-8400");
    assertThat(floor.reported("SO-8400")).isEmpty();
    worker.see("[data-action=queue]").click();
    assertThat(worker.see(".queue-list[data-state=foreign]")).containsText("Assembly 84");
    worker.expectAccessible();
    worker.see("[data-action=adopt]", "Welding 84").click();
    worker.see("[data-action=close]").click();
    expectState(worker, "sent");
    assertThat(floor.reported("SO-8400").toString()).contains("Welding 84");
  }

  @Test
  void a_server_that_is_down_behind_its_proxy_is_no_network() {
    floor.order("SO-8500");
    Visitor worker = floor.worker(Look.DESK).expecting("502");
    floor.come(worker, floor.station("Assembly 85", "Assembly"));
    worker.see("[data-work='SO-8500/1/Assembly']").waitFor();
    worker.see("[data-action=leave]").click();
    answers(worker, "**/api/**", 502, "text/html", "<h1>Bad gateway</h1>");
    floor.passes(worker, UNTIL_ASKED_AGAIN);
    assertThat(worker.see("#station-pin")).hasCount(0);
    worker.see("#station-badge").fill("0042");
    worker.see("operator-entry .go").click();
    worker.see("#find-number").fill("SO-8500");
    worker.see("#find-number").press("Enter");
    assertThat(worker.see("work-sheet .eyebrow")).containsText("SO-8500");
    worker.see(".tap[data-action=good]").click();
    expectState(worker, "offline");

    worker.page().context().unroute("**/api/**");
    floor.passes(worker, UNTIL_ASKED_AGAIN.multipliedBy(4));
    expectState(worker, "sent");
    assertThat(floor.reported("SO-8500").toString()).contains("PIN not checked");
  }

  @Test
  void the_camera_goes_out_whatever_becomes_of_its_dialog() {
    floor.order("SO-8600");
    try (Browser filming = Browsers.withCamera(PlayedCamera.lookingAt("nothing known"))) {
      Visitor worker = Visitor.filming(floor.vitrine(), Look.PHONE, filming);
      floor.come(worker, floor.station("Assembly 86", "Assembly"));
      worker.page().evaluate(WATCHED_CAMERA);
      worker.page().evaluate(LATE_CAMERA);
      worker.see("[data-action=camera]").click();
      worker.page().waitForFunction(IS_ON);
      worker.see("code-camera [data-action=cancel]").click();
      worker.page().evaluate("arrives()");
      worker.page().waitForFunction(IS_OFF);

      worker.page().evaluate("() => { filmed.length = 0; globalThis.arrival = undefined; }");
      worker.page().evaluate(NO_READER);
      worker.see("[data-action=camera]").click();
      assertThat(worker.see("code-camera .trouble")).containsText("cannot be used");
      worker.page().waitForFunction(IS_OFF);
    }
  }

  @Test
  void the_code_of_a_gauge_may_be_digits() {
    floor.order("SO-8700");
    Visitor worker = floor.worker(Look.PHONE);
    floor.come(worker, floor.station("Inspection 87", "Final test"));
    ShopFloor.takeUp(worker, "SO-8700");
    worker.see("[data-demand=capacity] [data-action=measure]").click();
    worker.see("measure-sheet .report-amount input").waitFor();
    ShopFloor.scan(worker, "4006381333931");
    assertThat(worker.see("measure-sheet [name=device]")).hasValue("4006381333931");
    assertThat(worker.see("measure-sheet .report-amount input")).hasValue("");
    ShopFloor.scan(worker, "3500");
    assertThat(worker.see(".measure-either")).isVisible();
    worker.expectAccessible();
    worker.see("[data-action=is-code]").click();
    assertThat(worker.see("measure-sheet [name=device]")).hasValue("3500");
    assertThat(worker.see("measure-sheet .report-amount input")).hasValue("");
    worker.see("measure-sheet [name=serial]").focus();
    ShopFloor.scan(worker, "9000012");
    assertThat(worker.see("measure-sheet [name=serial]")).hasValue("9000012");
    worker.see("measure-sheet h2").click();
    worker.see("measure-sheet .report-amount input").focus();
    ShopFloor.scan(worker, "3501");
    worker.see("measure-sheet [data-action=send]").click();
    assertThat(worker.see("[data-demand=capacity] .chip.ok")).isVisible();
    expectState(worker, "sent");
    assertThat(floor.reported("SO-8700").toString())
        .contains("3501", "9000012", "\"device\":\"3500\"");
  }

  @Test
  void a_refused_report_is_mended_only_to_what_can_be_reported() {
    floor.order("SO-8800");
    Visitor worker = floor.worker(Look.PHONE_CHINESE);
    floor.come(worker, floor.station("Assembly 88", "Assembly"));
    ShopFloor.takeUp(worker, "SO-8800");
    BrowserContext context = worker.page().context();
    answers(
        worker,
        "**/api/reports*",
        200,
        "application/json",
        "{\"taken\": [], \"known\": [], \"refused\": [{\"index\": 0, \"field\": \"good\","
            + " \"reason\": \"More than there are\"}]}");
    worker.see(".tap[data-action=good]").click();
    expectState(worker, "refused");
    context.unroute("**/api/reports*");
    worker.see("[data-action=queue]").click();
    worker.see("[data-action=edit]").click();
    for (String rubbish : List.of("many", "", "0", "1,5")) {
      worker.see("#mend-good").fill(rubbish);
      worker.see("[data-action=save]").click();
      assertThat(worker.see("#mend-good-error")).not().isEmpty();
      expectState(worker, "refused");
    }
    worker.expectAccessible();
    worker.see("#mend-good").fill("2");
    worker.see("[data-action=save]").click();
    expectState(worker, "sent");
    assertThat(floor.reported("SO-8800").toString()).contains("\"good\":2");
  }
}
