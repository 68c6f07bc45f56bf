package org.vitrine.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.util.Locale;
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

/** The list of orders: a buyer's own, and all of them for the plant's own people. */
@ExtendWith(Browsers.class)
class OrdersBrowserIT {
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
  void a_buyer_sees_their_own_orders_the_most_urgent_first(Look look) {
    Visitor amelia = showroom.buyer(look).open("/orders");

    assertThat(row(amelia, Showroom.RUNNING)).containsText("500 × KFR-35 split air conditioner");
    assertThat(row(amelia, Showroom.RUNNING)).containsText("4500018822");
    assertThat(row(amelia, Showroom.RUNNING).locator("del"))
        .containsText(amelia.in("12 Dec", "12月12日"));
    assertThat(row(amelia, Showroom.RUNNING).locator("b")).hasText(amelia.in("15 Dec", "12月15日"));
    assertThat(row(amelia, Showroom.RUNNING).locator(".mini"))
        .hasAttribute(
            "aria-label",
            amelia.in("1 of 3 stages done; Final inspection: In progress", "3 个阶段中已完成 1 个；终检：进行中"));
    assertThat(row(amelia, Showroom.LATE)).containsText(amelia.in("late", "已逾期"));
    assertThat(row(amelia, Showroom.HELD))
        .containsText(amelia.in("production is on hold", "生产已暂停"));
    assertThat(row(amelia, Showroom.FAILED))
        .containsText(amelia.in("a requirement failed", "有要求未达标"));
    assertThat(row(amelia, Showroom.STALE))
        .containsText(amelia.in("no recent reports from the plant", "工厂长时间未上报"));
    assertThat(row(amelia, Showroom.COMPLETED)).containsText(amelia.in("completed", "已完成"));
    assertThat(row(amelia, Showroom.FOREIGN)).hasCount(0);
    assertThat(amelia.see("tbody tr").first()).hasAttribute("data-order", Showroom.LATE);
    assertThat(amelia.see(".company")).hasCount(0);
    amelia.expectGoodPage();
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE_CHINESE", "DESK"})
  void the_plants_own_people_see_everybodys_orders_and_how_dear_each_buyer_is(Look look) {
    Visitor li = showroom.staff(Role.ACCOUNT_MANAGER, look).open("/orders");

    assertThat(row(li, Showroom.FOREIGN)).containsText("Polar Air");
    assertThat(row(li, Showroom.RUNNING)).containsText("Northwind Climate");
    assertThat(row(li, Showroom.RUNNING).locator(".tier")).hasText(li.in("Gold", "黄金"));
    li.expectGoodPage();
  }

  @Test
  void the_list_is_narrowed_by_state_and_by_either_number() {
    Visitor amelia = showroom.buyer(Look.DESK).open("/orders");

    amelia.see("button[data-show=late]").click();
    assertThat(amelia.see("tbody tr")).hasCount(1);
    assertThat(amelia.see("button[data-show=late]")).hasAttribute("aria-pressed", "true");
    amelia.see("button[data-show=all]").click();
    amelia.see("input[name=q]").fill(Showroom.HELD.toLowerCase(Locale.ROOT));
    assertThat(amelia.see("tbody tr")).hasCount(1);
    assertThat(row(amelia, Showroom.HELD)).isVisible();
    amelia.see("input[name=q]").fill("4500018822");
    assertThat(row(amelia, Showroom.RUNNING)).isVisible();
    assertThat(row(amelia, Showroom.TWO_LINES)).hasCount(0);
    amelia.see("input[name=q]").fill("nobody ordered this");
    assertThat(amelia.see("orders-list")).containsText("No matching orders.");
    amelia.expectGoodPage();
  }

  @Test
  void what_it_is_narrowed_to_is_there_again_after_a_look_at_an_order() {
    Visitor amelia = showroom.buyer(Look.DESK).open("/orders");
    amelia.see("button[data-show=late]").click();
    amelia.see("input[name=q]").fill("so-");
    row(amelia, Showroom.LATE).locator("a").click();
    assertThat(amelia.see("order-status")).isVisible();

    amelia.page().goBack();

    assertThat(amelia.see("tbody tr")).hasCount(1);
    assertThat(row(amelia, Showroom.LATE)).isVisible();
    assertThat(amelia.see("button[data-show=late]")).hasAttribute("aria-pressed", "true");
    assertThat(amelia.see("input[name=q]")).hasValue("so-");
  }

  @Test
  void the_list_moves_by_itself_and_new_orders_appear() {
    Visitor amelia = showroom.buyer(Look.PHONE).open("/orders");
    assertThat(row(amelia, Showroom.RUNNING)).isVisible();

    Duration appears =
        amelia.untilShown(
            "tr[data-order=SO-1200]", "not started", () -> showroom.order("SO-1200", "2026-12-20"));
    Duration moves =
        amelia.untilShown(
            "tr[data-order=SO-1200]",
            "on time",
            () -> showroom.progressed("SO-1200", "Assembling", 40));

    assertThat(appears).isLessThan(Visitor.GENEROUS);
    assertThat(moves).isLessThan(Visitor.GENEROUS);
    assertThat(row(amelia, "SO-1200").locator(".mini"))
        .hasAttribute("aria-label", "0 of 3 stages done; Assembly: In progress");
  }

  @Test
  void without_a_connection_the_list_stays_and_then_catches_up() {
    Visitor amelia =
        showroom.buyer(Look.DESK).open("/orders").expecting("ERR_INTERNET_DISCONNECTED");
    assertThat(row(amelia, Showroom.RUNNING)).isVisible();

    amelia.offline(true);
    amelia.passes(Duration.ofSeconds(3));
    amelia.passes(Duration.ofSeconds(10));
    assertThat(amelia.see(".live-state")).hasText(Pattern.compile("As of .*, offline"));
    assertThat(row(amelia, Showroom.RUNNING)).isVisible();
    showroom.order("SO-1201", "2026-12-21");
    assertThat(row(amelia, "SO-1201")).hasCount(0);

    amelia.untilShown("tr[data-order=SO-1201]", "not started", () -> amelia.offline(false));
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE_CHINESE_DARK", "DESK"})
  void a_company_without_orders_is_told_so(Look look) {
    Visitor newcomer =
        new Visitor(showroom.vitrine(), look)
            .signIn(showroom.linkFor("newcomer", "Newcomer Cooling"))
            .open("/orders");

    assertThat(newcomer.see(".empty-state h2")).hasText(newcomer.in("No orders yet", "还没有订单"));
    newcomer.expectGoodPage();
  }

  @Test
  void whoever_signs_out_is_out() {
    Visitor amelia = showroom.buyer(Look.DESK).open("/orders").expecting("status of 401");
    assertThat(row(amelia, Showroom.RUNNING)).isVisible();

    amelia.inMenu("[data-action=sign-out]").press("Enter");
    amelia.page().waitForURL(showroom.vitrine().at("/").toString());
    assertThat(amelia.see("site-header nav")).hasCount(0);

    amelia.open("/orders");
    assertThat(amelia.see("main h1")).isVisible();
    assertThat(amelia.see("orders-list")).hasCount(0);
    amelia.expectGoodPage();
  }

  private static Locator row(Visitor visitor, String order) {
    return visitor.see("tr[data-order=" + order + "]");
  }
}
