package org.vitrine.delays;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrine.fixtures.Browsers;
import org.vitrine.fixtures.Look;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;
import org.vitrine.fixtures.Visitor;

/** A line slips, the manager is asked, offers two ways, and the customer takes one. */
@ExtendWith(Browsers.class)
class DelaysBrowserIT {
  private static final TestClock CLOCK = new TestClock();
  private static final Pattern LINK =
      Pattern.compile("(/delay-offer#[A-Za-z0-9_-]{43})(?![.\\w-])");
  private static TestVitrine vitrine;
  private static DelayShop shop;

  @BeforeAll
  static void open() {
    vitrine = TestVitrine.startAt(CLOCK);
    shop = new DelayShop(vitrine, CLOCK);
  }

  @AfterAll
  static void close() {
    if (vitrine != null) {
      vitrine.close();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESK_CHINESE_DARK"})
  void a_line_slips_and_the_customer_takes_one_of_two_ways(Look look) {
    String order = "SO-" + look.name().length();
    shop.order(order, shop.today().plusDays(2));
    shop.slips(order);
    Visitor amelia = new Visitor(vitrine, look).signInAs("amelia@northwind.example");
    amelia.open("/orders/" + order);
    Visitor li = new Visitor(vitrine, look).signInAs("li@plant.example").open("/delays");
    String risk = "[data-part=to-decide] .risk-row:has(a[href='/orders/%s'])".formatted(order);
    assertThat(li.see(risk).first()).containsText("%");
    li.expectGoodPage();

    li.see(risk + " [data-action=recover]").first().click();
    li.see(risk + " [name=plan]").fill("A Saturday shift");
    li.see(risk + " [name=lookAgainOn]").fill(shop.today().plusDays(1).toString());
    li.see(risk + " [data-action=save-plan]").click();
    assertThat(li.see("[data-part=recovering] .risk-row")).containsText("A Saturday shift");

    li.see(
            "[data-part=recovering] .risk-row:has(a[href='/orders/%s']) [data-action=offer]"
                .formatted(order))
        .first()
        .click();
    assertThat(li.see(".offer-form [name=lines][value='1']")).isChecked();
    assertThat(li.see(".offer-form [name=lines][value='2']")).not().isChecked();
    assertThat(li.see(".offer-form [name=cause]")).hasValue("");
    li.see(".offer-form [name=remedies][value=part-first]").check();
    li.see("#date").fill(shop.today().plusDays(6).toString());
    li.see("[data-action=make-offer]").click();
    for (String empty :
        List.of(
            "[name=cause]",
            "#part-quantity",
            "#part-date",
            "[id='because-%s']".formatted(li.in("en", "zh-CN")))) {
      assertThat(li.see(".offer-form " + empty)).hasAttribute("aria-invalid", "true");
    }
    li.see("#part-quantity").fill("8");
    li.see("#part-date").fill(shop.today().plusDays(1).toString());
    li.see(".offer-form [name=cause]").selectOption("supplier-late");
    assertThat(li.see(".offer-form [name=side]")).hasValue("supplier");
    li.see(".offer-form [name=side]").selectOption("ours");
    li.see("[id='because-%s']".formatted(li.in("en", "zh-CN")))
        .fill(li.in("The compressor came late", "压缩机到货延迟"));
    li.expectAccessible();
    li.see("[data-action=make-offer]").click();
    assertThat(li.see("[data-part=waiting] .offer-row a[href='/orders/%s']".formatted(order)))
        .isVisible();

    assertThat(amelia.see(".offer-card[data-state=open]")).containsText("8");
    shop.clockStrikes();
    amelia.open("/notices");
    amelia.see("a[href^='/orders/%s#offer-']".formatted(order)).first().click();
    assertThat(amelia.see(".offer-card[data-state=open] h2")).isFocused();
    amelia.expectGoodPage();
    amelia.see(".offer-card header").scrollIntoViewIfNeeded();
    assertThat(li.see("[data-part=waiting] .offer-row:has(a[href='/orders/%s'])".formatted(order)))
        .containsText(li.in("Opened by amelia", "amelia@northwind.example 于"));
    amelia.see("[data-answer=other-day]").click();
    amelia.see("[data-action=send-answer]").click();
    assertThat(amelia.see(".offer-details [name=date]")).hasAttribute("aria-invalid", "true");
    amelia.see("[data-answer=part]").click();
    assertThat(amelia.see(".offer-row[data-state=accepted]")).isHidden();
    assertThat(amelia.see(".order-offers details summary")).isVisible();
    amelia.see(".order-offers details summary").click();
    assertThat(amelia.see(".offer-row[data-state=accepted]")).isVisible();
    assertThat(li.see("[data-part=answered] .offer-row[data-state=accepted]").first())
        .containsText("amelia@northwind.example");
    li.expectGoodPage();
    amelia.open("/orders/" + order + "/history");
    assertThat(amelia.see("main")).containsText(amelia.in("accepted in part", "已部分同意"));
    org.assertj.core.api.Assertions.assertThat(shop.promised(order, 1))
        .isEqualTo(shop.today().plusDays(6).toString());
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESK_CHINESE_DARK"})
  void a_link_from_a_mail_opens_the_answer_and_a_touch_gives_it(Look look) {
    String order = "SO-mail-" + look.name().length();
    shop.order(order);
    String offer = shop.offered(order, "[1, 2]", 15, "");
    shop.clockStrikes();
    TestWatcher.await("the mail", () -> !shop.mails("jonas@northwind.example").isEmpty());
    Matcher link = LINK.matcher(shop.mails("jonas@northwind.example").getLast());
    org.assertj.core.api.Assertions.assertThat(link.find()).isTrue();
    Visitor jonas = new Visitor(vitrine, look).open(link.group(1) + ".decline");
    assertThat(jonas.see(".offer-details textarea")).isVisible();
    org.assertj.core.api.Assertions.assertThat(shop.state(offer)).isEqualTo("open");
    jonas.expectGoodPage();
    jonas.see("[data-action=send-answer]").click();
    assertThat(jonas.see(".offer-card[data-state=declined]")).isVisible();
    jonas.see("[data-answer=accept]").click();
    assertThat(jonas.see(".offer-card[data-state=accepted]")).isVisible();
    jonas.expectGoodPage();
  }
}
