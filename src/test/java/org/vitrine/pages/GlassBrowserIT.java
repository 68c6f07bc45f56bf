package org.vitrine.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrine.fixtures.Browsers;
import org.vitrine.fixtures.Look;
import org.vitrine.fixtures.Showroom;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.Visitor;

/** The page behind a glass link: one order, for whoever holds the link, until it ends. */
@ExtendWith(Browsers.class)
class GlassBrowserIT {
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
  void a_glass_link_opens_without_a_name_and_hides_what_is_the_buyers_own(Look look) {
    Visitor guest = showroom.stranger(look).open(link(Showroom.RUNNING));

    assertThat(guest.see("h1")).hasText("500 × KFR-35 split air conditioner");
    assertThat(guest.see(".say"))
        .containsText(guest.in("Final inspection, 340 of 500 done.", "终检，已完成 340 / 500 件。"));
    assertThat(guest.see("tr[data-requirement=capacity]")).containsText("3,542 W");
    assertThat(guest.see(".ledger li").first())
        .containsText(guest.in("15 Dec changed on 7 Dec.", "12月15日 12月7日 更改。"));
    assertThat(guest.see("body")).not().containsText("the compressors came");
    assertThat(guest.see("body")).not().containsText("4500018822");
    assertThat(guest.see("body")).not().containsText("Zhang San");
    assertThat(guest.see("nav")).hasCount(0);
    assertThat(guest.see("share-link")).hasCount(0);
    assertThat(guest.see(".brand")).hasText("Foshan Comfort Works");
    assertThat(guest.page().url()).isEqualTo(showroom.vitrine().at("/glass").toString());
    guest.expectGoodPage();
  }

  @Test
  void it_moves_by_itself_and_stays_after_a_reload() {
    showroom.order("SO-1400", "2026-12-20");
    Visitor guest = showroom.stranger(Look.PHONE).open(link("SO-1400"));
    assertThat(guest.see(".say")).hasText("Production has not started.");

    Duration waited =
        guest.untilShown(
            ".say", "Assembly, 40 of 500", () -> showroom.progressed("SO-1400", "Assembling", 40));

    assertThat(waited).isLessThan(Visitor.GENEROUS);
    guest.page().reload();
    assertThat(guest.see(".say")).containsText("Assembly, 40 of 500");
  }

  @Test
  void it_opens_no_other_page() {
    Visitor guest = showroom.stranger(Look.DESK).open(link(Showroom.RUNNING));
    assertThat(guest.see("h1")).hasText("500 × KFR-35 split air conditioner");

    guest.expecting("status of 401").expecting("status of 403").open("/orders/" + Showroom.HELD);

    assertThat(guest.see("main h1")).isVisible();
    assertThat(guest.see("order-status")).hasCount(0);
    assertThat(guest.see("body")).not().containsText("KFR-35");
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE_CHINESE", "DESK"})
  void once_it_is_revoked_the_page_says_so_by_itself(Look look) {
    String order = "SO-140" + look.ordinal();
    showroom.order(order, "2026-12-20");
    Visitor guest =
        showroom
            .stranger(look)
            .open(link(order))
            .expecting("status of 401")
            .expecting("status of 410");
    assertThat(guest.see(".say")).isVisible();

    revokeAll(order);

    assertThat(guest.see("order-status")).hasCount(0);
    assertThat(guest.see("h1"))
        .hasText(
            Pattern.compile(
                "This link no longer works|You no longer have access|此链接已失效|您已无权查看此内容"));
    assertThat(guest.see("main")).not().containsText(order);
    guest.expectGoodPage();
    guest.page().reload();
    assertThat(guest.see("h1")).hasText(guest.in("This link no longer works", "此链接已失效"));
  }

  private static String link(String order) {
    return showroom.glassLink(order, "requirements", "readings", "operations", "reports");
  }

  private static void revokeAll(String order) {
    TestClient amelia = showroom.shop().contact("northwind", "amelia@northwind.example");
    String links = "/api/orders/" + order + "/links";
    amelia
        .json(links)
        .get("links")
        .forEach(
            link ->
                assertThat(amelia.delete(links + "/" + link.get("id")).statusCode())
                    .isEqualTo(204));
  }
}
