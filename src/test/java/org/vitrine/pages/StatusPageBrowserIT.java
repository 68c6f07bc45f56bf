package org.vitrine.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.fixtures.Showroom.CANCELLED;
import static org.vitrine.fixtures.Showroom.COMPLETED;
import static org.vitrine.fixtures.Showroom.FAILED;
import static org.vitrine.fixtures.Showroom.FOREIGN;
import static org.vitrine.fixtures.Showroom.HELD;
import static org.vitrine.fixtures.Showroom.LATE;
import static org.vitrine.fixtures.Showroom.RUNNING;
import static org.vitrine.fixtures.Showroom.STALE;
import static org.vitrine.fixtures.Showroom.TWO_LINES;
import static org.vitrine.fixtures.Showroom.UNVERIFIED;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
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
import org.vitrine.fixtures.Visitor;

/** The status page of an order, as a buyer and the plant's own people see it. */
@ExtendWith(Browsers.class)
class StatusPageBrowserIT {

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
  @EnumSource
  void an_order_in_production_says_where_it_is_and_what_was_promised(Look look) {
    Visitor amelia = buyer(look, RUNNING);

    assertThat(amelia.see("h1")).hasText("500 × KFR-35 split air conditioner");
    assertThat(amelia.see(".say"))
        .containsText(amelia.in("Final inspection, 340 of 500 done.", "终检，已完成 340 / 500 件。"));
    assertThat(amelia.see(".eyebrow")).containsText(amelia.in("PO 4500018822", "采购单号 4500018822"));
    assertThat(amelia.see(".panes > li")).hasCount(3);
    assertThat(amelia.pane("assembly")).containsText(amelia.in("Done", "已完成"));
    assertThat(amelia.pane("final-inspection")).containsText(amelia.in("In progress", "进行中"));
    assertThat(amelia.pane("final-inspection"))
        .containsText(amelia.in("340 of 500, 6 rejected", "340 / 500 件，6 件不合格"));
    assertThat(amelia.pane("packing")).containsText(amelia.in("Not started", "未开始"));
    assertThat(amelia.see("[aria-current=step]")).hasAttribute("data-stage", "final-inspection");
    assertThat(amelia.see("tr[data-requirement=capacity]"))
        .containsText(amelia.in("Cooling capacity", "制冷量"));
    assertThat(amelia.see("tr[data-requirement=capacity]")).containsText("3,500 W ± 5 %");
    assertThat(amelia.see("tr[data-requirement=capacity]")).containsText("3,542 W");
    assertThat(amelia.see("tr[data-requirement=capacity] .chip"))
        .hasText(amelia.in("passed", "达标"));
    assertThat(amelia.see(".ledger li").first()).containsText(amelia.in("15 Dec", "12月15日"));
    assertThat(amelia.see(".ledger li").first()).containsText("Li Wen");
    assertThat(amelia.see(".ledger li").first())
        .containsText("the compressors came four days late");
    assertThat(amelia.see(".ledger li").last()).containsText(amelia.in("12 Dec", "12月12日"));
    assertThat(amelia.see("heard-feed")).containsText(amelia.in("scan, station 4", "扫码，station 4"));
    assertThat(amelia.see("heard-feed")).not().containsText("Zhang San");
    assertThat(amelia.see("details[data-stage=unmapped]")).hasCount(0);
    assertThat(amelia.see(".live-state")).hasText(amelia.in("Live", "实时"));
    amelia.expectGoodPage();
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESK_CHINESE_DARK"})
  void the_plants_own_people_also_see_who_reported_and_what_no_stage_knows(Look look) {
    Visitor li = showroom.staff(Role.ACCOUNT_MANAGER, look).open("/orders/" + RUNNING);

    assertThat(li.see("heard-feed")).containsText("Zhang San");
    li.see("details[data-stage=unmapped] summary").click();
    assertThat(li.see("details[data-stage=unmapped]")).containsText("Polish by hand");
    assertThat(li.see(".tier")).containsText(li.in("Gold", "黄金"));
    li.expectGoodPage();
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE_DARK", "DESK_CHINESE"})
  void a_held_order_says_why_and_gives_no_forecast(Look look) {
    Visitor amelia = buyer(look, HELD);

    assertThat(amelia.see(".say"))
        .containsText(
            amelia.in(
                "Stage “Assembly” has been on hold since 09:40: waiting for a new seal kit.",
                "阶段“装配”自 16:40 起暂停：waiting for a new seal kit。"));
    assertThat(amelia.see(".say"))
        .containsText(amelia.in("No forecast while production is on hold.", "生产暂停期间暂不提供预测。"));
    assertThat(amelia.pane("assembly"))
        .containsText(amelia.in("On hold since 09:40", "自 16:40 起暂停"));
    amelia.expectGoodPage();
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE_CHINESE_DARK", "DESK"})
  void a_failed_requirement_says_what_was_measured(Look look) {
    Visitor amelia = buyer(look, FAILED);

    assertThat(amelia.pane("final-inspection"))
        .containsText(amelia.in("Requirement failed", "要求未达标"));
    assertThat(amelia.see(".answer"))
        .containsText(
            amelia.in("Measured 3,102 W, required 3,500 W ± 5 %.", "实测 3,102 W，要求 3,500 W ± 5 %。"));
    assertThat(amelia.see(".say"))
        .containsText(
            amelia.in(
                "No forecast until the failed requirement is resolved.", "未达标项目处理完成前暂不提供预测。"));
    amelia.expectGoodPage();
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE_CHINESE", "DESK_DARK"})
  void an_order_not_heard_of_for_too_long_says_since_when(Look look) {
    Visitor amelia = buyer(look, STALE);

    assertThat(amelia.see(".say"))
        .containsText(amelia.in("Not verified since 1 Nov 10:00.", "自 11月1日 17:00 起未经核实。"));
    assertThat(amelia.pane("assembly"))
        .containsText(amelia.in("not verified since 1 Nov 10:00", "自 11月1日 17:00 起未经核实"));
    assertThat(amelia.see(".likely")).hasCount(0);
    amelia.expectGoodPage();
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESK_CHINESE_DARK"})
  void what_was_inferred_is_not_shown_as_done_and_verified(Look look) {
    Visitor amelia = buyer(look, UNVERIFIED);

    assertThat(amelia.pane("assembly"))
        .containsText(amelia.in("Under way, not verified", "进行中，未核实"));
    assertThat(amelia.pane("assembly"))
        .containsText(amelia.in("200 pieces inferred, not reported", "200 件为系统推断，工厂未上报"));
    amelia.expectGoodPage();
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE_CHINESE", "DESK"})
  void finished_late_cancelled_and_many_lined_orders_say_so(Look look) {
    Visitor amelia = buyer(look, COMPLETED);
    assertThat(amelia.see(".say"))
        .hasText(amelia.in("All stages are done. This order is complete.", "所有阶段均已完成。此订单已完成。"));
    amelia.expectGoodPage();

    amelia.open("/orders/" + LATE);
    assertThat(amelia.see(".say")).hasText(amelia.in("Production has not started.", "尚未开始生产。"));
    assertThat(amelia.see(".late-note"))
        .hasText(amelia.in("Late: promised for 1 Dec.", "已逾期：承诺交期为 12月1日。"));
    assertThat(amelia.see("heard-feed"))
        .hasText(amelia.in("The plant has not reported anything yet.", "工厂尚未上报。"));
    amelia.expectGoodPage();

    amelia.open("/orders/" + CANCELLED);
    assertThat(amelia.see(".say"))
        .hasText(
            amelia.in(
                "This order was cancelled: the building was sold.",
                "此订单已取消：the building was sold。"));
    assertThat(amelia.pane("packing").locator(".state")).hasText(amelia.in("Cancelled", "已取消"));
    amelia.expectGoodPage();

    amelia.open("/orders/" + TWO_LINES);
    assertThat(amelia.see("h1"))
        .hasText(
            amelia.in(
                "40 × KFR-26 split air conditioner and KFR-72",
                "40 × KFR-26 split air conditioner和KFR-72"));
    assertThat(amelia.see(".say"))
        .containsText(
            amelia.in(
                "KFR-72: Assembly, 12 pieces done; the total quantity is not stated.",
                "KFR-72：装配，已完成 12 件；未注明总数量。"));
    amelia.expectGoodPage();
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE_CHINESE", "DESK"})
  void lines_with_dates_of_their_own_are_told_one_by_one(Look look) {
    String number = "SO-12" + look.ordinal();
    lines(number, "{\"date\": \"2026-12-04\"}", "{\"date\": \"2026-12-18\"}");
    lines(number, "null", "{\"toBeConfirmed\": true, \"reason\": \"the castings are late\"}");
    Visitor amelia = buyer(look, number);

    assertThat(amelia.see(".say"))
        .containsText(
            amelia.in(
                "1 · Pump: promised for 4 Dec; 2 · Valve: to be confirmed.",
                "1 · Pump：承诺 12月4日 交付；2 · Valve：交期待定。"));
    assertThat(amelia.see(".late-note"))
        .hasText(amelia.in("Late: 1 · Pump, promised for 4 Dec.", "已逾期：1 · Pump，承诺交期为 12月4日。"));
    assertThat(amelia.see("promise-ledger[data-line='2'] li").first())
        .containsText("the castings are late");
    amelia.expectGoodPage();
    lines(number, "null", "{\"date\": \"2026-12-24\"}");
    assertThat(amelia.see(".range[data-days='2']"))
        .containsText(amelia.in("last 24 Dec", "最晚 12月24日"));
    amelia.expectGoodPage();

    amelia.open("/orders");
    assertThat(amelia.see("[data-order='" + number + "'] .dates-cell"))
        .hasText(amelia.in("next 4 Dec, last 24 Dec", "最早 12月4日，最晚 12月24日"));
  }

  private static void lines(String number, String first, String second) {
    int status =
        showroom
            .shop()
            .integrator()
            .put(
                "/api/orders/" + number,
                """
                {"company": "northwind", "placedOn": "2026-11-02", "lines": [
                  {"number": 1, "product": "Pump", "quantity": 10, "routing": "split-ac", "promise": %s},
                  {"number": 2, "product": "Valve", "quantity": 10, "routing": "split-ac", "promise": %s}]}"""
                    .formatted(first, second))
            .statusCode();
    assertThat(status).isIn(200, 201);
  }

  @Test
  void an_order_moves_by_itself_when_the_plant_reports() {
    showroom.order("SO-1100", "2026-12-20");
    Visitor amelia = buyer(Look.DESK, "SO-1100");
    assertThat(amelia.see(".say")).containsText("Production has not started.");
    amelia.page().evaluate("window.sameDocument = true");

    Duration first =
        amelia.untilShown(
            ".say", "Assembly, 40 of 500", () -> showroom.progressed("SO-1100", "Assembling", 40));
    assertThat(amelia.see("[role=status]")).containsText("This order is in production.");
    Duration second =
        amelia.untilShown(
            ".say", "Assembly, 95 of 500", () -> showroom.progressed("SO-1100", "Assembling", 55));

    assertThat(first).isLessThan(Visitor.GENEROUS);
    assertThat(second).isLessThan(Visitor.GENEROUS);
    assertThat(amelia.see("heard-feed li")).hasCount(2);
    assertThat(amelia.page().evaluate("window.sameDocument")).isEqualTo(true);
  }

  @Test
  void without_a_connection_the_page_is_dimmed_and_then_catches_up() {
    showroom.order("SO-1101", "2026-12-20");
    Visitor amelia = buyer(Look.PHONE, "SO-1101").expecting("ERR_INTERNET_DISCONNECTED");
    assertThat(amelia.see(".live-state")).hasText("Live");
    assertThat(amelia.see("h1")).isVisible();

    amelia.offline(true);
    amelia.passes(Duration.ofSeconds(3));
    assertThat(amelia.see(".live-state")).hasText("Reconnecting …");
    amelia.passes(Duration.ofSeconds(10));
    assertThat(amelia.see(".live-state")).hasText(Pattern.compile("As of 14:2\\d, offline"));
    assertThat(amelia.see("main")).hasCSS("opacity", "0.93");
    assertThat(amelia.see("h1")).hasText("500 × KFR-35 split air conditioner");
    amelia.expectAccessible();
    amelia.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    amelia.expectAccessible();

    showroom.progressed("SO-1101", "Assembling", 60);
    assertThat(amelia.see(".say")).containsText("Production has not started.");
    amelia.untilShown(".say", "Assembly, 60 of 500", () -> amelia.offline(false));
    assertThat(amelia.see(".live-state")).hasText("Live");
    assertThat(amelia.see("main")).hasCSS("opacity", "1");
  }

  @Test
  void the_language_changes_at_a_touch_and_stays_for_whoever_looks_without_an_account() {
    Visitor guest = showroom.stranger(Look.DESK).open(showroom.glassLink(RUNNING));

    guest.see(".languages [lang=zh-CN]").click();

    assertThat(guest.see(".say")).containsText("终检，已完成 340 / 500 件。");
    assertThat(guest.see("html")).hasAttribute("lang", "zh-CN");
    guest.page().reload();
    assertThat(guest.see(".say")).containsText("终检，已完成 340 / 500 件。");
    guest.see(".languages [lang=en]").click();
    assertThat(guest.see(".say")).containsText("Final inspection, 340 of 500 done.");
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESK_CHINESE_DARK"})
  void somebody_elses_order_and_none_at_all_are_the_same_page(Look look) {
    Visitor amelia = buyer(look, FOREIGN);
    assertThat(amelia.see("h1")).hasText(amelia.in("Page not found", "找不到页面"));
    String foreign = amelia.see("main").textContent();
    amelia.expectGoodPage();

    amelia.open("/orders/SO-9999");
    assertThat(amelia.see("h1")).hasText(amelia.in("Page not found", "找不到页面"));
    assertThat(amelia.see("main").textContent()).isEqualTo(foreign);
  }

  private static Visitor buyer(Look look, String order) {
    return showroom.buyer(look).open("/orders/" + order);
  }
}
