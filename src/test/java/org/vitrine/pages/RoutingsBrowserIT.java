package org.vitrine.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.vitrine.fixtures.TestWatcher.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
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

/** Saying in the pages how products are made. */
@ExtendWith(Browsers.class)
class RoutingsBrowserIT {
  private static final String STAGES =
      """
      "stages": [{"code": "cut", "name": {"en": "Cutting", "zh-CN": "下料"}, "operations": ["Saw*"]},
                 {"code": "weld", "name": {"en": "Welding", "zh-CN": "焊接"}, "operations": ["Weld"]},
                 {"code": "pack", "name": {"en": "Packing", "zh-CN": "包装"}, "operations": ["Pack"]}]\
      """;

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
  @EnumSource(names = {"PHONE", "PHONE_CHINESE_DARK", "DESK_DARK", "DESK_CHINESE"})
  void a_routing_is_made_from_a_template(Look look) {
    String code = "box-" + look.ordinal();
    Visitor qi = showroom.staff(Role.QUALITY_MANAGER, look).open("/routings");
    qi.see("[data-action=new]").click();
    qi.see("[data-template=printing]").waitFor();
    qi.expectGoodPage();
    qi.see("[data-template=printing]").click();
    assertThat(qi.see("[data-language='zh-CN'] .pane").first()).containsText("已受理");

    qi.see("#routing-name").fill("Boxes");
    assertThat(qi.see("#routing-code")).hasAttribute("placeholder", "boxes");
    qi.see("#routing-code").fill(code);
    qi.see("[data-stage=finishing] [data-action=up]").click();
    assertThat(qi.see("stage-list [role=status]"))
        .containsText(qi.in("is now stage 4 of 8", "现为第 4 个阶段"));
    qi.see("[data-stage=finishing] [data-action=up]").press("Alt+ArrowDown");
    assertThat(qi.see("stage-list [role=status]"))
        .containsText(qi.in("is now stage 5 of 8", "现为第 5 个阶段"));
    qi.see("[data-stage=prepress] summary").click();
    qi.expectGoodPage();
    qi.see("[data-stage=approval] [data-action=remove-stage]").click();
    qi.see("[data-action=save]").click();

    assertThat(qi.page()).hasURL(Pattern.compile("/routings/" + code + "$"));
    assertThat(qi.see("h1")).hasText("Boxes");
    assertThat(qi.see("li.stage")).hasCount(7);
    qi.open("/routings");
    assertThat(qi.see("[data-routing=" + code + "]"))
        .containsText(qi.in("0 open orders", "0 个未完成订单"));
    qi.expectGoodPage();
  }

  /** One order is in production: whoever changes its routing reads what that would do to it. */
  @ParameterizedTest
  @EnumSource(names = {"PHONE_CHINESE", "DESK"})
  void what_a_change_does_to_orders_is_told_before_and_can_be_undone(Look look) {
    String code = "shelf-" + look.ordinal();
    String order = "SH-" + look.ordinal();
    routing(code);
    order(order, code);
    showroom.progressed(order, "Weld", 4);
    await("the operation is counted", () -> isKnown("Weld", code));
    Visitor qi = showroom.staff(Role.QUALITY_MANAGER, look).open("/routings/" + code);
    Locator weld = qi.see("[data-stage=weld]");
    weld.locator("summary").click();
    assertThat(weld.locator("[data-operation=Weld] .found")).containsText("Weld (");
    weld.locator("[data-operation=Weld] input").first().fill("Solder");
    assertThat(qi.see("[data-reported=Weld]")).containsText(qi.in("In no stage", "未归入阶段"));
    qi.see("[data-stage=pack] summary").click();
    qi.expectGoodPage();

    qi.see("[data-action=save]").click();
    assertThat(qi.see("dialog")).containsText(qi.in("1 order is in production", "1 个订单已开始生产"));
    qi.see("dialog input[value=move]").check();
    assertThat(qi.see("dialog [data-order=" + order + "]"))
        .containsText(qi.in("No longer shown in a stage: Weld", "不再归入阶段：Weld"));
    qi.expectAccessible();
    qi.expectNoSidewaysScroll();
    qi.see("dialog [data-action=confirm]").click();
    assertThat(qi.see(".said"))
        .containsText(qi.in("Saved as version 2. 1 open order", "已保存为第 2 版，对 1 个未完成订单生效"));
    assertEquals(0, through(order));

    qi.see("[data-action=undo]").click();
    assertThat(qi.see(".routing-page header")).containsText(qi.in("Version 3", "第 3 版"));
    assertEquals(4, through(order));
  }

  @Test
  void stages_are_dragged_into_their_order() {
    routing("dragged");
    Visitor qi = showroom.staff(Role.QUALITY_MANAGER, Look.DESK).open("/routings/dragged");
    BoundingBox from = qi.see("[data-stage=cut] .grip").boundingBox();
    BoundingBox to = qi.see("[data-stage=pack] .grip").boundingBox();
    Mouse mouse = qi.page().mouse();
    mouse.move(from.x + 10, from.y + 10);
    mouse.down();
    mouse.move(to.x + 10, to.y + 5);
    mouse.move(to.x + 10, to.y + 10);
    mouse.up();
    assertThat(qi.see("li.stage").last()).hasAttribute("data-stage", "cut");
    qi.see("[data-action=save]").click();
    assertThat(qi.see(".said")).containsText("Saved as version 2");
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE_CHINESE", "DESK"})
  void one_order_moves_from_its_own_page_and_back(Look look) {
    String code = "single-" + look.ordinal();
    String order = "SI-" + look.ordinal();
    routing(code);
    order(order, code);
    showroom.progressed(order, "Weld", 4);
    put("/api/routings/" + code, "{%s}".formatted(STAGES.replace("Weld\"]", "Solder\"]")));
    Visitor qi = showroom.staff(Role.QUALITY_MANAGER, look).open("/orders/" + order);
    assertThat(qi.see("order-versions"))
        .containsText(qi.in("version 1 of its routing; the newest is 2", "第 1 版生产，最新为第 2 版"));
    qi.expectGoodPage();
    qi.see("[data-action=move-version]").click();
    assertThat(qi.see("[data-action=move-version]")).hasCount(0);
    assertEquals(0, through(order));
    qi.see("[data-action=undo]").click();
    assertThat(qi.see("[data-action=move-version]")).hasCount(1);
    assertEquals(4, through(order));
  }

  @Test
  void two_who_edit_at_once_choose_field_by_field() {
    routing("raced");
    Visitor qi =
        showroom.staff(Role.QUALITY_MANAGER, Look.DESK).open("/routings/raced").expecting("412");
    qi.see("#routing-name").fill("Mine");
    put("/api/routings/raced", "{\"name\": \"Theirs\", %s}".formatted(STAGES));
    qi.see("[data-action=save]").click();
    qi.see("dialog input[value=mine]").check();
    qi.see("dialog [data-action=merge]").click();
    assertThat(qi.see(".said")).containsText("Saved as version 3");
    assertThat(qi.see("h1")).hasText("Mine");
  }

  @Test
  void a_file_is_a_beginning_too_and_what_is_refused_is_said_at_its_field() {
    Visitor qi =
        showroom.staff(Role.ADMINISTRATOR, Look.DESK).open("/routings/new").expecting("422");
    qi.see("input[name=file]").setInputFiles(file("{\"stages\": 3}"));
    assertThat(qi.see("#file-error")).containsText("no routing");
    qi.see("input[name=file]").setInputFiles(file("{\"name\": \"Filed\", %s}".formatted(STAGES)));
    qi.see("[data-stage=weld] summary").click();
    Locator slow = qi.see("[data-stage=weld] [data-field=slowHours]");
    qi.see("[data-stage=weld] [data-field=usualHours]").fill("8");
    slow.fill("4");
    qi.see("[data-action=save]").click();
    assertThat(slow).hasAttribute("aria-invalid", "true");
    slow.fill("");
    qi.see("[data-action=save]").click();
    assertThat(qi.page()).hasURL(Pattern.compile("/routings/filed$"));
  }

  private static FilePayload file(String text) {
    return new FilePayload(
        "routing.json", "application/json", text.getBytes(StandardCharsets.UTF_8));
  }

  private static void routing(String code) {
    put("/api/routings/" + code, "{%s}".formatted(STAGES));
  }

  private static void order(String number, String routing) {
    put(
        "/api/orders/" + number,
        """
        {"company": "northwind", "placedOn": "2026-12-01",
         "lines": [{"number": 1, "product": "Shelf", "quantity": 10, "routing": "%s"}]}\
        """
            .formatted(routing));
  }

  private static void put(String path, String body) {
    HttpResponse<String> answer = showroom.shop().integrator().put(path, body);
    assertEquals(2, answer.statusCode() / 100, answer.body());
  }

  /** What was reported is counted a moment after the report; a page reads it once. */
  private static boolean isKnown(String operation, String routing) {
    return showroom
        .shop()
        .integrator()
        .json("/api/operations")
        .at("/operations")
        .valueStream()
        .filter(found -> found.at("/name").asText().equals(operation))
        .anyMatch(found -> found.at("/routings").toString().contains(routing));
  }

  private static int through(String order) {
    return showroom
        .shop()
        .integrator()
        .json("/api/orders/" + order)
        .at("/lines/1/stages/weld/through")
        .asInt();
  }
}
