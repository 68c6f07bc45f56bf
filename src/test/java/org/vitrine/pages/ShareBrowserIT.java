package org.vitrine.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
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
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestWatcher;
import org.vitrine.fixtures.Visitor;

/** Passing an order on by a glass link, from the one who makes it to the one who holds it. */
@ExtendWith(Browsers.class)
class ShareBrowserIT {
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
  @EnumSource(names = {"PHONE_CHINESE_DARK", "DESK"})
  void a_link_is_made_shown_once_listed_opened_and_taken_back(Look look) {
    String order = "SO-150" + look.ordinal();
    showroom.order(order, "2026-12-20");
    Visitor amelia = showroom.buyer(look).open("/orders/" + order);
    assertThat(amelia.see("glass-links"))
        .containsText(amelia.in("This order has no glass links yet.", "此订单还没有透明链接。"));

    amelia.see("[data-action=share]").click();
    amelia.see("input[name=fields][value=requirements]").check();
    amelia.expectAccessible();
    amelia.see("[data-action=make-link]").click();
    String link = amelia.see("secret-once input").inputValue();
    assertThat(amelia.see("secret-once input")).isFocused();
    assertThat(listed(amelia)).containsText(amelia.in("not opened yet", "尚未打开"));
    amelia.expectGoodPage();
    amelia.page().reload();
    assertThat(listed(amelia)).isVisible();
    assertThat(amelia.see("secret-once")).hasCount(0);

    Visitor guest =
        showroom
            .stranger(look)
            .open(path(link))
            .expecting("status of 401")
            .expecting("status of 410");
    assertThat(guest.see("h1")).hasText("500 × KFR-35 split air conditioner");
    assertThat(guest.see("body")).not().containsText("4500018822");
    amelia.page().reload();
    assertThat(listed(amelia))
        .containsText(Pattern.compile(amelia.in("opened once|1 time", "1 次|一次|已打开")));

    amelia.see("[data-action=revoke]").click();
    amelia.expectAccessible();
    amelia.see("dialog [data-action=confirm]").click();
    assertThat(amelia.see("li[data-standing=revoked]")).isVisible();
    assertThat(guest.see("order-status")).hasCount(0);
    assertThat(guest.see("h1")).hasText(guest.in("You no longer have access", "您已无权查看此内容"));
    assertThat(guest.see("live-indicator")).hasCount(0);
    amelia.expectGoodPage();
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESK_CHINESE_DARK"})
  void whoever_holds_a_link_that_has_ended_asks_for_a_new_one(Look look) {
    String order = "SO-151" + look.ordinal();
    showroom.order(order, "2026-12-20");
    Visitor amelia = showroom.buyer(look).open("/orders/" + order);
    amelia.see("[data-action=share]").click();
    amelia.see("[data-action=make-link]").click();
    String link = amelia.see("secret-once input").inputValue();
    amelia.see("[data-action=revoke]").click();
    amelia.see("dialog [data-action=confirm]").click();
    assertThat(amelia.see("li[data-standing=revoked]")).isVisible();

    Visitor guest = showroom.stranger(look).expecting("status of 410").open(path(link));
    assertThat(guest.see("h1")).hasText(guest.in("This link no longer works", "此链接已失效"));
    assertThat(guest.see("main")).not().containsText(order);
    guest.expectGoodPage();
    guest.see("[data-action=ask-again]").press("Enter");
    assertThat(guest.see("main [role=status]"))
        .hasText(
            guest.in(
                "The person who created this link will be notified. If they agree, they will send"
                    + " you a new one.",
                "我们会通知链接创建者。如对方同意，将向您发送新链接。"));
    guest.expectGoodPage();

    // It is written when the answer is out.
    TestWatcher.await(
        "the mail is written",
        () ->
            !TestDatabase.find(
                    showroom.vitrine().databaseUrl(),
                    "SELECT id FROM mail WHERE recipient = 'customer@vitrine.example' AND body LIKE"
                        + " '%/orders/"
                        + order
                        + "%'")
                .isEmpty());
    Visitor li = showroom.staff(Role.ADMINISTRATOR, look).open("/mail");
    assertThat(li.see("li[data-mail]", order).first()).containsText("customer@vitrine.example");
  }

  @Test
  void a_link_that_nobody_ever_made_is_answered_like_one_that_has_ended() {
    Visitor guest =
        showroom
            .stranger(Look.DESK)
            .expecting("status of 410")
            .open("/glass#Xo0Xo0Xo0Xo0Xo0Xo0Xo0Xo0Xo0Xo0Xo0Xo0Xo0Xo0X");
    assertThat(guest.see("h1")).hasText("This link no longer works");
    guest.see("[data-action=ask-again]").click();
    assertThat(guest.see("main [role=status]"))
        .containsText("The person who created this link will be notified.");
  }

  @Test
  void an_order_that_has_as_many_links_as_it_may_says_so_in_words() {
    showroom.order("SO-1520", "2026-12-20");
    for (int i = 0; i < 50; i++) {
      showroom.glassLink("SO-1520");
    }
    Visitor amelia = showroom.buyer(Look.PHONE).open("/orders/SO-1520").expecting("status of 409");
    amelia.see("[data-action=share]").click();
    amelia.see("[data-action=make-link]").click();
    assertThat(amelia.see("share-link [role=alert]:not(:empty)"))
        .hasText("This order has reached its limit of active glass links. Revoke one first.");
  }

  @Test
  void another_window_does_not_go_on_for_the_company_that_one_has_left() {
    Visitor both =
        new Visitor(showroom.vitrine(), Look.DESK)
            .signIn(showroom.linkForTwo("northwind", "polar"));
    both.expecting("status of 404").open("/orders"); // What the other window still asks for.
    assertThat(both.see("tr[data-order=" + Showroom.RUNNING + "]")).isVisible();
    Page other = both.page().context().newPage();
    other.navigate("/orders/" + Showroom.RUNNING);
    assertThat(other.locator("order-status")).isVisible();

    both.inMenu("[data-company=polar]").click();

    assertThat(both.see("tr[data-order=" + Showroom.FOREIGN + "]")).isVisible();
    assertThat(both.see("tr[data-order=" + Showroom.RUNNING + "]")).hasCount(0);
    assertThat(other.locator("[data-about=changed]")).isVisible();
    assertThat(other.locator("main")).not().containsText("KFR-35");
    other.locator("main a.go").click();
    assertThat(other.locator("tr[data-order=" + Showroom.FOREIGN + "]")).isVisible();
    both.expectGoodPage();
  }

  private static Locator listed(Visitor visitor) {
    return visitor.see("glass-links li[data-link]");
  }

  private static String path(String link) {
    return link.substring(link.indexOf("/glass#"));
  }
}
