package org.vitrine.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.Showroom.COMPLETED;
import static org.vitrine.fixtures.Showroom.RUNNING;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Browsers;
import org.vitrine.fixtures.Look;
import org.vitrine.fixtures.Showroom;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.Visitor;

/**
 * What left of an order, on its page, in lists and through a glass link; and how it is recorded.
 */
@ExtendWith(Browsers.class)
class ShipmentsBrowserIT {
  private static Showroom showroom;

  @BeforeAll
  static void open() {
    showroom = new Showroom();
    put(
        "/api/carriers/pearl",
        "{\"name\": \"Pearl River\", \"trackingUrl\": \"https://track.example/{number}\"}");
    ship(RUNNING, "DN-1", "2026-12-01", 200, ", \"deliveredOn\": \"2026-12-05\"");
    ship(RUNNING, "DN-2", "2026-12-04", 100, ", \"expectedOn\": \"2026-12-09\"");
    ship(COMPLETED, "DN-3", "2026-12-03", 500, "");
  }

  @AfterAll
  static void close() {
    if (showroom != null) {
      showroom.close();
    }
  }

  private static void ship(String order, String number, String on, int quantity, String more) {
    put(
        "/api/orders/" + order + "/shipments/" + number,
        """
        {"leftOn": "%s", "carrier": "pearl", "trackingNumber": "PR %s",
         "items": [{"line": 1, "quantity": %d}]%s}"""
            .formatted(on, number, quantity, more));
  }

  private static void put(String path, String body) {
    var answer = showroom.shop().integrator().put(path, body);
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
  }

  @ParameterizedTest
  @EnumSource
  void shipments_are_small_panes_with_what_is_still_to_come(Look look) {
    Visitor amelia = showroom.buyer(look).open("/orders/" + RUNNING);

    assertThat(amelia.see(".say"))
        .containsText(
            amelia.in(
                "300 have left, the last 100 on Friday; 200 to come.",
                "已发货 300 件，最近 100 件于星期五发出；200 件待发。"));
    Locator panes = amelia.see(".shipment");
    assertThat(panes).hasCount(3);
    assertThat(panes.nth(0)).containsText(amelia.in("200 left on Tuesday", "星期二发货 200 件"));
    assertThat(panes.nth(0)).containsText(amelia.in("delivered on Saturday", "星期六送达"));
    assertThat(panes.nth(1)).containsText(amelia.in("expected to arrive on 9 Dec", "预计12月9日送达"));
    assertThat(panes.nth(2)).hasText(amelia.in("200 to come", "200 件待发"));
    Locator link = panes.nth(1).locator("a");
    assertThat(link).hasText("PR DN-2");
    assertThat(link).hasAttribute("href", "https://track.example/PR%20DN-2");
    assertThat(link).hasAttribute("rel", "noopener noreferrer");
    assertThat(amelia.see("record-shipment")).hasCount(0);
    amelia.expectGoodPage();
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE_CHINESE", "DESK_DARK"})
  void a_list_says_how_much_left(Look look) {
    Visitor amelia = showroom.buyer(look).open("/orders");

    assertThat(amelia.see("tr[data-order=" + RUNNING + "] .left"))
        .hasText(amelia.in("300 of 500 shipped", "已发货 300 / 500 件"));
    assertThat(amelia.see("tr[data-order=" + COMPLETED + "] .left"))
        .hasText(amelia.in("500 of 500 shipped", "已发货 500 / 500 件"));
    amelia.expectGoodPage();
  }

  /**
   * Ready in time, as the plant's reports say; the carrier brings what left two days after the
   * promise.
   */
  @ParameterizedTest
  @EnumSource(names = {"PHONE_DARK", "DESK_CHINESE"})
  void no_page_says_on_time_where_what_left_is_expected_later(Look look) {
    String number = "W-" + look;
    showroom.order(number, "2026-12-20");
    showroom.progressed(number, "Assembling", 500);
    ship(number, "DN-9", "2026-12-06", 100, ", \"expectedOn\": \"2026-12-22\"");
    Visitor amelia = showroom.buyer(look).open("/orders/" + number);

    assertThat(amelia.see(".say")).containsText(amelia.in("Expected to be ready:", "完工。"));
    assertThat(amelia.see(".say"))
        .containsText(
            amelia.in(
                "What has left is expected to arrive by 22 December. Likely to arrive after the promised date.",
                "已发货部分预计 12月22日 前送达。很可能晚于承诺交期送达。"));
    amelia.expectGoodPage();
    amelia.open("/orders");
    assertThat(amelia.see("tr[data-order=" + number + "] .chip"))
        .hasText(amelia.in("at risk", "有风险"));
    assertThat(amelia.see("tr[data-order=" + number + "] .why").first())
        .hasText(amelia.in("likely later than promised", "很可能晚于承诺交期"));
  }

  /** The plant recorded what left and reported nothing. */
  @ParameterizedTest
  @EnumSource(names = {"PHONE_CHINESE", "DESK"})
  void what_left_is_not_said_to_have_not_started(Look look) {
    String number = "S-" + look;
    showroom.order(number, "2026-12-20");
    ship(number, "DN-8", "2026-12-06", 500, ", \"expectedOn\": \"2026-12-18\"");
    Visitor amelia = showroom.buyer(look).open("/orders/" + number);

    assertThat(amelia.see(".say"))
        .containsText(amelia.in("The plant has not reported on production.", "工厂尚未上报生产进度。"));
    assertThat(amelia.pane("packing").locator(".state")).hasText(amelia.in("Not reported", "未上报"));
    amelia.expectGoodPage();
    amelia.open("/orders");
    assertThat(amelia.see("tr[data-order=" + number + "] .chip"))
        .hasText(amelia.in("on time", "按期"));
  }

  @Test
  void a_glass_link_shows_what_left_and_tracking_only_where_it_was_chosen() {
    Visitor plain = showroom.stranger(Look.PHONE).open(showroom.glassLink(RUNNING));
    assertThat(plain.see(".shipment").first()).containsText("200 left on Tuesday");
    assertThat(plain.see(".shipments")).not().containsText("PR DN-1");
    assertThat(plain.see(".shipments")).not().containsText("Pearl River");
    assertThat(plain.see(".shipment a")).hasCount(0);

    Visitor tracking = showroom.stranger(Look.DESK).open(showroom.glassLink(RUNNING, "tracking"));
    assertThat(tracking.see(".shipment a").first()).hasText("PR DN-1");
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESK_CHINESE_DARK"})
  void staff_record_what_left_and_the_buyers_page_shows_it_at_once(Look look) {
    String order = "SO-SHIP-" + look.name().replace('_', '-');
    showroom.order(order, "2026-12-20");
    Visitor amelia = showroom.buyer(Look.DESK).open("/orders/" + order);
    assertThat(amelia.see(".panes > li")).hasCount(3);
    Visitor li = showroom.staff(Role.ACCOUNT_MANAGER, look).open("/orders/" + order);

    li.see("[data-action=ship]").click();
    assertThat(li.see("#ship-line-1")).hasValue("500");
    assertThat(li.see("#ship-left-on")).hasValue(Pattern.compile("2026-12-0[78]"));
    li.see("#ship-number").fill("DN-77");
    li.see("#ship-line-1").fill("501");
    li.see("select[name=carrier]").selectOption("pearl");
    li.see("#ship-tracking").fill("PR 77");
    li.expectGoodPage();
    li.expecting("422");
    li.see("[data-action=save-shipment]").click();
    assertThat(li.see("input[name=over]")).isVisible();
    li.see("#ship-line-1").fill("60");
    li.see("[data-action=save-shipment]").click();

    assertThat(li.see(".ship [role=status]")).containsText("DN-77");
    assertThat(amelia.see(".say")).containsText("60 left today, 440 to come.");
    assertThat(amelia.see(".shipment a")).hasAttribute("href", "https://track.example/PR%2077");
    assertThat(
            TestClient.json(showroom.shop().integrator().get("/api/orders/" + order + "/events"))
                .toString())
        .contains("\"kind\":\"shipped\"");
  }

  @Test
  void staff_say_that_it_arrived_and_take_back_what_did_not_leave() {
    String order = "SO-TAKEN-BACK";
    showroom.order(order, "2026-12-20");
    ship(order, "DN-1", "2026-12-01", 60, "");
    ship(order, "DN-2", "2026-12-02", 40, "");
    Visitor amelia = showroom.buyer(Look.PHONE).open("/orders/" + order);
    Visitor li = showroom.staff(Role.ACCOUNT_MANAGER, Look.DESK).open("/orders/" + order);

    li.see("[data-shipment-number=DN-1] [data-action=deliver]").click();
    assertThat(amelia.see(".shipment").first()).containsText("delivered today");
    li.see("[data-shipment-number=DN-2] [data-action=withdraw-shipment]").click();
    li.see("#withdraw-reason").fill("the truck was full");
    li.see("[data-action=confirm-withdrawal]").click();

    assertThat(li.see("[data-shipment-number=DN-2]")).containsText("Withdrawn: the truck was full");
    assertThat(amelia.see(".say")).containsText("60 left on Tuesday, 440 to come.");
    amelia.open("/orders/" + order + "/history");
    assertThat(amelia.see("li[data-kind=shipment-withdrawn]"))
        .containsText("Shipment DN-2 withdrawn: the truck was full");
    li.expectGoodPage();
  }
}
