package org.vitrine.invitations;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.vitrine.fixtures.Browsers;
import org.vitrine.fixtures.Look;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.Visitor;

/**
 * An invitation is opened from a mail, on a phone and without an account; and on one's own page.
 */
@ExtendWith(Browsers.class)
class InvitationBrowserIT {
  private static final TestClock CLOCK = new TestClock();
  private static TestVitrine vitrine;
  private static Guests guests;

  @BeforeAll
  static void open() {
    vitrine = TestVitrine.startAt(CLOCK);
    guests = new Guests(vitrine);
    new Shop(vitrine).order("SO-1");
  }

  @AfterAll
  static void close() {
    vitrine.close();
  }

  private static Occasion meeting() {
    Occasion in = guests.in(Duration.ofDays(10));
    return new Occasion(
        in.kind(),
        in.number(),
        in.uid(),
        "Quality meeting, December",
        "What you told us in November, and what we did about it.",
        LocalDateTime.of(in.start().toLocalDate(), LocalTime.of(14, 0)),
        in.zone(),
        in.length(),
        new Venue(Optional.of("Hall 2"), Optional.of(URI.create("https://video.example/q18"))),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "PHONE_CHINESE_DARK"})
  void an_invitation_is_answered_from_a_phone_without_an_account(Look look) {
    Invitee amelia = guests.contact("northwind", "Amelia");
    guests.contact("northwind", "Carol");
    Occasion meeting = guests.announce(meeting(), amelia);
    String token = guests.token("amelia@northwind.example");
    int told = guests.told(meeting);

    Visitor visitor = new Visitor(vitrine, look).open("/invitation#" + token);
    assertThat(visitor.see("h1")).hasText("Quality meeting, December");
    assertThat(visitor.page()).hasURL(Pattern.compile("/invitation$"));
    assertThat(visitor.see("[data-choice][aria-pressed=true]")).hasCount(0);
    visitor.expectGoodPage();
    visitor.see("[data-action=send]").click();
    assertThat(visitor.see("main [role=alert]:not(:empty)")).hasCount(1);
    assertThat(guests.told(meeting)).as("looking records nothing").isEqualTo(told);

    visitor.see("[data-choice=declined]").click();
    visitor.see("[name=instead]").selectOption("Carol");
    visitor.see("[name=note]").fill("On leave that week");
    visitor.expectGoodPage();
    visitor.see("[data-action=send]").click();
    assertThat(visitor.see("answer-form [role=status]")).containsText("Carol");
    assertThat(guests.state(meeting, amelia)).isEqualTo(InvitationState.DECLINED);

    visitor.see("[data-choice=accepted]").click();
    visitor.see("[data-action=send]").click();
    assertThat(visitor.see("answer-form [role=status]"))
        .containsText(visitor.in("you will come", "您将参加"));
    assertThat(guests.state(meeting, amelia)).isEqualTo(InvitationState.ACCEPTED);
    visitor.expectGoodPage();

    guests.change(meeting.at(meeting.start().plusDays(1)));
    visitor.expecting("status of 409").see("[data-action=send]").click();
    assertThat(visitor.see("main [role=alert]:not(:empty)")).isVisible();
    guests.cancel(meeting, "the plant is closed");
    Visitor again = new Visitor(vitrine, look).open("/invitation#" + token);
    assertThat(again.see("main [role=status]")).containsText("the plant is closed");
    assertThat(again.see("main form")).hasCount(0);

    Visitor stranger =
        new Visitor(vitrine, look).expecting("status of 410").open("/invitation#" + "x".repeat(43));
    assertThat(stranger.see("main [role=status]")).not().isEmpty();
    assertThat(stranger.see("main")).not().containsText("Amelia");
  }

  @ParameterizedTest
  @EnumSource(names = {"PHONE", "DESK_CHINESE_DARK", "DESK"})
  void invitations_stand_on_one_s_own_page_and_are_answered_by_a_touch(Look look) {
    Invitee guest = guests.contact("baltic", "Jonas" + look.ordinal());
    Visitor jonas =
        new Visitor(vitrine, look)
            .signIn(vitrine.vitrine().rooms().sessions().links().make(guest.person()))
            .open("/orders");
    assertThat(jonas.see("h1")).isVisible();
    assertThat(jonas.see(".invitations")).hasCount(0);

    Occasion meeting = guests.announce(meeting(), guest);
    Occasion series = guests.announce(guests.series(4), guest);
    String row = "[data-invitation='%d']".formatted(guests.of(meeting, guest).number());
    assertThat(jonas.see(row)).isVisible();
    jonas.see(row + " [data-answer=accepted]").click();
    assertThat(jonas.see(row + " [data-answer=accepted]")).hasAttribute("aria-pressed", "true");
    assertThat(guests.state(meeting, guest)).isEqualTo(InvitationState.ACCEPTED);
    jonas.expectGoodPage();

    String other = "[data-invitation='%d']".formatted(guests.of(series, guest).number());
    jonas.see(other + " [data-action=more]").click();
    jonas.see(other + " [data-choice=tentative]").click();
    jonas.see(other + " [name=note]").fill("If the train runs");
    jonas.see(other + " [data-action=send]").click();
    assertThat(jonas.see(other + " answer-form [role=status]")).not().isEmpty();
    assertThat(guests.state(series, guest)).isEqualTo(InvitationState.TENTATIVE);
    jonas.expectGoodPage();
  }

  @Test
  void a_calendar_s_address_is_shown_once_renewed_and_stopped() {
    Invitee guest = guests.contact("fjord", "Nora");
    Visitor nora =
        new Visitor(vitrine, Look.PHONE)
            .signIn(vitrine.vitrine().rooms().sessions().links().make(guest.person()))
            .open("/account");
    nora.see("[data-action=renew-feed]").click();
    assertThat(nora.see("[name=secret]"))
        .hasValue(Pattern.compile("/api/calendar/[\\w-]{43}\\.ics$"));
    nora.expectGoodPage();
    nora.open("/account");
    assertThat(nora.see("[data-action=stop-feed]")).isVisible();
    assertThat(nora.see("[name=secret]")).hasCount(0);
    nora.see("[data-action=stop-feed]").click();
    assertThat(nora.see("[data-action=stop-feed]")).hasCount(0);
    nora.expectGoodPage();
  }
}
