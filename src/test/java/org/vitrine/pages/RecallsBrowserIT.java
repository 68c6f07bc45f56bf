package org.vitrine.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrine.Rooms;
import org.vitrine.companies.Companies.SaveCompany;
import org.vitrine.companies.CompanyKind;
import org.vitrine.companies.Tier;
import org.vitrine.fixtures.Browsers;
import org.vitrine.fixtures.Look;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.Visitor;
import org.vitrine.orders.OrderNumber;
import org.vitrine.recalls.RecallShop;

/** What customers are told when something is wrong with theirs, on the pages of both sides. */
@ExtendWith(Browsers.class)
class RecallsBrowserIT {
  private static final TestClock CLOCK = new TestClock();
  private static TestVitrine vitrine;
  private static RecallShop shop;

  @BeforeAll
  static void open() {
    vitrine = TestVitrine.startAt(CLOCK);
    shop = new RecallShop(vitrine, CLOCK);
  }

  @AfterAll
  static void close() {
    if (vitrine != null) {
      vitrine.close();
    }
  }

  private static Rooms rooms() {
    return vitrine.vitrine().rooms();
  }

  private static Visitor visitor(Look look, String email) {
    return new Visitor(vitrine, look).signIn(rooms().sessions().links().make(shop.person(email)));
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESK_CHINESE_DARK"})
  void it_is_written_told_read_and_answered(Look look) {
    long number = shop.raised();
    shop.concerns(number, "northwind", "SN-1", "SN-2");
    shop.concerns(number, "baltic", "SN-9");
    Visitor amelia = visitor(look, "amelia@northwind.example").open("/orders/SO-1");
    Visitor chen =
        visitor(look, "chen@plant.example")
            .expecting("status of 422")
            .open("/nonconformances/" + number);
    assertThat(chen.see("told-customers [data-step=concerned]")).containsText("3");
    chen.see("told-customers a").click();
    write(chen, "A voluntary recall: " + RecallShop.HAZARD);
    assertThat(chen.see("[name='hazard.en']")).hasAttribute("aria-invalid", "true");
    assertThat(chen.see("[id='hazard.en-error']")).not().isEmpty();
    chen.expectGoodPage();
    write(chen, RecallShop.HAZARD);

    chen.see(".recall-companies summary").first().click();
    assertThat(chen.see(".recall-companies .recall-card").first()).isVisible();
    chen.expectGoodPage();
    chen.see("[data-action=tell]").click();
    chen.expectAccessible();
    chen.see("[data-action=confirm]").click();
    assertThat(chen.see(".recall-tell [role=status]")).containsText("2");

    String card = ".recall-card[data-notice='%s']".formatted(shop.notice(number, "northwind"));
    assertThat(amelia.see(card)).isVisible();
    assertThat(amelia.see(card)).containsText("SN-2");
    assertThat(amelia.see(card)).not().containsText("SN-9");
    amelia.see(card + " .recall-now").scrollIntoViewIfNeeded();
    assertThat(chen.see(".company-notice", "Northwind"))
        .containsText(chen.in("read by amelia", "amelia@northwind.example 于"));
    amelia.expectGoodPage();
    amelia.see(card + " [data-remedy=repair]").click();
    assertThat(amelia.see(card + " .recall-choice"))
        .containsText(amelia.in("Chosen: Repair", "已选择：维修"));
    amelia.see(card + " [data-action=change]").click();
    amelia.see(card + " [data-remedy=replace]").click();
    assertThat(amelia.see(card + " .recall-choice"))
        .containsText(amelia.in("Chosen: Replace", "已选择：更换"));
    amelia.expectGoodPage();

    assertThat(chen.see(".company-notice", "Northwind"))
        .containsText(chen.in("Replace (amelia", "更换（amelia"));
    chen.see(".company-notice a", "Northwind").click();
    chen.see("[name=done]").fill("2");
    chen.expectGoodPage();
    chen.see("[data-action=done]").click();
    assertThat(amelia.see(card)).hasAttribute("data-state", "done");
    assertThat(amelia.page().locator(card + " .recall-now")).isHidden();
    assertThat(chen.see(".recall-card"))
        .containsText(chen.in("2 pieces of this customer", "该客户的 2 件产品"));
    amelia.expectGoodPage();
    shop.concerns(number, "northwind");
    shop.tell(number);
    assertThat(amelia.see(card)).hasAttribute("data-state", "cleared");
    chen.expectKeyboardGetsEverywhere();
  }

  private static void write(Visitor chen, String hazard) {
    for (String tag : new String[] {"en", "zh-CN"}) {
      chen.see("[name='title.%s']".formatted(tag)).fill("Capacitor C-2231");
      chen.see("[name='what.%s']".formatted(tag)).fill("The capacitor ages too fast.");
      chen.see("[name='hazard.%s']".formatted(tag)).fill(hazard);
      chen.see("[name='now.%s']".formatted(tag)).fill("Switch it off and pull the plug.");
    }
    chen.see("[data-action=save]").click();
  }

  @Test
  void a_distributor_passes_it_on_and_a_holder_of_its_link_reads_it() {
    long number = shop.told();
    String notice = shop.notice(number, "baltic");
    rooms()
        .companies()
        .save("baltic", new SaveCompany("Baltic", CompanyKind.DISTRIBUTOR, Tier.GOLD));
    Visitor jonas = visitor(Look.PHONE, "jonas@baltic.example").open("/recall-notices/" + notice);
    jonas.see("[name=reached]").fill("17");
    jonas.see("[data-action=reached]").click();
    assertThat(jonas.see(".recall-reach")).containsText("jonas@baltic.example");
    jonas.expectGoodPage();

    var order = rooms().tracking().require(new OrderNumber("SO-2"), Optional.empty());
    var link = rooms().links().make(order, Duration.ofDays(3), Set.of(), false, "test");
    Visitor holder = new Visitor(vitrine, Look.PHONE).open("/glass#" + link.token().text());
    assertThat(holder.see(".recall-card").first()).containsText("pull the plug");
    assertThat(holder.see(".recall-card button")).hasCount(0);
    holder.expectGoodPage();
  }

  @Test
  void what_is_open_stands_above_one_s_orders() {
    String notice = shop.notice(shop.told(), "northwind");
    Visitor amelia = visitor(Look.PHONE, "amelia@northwind.example").open("/orders");
    amelia.see(".open-recalls a[href$='%s']".formatted(notice)).waitFor();
    amelia.expectGoodPage();
    amelia.see(".open-recalls a[href$='%s']".formatted(notice)).click();
    assertThat(amelia.see(".recall-card h1")).hasText("Capacitor C-2231");
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE_CHINESE_DARK", "DESK"})
  void a_piece_of_one_s_own_says_that_it_is_recalled(Look look) {
    long number = shop.written();
    shop.concerns(number, "northwind", "SN-1");
    shop.tell(number);
    Visitor amelia = visitor(look, "amelia@northwind.example").open("/warranty");
    String mark =
        ".own-piece[data-serial=%s] a[href='/recall-notices/"
            + shop.notice(number, "northwind")
            + "']";
    assertThat(amelia.see(mark.formatted("SN-1")))
        .hasText(amelia.in("Capacitor C-2231", "C-2231 电容"));
    assertThat(amelia.see(".own-piece[data-serial=SN-1] .recall-mark").first())
        .hasText(amelia.in("Safety recall", "安全召回"));
    assertThat(amelia.see(".own-piece[data-serial=SN-2]")).isVisible();
    assertThat(amelia.page().locator(mark.formatted("SN-2"))).hasCount(0);
    amelia.expectGoodPage();
  }

  @Test
  void the_letter_of_who_has_chosen_offers_nothing_else() {
    String notice = shop.notice(shop.told(), "northwind");
    Visitor amelia =
        visitor(Look.DESK, "amelia@northwind.example").open("/recall-notices/" + notice);
    amelia.see("[data-remedy=replace]").click();
    assertThat(amelia.see(".recall-choice")).containsText("Chosen: Replace");
    amelia.open("/recall-notices/" + notice + "/letter");
    assertThat(amelia.see(".recall-letter")).containsText("Chosen: Replace");
    assertThat(amelia.see(".recall-letter")).not().containsText("put your pieces right");
    amelia.expectGoodPage();
  }

  @Test
  void the_letter_has_no_buttons_on_paper() {
    String notice = shop.notice(shop.told(), "northwind");
    Visitor amelia =
        visitor(Look.DESK, "amelia@northwind.example")
            .open("/recall-notices/" + notice + "/letter");
    assertThat(amelia.see(".recall-letter")).containsText("Northwind Climate");
    assertThat(amelia.see(".recall-address"))
        .hasText(Pattern.compile(".*/recall-notices/" + notice));
    amelia.expectGoodPage();
    amelia.page().emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(amelia.see("[data-action=print]")).isHidden();
    assertThat(amelia.see(".recall-letter h1")).isVisible();
  }
}
