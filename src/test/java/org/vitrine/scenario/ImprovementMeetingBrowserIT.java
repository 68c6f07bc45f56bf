package org.vitrine.scenario;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.vitrine.fixtures.Browsers;
import org.vitrine.fixtures.Look;
import org.vitrine.fixtures.TestMailbox;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;
import org.vitrine.fixtures.Visitor;
import org.vitrine.meetings.MeetingRoom;

/** The story of an improvement meeting at three browsers, from a complaint to the next agenda. */
@ExtendWith(Browsers.class)
class ImprovementMeetingBrowserIT {
  private static final Pattern LINK = Pattern.compile("/invitation#([A-Za-z0-9_-]{43})");
  private static final String AMELIA = "amelia@northwind.example";

  private static final LocalDate TUESDAY =
      LocalDate.now(ZoneId.of("Asia/Shanghai"))
          .plusDays(7)
          .with(TemporalAdjusters.nextOrSame(DayOfWeek.TUESDAY));

  private static TestVitrine vitrine;
  private static MeetingRoom room;

  private Visitor chen;
  private Visitor amelia;
  private Visitor jonas;
  private String meeting;
  private String next;

  @BeforeAll
  static void open() {
    vitrine = TestVitrine.start();
    room = new MeetingRoom(vitrine);
  }

  @AfterAll
  static void close() {
    vitrine.close();
  }

  @Test
  void what_customers_said_is_answered_and_what_is_not_solved_comes_again() {
    chen = visitor("chen@plant.example", Look.DESK);
    amelia = visitor(AMELIA, Look.PHONE);
    jonas = visitor("jonas@baltic.example", Look.DESK_CHINESE);

    customers_complain_and_a_requirement_fails();
    chen_finds_it_on_the_agenda_of_a_series_and_invites_them();
    amelia_accepts_from_her_mail_without_an_account();
    the_meeting_moves_and_she_is_asked_again();
    it_is_held_and_moves_for_all_three();
    a_line_becomes_an_action();
    the_minutes_become_final();
    the_action_is_done();
    amelia_reads_what_came_of_it_and_says_that_it_is_not_solved();
    it_stands_on_the_next_agenda_beside_what_nobody_touched();
  }

  private void customers_complain_and_a_requirement_fails() {
    room.complain(room.amelia(), "SO-1", "The joint leaks");
    room.complain(room.jonas(), "SO-2", "Leaks after a week");
    room.reading("SO-3", "u1", 3_000);
  }

  private void chen_finds_it_on_the_agenda_of_a_series_and_invites_them() {
    long first =
        room.plan(
            "What our customers told us",
            TUESDAY.atTime(14, 0).toString(),
            ", \"rule\": {\"pace\": \"weekly\", \"day\": \"TUESDAY\", \"every\": 4, \"count\": 3}");
    meeting = "/meetings/" + first;
    next =
        "/meetings/" + room.find("SELECT number FROM meeting WHERE previous = " + first).getFirst();
    TestWatcher.await(
        "the agenda makes itself",
        () -> {
          room.agendasAreMade();
          return room.items(room.chen(), first).size() == 2;
        });
    chen.open(meeting);
    assertThat(chen.see("agenda-item").first()).containsText("Final inspection");
    assertThat(chen.see("agenda-item", "Cooling capacity")).isVisible();
    chen.see("[data-action=invite]").click();
    chen.see("invite-form [value=northwind]").check();
    chen.see("invite-form [value=baltic]").check();
    chen.see("[data-action=look]").click();
    chen.see("invite-form [data-action=send]").click();
    assertThat(chen.see("guests-card li")).hasCount(2);
  }

  private void amelia_accepts_from_her_mail_without_an_account() {
    Visitor phone = new Visitor(vitrine, Look.PHONE).open("/invitation#" + invitation());
    assertThat(phone.see("h1")).hasText("What our customers told us");
    phone.see("[data-choice=accepted]").click();
    phone.see("[data-action=send]").click();
    assertThat(phone.see("answer-form [role=status]")).containsText("you will come");
    assertThat(chen.see("guests-card li", AMELIA)).containsText("comes");
    amelia.open("/orders");
    assertThat(amelia.see(".invitations [data-answer=accepted]"))
        .hasAttribute("aria-pressed", "true");
  }

  private static String invitation() {
    for (String mail : new TestMailbox(vitrine).to(AMELIA).reversed()) {
      Matcher link = LINK.matcher(mail);
      if (link.find()) {
        return link.group(1);
      }
    }
    throw new AssertionError("No mail to Amelia has a link");
  }

  private void the_meeting_moves_and_she_is_asked_again() {
    chen.see("[data-action=change]").click();
    chen.see("meeting-edit-form [name=start]").fill(TUESDAY.plusDays(1).atTime(15, 0).toString());
    chen.see("meeting-edit-form [data-action=save]").click();
    assertThat(chen.see("guests-card li", AMELIA)).containsText("has not answered");
    Locator moved = amelia.see(".invited-row", "This date only").locator("[data-answer=accepted]");
    assertThat(moved).hasAttribute("aria-pressed", "false");
    moved.click();
    assertThat(chen.see("guests-card li", AMELIA)).containsText("comes");
  }

  private void it_is_held_and_moves_for_all_three() {
    amelia.open(meeting);
    jonas.open(meeting);
    chen.see("[data-action=begin]").click();
    chen.see("dialog [data-action=confirm]").click();
    for (Visitor one : new Visitor[] {chen, amelia, jonas}) {
      assertThat(one.see(".agenda > .now")).containsText(one.in("Final inspection", "终检"));
    }
    chen.see("#line-new").pressSequentially("Braze joints in nitrogen");
    chen.see("#line-new").press("Enter");
    for (Visitor one : new Visitor[] {amelia, jonas}) {
      assertThat(one.see(".minute", "Braze joints in nitrogen")).isVisible();
    }
  }

  private void a_line_becomes_an_action() {
    chen.see(".minute [data-action=make-action]").click();
    chen.see("deed-form [name=owner]").selectOption("chen@plant.example");
    chen.see("deed-form [data-action=save]").click();
    assertThat(amelia.see(".minute strong")).containsText("chen@plant.example");
    chen.see("[data-action=close-item]").first().click();
    chen.see("#item-answer").fill("Joints are brazed in nitrogen since Monday");
    chen.see("close-item-form [data-action=save]").click();
    chen.see("[data-action=end]").click();
    chen.see("dialog [data-action=confirm]").click();
    assertThat(amelia.see("[data-action=minutes]")).isVisible();
  }

  private void the_minutes_become_final() {
    chen.open(meeting + "/minutes");
    chen.see("[data-action=finish]").click();
    chen.see("dialog [data-action=confirm]").click();
    assertThat(chen.see("[data-action=correct]").first()).isVisible();
    amelia.see("[data-action=minutes]").click();
    assertThat(amelia.see(".recorded")).containsText("Braze joints in nitrogen");
    amelia.expectGoodPage();
  }

  private void the_action_is_done() {
    chen.open("/actions");
    chen.see(".action-row", "Braze joints in nitrogen").click();
    chen.see("[data-action=done]").click();
    chen.see("textarea").fill("All six stations");
    chen.see("[data-action=say]").click();
    assertThat(chen.see(".action-view")).hasAttribute("data-state", "done");
  }

  private void amelia_reads_what_came_of_it_and_says_that_it_is_not_solved() {
    amelia.open("/orders");
    assertThat(amelia.see(".you-said")).containsText("The joint leaks");
    assertThat(amelia.see(".you-said")).containsText("Joints are brazed in nitrogen since Monday");
    assertThat(amelia.see(".you-said")).containsText("All six stations");
    amelia.expectGoodPage();
    amelia.see("[data-action=not-solved][data-of=action]").click();
    amelia.see("#not-solved").fill("It leaks again");
    amelia.see("[data-action=say]").click();
    assertThat(amelia.see("[data-action=not-solved][data-of=action]")).hasCount(0);
  }

  private void it_stands_on_the_next_agenda_beside_what_nobody_touched() {
    TestWatcher.await(
        "both are carried over",
        () -> {
          room.agendasAreMade();
          long number = Long.parseLong(next.substring("/meetings/".length()));
          return room.items(room.chen(), number).stream()
                  .filter(item -> item.path("carried").asBoolean())
                  .count()
              == 2;
        });
    chen.open(next);
    assertThat(chen.see(".last-time")).containsText("Braze joints in nitrogen");
    assertThat(chen.see("agenda-item", "Final inspection")).containsText("Carried over");
    assertThat(chen.see("agenda-item", "Cooling capacity")).containsText("Carried over");
    chen.expectGoodPage();
  }

  private static Visitor visitor(String email, Look look) {
    return new Visitor(vitrine, look).signInAs(email);
  }
}
