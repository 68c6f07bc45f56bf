package org.vitrine.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.vitrine.fixtures.TestWatcher.await;

import com.microsoft.playwright.Locator;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrine.access.Role;
import org.vitrine.access.Token;
import org.vitrine.fixtures.Browsers;
import org.vitrine.fixtures.Look;
import org.vitrine.fixtures.Showroom;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.Visitor;

/** Notices as people see them: the bell, the list, the choices, and a wish on a stage. */
@ExtendWith(Browsers.class)
class NoticesBrowserIT {
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
  @EnumSource(names = {"PHONE_CHINESE", "DESK", "DESK_DARK"})
  void the_bell_counts_and_the_page_says_what_happened(Look look) {
    String order = "SO-31" + look.ordinal();
    showroom.order(order, "2026-12-30");
    Visitor amelia = showroom.buyer(look).open("/orders/" + order);
    Locator waiting = amelia.pane("packing").locator("[data-action=wish]");
    waiting.click();
    assertThat(waiting).hasAttribute("aria-pressed", "true");
    assertThat(waiting).hasText(amelia.in("You will be told when it is done", "完成时会提醒您"));
    amelia.expectGoodPage();

    showroom.progressed(order, "Packing", 500);
    Locator count = amelia.see(".bell-count");
    assertThat(count).not().isEmpty();
    amelia.see(".bell").click();
    Locator told = amelia.see("[data-notice=stage-finished]", order);
    assertThat(told).containsText(amelia.in("Stage “Packing” is done", "阶段“包装”已完成"));
    assertThat(told).containsText(amelia.in("you asked to be told", "您订阅的提醒"));
    assertThat(told).hasAttribute("data-fresh", "");
    assertThat(count).hasCount(0);
    amelia.expectGoodPage();
    amelia.page().reload();
    assertThat(told).not().hasAttribute("data-fresh", "");
    told.locator("a").click();
    assertThat(amelia.pane("packing").locator("[data-action=wish]")).hasCount(0);
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESK_CHINESE_DARK"})
  void one_chooses_by_topic_and_by_order(Look look) {
    Visitor amelia = showroom.buyer(look).open("/orders/" + Showroom.TWO_LINES);
    amelia.see("order-follow select").selectOption("mute");
    amelia.open("/notices/choices");
    amelia.see("select[name=stages]").selectOption("at-once");
    amelia.see("select[name=digestHour]").selectOption("7");
    amelia.expectGoodPage();
    amelia.see("[data-action=save]").click();
    assertThat(amelia.see("form [role=status]")).hasText(amelia.in("Saved.", "已保存。"));
    amelia.page().reload();
    assertThat(amelia.see("select[name=stages]")).hasValue("at-once");
    assertThat(amelia.see("select[name=digestHour]")).hasValue("7");
    Locator muted = amelia.see("[data-order=" + Showroom.TWO_LINES + "] select");
    assertThat(muted).hasValue("mute");
    muted.selectOption("usual");
    assertThat(amelia.see("[data-order=" + Showroom.TWO_LINES + "]")).hasCount(0);
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE_DARK", "DESK_CHINESE"})
  void an_administrator_sets_how_often_people_are_told(Look look) {
    Visitor wu = showroom.staff(Role.ADMINISTRATOR, look).open("/notices/rhythm");
    wu.see("select[name='customers.stages.standard']").selectOption("digest");
    wu.expectGoodPage();
    wu.see("[data-action=save]").click();
    assertThat(wu.see("form [role=status]")).hasText(wu.in("Saved.", "已保存。"));
    wu.page().reload();
    assertThat(wu.see("select[name='customers.stages.standard']")).hasValue("digest");
  }

  @Test
  void a_page_that_is_not_live_has_a_bell_that_is() {
    Visitor amelia = showroom.buyer(Look.DESK).open("/account");
    assertThat(amelia.see(".bell")).isVisible();
    assertThat(amelia.see("live-indicator")).hasCount(0);
    String order = "SO-320";
    showroom.order(order, "2026-12-30");
    amelia.see(".bell").waitFor();
    showroom
        .client(Role.CUSTOMER, "Amelia Hart")
        .put("/api/orders/" + order + "/following", "{\"mode\": \"follow\"}");
    showroom.progressed(order, "Assembling", 1);
    assertThat(amelia.see(".bell-count")).isVisible();
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESK_CHINESE_DARK"})
  void whoever_comes_from_a_mail_stops_it_without_signing_in(Look look) {
    Token link = Token.random();
    showroom.link(Role.CUSTOMER, "Amelia Hart");
    TestDatabase.execute(
        showroom.vitrine().databaseUrl(),
        """
        INSERT INTO unsubscribe_link (token_hash, person_id, topics, orders, made_at)
        SELECT sha256('%s'::bytea), id, '{failures}', '{}', now() FROM person WHERE email = 'customer@vitrine.example'"""
            .formatted(link.text()));
    Visitor somebody = showroom.stranger(look).open("/unsubscribe/" + link.text());
    assertThat(somebody.see("unsubscribe-page li")).hasText(somebody.in("Requirements", "质量要求"));
    somebody.expectGoodPage();
    Assertions.assertThat(chosen()).isZero();
    somebody.see("[data-action=unsubscribe]").click();
    assertThat(somebody.see("h1")).hasText(somebody.in("These emails have stopped", "已退订"));
    await("it is off", () -> chosen() == 1);
    TestDatabase.execute(
        showroom.vitrine().databaseUrl(), "DELETE FROM notice_choice WHERE topic = 'failures'");
  }

  private static long chosen() {
    return Long.parseLong(
        TestDatabase.find(
                showroom.vitrine().databaseUrl(),
                "SELECT count(*) FROM notice_choice WHERE topic = 'failures' AND mode = 'off'")
            .getFirst());
  }
}
