package org.vitrine.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Browsers;
import org.vitrine.fixtures.Look;
import org.vitrine.fixtures.Showroom;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.Visitor;

/** A design review on phones, and its desk: who proposes sees at once what becomes of it. */
@ExtendWith(Browsers.class)
class ReviewsBrowserIT {
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
  @EnumSource(names = {"PHONE", "PHONE_CHINESE_DARK"})
  void what_is_proposed_is_supported_judged_grouped_and_answered(Look look) {
    Visitor chen =
        showroom
            .staff(Role.QUALITY_MANAGER, look.isChinese() ? Look.DESK_CHINESE : Look.DESK)
            .open("/reviews");
    chen.see("[data-action=new]").click();
    chen.see("#review-title").fill("Remote " + look);
    chen.see("#review-question").fill("What should it do better?");
    chen.expectAccessible();
    chen.see("dialog [data-action=save]").click();
    chen.see(".review-row", "Remote " + look).click();
    assertThat(chen.see("[data-state=open]")).isVisible();
    String address = chen.page().url().replaceAll("https?://[^/]+", "");

    Visitor kenji = distributor(look).open(address);
    assertThat(kenji.see(".propose-limits")).containsText("20");
    kenji.see("#propose-text").fill("The remote control needs larger buttons");
    kenji.see("[data-action=propose]").click();
    assertThat(kenji.see(".propose-said")).containsText(kenji.in("Thank you", "谢谢"));
    assertThat(kenji.see("own-proposals [data-proposal]")).hasCount(1);
    kenji.expectAccessible();
    kenji.expectNoSidewaysScroll();

    Visitor amelia = showroom.buyer(look).open(address);
    assertThat(amelia.see(".vote-card")).containsText("larger buttons");
    amelia.see("#propose-text").fill("Remote control needs larger buttons, please");
    assertThat(amelia.see(".propose-alike")).containsText("The remote control needs");
    amelia.expectAccessible();
    amelia.see("[data-action=support]").click();
    assertThat(amelia.see(".propose-said")).containsText(amelia.in("Your support counts", "已支持"));
    assertThat(kenji.see("own-proposals"))
        .containsText(kenji.in("1 agree, 0 disagree", "1 票赞同，0 票不赞同"));
    kenji.see("#propose-text").fill("Packaging without foam");
    kenji.see("[data-action=propose]").click();
    assertThat(kenji.see("own-proposals [data-proposal]")).hasCount(2);
    assertThat(amelia.see(".vote-card")).containsText("Packaging");
    amelia.see(".vote-card [data-choice=disagree]").click();
    assertThat(amelia.see("vote-cards [role=status]"))
        .containsText(amelia.in("You disagreed", "不赞同"));
    assertThat(amelia.see("vote-cards")).containsText(amelia.in("You have seen them all", "全部看完"));
    amelia.expectNoSidewaysScroll();

    assertThat(chen.see("group-row")).hasCount(2);
    chen.see("group-row [data-action=name]").first().click();
    chen.see("#group-name").fill("Buttons");
    chen.see("dialog [data-action=save]").click();
    assertThat(chen.see("group-row", "Buttons")).isVisible();
    chen.see("group-row:has-text('larger') [data-action=answer]").click();
    chen.see("dialog input[value=declined]").check();
    chen.see("#answer-reason").fill("They are as large as a thumb");
    chen.expectAccessible();
    chen.see("dialog [data-action=answer-now]").click();
    assertThat(kenji.see("own-proposals [data-answer=declined]"))
        .containsText("They are as large as a thumb");
    chen.expectAccessible();
    chen.expectNoSidewaysScroll();
    kenji.expectGoodPage();
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE"})
  void the_limit_is_said_before_it_is_reached(Look look) {
    TestClient chen = showroom.client(Role.QUALITY_MANAGER, "Chen Yu");
    var made =
        chen.post(
            "/api/reviews",
            """
            {"title": "One each", "question": "What?", "opens": "2026-12-01T00:00:00Z",
             "closes": "2026-12-31T00:00:00Z", "proposalsEach": 1}""");
    Visitor kenji =
        distributor(look).open("/reviews/" + TestClient.json(made).get("number").asText());
    assertThat(kenji.see(".propose-limits")).containsText("0 of 1 proposals made");
    kenji.see("#propose-text").fill("x".repeat(400));
    assertThat(kenji.see("#propose-text").inputValue()).hasSize(300);
    assertThat(kenji.see(".propose-limits")).containsText("300 of 300 characters");
    kenji.see("[data-action=propose]").click();
    assertThat(kenji.see("propose-form .hint-box")).containsText("all 1 proposals");
    kenji.expectNoSidewaysScroll();
  }

  private static Visitor distributor(Look look) {
    return new Visitor(showroom.vitrine(), look)
        .signIn(showroom.linkFor("kuehl", "Kühl & Partner"));
  }
}
