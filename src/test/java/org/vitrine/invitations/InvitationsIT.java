package org.vitrine.invitations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vitrine.invitations.InvitationState.ACCEPTED;
import static org.vitrine.invitations.InvitationState.ASKED;
import static org.vitrine.invitations.InvitationState.DECLINED;
import static org.vitrine.invitations.InvitationState.TENTATIVE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.fixtures.Entrance;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.fixtures.TestWatcher;
import org.vitrine.platform.Rejection;

/** Who is asked to come, what they answer, and what a change asks again. */
class InvitationsIT {
  private static final TestClock CLOCK = new TestClock();
  private static final Duration TEN_DAYS = Duration.ofDays(10);
  private static TestVitrine vitrine;
  private static Guests guests;
  private static Invitee amelia;
  private static Invitee jonas;
  private static Invitee carol;

  @BeforeAll
  static void start() {
    vitrine = TestVitrine.startAt(CLOCK);
    guests = new Guests(vitrine);
    amelia = guests.contact("northwind", "Amelia");
    carol = guests.contact("northwind", "Carol");
    jonas = guests.contact("baltic", "Jonas");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
  }

  private static JsonNode json(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return TestClient.json(answer);
  }

  private static String token(String company, String name) {
    return guests.token(Guests.address(company, name));
  }

  @Test
  void each_is_asked_once_by_a_mail_of_their_own() {
    Invitee nora = guests.contact("fjord", "Nora");
    Occasion meeting = guests.announce(guests.in(TEN_DAYS), nora, amelia);
    guests.act(
        transaction ->
            assertThat(
                    guests
                        .door()
                        .invite(
                            transaction, meeting.kind(), meeting.number(), List.of(nora, jonas)))
                .isEqualTo(1));

    assertThat(guests.of(meeting))
        .extracting(Invitation::person)
        .containsExactly(nora.person(), amelia.person(), jonas.person());
    assertThat(guests.of(meeting)).extracting(Invitation::state).containsOnly(ASKED);
    assertThat(guests.subjects("nora@fjord.example"))
        .containsExactly("Invitation: Quality meeting / 邀请：Quality meeting");
    assertThat(guests.mails("nora@fjord.example").getFirst())
        .contains("Where: Hall 2", "地点：Hall 2", "90 minutes", "(Asia/Shanghai)");
  }

  @Test
  void each_who_is_asked_hears_that_it_moved() {
    Occasion meeting = guests.announce(guests.in(TEN_DAYS), amelia, jonas);
    try (TestWatcher hers = watcher(amelia);
        TestWatcher his = watcher(jonas)) {
      List<TestWatcher> both = List.of(hers, his);
      TestWatcher.await(
          "both see it", () -> both.stream().allMatch(one -> row(one, meeting).has("number")));
      guests.change(meeting.at(meeting.start().plusDays(1)));
      TestWatcher.await(
          "both hear of it",
          () -> both.stream().allMatch(one -> row(one, meeting).path("sequence").asInt() == 1));
    }
  }

  private static TestWatcher watcher(Invitee whose) {
    return new TestWatcher(
            vitrine,
            TestClient.withSession(vitrine, Entrance.open(vitrine, whose.person()).session()))
        .watch("invitations");
  }

  /** What stands of it on somebody's page. */
  private static JsonNode row(TestWatcher watcher, Occasion occasion) {
    JsonNode page = watcher.page("invitations");
    return page == null
        ? MissingNode.getInstance()
        : page.path("rows")
            .valueStream()
            .filter(one -> one.at("/occasion/number").asLong() == occasion.number())
            .findFirst()
            .orElse(MissingNode.getInstance());
  }

  @Test
  void looking_records_nothing_and_an_answer_says_what_was_recorded() {
    Occasion meeting = guests.announce(guests.in(TEN_DAYS), amelia);
    int told = guests.told(meeting);
    String token = token("northwind", "Amelia");

    JsonNode seen = json(guests.look(token));
    assertThat(seen.path("name").asText()).isEqualTo("Amelia");
    assertThat(seen.path("state").asText()).isEqualTo("asked");
    assertThat(seen.at("/occasion/title").asText()).isEqualTo("Quality meeting");
    assertThat(seen.path("colleagues"))
        .extracting(one -> one.path("name").asText())
        .contains("Carol");
    assertThat(guests.told(meeting)).isEqualTo(told);

    JsonNode answered = json(guests.answer(token, "accepted", ", \"note\": \"  by train \""));
    assertThat(answered.path("state").asText()).isEqualTo("accepted");
    assertThat(answered.path("note").asText()).isEqualTo("by train");
    assertThat(answered.path("answeredBy").asText()).isEqualTo("page");
    assertThat(guests.told(meeting)).isEqualTo(told + 1);

    json(guests.answer(token, "accepted", ", \"note\": \"by train\""));
    assertThat(guests.told(meeting)).as("the same again").isEqualTo(told + 1);

    assertThat(json(guests.answer(token, "tentative")).has("note")).isFalse();
    assertThat(guests.state(meeting, amelia)).isEqualTo(TENTATIVE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "waiting  |                        | 422 | answer",
        "asked    |                        | 422 | answer",
        "perhaps  |                        | 422 | answer",
        "accepted | , \"instead\": 1       | 422 | instead",
        "declined | , \"instead\": 987654  | 422 | instead",
        "declined | , \"guests\": 2        | 422 | guests",
        "accepted | , \"note\": 7          | 422 | note"
      })
  void what_is_no_answer_is_refused_by_its_field(
      String answer, String more, int status, String field) {
    guests.announce(guests.in(TEN_DAYS), amelia);
    HttpResponse<String> refused =
        guests.answer(token("northwind", "Amelia"), answer, more == null ? "" : more);

    assertThat(refused.statusCode()).as(refused.body()).isEqualTo(status);
    assertThat(TestClient.json(refused).path("field").asText()).isEqualTo(field);
  }

  @Test
  void a_note_has_500_characters_at_most() {
    guests.announce(guests.in(TEN_DAYS), amelia);
    String token = token("northwind", "Amelia");
    json(guests.answer(token, "accepted", ", \"note\": \"%s\"".formatted("好".repeat(500))));
    assertThat(
            guests
                .answer(token, "accepted", ", \"note\": \"%s\"".formatted("好".repeat(501)))
                .body())
        .contains("unlike these 501");
  }

  @Test
  void a_colleague_comes_instead_and_is_asked_by_mail() {
    Occasion meeting = guests.announce(guests.in(TEN_DAYS), amelia);
    String token = token("northwind", "Amelia");
    JsonNode answered = json(guests.answer(token, "declined", ", \"instead\": " + carol.person()));

    assertThat(answered.at("/instead/name").asText()).isEqualTo("Carol");
    assertThat(guests.state(meeting, carol)).isEqualTo(ASKED);
    assertThat(guests.mails("carol@northwind.example").getLast())
        .contains("Amelia cannot come to “Quality meeting”");

    json(guests.answer(token, "declined", ", \"instead\": " + carol.person()));
    assertThat(guests.of(meeting)).hasSize(2);

    assertThat(guests.answer(token, "declined", ", \"instead\": " + jonas.person()).statusCode())
        .as("somebody of another company")
        .isEqualTo(422);
    assertThat(guests.answer(token, "declined", ", \"instead\": " + amelia.person()).statusCode())
        .as("oneself")
        .isEqualTo(422);
  }

  @Test
  void a_change_of_time_asks_again_and_what_answers_the_time_before_is_refused() {
    Occasion meeting = guests.announce(guests.in(TEN_DAYS), amelia, jonas);
    String token = token("northwind", "Amelia");
    json(guests.answer(token, "accepted", ", \"note\": \"gladly\", \"sequence\": 0"));
    json(guests.answer(token("baltic", "Jonas"), "declined"));

    guests.change(meeting.at(meeting.start().plusHours(2)));

    assertThat(guests.of(meeting))
        .allSatisfy(
            one -> {
              assertThat(one.state()).isEqualTo(ASKED);
              assertThat(one.sequence()).isEqualTo(1);
              assertThat(one.answered()).isEmpty();
            });
    assertThat(guests.mails("jonas@baltic.example").getLast())
        .contains("has changed. Please answer again");
    assertThat(guests.answer(token, "accepted", ", \"sequence\": 0").statusCode()).isEqualTo(409);
    assertThat(guests.state(meeting, amelia)).isEqualTo(ASKED);
    json(guests.answer(token, "accepted", ", \"sequence\": 1"));
    assertThat(guests.state(meeting, amelia)).isEqualTo(ACCEPTED);
  }

  @Test
  void what_is_no_change_of_time_or_place_asks_nobody() {
    Occasion meeting = guests.announce(guests.in(TEN_DAYS), amelia);
    String token = token("northwind", "Amelia");
    json(guests.answer(token, "accepted"));
    int mails = guests.mails("amelia@northwind.example").size();

    guests.change(meeting.seating(30));

    assertThat(guests.of(meeting, amelia).sequence()).isZero();
    assertThat(guests.state(meeting, amelia)).isEqualTo(ACCEPTED);
    assertThat(guests.mails("amelia@northwind.example")).hasSize(mails);
  }

  @Test
  void what_is_called_off_is_told_once_and_takes_no_answers() {
    Occasion meeting = guests.announce(guests.in(TEN_DAYS), amelia, jonas);
    String token = token("northwind", "Amelia");
    json(guests.answer(token("baltic", "Jonas"), "declined"));
    int declined = guests.mails("jonas@baltic.example").size();

    guests.cancel(meeting, "the plant is closed");
    guests.cancel(meeting, "once more");

    assertThat(guests.mails("amelia@northwind.example").getLast())
        .contains("will not take place: the plant is closed");
    assertThat(guests.mails("jonas@baltic.example")).as("who does not come").hasSize(declined);
    assertThat(json(guests.look(token)).at("/occasion/calledOff").asText())
        .isEqualTo("the plant is closed");
    assertThat(guests.answer(token, "accepted").statusCode()).isEqualTo(410);
    assertThatThrownBy(() -> guests.change(meeting)).isInstanceOf(Rejection.Conflict.class);
  }

  @Test
  void whoever_is_asked_no_longer_is_told_and_their_link_ends() {
    Occasion meeting = guests.announce(guests.in(TEN_DAYS), amelia, jonas);
    String token = token("northwind", "Amelia");
    guests.act(
        transaction ->
            guests.door().uninvite(transaction, meeting.kind(), meeting.number(), amelia.person()));

    assertThat(guests.look(token).statusCode()).isEqualTo(410);
    assertThat(guests.of(meeting)).extracting(Invitation::person).containsExactly(jonas.person());
    assertThat(guests.subjects("amelia@northwind.example").getLast())
        .contains("No longer invited: Quality meeting");

    guests.act(
        transaction ->
            guests.door().invite(transaction, meeting.kind(), meeting.number(), List.of(amelia)));
    assertThat(guests.of(meeting, amelia).sequence()).as("higher than before").isEqualTo(1);
    assertThat(guests.state(meeting, amelia)).isEqualTo(ASKED);
  }

  @Test
  void what_is_over_takes_no_answers() {
    Occasion meeting = guests.announce(guests.in(Duration.ofHours(1)), amelia);
    String token = token("northwind", "Amelia");
    CLOCK.pass(Duration.ofHours(3));

    assertThat(json(guests.look(token)).path("isOver").asBoolean()).isTrue();
    assertThat(guests.answer(token, "accepted").statusCode()).isEqualTo(410);
    assertThat(guests.state(meeting, amelia)).isEqualTo(ASKED);
  }

  @Test
  void staff_take_down_an_answer_with_their_name() {
    Occasion meeting = guests.announce(guests.in(TEN_DAYS), amelia);
    guests.act(
        transaction ->
            guests
                .door()
                .answerFor(
                    transaction,
                    meeting.kind(),
                    meeting.number(),
                    amelia.person(),
                    GiveAnswer.of(DECLINED),
                    "Li Wen"));

    Invitation.Given given = guests.of(meeting, amelia).answered().orElseThrow();
    assertThat(given.way()).isEqualTo(AnswerWay.HOUSE);
    assertThat(given.by()).contains("Li Wen");
  }

  @Test
  void those_who_come_or_have_not_answered_are_reminded_a_week_and_a_day_before() {
    Invitee comes = guests.contact("reminded", "Ada");
    Invitee silent = guests.contact("reminded", "Ben");
    Invitee declined = guests.contact("reminded", "Cleo");
    guests.announce(guests.in(TEN_DAYS), comes, silent, declined);
    json(guests.answer(token("reminded", "Ada"), "accepted"));
    json(guests.answer(token("reminded", "Cleo"), "declined"));
    int before = guests.mails("cleo@reminded.example").size();
    guests.remind();
    assertThat(guests.mails("ada@reminded.example")).as("too early").hasSize(1);

    CLOCK.pass(Duration.ofDays(3).plusMinutes(1));
    guests.remind();
    guests.remind();
    CLOCK.pass(Duration.ofDays(6));
    guests.remind();
    CLOCK.pass(Duration.ofDays(6));
    guests.remind();

    assertThat(guests.subjects("ada@reminded.example"))
        .extracting(subject -> subject.replaceAll(" / .*", ""))
        .containsExactly(
            "Invitation: Quality meeting",
            "Coming up: Quality meeting",
            "Coming up: Quality meeting");
    assertThat(guests.subjects("ben@reminded.example").getLast()).contains("Will you come?");
    assertThat(guests.mails("cleo@reminded.example")).hasSize(before);
  }
}
