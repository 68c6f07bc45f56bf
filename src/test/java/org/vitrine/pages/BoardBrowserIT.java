package org.vitrine.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.Duration;
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

/** The plant board: stages as columns, and in each the orders that are there now. */
@ExtendWith(Browsers.class)
class BoardBrowserIT {
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
  @EnumSource(names = {"DESK", "DESK_CHINESE_DARK"})
  void every_order_in_flight_stands_in_its_stage_the_late_ones_first(Look look) {
    Visitor li = showroom.staff(Role.OPERATOR, look).open("/board");

    assertThat(card(li, "final-inspection", Showroom.RUNNING)).containsText("340/500");
    assertThat(card(li, "final-inspection", Showroom.RUNNING)).containsText("Northwind Climate");
    assertThat(card(li, "final-inspection", Showroom.RUNNING)).containsText(li.in("Gold", "黄金"));
    assertThat(card(li, "assembly", Showroom.HELD))
        .containsText(li.in("at risk: production is on hold", "有风险：生产已暂停"));
    assertThat(card(li, "", Showroom.LATE)).containsText(li.in("late", "已逾期"));
    assertThat(li.see("board-column[data-stage=''] h2")).containsText(li.in("1 late", "1 个逾期"));
    assertThat(li.see("board-column[data-stage=''] board-card").first())
        .hasAttribute("data-card", Showroom.LATE + "/1");
    assertThat(li.see("[data-card^=" + Showroom.COMPLETED + "]")).hasCount(0);
    assertThat(li.see("[data-card^=" + Showroom.CANCELLED + "]")).hasCount(0);
    li.expectGoodPage();
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE_DARK", "PHONE_CHINESE"})
  void on_a_phone_one_stage_is_picked_at_a_time(Look look) {
    Visitor li = showroom.staff(Role.OPERATOR, look).open("/board");

    li.see("select[name=stage]").selectOption("final-inspection");

    assertThat(card(li, "final-inspection", Showroom.RUNNING)).isVisible();
    assertThat(card(li, "assembly", Showroom.HELD)).isHidden();
    li.expectGoodPage();
  }

  @Test
  void the_board_is_narrowed_by_word_and_by_company() {
    Visitor li = showroom.staff(Role.QUALITY_MANAGER, Look.DESK).open("/board");

    li.see("select[name=companyCode]").selectOption("polar");
    assertThat(card(li, "", Showroom.FOREIGN)).isVisible();
    assertThat(card(li, "assembly", Showroom.HELD)).hasCount(0);
    li.see("select[name=companyCode]").selectOption("");
    li.see("input[name=q]").fill(Showroom.HELD);
    assertThat(card(li, "assembly", Showroom.HELD)).isVisible();
    assertThat(card(li, "final-inspection", Showroom.RUNNING)).hasCount(0);
  }

  @Test
  void a_card_moves_to_its_next_stage_by_itself() {
    showroom.order("SO-1300", "2026-12-20");
    Visitor li = showroom.staff(Role.OPERATOR, Look.DESK).open("/board");
    assertThat(card(li, "", "SO-1300")).isVisible();

    Duration waited =
        li.untilShown(
            "board-column[data-stage=assembly]",
            "SO-1300",
            () -> showroom.progressed("SO-1300", "Assembling", 40));

    assertThat(waited).isLessThan(Visitor.GENEROUS);
    assertThat(card(li, "", "SO-1300")).hasCount(0);
    assertThat(card(li, "assembly", "SO-1300")).containsText("40/500");
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE_CHINESE", "DESK"})
  void a_buyer_is_shown_the_way_to_their_own_orders(Look look) {
    Visitor amelia = showroom.buyer(look).open("/board");

    assertThat(amelia.see("h1"))
        .hasText(amelia.in("You do not have access to this page", "您无权访问此页面"));
    amelia.expectGoodPage();
    amelia.see("main a.go").click();
    assertThat(amelia.see("tr[data-order=" + Showroom.RUNNING + "]")).isVisible();
  }

  private static Locator card(Visitor visitor, String stage, String order) {
    return visitor.see(
        "board-column[data-stage='%s'] board-card[data-card='%s/1']".formatted(stage, order));
  }
}
