package org.vitrine.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Browsers;
import org.vitrine.fixtures.Look;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.Visitor;
import org.vitrine.meetings.MeetingRoom;

/** A meeting is planned, people are asked, and customers say what should be talked about. */
@ExtendWith(Browsers.class)
class MeetingsBrowserIT {
  private static TestVitrine vitrine;
  private static MeetingRoom room;

  @BeforeAll
  static void open() {
    vitrine = TestVitrine.start();
    room = new MeetingRoom(vitrine);
  }

  @AfterAll
  static void close() {
    vitrine.close();
  }

  @ParameterizedTest
  @EnumSource(names = {"DESK", "PHONE_CHINESE_DARK"})
  void from_the_plan_to_a_vote(Look look) {
    Visitor chen = visitor(look, "chen@plant.example").open("/meetings");
    chen.see("[data-action=plan]").click();
    chen.see("#plan-title").fill("Quality, " + look);
    chen.see("#plan-start").fill("2199-12-10T14:00");
    chen.see("#plan-zone").selectOption("Asia/Shanghai");
    chen.see("[data-action=save]").click();
    assertThat(chen.see("h1")).hasText("Quality, " + look);
    String path = chen.page().url().replaceFirst("^https?://[^/]+", "");
    chen.expectGoodPage();

    chen.see("[data-action=invite]").click();
    chen.see("invite-form [value=northwind]").check();
    chen.see("invite-form [value=baltic]").check();
    chen.see("[data-action=look]").click();
    assertThat(chen.see("invite-form [name=person]")).hasCount(2);
    chen.see("[data-action=send]").click();
    assertThat(chen.see("guests-card li")).hasCount(2);

    Visitor amelia = visitor(look, "amelia@northwind.example").open("/meetings");
    amelia.see(".meeting-row", "Quality, " + look).click();
    amelia.see("item-propose input").fill("Logo position");
    amelia.see("[data-action=propose]").click();
    assertThat(amelia.see("agenda-item", "Logo position")).isVisible();
    Visitor jonas = visitor(look, "jonas@baltic.example").open(path);
    assertThat(jonas.see("agenda-item", "Logo position")).hasCount(0);

    assertThat(chen.see(".agenda-sources > summary")).hasText(chen.in("1 source", "1 个来源"));
    chen.see("[data-action=open]").click();
    jonas.see("[data-action=vote]").click();
    assertThat(jonas.see("agenda-item .chip.ok")).isVisible();
    assertThat(chen.see("agenda-item .agenda-why")).containsText("2");
    jonas.expectGoodPage();
    amelia.expectGoodPage();

    chen.see("[data-action=edit]").click();
    chen.see("item-edit-form [name=wanted]").selectOption("drop");
    chen.see("item-edit-form [name=reason]").fill("Sales decides on logos");
    chen.see("item-edit-form [data-action=save]").click();
    amelia.see(".disclosure > summary").click();
    assertThat(amelia.see(".agenda-gone")).containsText("Sales decides on logos");
  }

  @ParameterizedTest
  @EnumSource(names = {"DESK", "PHONE_CHINESE_DARK"})
  void somebody_is_uninvited_from_a_date_or_from_its_series(Look look) {
    long meeting =
        room.plan(
            "Uninvited, " + look,
            "2198-11-05T14:00",
            """
            , "rule": {"pace": "weekly", "day": "MONDAY", "every": 1, "count": 3}""");
    room.ask(meeting, "northwind", "baltic");
    Visitor chen = visitor(look, "chen@plant.example").open("/meetings/" + meeting);
    chen.see("guests-card [data-action=uninvite]", "jonas").click();
    assertThat(chen.see("uninvite-form fieldset input")).hasCount(2);
    chen.expectNoSidewaysScroll();
    chen.expectAccessible();
    chen.see("uninvite-form [value=series]").check();
    chen.see("uninvite-form [data-action=confirm]").click();
    assertThat(chen.see("guests-card li")).hasCount(1);
    assertThat(chen.see("guests-card li")).containsText("amelia");
  }

  @ParameterizedTest
  @EnumSource(names = {"DESK", "PHONE_CHINESE_DARK"})
  void a_series_is_one_invitation_and_leads_to_its_agenda(Look look) {
    String title = "Round, " + look;
    boolean isDesk = look == Look.DESK;
    Visitor chen = visitor(look, "chen@plant.example").open("/meetings");
    chen.see("[data-action=plan]").click();
    chen.see("#plan-title").fill(title);
    chen.see("#plan-start").fill("2198-12-10T14:00");
    chen.see("[name=repeats]").selectOption("weekly");
    chen.see("#plan-dates").fill("3");
    chen.see("[data-action=save]").click();
    chen.see("[data-action=invite]").click();
    chen.see("[data-action=look]").click();
    assertThat(chen.see("invite-form")).containsText(chen.in("Choose a tier", "请至少选择一个客户级别"));
    chen.see("invite-form [value=%s]".formatted(isDesk ? "baltic" : "northwind")).check();
    chen.see("[data-action=look]").click();
    chen.see("[data-action=send]").click();
    assertThat(chen.see("guests-card li")).hasCount(1);
    String path = chen.page().url().replaceFirst("^https?://[^/]+", "");

    String email = isDesk ? "jonas@baltic.example" : "amelia@northwind.example";
    Visitor guest = visitor(look, email).open("/orders");
    assertThat(guest.see(".invited-about h3", title)).hasCount(1);
    guest.expectGoodPage();
    guest.see("li:has(h3:text-is('%s')) a[href='/meetings']".formatted(title)).click();
    guest.see(".meeting-row[href='%s']".formatted(path)).click();
    assertThat(guest.see("h1")).hasText(title);
    assertThat(guest.see("own-invitations [data-answer]")).hasCount(3);
    guest.expectGoodPage();
    guest.see("own-invitations [data-answer=accepted]").click();
    assertThat(chen.see("guests-card .row-line")).hasText(chen.in("comes", "参加"));
  }

  @ParameterizedTest
  @EnumSource(names = {"DESK", "PHONE_CHINESE_DARK"})
  void what_it_is_about_is_chosen_and_colleagues_are_asked_by_name(Look look) {
    long review = review("A quieter pump, " + look, "2198-12-31T00:00:00Z");
    review("Closed, " + look, "2020-12-31T00:00:00Z");
    long wu = colleague("wu-%s@plant.example".formatted(look.name().toLowerCase(Locale.ROOT)));
    Visitor chen = visitor(look, "chen@plant.example").open("/meetings");
    chen.expecting("status of 422");
    chen.see("[data-action=plan]").click();
    chen.see("plan-form [name=kind]").selectOption("witnessing");
    chen.see("#plan-title").fill("Pumps, " + look);
    chen.see("#plan-start").fill("2199-12-10T14:00");
    chen.see("#plan-order").fill("SO-404");
    chen.see("#plan-stage").fill("packing");
    chen.see("[data-action=save]").click();
    assertThat(chen.see("#plan-order-error")).not().isEmpty();
    assertThat(chen.see("#plan-order")).hasAttribute("aria-invalid", "true");
    chen.see("plan-form [name=kind]").selectOption("design-review");
    assertThat(chen.see("plan-form [name=review]")).not().containsText("Closed, " + look);
    chen.see("plan-form [name=review]").selectOption(String.valueOf(review));
    chen.expectAccessible();
    chen.see("[data-action=save]").click();
    assertThat(chen.see("h1")).hasText("Pumps, " + look);
    assertThat(chen.see("a[href='/reviews/%d']".formatted(review))).isVisible();

    chen.see("[data-action=invite]").click();
    chen.see("invite-form [name=colleague][value='%d']".formatted(wu)).check();
    chen.see("[data-action=look]").click();
    assertThat(chen.see("invite-form [name=person]")).hasCount(1);
    chen.see("[data-action=back]").click();
    assertThat(chen.see("invite-form [name=colleague][value='%d']".formatted(wu))).isChecked();
    chen.expectAccessible();
    chen.see("[data-action=look]").click();
    chen.see("[data-action=send]").click();
    assertThat(chen.see("guests-card li")).hasCount(1);
    chen.expectGoodPage();
  }

  private static long review(String title, String closes) {
    var made =
        room.chen()
            .post(
                "/api/reviews",
                """
                {"title": "%s", "question": "What?", "opens": "2020-12-01T00:00:00Z",
                 "closes": "%s", "proposalsEach": 3}"""
                    .formatted(title, closes));
    assertEquals(201, made.statusCode(), made.body());
    return TestClient.json(made).get("number").asLong();
  }

  private static long colleague(String email) {
    room.shop().staff(Role.OPERATOR, email);
    return person(email);
  }

  private static Visitor visitor(Look look, String email) {
    return new Visitor(vitrine, look).signInAs(email);
  }

  private static long person(String email) {
    return Long.parseLong(
        room.find("SELECT id FROM person WHERE email = '%s'".formatted(email)).getFirst());
  }
}
