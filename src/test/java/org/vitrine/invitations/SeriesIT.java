package org.vitrine.invitations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vitrine.invitations.InvitationState.ACCEPTED;
import static org.vitrine.invitations.InvitationState.ASKED;
import static org.vitrine.invitations.InvitationState.DECLINED;
import static org.vitrine.invitations.InvitationState.WAITING;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.Entrance;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.platform.Rejection;

/** A series and the dates of it that stand by themselves. */
class SeriesIT {
  private static final TestClock CLOCK = new TestClock();
  private static final String ADDRESS = "amelia@northwind.example";
  private static TestVitrine vitrine;
  private static Guests guests;
  private static Invitee amelia;
  private static Invitee jonas;
  private static long numbers = 900;

  private Occasion series;
  private Occasion second;
  private int mails;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.startAt(CLOCK);
    guests = new Guests(vitrine);
    amelia = guests.contact("northwind", "Amelia");
    jonas = guests.contact("baltic", "Jonas");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  @BeforeEach
  void announce() {
    series = guests.announce(guests.series(4), amelia, jonas);
    second = date(1);
    mails = guests.mails(ADDRESS).size();
  }

  private Occasion date(int at) {
    return series.date("meeting", ++numbers, series.dates().get(at).toLocalDate());
  }

  private static void say(Occasion occasion, Invitee guest, InvitationState answer) {
    CLOCK.pass(Duration.ofSeconds(1));
    guests.act(
        transaction ->
            guests
                .door()
                .answerFor(
                    transaction,
                    occasion.kind(),
                    occasion.number(),
                    guest.person(),
                    GiveAnswer.of(answer),
                    "test"));
  }

  @Test
  void a_date_begins_with_what_was_said_of_the_series_and_nobody_is_told() {
    say(series, amelia, ACCEPTED);
    guests.announce(second);

    assertThat(guests.state(second, amelia)).isEqualTo(ACCEPTED);
    assertThat(guests.state(second, jonas)).isEqualTo(ASKED);
    assertThat(guests.mails(ADDRESS)).hasSize(mails);
  }

  @Test
  void an_answer_to_the_series_is_one_to_its_dates_but_for_those_answered_by_themselves() {
    Occasion third = date(2);
    guests.announce(second);
    guests.announce(third);
    say(third, amelia, DECLINED);
    say(series, amelia, ACCEPTED);

    assertThat(guests.state(second, amelia)).isEqualTo(ACCEPTED);
    assertThat(guests.state(third, amelia)).isEqualTo(DECLINED);
    assertThat(guests.state(series, amelia)).isEqualTo(ACCEPTED);
  }

  @Test
  void seats_are_those_of_each_date() {
    guests.announce(second.seating(1));
    say(series, amelia, ACCEPTED);
    say(series, jonas, ACCEPTED);
    assertThat(guests.state(second, amelia)).isEqualTo(ACCEPTED);
    assertThat(guests.state(second, jonas)).isEqualTo(WAITING);

    say(series, amelia, DECLINED);
    assertThat(guests.state(second, jonas)).isEqualTo(ACCEPTED);
  }

  @Test
  void a_moved_date_asks_again_for_that_date_alone() {
    guests.announce(second);
    say(series, amelia, ACCEPTED);
    guests.change(second.at(second.start().plusDays(7)));

    assertThat(guests.state(second, amelia)).isEqualTo(ASKED);
    assertThat(guests.of(second, amelia).sequence()).isEqualTo(1);
    assertThat(guests.state(series, amelia)).isEqualTo(ACCEPTED);
    assertThat(guests.of(series, amelia).sequence()).isZero();
    assertThat(guests.mails(ADDRESS)).hasSize(mails + 1);
    assertThat(guests.mails(ADDRESS).getLast()).contains("the others stay as they were");
  }

  @Test
  void a_date_stands_by_itself_once_it_differs_from_its_series() {
    guests.announce(second);
    assertThat(standing()).contains(series.number()).doesNotContain(second.number());

    guests.change(second.in(new Venue(Optional.of("Hall 9"), Optional.empty())));
    assertThat(standing()).contains(series.number(), second.number());
    guests.change(second);
    assertThat(standing()).doesNotContain(second.number());
    say(second, amelia, DECLINED);
    assertThat(standing()).as("answered by itself").contains(series.number(), second.number());
  }

  /** What Amelia finds on her own page. */
  private static List<Long> standing() {
    TestClient hers =
        TestClient.withSession(vitrine, Entrance.open(vitrine, amelia.person()).session());
    return hers.json("/api/invitations")
        .get("invitations")
        .valueStream()
        .map(one -> one.at("/occasion/number").asLong())
        .toList();
  }

  @Test
  void a_date_that_is_moved_from_the_beginning_is_told() {
    guests.announce(second.at(second.start().plusHours(2)));
    assertThat(guests.mails(ADDRESS)).hasSize(mails + 1);
  }

  @Test
  void a_changed_series_asks_again_and_its_dates_follow_without_a_mail_of_their_own() {
    guests.announce(second);
    say(series, amelia, ACCEPTED);
    Occasion later = series.at(series.start().plusHours(1));
    guests.change(later);
    guests.change(later.date(second.kind(), second.number(), second.start().toLocalDate()));

    assertThat(guests.state(series, amelia)).isEqualTo(ASKED);
    assertThat(guests.state(second, amelia)).isEqualTo(ASKED);
    assertThat(guests.mails(ADDRESS)).hasSize(mails + 1);
    say(series, amelia, ACCEPTED);
    assertThat(guests.state(second, amelia)).isEqualTo(ACCEPTED);
  }

  @Test
  void who_is_asked_to_the_series_is_asked_to_its_dates_and_no_longer_with_it() {
    guests.announce(second);
    Invitee nora = guests.contact("fjord", "Nora" + numbers);
    guests.act(
        transaction ->
            guests.door().invite(transaction, series.kind(), series.number(), List.of(nora)));
    assertThat(guests.state(second, nora)).isEqualTo(ASKED);

    guests.act(
        transaction ->
            guests.door().uninvite(transaction, series.kind(), series.number(), nora.person()));
    assertThat(guests.of(second)).extracting(Invitation::person).doesNotContain(nora.person());
  }

  @Test
  void a_series_that_is_called_off_takes_its_dates_along_in_one_mail() {
    guests.announce(second);
    guests.cancel(series, "no longer");
    assertThat(guests.mails(ADDRESS)).hasSize(mails + 1);
    assertThatThrownBy(() -> guests.change(second)).isInstanceOf(Rejection.Conflict.class);
  }

  @Test
  void the_same_date_stands_once() {
    guests.announce(second);
    Occasion again = date(1);
    assertThatThrownBy(() -> guests.announce(again)).isInstanceOf(Rejection.Conflict.class);
    guests.cancel(second, "twice");
    guests.announce(again);
    assertThat(guests.of(again)).hasSize(2);
  }

  @Test
  void each_date_is_reminded_of_once() {
    Invitee olga = guests.contact("reminded", "Olga");
    guests.act(
        transaction ->
            guests.door().invite(transaction, series.kind(), series.number(), List.of(olga)));
    guests.announce(second);
    passUntilAWeekBefore(0);
    guests.remind();
    assertThat(guests.mails("olga@reminded.example"))
        .as("the invitation, and of the first")
        .hasSize(2);

    passUntilAWeekBefore(1);
    guests.remind();
    assertThat(guests.mails("olga@reminded.example"))
        .as("by the date, not by the series too")
        .hasSize(3);
  }

  private void passUntilAWeekBefore(int date) {
    CLOCK.pass(
        Duration.between(
                CLOCK.instant(), series.dates().get(date).toInstant().minus(Reminders.WEEK))
            .plusMinutes(1));
  }
}
