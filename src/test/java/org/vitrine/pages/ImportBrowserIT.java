package org.vitrine.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Browsers;
import org.vitrine.fixtures.Look;
import org.vitrine.fixtures.Showroom;
import org.vitrine.fixtures.Visitor;
import org.vitrine.intake.TestWorkbook;

/** Importing files in the pages. */
@ExtendWith(Browsers.class)
class ImportBrowserIT {
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
  @EnumSource(names = {"PHONE_CHINESE", "DESK"})
  void a_workbook_is_mapped_by_dragging_checked_and_imported(Look look) {
    String order = "IMP-" + look.ordinal();
    String other = look.isChinese() ? "kunde" : "client";
    Visitor li = showroom.staff(Role.ACCOUNT_MANAGER, look).open("/import/orders");
    choose(
        li,
        "mes.xlsx",
        TestWorkbook.ofTexts(
            "order_no,quantity,customer_order_no," + other,
            "WO-1,2," + order + ",northwind",
            "WO-2,3," + order + "-B,northwind",
            "WO-3,many," + order + "-C,northwind"));

    assertThat(li.see(".first-rows")).containsText(order);
    assertThat(li.see("[data-action=check]")).isDisabled();
    assertThat(li.see(".lacking")).containsText(li.in("Order number", "订单号"));
    drag(li, "customer_order_no", "order");
    drag(li, other, "company");
    assertThat(slot(li, "order")).hasValue("customer_order_no");
    assertThat(slot(li, "company")).hasValue(other);
    slot(li, "routing").selectOption(" constant");
    li.see("[data-slot=routing] [name=constant]").selectOption("split-ac");
    assertThat(li.see(".lacking")).hasCount(0);
    li.expectGoodPage();

    li.see("[data-action=check]").click();
    assertThat(li.see(".outcome[data-dry=true]"))
        .containsText(li.in("2 orders created", "新建 2 个订单"));
    assertThat(li.see(".refusals li")).containsText("“many”");
    assertThat(li.see(".refusals li")).containsText(li.in("row 4", "第 4 行"));
    Assertions.assertThat(showroom.shop().integrator().get("/api/orders/" + order).statusCode())
        .isEqualTo(404);

    li.see("[data-action=import]").click();
    assertThat(li.see(".outcome[data-dry=false]"))
        .containsText(li.in("2 orders created", "新建 2 个订单"));
    Assertions.assertThat(
            showroom
                .shop()
                .integrator()
                .json("/api/orders/" + order)
                .at("/lines/1/quantity")
                .asInt())
        .isEqualTo(2);
    li.expectGoodPage();

    li.open("/import/orders");
    choose(
        li,
        "mes.csv",
        ("Order_No,Customer_Order_No,Quantity," + other + "\nWO-1," + order + ",2,northwind\n")
            .getBytes(StandardCharsets.UTF_8));
    assertThat(li.see(".recalled")).isVisible();
    assertThat(slot(li, "order")).hasValue("customer_order_no");
    li.see("[data-action=check]").click();
    assertThat(li.see(".outcome")).containsText(li.in("1 unchanged", "未变 1 个"));
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE_CHINESE", "DESK", "DESK_DARK"})
  void what_was_seen_is_done_and_taken_back_by_the_keyboard(Look look) {
    String order = "SEEN-" + look.ordinal();
    showroom.order(order, "2026-12-30");
    Visitor li = showroom.staff(Role.ACCOUNT_MANAGER, look).open("/import/orders");
    String file =
        "Order,Company,Routing,Quantity,Customer reference\n%s,northwind,split-ac,12,PO-9\n%s-N,northwind,split-ac,3,\n%s-X,nobody,split-ac,3,\n"
            .formatted(order, order, order);
    choose(li, "sap.csv", file.getBytes(StandardCharsets.UTF_8));
    li.see("#mapping-name").fill("SAP " + look.ordinal());
    press(li, "[data-action=check]");

    assertThat(li.see(".outcome[data-dry=true] h2")).isFocused();
    assertThat(li.see(".row-outcome")).hasCount(3);
    assertThat(li.see("[data-outcome=changed] .changes")).containsText("PO-9");
    assertThat(li.see("[data-outcome=changed] .changes")).containsText("12");
    press(li, "[data-fate=refused]");
    assertThat(li.see(".row-outcome")).hasCount(1);
    assertThat(li.see(".row-outcome")).containsText(li.in("row 4", "第 4 行"));
    li.expectGoodPage();

    press(li, "[data-action=import]");
    assertThat(li.see(".outcome[data-dry=false] [download]")).isVisible();
    Locator run = li.see("[data-run]").first();
    assertThat(run).containsText("sap.csv");
    assertThat(run).containsText("SAP " + look.ordinal());
    li.see("[data-run] details summary").first().click();
    assertThat(run).containsText(order + "-N");
    li.expectGoodPage();

    press(li, "[data-action=take-back]");
    press(li, "[data-action=confirm]");
    assertThat(li.see("import-runs [role=status]"))
        .containsText(li.in("2 orders taken back", "已撤回 2 个订单"));
    assertThat(run.locator("[data-action=take-back]")).hasCount(0);
    Assertions.assertThat(
            showroom.shop().integrator().get("/api/orders/" + order + "-N").statusCode())
        .isEqualTo(404);
    Locator source = li.see("[data-source='SAP " + look.ordinal() + "']");
    source.locator("[data-action=rename]").click();
    li.see("#source-name").fill("ERP " + look.ordinal());
    li.see("#source-name").press("Enter");
    assertThat(li.see("[data-source='ERP " + look.ordinal() + "']")).isVisible();
    assertThat(source).hasCount(0);
    li.expectGoodPage();
  }

  @Test
  void what_changed_since_it_was_seen_is_shown_anew() {
    Visitor li =
        showroom
            .staff(Role.ACCOUNT_MANAGER, Look.DESK)
            .open("/import/orders")
            .expecting("status of 412");
    choose(
        li,
        "anew.csv",
        "order,company,routing\nANEW-1,northwind,split-ac\n".getBytes(StandardCharsets.UTF_8));
    press(li, "[data-action=check]");
    assertThat(li.see("[data-outcome=created]")).hasCount(1);
    showroom.order("ANEW-1", "2026-12-30");

    press(li, "[data-action=import]");

    assertThat(li.see("[role=alert]:has-text('Something was changed')")).isVisible();
    assertThat(li.see(".outcome[data-dry=true] [data-outcome=changed]")).hasCount(1);
  }

  private static void press(Visitor visitor, String what) {
    visitor.see(what).first().focus();
    visitor.page().keyboard().press("Enter");
  }

  @Test
  void a_file_that_has_changed_since_it_was_chosen_is_chosen_again(@TempDir Path folder)
      throws IOException {
    Path file = folder.resolve("moving.csv");
    Files.writeString(file, "order,company,routing\nMOVING-1,northwind,split-ac\n");
    Visitor li =
        showroom
            .staff(Role.ACCOUNT_MANAGER, Look.DESK)
            .open("/import/orders")
            .expecting("ERR_UPLOAD_FILE_CHANGED");
    li.see("input[type=file]").setInputFiles(file);
    assertThat(li.see("[data-action=check]")).isEnabled();
    Files.writeString(file, "order,company,routing\nMOVING-1,northwind,split-ac\nMOVING-2,,\n");

    li.see("[data-action=check]").click();
    assertThat(li.see("import-page > section [role=alert]", "Choose it again")).isVisible();
    li.see("input[type=file]").click(); // As whoever chooses: the same is a choice, too.
    li.see("input[type=file]").setInputFiles(file);
    assertThat(li.see(".first-rows")).containsText("MOVING-2");
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESK_CHINESE"})
  void where_everything_is_refused_there_is_nothing_to_do(Look look) {
    Visitor li = showroom.staff(Role.ACCOUNT_MANAGER, look).open("/import/orders");
    choose(
        li,
        "none.csv",
        "order,company,routing\nNONE-1,nobody,split-ac\n".getBytes(StandardCharsets.UTF_8));
    li.see("[data-action=check]").click();

    assertThat(li.see("[data-action=import]")).isDisabled();
    assertThat(li.see("#idle")).containsText(li.in("Everything is refused", "全部被拒绝"));
    li.expectGoodPage();
  }

  @Test
  void the_files_columns_stay_together_and_in_sight() {
    Visitor li = showroom.staff(Role.ACCOUNT_MANAGER, Look.DESK).open("/import/orders");
    choose(li, "far.csv", "order,left\nFAR-1,over\n".getBytes(StandardCharsets.UTF_8));
    double apart = fromHeadingToColumns(li);
    li.see("[data-slot=sample]").scrollIntoViewIfNeeded();

    assertThat(li.see(".chips-of-file")).isInViewport();
    Assertions.assertThat(fromHeadingToColumns(li)).isEqualTo(apart);
  }

  private static double fromHeadingToColumns(Visitor visitor) {
    return visitor.see(".chips-of-file").boundingBox().y
        - visitor.see(".theirs h3").boundingBox().y;
  }

  @Test
  void a_new_source_gets_a_name_that_none_has_however_late_those_are_known() {
    Visitor li = showroom.staff(Role.ACCOUNT_MANAGER, Look.DESK).open("/import/orders");
    choose(
        li,
        "twin.csv",
        "order,company,routing,description\nTWIN-1,northwind,split-ac,x\n"
            .getBytes(StandardCharsets.UTF_8));
    li.see("[data-action=check]").click();
    assertThat(li.see(".outcome")).isVisible();
    List<Route> held = new ArrayList<>();
    li.page().route("**/api/column-mappings", held::add);

    li.open("/import/orders");
    li.page()
        .waitForResponse(
            response -> response.url().contains("/preview"),
            () ->
                choose(
                    li,
                    "twin.csv",
                    "order,company,product,routing\nTWIN-1,northwind,Unit,split-ac\n"
                        .getBytes(StandardCharsets.UTF_8)));
    held.forEach(Route::resume);

    assertThat(li.see("#mapping-name")).hasValue("twin 2");
  }

  @Test
  void what_stands_in_every_row_counts_while_it_is_typed() {
    Visitor zhang = showroom.staff(Role.OPERATOR, Look.DESK).open("/import/plant-log");
    choose(
        zhang,
        "typed.csv",
        "order,finished_at\nTYPED,2026-12-07\n".getBytes(StandardCharsets.UTF_8));
    slot(zhang, "operation").selectOption(" constant");
    assertThat(zhang.see("[data-action=check]")).isDisabled();

    zhang.see("[data-slot=operation] [name=constant]").fill("Assembling");

    assertThat(zhang.see("[data-action=check]")).isEnabled();
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE_CHINESE", "DESK"})
  void days_are_read_in_the_format_of_their_column(Look look) {
    String order = "DAYS-" + look.ordinal();
    Visitor li = showroom.staff(Role.ACCOUNT_MANAGER, look).open("/import/orders");
    choose(
        li,
        "tage %s.csv".formatted(look),
        "no,company,by,on,%s\n%s,northwind CLIMATE,18.12.2026,02/03/2026,\n"
            .formatted(look, order)
            .getBytes(StandardCharsets.UTF_8));
    slot(li, "order").selectOption("no");
    slot(li, "promised_on").selectOption("by");
    slot(li, "placed_on").selectOption("on");
    slot(li, "routing").selectOption(" constant");
    li.see("[data-slot=routing] [name=constant]").selectOption("split-ac");

    assertThat(format(li, "promised_on")).hasValue("day.month.year");
    assertThat(format(li, "placed_on")).hasValue("");
    assertThat(li.see("[data-slot=placed_on] .trouble")).isVisible();
    li.expectGoodPage();
    li.see("[data-action=check]").click();
    assertThat(li.see(".refusals li")).containsText("2026-02-03");
    format(li, "placed_on").selectOption("day.month.year");
    li.see("[data-action=check]").click();
    li.see("[data-action=import]").click();

    assertThat(li.see(".outcome[data-dry=false]")).isVisible();
    String placed = li.page().request().get("/api/orders/" + order + "/placed").text();
    Assertions.assertThat(placed).contains("\"2026-12-18\"", "\"2026-03-02\"");
  }

  private static Locator format(Visitor visitor, String slot) {
    return visitor.see("[data-slot=" + slot + "] [name=format]");
  }

  @Test
  void a_log_is_mapped_by_the_keyboard_alone() {
    showroom.order("IMP-LOG", "2026-12-30");
    Visitor zhang = showroom.staff(Role.OPERATOR, Look.PHONE).open("/import/plant-log");
    choose(
        zhang,
        "log.csv",
        "Auftrag;AVO;Ende;Gut\nIMP-LOG;Assembling;2026-12-07 10:00;7\nIMP-NOT;Assembling;2026-12-07 10:00;7\n"
            .getBytes(StandardCharsets.UTF_8));
    select(zhang, "order", "auftrag");
    select(zhang, "operation", "avo");
    select(zhang, "finished_at", "ende");
    select(zhang, "good", "gut");
    press(zhang, "[data-action=check]");
    press(zhang, "[data-action=import]");

    assertThat(zhang.see(".outcome[data-dry=false]")).containsText("1 report taken");
    assertThat(zhang.see(".refusals li")).containsText("IMP-NOT · row 3");
    Assertions.assertThat(zhang.page().request().get("/api/orders/IMP-LOG").text())
        .contains("\"through\":7");
    zhang.expectGoodPage();
  }

  @Test
  void a_file_that_is_none_says_what_to_do_and_the_page_stays() {
    Visitor li =
        showroom
            .staff(Role.ACCOUNT_MANAGER, Look.DESK_DARK)
            .open("/import/orders")
            .expecting("status of 422");
    byte[] old = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0};
    choose(li, "old.xls", old);

    assertThat(li.see("import-page > section > [role=alert]:not(:empty)"))
        .containsText("save it as .xlsx");
    li.expectGoodPage();
    choose(
        li,
        "new.csv",
        "order,company,routing\nX-1,northwind,split-ac\n".getBytes(StandardCharsets.UTF_8));
    assertThat(li.see("[data-action=check]")).isEnabled();
  }

  /** A pointer that goes there as a hand does. */
  private static void drag(Visitor visitor, String column, String slot) {
    Locator chip = visitor.see("li[data-column=" + column + "]").first();
    Locator target = visitor.see("[data-slot=" + slot + "]");
    target.evaluate("one => one.scrollIntoView({block: 'center'})"); // Away from the edge.
    chip.hover();
    BoundingBox from = chip.boundingBox();
    Mouse mouse = visitor.page().mouse();
    mouse.down();
    mouse.move(from.x + from.width / 2 + 20, from.y + from.height / 2 + 20);
    for (int times = 0; times < 3; times++) { // At an edge the page scrolls, and the target moves.
      BoundingBox to = target.boundingBox();
      mouse.move(to.x + to.width / 2, to.y + to.height - 12 - times);
    }
    mouse.up();
  }

  /** Its first letter jumps to it, as a screen reader's user does it. */
  private static void select(Visitor visitor, String slot, String column) {
    Locator list = slot(visitor, slot);
    list.focus();
    list.selectOption(column);
    assertThat(list).hasValue(column);
  }

  private static Locator slot(Visitor visitor, String name) {
    return visitor.see("#slot-" + name);
  }

  private static void choose(Visitor visitor, String name, byte[] file) {
    visitor
        .see("input[type=file]")
        .setInputFiles(new FilePayload(name, "application/octet-stream", file));
  }
}
