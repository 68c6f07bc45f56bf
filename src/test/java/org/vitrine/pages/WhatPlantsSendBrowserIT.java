package org.vitrine.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrine.fixtures.Browsers;
import org.vitrine.fixtures.Look;
import org.vitrine.fixtures.Showroom;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.Visitor;

/** Orders and reports as plants have them, on the page that a buyer sees. */
@ExtendWith(Browsers.class)
class WhatPlantsSendBrowserIT {
  private static final int MANY = 300;

  private static Showroom showroom;
  private static TestClient erp;

  @BeforeAll
  static void open() {
    showroom = new Showroom();
    erp = showroom.shop().integrator();
  }

  @AfterAll
  static void close() {
    if (showroom != null) {
      showroom.close();
    }
  }

  /** What is done, and what is heard of; never that the next has begun. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          N1 | Assembling 500                                 | “Assembly” is done; “Final inspection” is next.
          N2 | Assembling 300, Assembling 200                 | “Assembly” is done; “Final inspection” is next.
          N3 | Assembling 500, Final test 500                 | Final inspection, 500 of 500 done.
          N4 | Assembling 500, Final test 1                   | Final inspection, 1 of 500 done.
          N5 | Assembling 499                                 | Assembly, 499 of 500 done.
          N6 | Engraving 500                                  | In production. The plant reported work that is not shown in stages.
          """)
  void a_stage_that_nothing_was_heard_of_has_not_begun(
      String number, String reports, String headline) {
    showroom.order(number, "2026-12-20");
    for (String report : reports.split(", ")) {
      int blank = report.lastIndexOf(' ');
      showroom.progressed(
          number, report.substring(0, blank), Integer.parseInt(report.substring(blank + 1)));
    }

    assertThat(buyer(Look.PHONE, number).see(".say")).containsText(headline);
  }

  /** Nothing was heard from assembly; packing counted some of the pieces, later all of them. */
  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESK_CHINESE_DARK"})
  void what_a_later_stage_counted_is_all_that_is_inferred_of_an_earlier_one(Look look) {
    String number = "U" + look;
    showroom.order(number, "2026-12-20");
    showroom.progressed(number, "Packing", 50);

    Visitor buyer = buyer(look, number);

    assertThat(buyer.pane("assembly").locator(".state"))
        .hasText(buyer.in("Under way, not verified", "进行中，未核实"));
    assertThat(buyer.pane("assembly"))
        .containsText(buyer.in("50 pieces inferred, not reported", "50 件为系统推断，工厂未上报"));
    assertThat(buyer.pane("assembly").locator("[data-action=wish]")).hasCount(1);
    buyer.expectGoodPage();

    showroom.progressed(number, "Packing", 450);
    assertThat(buyer.pane("assembly").locator(".state"))
        .hasText(buyer.in("Done, not verified", "已完成，未核实"));
    assertThat(buyer.pane("assembly").locator("[data-action=wish]")).hasCount(0);
  }

  /** It is 21:22 in the plant, already tomorrow in Kiritimati and still this morning in Samoa. */
  @ParameterizedTest
  @CsvSource({
    "Pacific/Kiritimati, 2026-12-07, false",
    "Pacific/Pago_Pago, 2026-12-07, false",
    "Europe/Berlin, 2026-12-07, false",
    "Pacific/Kiritimati, 2026-12-06, true",
    "Pacific/Pago_Pago, 2026-12-06, true",
    "Asia/Shanghai, 2026-12-06, true",
    "Pacific/Kiritimati, 2026-12-08, false"
  })
  void an_order_is_late_by_the_plants_day_whoever_looks(
      String zone, String promised, boolean late) {
    String number = "L-" + zone.replaceAll(".*/", "") + promised;
    showroom.order(number, promised);

    Visitor buyer = showroom.buyerIn(zone, Look.DESK).open("/orders/" + number);

    assertThat(buyer.see(".say")).containsText("Production has not started");
    assertThat(buyer.see(".late-note")).hasCount(late ? 1 : 0);
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESK_CHINESE_DARK"})
  void lines_of_one_product_are_told_apart_by_their_numbers(Look look) {
    place("T" + look, line(10, "Bolt", 5) + "," + line(20, "Bolt", 5));
    report("T" + look, 20, "Assembling", 1);

    Visitor buyer = buyer(look, "T" + look);

    assertThat(buyer.see(".say")).containsText("10 · Bolt");
    assertThat(buyer.see(".say")).containsText("20 · Bolt");
    assertThat(buyer.see("line-window h2").first()).containsText("10 · 5 × Bolt");
    assertThat(buyer.see("line-window h2").last()).containsText("20 · 5 × Bolt");
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "PHONE_CHINESE_DARK", "DESK"})
  void hundreds_of_lines_are_a_summary_and_fit_a_phone(Look look) {
    String number = "M" + look;
    placeMany(number);
    report(number, 7, "Packing", 10);
    held(number, 12);
    Visitor buyer = buyer(look, number);

    assertThat(buyer.see(".say"))
        .containsText(buyer.in("1 of 300 lines are done. 1 line needs attention", "300"));
    assertThat(buyer.see("line-list > line-window")).hasCount(1);
    assertThat(buyer.see("line-list details[data-line]")).hasCount(50);
    assertThat(buyer.see("line-list details[open]")).hasCount(0);
    buyer.expectNoSidewaysScroll();
    buyer.expectAccessible();
    assertThat((int) buyer.page().evaluate("document.scrollingElement.scrollHeight"))
        .as("pixels of height, of which there were 137,000")
        .isLessThan(12_000);

    buyer.see("line-list input").fill("kfr-299");
    assertThat(buyer.see("line-list details[data-line]")).hasCount(1);
    buyer.see("line-list details[data-line] summary").click();
    assertThat(buyer.see("line-list details[open] stage-window")).isVisible();
    buyer.open("/orders");
    assertThat(buyer.see("main")).containsText(number);
    buyer.expectNoSidewaysScroll();
  }

  @Test
  void hundreds_of_lines_are_there_at_once() {
    placeMany("M-QUICK");
    Visitor buyer = buyer(Look.DESK, Showroom.RUNNING);
    Duration shown =
        buyer.untilShown(".say", "of 300 lines", () -> buyer.page().navigate("/orders/M-QUICK"));
    assertThat(shown).isLessThan(Visitor.GENEROUS);
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE_DARK", "DESK", "DESK_CHINESE"})
  void on_paper_a_page_is_a_document(Look look) {
    Visitor buyer = buyer(look, Showroom.RUNNING);
    assertThat(buyer.see(".as-of")).not().isVisible();

    buyer.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));

    assertThat(buyer.see(".as-of")).isVisible();
    assertThat(buyer.see(".as-of")).containsText("2026");
    for (String screenOnly : new String[] {"site-header", "site-footer", "share-link", ".live"}) {
      assertThat(buyer.see(screenOnly).first()).not().isVisible();
    }
    assertThat(buyer.see("promise-range")).isVisible();
    assertThat(
            buyer
                .page()
                .evaluate(
                    "getComputedStyle(document.querySelector('promise-range')).printColorAdjust"))
        .isEqualTo("exact");
    buyer.expectNoSidewaysScroll();
  }

  @Test
  void on_paper_every_line_of_a_long_order_is_open() {
    placeMany("M-PAPER");
    Visitor buyer = buyer(Look.DESK, "M-PAPER");
    assertThat(buyer.see("line-list details[data-line]")).hasCount(50);

    buyer.page().evaluate("dispatchEvent(new Event('beforeprint'))");
    assertThat(buyer.see("line-list details[data-line]")).hasCount(MANY);
    assertThat(buyer.see("line-list details stage-window")).hasCount(MANY);

    buyer.page().evaluate("dispatchEvent(new Event('afterprint'))");
    assertThat(buyer.see("line-list details[data-line]")).hasCount(50);
  }

  @Test
  void on_paper_without_a_connection_it_is_as_of_when_it_was_last_heard() {
    Visitor buyer = buyer(Look.DESK, Showroom.RUNNING);
    assertThat(buyer.see(".live-state")).hasText("Live");
    String heard = buyer.see(".as-of").textContent();
    buyer.expecting("ERR_INTERNET_DISCONNECTED");
    buyer.expecting("WebSocket");

    buyer.offline(true);
    buyer.passes(Duration.ofHours(2));

    assertThat(buyer.see(".live-state")).containsText("offline");
    assertThat(buyer.see(".as-of")).containsText(heard.substring(0, heard.indexOf(':')));
  }

  private static Visitor buyer(Look look, String number) {
    return showroom.buyer(look).open("/orders/" + number);
  }

  private static String line(int number, String product, int quantity) {
    return """
        {"number": %d, "product": "%s", "description": "Split air conditioner", "quantity": %d, "routing": "split-ac"}"""
        .formatted(number, product, quantity);
  }

  private static void placeMany(String number) {
    place(
        number,
        IntStream.rangeClosed(1, MANY)
            .mapToObj(one -> line(one, "KFR-%03d".formatted(one), 10))
            .collect(Collectors.joining(",")));
  }

  private static void place(String number, String lines) {
    var answer =
        erp.put(
            "/api/orders/" + number,
            """
            {"company": "northwind", "customerReference": "%s", "lines": [%s]}"""
                .formatted("A1B2C3D4E5F6".repeat(5), lines));
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(300);
  }

  private static void report(String order, int line, String operation, int good) {
    report(order, line, operation, "\"kind\": \"progressed\", \"good\": " + good);
  }

  private static void held(String order, int line) {
    report(order, line, "Assembling", "\"kind\": \"held\", \"reason\": \"no compressors\"");
  }

  private static void report(String order, int line, String operation, String what) {
    var answer =
        erp.post(
            "/api/reports",
            """
            {"id": "%s-%d-%s", "order": "%s", "line": %d, "operation": "%s", %s, "source": "scan",
             "happenedAt": "2026-12-07T12:00:00Z"}"""
                .formatted(order, line, operation, order, line, operation, what));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
  }
}
