package org.vitrine.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.vitrine.scenario.QuarterHouse.CHEN;
import static org.vitrine.scenario.QuarterHouse.LI;
import static org.vitrine.scenario.QuarterHouse.QUARTER;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vitrine.fixtures.Browsers;
import org.vitrine.fixtures.Look;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.Visitor;
import org.vitrine.scenario.QuarterHouse.Buyer;

/** The quarter as it is seen and done on pages: the house at desks, its customers on phones. */
@ExtendWith(Browsers.class)
class QuarterBrowserIT {
  private static final String SURVEY = "summer-2026";
  private static final TestClock CLOCK = QuarterHouse.firstDay();

  private static TestVitrine vitrine;
  private static QuarterHouse house;

  private final List<Visitor> present = new ArrayList<>();

  @BeforeAll
  static void open() {
    vitrine = TestVitrine.startAt(CLOCK);
    house = new QuarterHouse(vitrine, CLOCK);
    house.everybodyOrders();
  }

  @AfterAll
  static void close() {
    if (vitrine != null) {
      vitrine.close();
    }
  }

  @Test
  void what_was_agreed_is_kept_asked_after_shown_to_everybody_and_looked_over() {
    li_agrees_with_northwind_what_it_gets();
    amelia_reads_what_was_promised_and_her_complaint_is_solved_by_it();

    until("2026-07-06");
    String missed = li_plans_a_visit();
    pass(Duration.ofHours(30));
    li_says_why_it_was_missed(missed);
    until("2026-07-20");
    String visit = li_plans_a_visit();
    pass(Duration.ofHours(25));
    li_notes_what_was_said(visit);
    until("2026-07-25");
    amelia_says_what_was_otherwise(visit);

    until("2026-08-18");
    house.everybodyIsSentWhatTheyOrderedAndAmeliaTooLate();
    house.asks(SURVEY);
    amelia_answers_by_the_link_of_her_mail_and_is_not_content();
    chen_solves_it_before_the_survey_ends();
    mei_answers_in_chinese();
    house.answers(Buyer.JONAS, SURVEY, 9, "Go on like this");
    house.answers(Buyer.OTTO, SURVEY, 8, "Quicker answers");
    house.answers(Buyer.FAY, SURVEY, 9, "Nothing");
    house.answers(Buyer.IVAN, SURVEY, 10, "Nothing");
    until("2026-08-31");
    chen_brings_the_results_back();
    those_who_answered_read_them_on_their_phones();

    until("2026-09-05");
    chen_opens_the_numbers_of_august_to_everybody();
    a_stranger_reads_them();

    until("2026-10-05");
    chen_looks_the_quarter_over_and_signs();
  }

  private void until(String day) {
    everybodyLeaves();
    house.until(day);
  }

  private void pass(Duration time) {
    everybodyLeaves();
    house.pass(time);
  }

  /** Their sessions end sooner than what comes next. */
  private void everybodyLeaves() {
    present.forEach(one -> one.page().navigate("about:blank"));
    present.clear();
  }

  private Visitor visitor(String email, Look look) {
    Visitor visitor = new Visitor(vitrine, look).signInAs(email);
    present.add(visitor);
    return visitor;
  }

  private Visitor amelia() {
    return visitor(Buyer.AMELIA.email(), Look.PHONE);
  }

  private Visitor chen() {
    return visitor(CHEN, Look.DESK);
  }

  private void li_agrees_with_northwind_what_it_gets() {
    Visitor li = visitor(LI, Look.DESK).open("/companies/northwind");
    li.see("company-profile [data-action=agree]").click();
    li.see("[name=agreedBy]").fill("Amelia");
    li.see("profile-form details summary").first().click();
    li.see("[name='clock.complaint.seen']").fill("10 min");
    li.see("[name='clock.complaint.firstAnswer']").fill("1");
    li.see("[name='clock.complaint.nextAnswer']").fill("1");
    li.see("[name='clock.complaint.solved']").fill("8");
    li.see("[name='visit.account-manager.ideal']").fill("30");
    li.see("[name='visit.account-manager.longest']").fill("45");
    li.see("[name=months]").fill("36");
    keep(li, "01-agree");
    li.see("dialog [data-action=save]").click();
    assertThat(li.see("company-profile .version-state")).hasText("counts today");
    keep(li, "02-agreed");
    li.expectGoodPage();
  }

  private void amelia_reads_what_was_promised_and_her_complaint_is_solved_by_it() {
    Visitor amelia = amelia().open("/orders");
    amelia.inMenu("nav [href='/agreement']").click();
    assertThat(amelia.see("[data-part=answers]")).containsText("seen within 10 min");
    assertThat(amelia.see("[data-part=answers] [data-owner=company]").first())
        .containsText("Amelia");
    keep(amelia, "03-promised");
    amelia.expectGoodPage();

    amelia.open("/orders/" + Buyer.AMELIA.order());
    amelia.pane("final-inspection").locator("[data-action=say]").click();
    amelia.see("dialog [data-kind=complaint]").click();
    amelia.see("dialog textarea").fill("One unit rattles");
    amelia.see("dialog [data-action=send]").click();
    amelia.see("what-follows a.go").click();
    assertThat(amelia.see(".clock-promised")).isVisible();
    keep(amelia, "04-said");
    answer(chen(), "One unit rattles", "We send a new fan");
    assertThat(amelia.see(".speech[data-kind=answered]")).containsText("We send a new fan");
    amelia.see("customer-reply [data-action=close]").click();
    assertThat(amelia.see(".clock")).hasAttribute("data-standing", "closed");
    amelia.expectGoodPage();
  }

  private static void answer(Visitor chen, String message, String text) {
    chen.open("/inbox");
    chen.see(".inbox-row", message).click();
    chen.see("#desk-text").fill(text);
    chen.see(".staff-reply [data-action=send]").click();
    assertThat(chen.see(".beside .speech[data-kind=answered]")).containsText(text);
    keep(chen, "05-answered-" + text.length());
  }

  private String li_plans_a_visit() {
    Visitor li = visitor(LI, Look.DESK).open("/visits");
    li.see("[data-action=plan]").click();
    li.see("#visit-company").selectOption("northwind");
    li.see("dialog [name=with]").check();
    li.see("#visit-place").fill("Hall 4");
    keep(li, "06-plan");
    li.see("dialog [data-action=save]").click();
    assertThat(li.see(".visit[data-state=planned]")).isVisible();
    keep(li, "07-planned");
    li.expectGoodPage();
    return li.page().url().replaceFirst(".*(?=/visits/)", "");
  }

  private void li_says_why_it_was_missed(String visit) {
    Visitor li = visitor(LI, Look.DESK).open(visit);
    li.see("[data-action=miss]").click();
    li.see("dialog [data-action=save]").click();
    assertThat(li.see("#outcome-reason")).hasAttribute("aria-invalid", "true");
    li.see("#outcome-reason").fill("The bridge was closed");
    li.see("dialog [data-action=save]").click();
    assertThat(li.see(".visit[data-state=missed]")).isVisible();
    assertThat(li.see("record-form form")).hasCount(0);
    assertThat(li.see("[data-kind=missed] q")).hasText("The bridge was closed");
    keep(li, "08-missed");
    li.expectGoodPage();
  }

  private void li_notes_what_was_said(String visit) {
    Visitor li = visitor(LI, Look.DESK).open(visit);
    li.see("[name=facts-0]").fill("They build a second line");
    li.see("[name=wishes-0]").fill("A smaller crate");
    li.see("[name=promises-0]").fill("Send the drawing of the crate");
    keep(li, "09-noting");
    li.see("[data-action=note]").click();
    assertThat(li.see("visit-record [data-line]")).hasCount(3);
    keep(li, "10-noted");
    li.expectGoodPage();
  }

  private void amelia_says_what_was_otherwise(String visit) {
    Visitor amelia = amelia().open("/orders");
    amelia.inMenu("nav a[href='/visits']").click();
    keep(amelia, "11-visits");
    amelia.see("a[href='" + visit + "']").first().click();
    amelia.see("[data-line='1'] [data-action=otherwise]").click();
    amelia.see("#correct-1").fill("A second line, and a third");
    keep(amelia, "12-correcting");
    amelia.see("[data-action=correct]").click();
    assertThat(amelia.see("[data-line='1'] .record-theirs")).containsText("and a third");
    keep(amelia, "13-corrected");
    amelia.expectGoodPage();
  }

  private void amelia_answers_by_the_link_of_her_mail_and_is_not_content() {
    Visitor amelia =
        new Visitor(vitrine, Look.PHONE)
            .open("/surveys/" + SURVEY + "/answer#" + house.link(Buyer.AMELIA) + ".3");
    keep(amelia, "14-asked");
    amelia.see("[data-action=begin]").click();
    assertThat(amelia.see("input[name=score]:checked")).hasValue("3");
    keep(amelia, "15-score");
    amelia.see("[data-action=next]").click();
    amelia.see("#survey-text").fill("It came three days late");
    amelia.see("[data-action=next]").click();
    keep(amelia, "16-ready");
    amelia.see("[data-action=send]").click();
    assertThat(amelia.see("h1")).hasText("Thank you!");
    keep(amelia, "17-sent");
    amelia.expectGoodPage();
  }

  private void chen_solves_it_before_the_survey_ends() {
    Visitor amelia = amelia().open("/messages");
    answer(chen(), "recommend us? 3 / 10", "The valves were late; we order them earlier now");
    amelia.see("main a", "recommend us? 3 / 10").first().click();
    assertThat(amelia.see(".speech[data-kind=answered]")).containsText("order them earlier");
    amelia.see("customer-reply [data-action=close]").click();
    assertThat(amelia.see(".clock")).hasAttribute("data-standing", "closed");
    keep(amelia, "18-solved");
    amelia.expectGoodPage();
    Visitor chen = chen().open("/surveys/" + SURVEY);
    assertThat(chen.see("survey-state").first()).hasText("Open");
    keep(chen, "19-survey");
  }

  private void mei_answers_in_chinese() {
    Visitor mei =
        visitor(Buyer.MEI.email(), Look.PHONE_CHINESE_DARK).open("/surveys/" + SURVEY + "/answer");
    mei.see("[data-action=begin]").click();
    mei.see("input[name=score][value='10']").check();
    keep(mei, "20-mei");
    mei.see("[data-action=next]").click();
    mei.see("#survey-text").fill("很好");
    mei.see("[data-action=next]").click();
    mei.see("[data-action=send]").click();
    assertThat(mei.see("h1")).hasText("谢谢您！");
    mei.expectGoodPage();
  }

  private void chen_brings_the_results_back() {
    Visitor chen = chen().open("/surveys/" + SURVEY + "/figures");
    assertThat(chen.see("question-figures header .soft").first()).hasText("6 of 7 answered");
    chen.see("[data-action=edit-thanks]").click();
    chen.see("thanks-form textarea[name='words.en']").fill("Thank you for telling us.");
    chen.see("thanks-form textarea[name='words.zh-CN']").fill("感谢您告诉我们。");
    chen.see("[data-action=add-deed]").click();
    chen.see("input[name='text-0.en']").fill("Valves are ordered earlier");
    chen.see("input[name='text-0.zh-CN']").fill("阀门提前订购");
    chen.see("input[name='due-0']").fill("2026-09-30");
    chen.see("select[name='owner-0']").selectOption(CHEN);
    keep(chen, "21-thanking");
    chen.see("[data-action=save-thanks]").click();
    chen.see("[data-action=tell-thanks]").click();
    chen.see("[data-action=confirm]").click();
    assertThat(chen.see("survey-thanks [role=status]")).containsText("6 mails");
    keep(chen, "22-thanked");
    chen.expectGoodPage();
  }

  private void those_who_answered_read_them_on_their_phones() {
    Visitor mei = visitor(Buyer.MEI.email(), Look.PHONE_CHINESE_DARK);
    for (Visitor one : new Visitor[] {amelia(), mei}) {
      one.open("/surveys/" + SURVEY + "/results");
      assertThat(one.see(".outcome-deeds li"))
          .containsText(one.in("Valves are ordered earlier", "阀门提前订购"));
      assertThat(one.see(".own-answer").first()).containsText(one.in("3 of 10", "10 分"));
      assertThat(one.see("main")).not().containsText("Quicker answers");
      keep(one, "23-results");
      one.expectGoodPage();
    }
  }

  private void chen_opens_the_numbers_of_august_to_everybody() {
    Visitor chen = chen().open("/today");
    chen.inMenu("nav a[href='/scorecard']").click();
    chen.see("select[name=month]").selectOption("2026-08");
    chen.see("select[name=opened]").selectOption("public");
    assertThat(chen.see("scorecard-opening .soft")).containsText("/numbers");
    keep(chen, "24-opened");
    chen.expectGoodPage();
  }

  private void a_stranger_reads_them() {
    for (Look look : new Look[] {Look.PHONE, Look.PHONE_CHINESE}) {
      Visitor stranger = new Visitor(vitrine, look).open("/numbers");
      assertThat(stranger.see("h1")).containsText(stranger.in("August 2026", "2026年8月"));
      assertThat(stranger.see("[data-figure=first-date]:not([data-group]) .number-value"))
          .hasText(Pattern.compile("85\\.7 ?%"));
      stranger.see(".number-seal summary").click();
      assertThat(stranger.see("a[href='/api/scorecard/2026-08.csv']")).isVisible();
      keep(stranger, "25-numbers");
      stranger.expectGoodPage();
    }
  }

  private void chen_looks_the_quarter_over_and_signs() {
    Visitor chen = chen().open("/today");
    keep(chen, "26-today");
    chen.see("a[href='/service-reviews/" + QUARTER + "']").first().click();
    assertThat(chen.see("quarter-facts")).containsText("Northwind Climate");
    keep(chen, "27-facts");
    chen.see("[data-action=begin-review]").click();
    chen.see("#conclusions").fill("Answers come in time; six customers were not visited.");
    chen.see("[data-action=save-conclusions]").click();
    chen.see("[data-action=raise-action]").click();
    chen.see("#review-action-text").fill("Visit Ruth");
    chen.see("dialog select[name=owner]").selectOption(LI);
    chen.see("#review-action-due").fill("2026-10-30");
    chen.see("[data-action=raise-action-now]").click();
    assertThat(chen.see("[data-rows=actions]")).containsText("Visit Ruth");
    chen.see("[data-action=sign-review]").click();
    chen.see("[data-action=confirm]").click();
    assertThat(chen.see("article > p [role=status]")).containsText("Signed by Chen Yu");
    keep(chen, "28-signed");
    chen.expectGoodPage();
  }

  /** For whoever wants to see how it looked. */
  private static void keep(Visitor visitor, String name) {
    if (System.getProperty("vitrine.pictures") != null) {
      visitor
          .page()
          .screenshot(
              new Page.ScreenshotOptions()
                  .setPath(
                      Path.of(
                          System.getProperty("vitrine.pictures"),
                          name + "-" + visitor.look() + ".png"))
                  .setFullPage(true));
    }
  }
}
