package org.vitrine.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Route;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
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

/** Everything that was said about an order. */
@ExtendWith(Browsers.class)
class HistoryBrowserIT {
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
  void it_tells_in_sentences_what_happened_and_who_said_so(Look look) {
    Visitor amelia = showroom.buyer(look).open("/orders/" + Showroom.RUNNING + "/history");

    assertThat(amelia.see("h1")).hasText(amelia.in("Order history", "订单记录"));
    assertThat(amelia.see("li[data-kind=placed]")).containsText(amelia.in("Order placed", "订单已创建"));
    assertThat(amelia.see("li[data-kind=promise-revised]"))
        .containsText(
            amelia.in(
                "Promise moved to 15 Dec: the compressors came four days late",
                "承诺交期改为 12月15日：the compressors came four days late"));
    assertThat(amelia.see("li[data-kind=reported]:has-text('Assembling')"))
        .containsText(amelia.in("Assembling: 500 good", "Assembling：500 件合格"));
    assertThat(amelia.see("li[data-kind=reported]:has-text('Assembling')"))
        .containsText(amelia.in("scan, station 4", "扫码，station 4"));
    assertThat(amelia.see("main")).not().containsText("Zhang San");
    amelia.expectGoodPage();
  }

  @Test
  void the_plants_own_people_also_read_who_it_was() {
    Visitor li =
        showroom
            .staff(Role.ACCOUNT_MANAGER, Look.DESK)
            .open("/orders/" + Showroom.RUNNING + "/history");

    assertThat(li.see("li[data-kind=reported]").first()).containsText("Zhang San");
  }

  @Test
  void what_is_said_now_is_added_by_itself() {
    showroom.order("SO-1500", "2026-12-20");
    Visitor amelia = showroom.buyer(Look.PHONE).open("/orders/SO-1500/history");
    assertThat(amelia.see("li[data-kind=promised]")).isVisible();

    Duration waited =
        amelia.untilShown(
            ".history",
            "Assembling: 40 good",
            () -> showroom.progressed("SO-1500", "Assembling", 40));

    assertThat(waited).isLessThan(Visitor.GENEROUS);
  }

  @Test
  void what_is_said_while_it_reads_is_added_too() {
    showroom.order("SO-1501", "2026-12-20");
    Visitor amelia = showroom.buyer(Look.PHONE).open("/orders/SO-1501/history");
    assertThat(amelia.see("li[data-kind=promised]")).isVisible();
    AtomicBoolean said = new AtomicBoolean();
    amelia
        .page()
        .route(
            url -> url.contains("/SO-1501/events"),
            reading -> {
              APIResponse read = reading.fetch();
              if (said.compareAndSet(false, true)) {
                showroom.progressed("SO-1501", "Assembling", 2);
                amelia.page().waitForTimeout(500); // The page hears of it before it has its answer.
              }
              reading.fulfill(new Route.FulfillOptions().setResponse(read));
            });

    showroom.progressed("SO-1501", "Assembling", 1);

    assertThat(amelia.see(".history")).containsText("Assembling: 1 good");
    assertThat(amelia.see(".history")).containsText("Assembling: 2 good");
  }
}
