package org.vitrine.invitations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.invitations.InvitationState.ACCEPTED;
import static org.vitrine.invitations.InvitationState.ASKED;
import static org.vitrine.invitations.InvitationState.DECLINED;
import static org.vitrine.invitations.InvitationState.WAITING;

import com.icegreen.greenmail.store.MailFolder;
import jakarta.mail.Flags;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.access.Role;
import org.vitrine.fixtures.Shop;
import org.vitrine.fixtures.TestClient;
import org.vitrine.fixtures.TestDatabase;

/** What mail programs reply, read from a mailbox: what counts, and what becomes of all else. */
class ReplyIT extends MailedReplies {
  @ParameterizedTest
  @CsvSource({"ACCEPTED, ACCEPTED", "DECLINED, DECLINED", "TENTATIVE, TENTATIVE"})
  void a_reply_counts_whether_or_not_it_repeats_the_organizer(
      String partstat, InvitationState state) {
    Occasion with = meeting(amelia);
    Occasion without = meeting(amelia);
    arrives(
        Written.of(with, amelia, partstat)
            .with("ORGANIZER:mailto:orders@works.example")
            .with("SEQUENCE:0")
            .with("COMMENT:by train\\, at noon"));
    arrives(Written.of(without, amelia, partstat).from("Amelia Hart <AMELIA@Northwind.example>"));
    read();

    assertThat(guests.state(with, amelia)).isEqualTo(state);
    assertThat(guests.state(without, amelia)).isEqualTo(state);
    Invitation.Given given = guests.of(with, amelia).answered().orElseThrow();
    assertThat(given.way()).isEqualTo(AnswerWay.MAIL);
    assertThat(given.note()).contains("by train, at noon");
    assertThat(outcomes(with)).containsExactly(InvitationReply.ReplyOutcome.COUNTED);
  }

  @Test
  void an_older_stamp_is_kept_and_does_not_win() {
    Occasion meeting = meeting(amelia);
    Instant now = CLOCK.instant();
    arrives(
        Written.of(meeting, amelia, "DECLINED")
            .with("DTSTAMP:" + STAMP.format(now.minusSeconds(60))));
    arrives(
        Written.of(meeting, amelia, "ACCEPTED")
            .with("DTSTAMP:" + STAMP.format(now.minusSeconds(600))));
    read();

    assertThat(guests.state(meeting, amelia)).isEqualTo(DECLINED);
    assertThat(outcomes(meeting))
        .containsExactly(InvitationReply.ReplyOutcome.COUNTED, InvitationReply.ReplyOutcome.OLDER);

    arrives(
        Written.of(meeting, amelia, "TENTATIVE")
            .with("DTSTAMP:" + STAMP.format(now.plusSeconds(86_400))));
    arrives(Written.of(meeting, amelia, "ACCEPTED"));
    read();
    assertThat(guests.state(meeting, amelia))
        .as("a clock that is ahead wins once")
        .isEqualTo(ACCEPTED);
  }

  @Test
  void an_old_sequence_does_not_count_and_is_told_once() {
    Occasion meeting = meeting(amelia);
    guests.change(meeting.at(meeting.start().plusHours(1)));
    int mails = guests.mails("amelia@northwind.example").size();
    arrives(Written.of(meeting, amelia, "ACCEPTED").with("SEQUENCE:0"));
    arrives(Written.of(meeting, amelia, "DECLINED").with("SEQUENCE:0"));
    read();

    assertThat(guests.state(meeting, amelia)).isEqualTo(ASKED);
    assertThat(outcomes(meeting)).containsOnly(InvitationReply.ReplyOutcome.OLD_SEQUENCE);
    assertThat(guests.mails("amelia@northwind.example")).hasSize(mails + 1);
    assertThat(guests.subjects("amelia@northwind.example").getLast())
        .startsWith("Please answer again");

    arrives(Written.of(meeting, amelia, "ACCEPTED").with("SEQUENCE:1"));
    read();
    assertThat(guests.state(meeting, amelia)).isEqualTo(ACCEPTED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Auto-Submitted: auto-replied",
        "Auto-Submitted: auto-replied (vacation)",
        "Precedence: bulk",
        "Precedence: auto_reply",
        "X-Autoreply: yes",
        "List-Id: <all.northwind.example>"
      })
  void what_a_machine_replies_by_itself_is_ignored(String header) {
    Occasion meeting = meeting(amelia);
    arrives(Written.of(meeting, amelia, "ACCEPTED"), header);
    read();

    assertThat(guests.state(meeting, amelia)).isEqualTo(ASKED);
    assertThat(outcomes(meeting)).containsExactly(InvitationReply.ReplyOutcome.MACHINE);
    assertThat(guests.door().unexplained(vitrine.vitrine().database(), "meeting", meeting.number()))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Auto-Submitted: no", "Auto-Submitted: auto-generated", "Precedence: first-class"})
  void what_a_calendar_sends_for_its_owner_counts(String header) {
    Occasion meeting = meeting(amelia);
    arrives(Written.of(meeting, amelia, "ACCEPTED"), header);
    read();
    assertThat(guests.state(meeting, amelia)).isEqualTo(ACCEPTED);
  }

  @Test
  void a_stranger_s_and_a_forged_one_are_for_staff_to_see() {
    Occasion meeting = meeting(amelia, carol);
    arrives(Written.of(meeting, amelia, "ACCEPTED").from("mallory@elsewhere.example"));
    arrives(Written.of(meeting, amelia, "ACCEPTED").uid("0123456789abcdefghijkl." + meeting.uid()));
    arrives(Written.of(meeting, carol, "DECLINED").from("amelia@northwind.example"));
    arrives(
        Written.of(meeting, amelia, "ACCEPTED")
            .uid("x." + meeting.uid())
            .from("mallory@elsewhere.example"));
    arrives(
        Written.of(meeting, amelia, "ACCEPTED"),
        "Authentication-Results: mx.works.example; dmarc=fail header.from=northwind.example");
    arrives(Written.of(meeting, amelia, "ACCEPTED").uid("somebody-elses@calendar.example"));
    arrives("nobody@elsewhere.example", "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nnonsense");
    read();

    assertThat(guests.of(meeting)).extracting(Invitation::state).containsOnly(ASKED);
    TestClient chen = new Shop(vitrine).staff(Role.QUALITY_MANAGER, "chen@works.example");
    assertThat(
            TestClient.json(
                    chen.get("/api/invitations/replies?kind=meeting&number=" + meeting.number()))
                .path("replies"))
        .extracting(one -> one.path("outcome").asText())
        .containsExactly("forged", "stranger", "stranger", "forged", "stranger");
    assertThat(TestClient.json(chen.get("/api/invitations/replies")).path("replies"))
        .extracting(one -> one.path("outcome").asText())
        .startsWith("unreadable", "not-ours", "forged");
    assertThat(chen.get("/api/invitations/replies?kind=meeting").statusCode()).isEqualTo(422);
  }

  @Test
  void what_is_no_reply_is_passed_over_and_nothing_in_the_mailbox_is_changed() throws Exception {
    Occasion meeting = meeting(amelia);
    int before =
        TestDatabase.find(vitrine.databaseUrl(), "SELECT id::text FROM invitation_reply").size();
    deliver(
        "From: a@b.example\r\nTo: orders@works.example\r\nSubject: Out of office\r\n\r\nI am away\r\n");
    arrives(
        "a@b.example",
        Written.of(meeting, amelia, "ACCEPTED")
            .calendar()
            .replace("METHOD:REPLY", "METHOD:REQUEST"));
    read();

    assertThat(TestDatabase.find(vitrine.databaseUrl(), "SELECT id::text FROM invitation_reply"))
        .hasSize(before);
    MailFolder inbox = MAIL.getManagers().getImapHostManager().getInbox(mailbox);
    assertThat(inbox.getMessages()).noneMatch(one -> one.getFlags().contains(Flags.Flag.SEEN));
  }

  @Test
  void a_mail_counts_once_however_often_the_mailbox_is_read() {
    Occasion meeting = meeting(amelia);
    arrives(Written.of(meeting, amelia, "ACCEPTED"));
    read();
    CLOCK.pass(Duration.ofSeconds(1));
    guests.act(
        transaction ->
            guests
                .door()
                .answerFor(
                    transaction,
                    "meeting",
                    meeting.number(),
                    amelia.person(),
                    GiveAnswer.of(DECLINED),
                    "Li"));
    read();
    TestDatabase.execute(
        vitrine.databaseUrl(), "UPDATE mailbox_position SET last_uid = 0, validity = 1");
    read();

    assertThat(guests.state(meeting, amelia)).isEqualTo(DECLINED);
    assertThat(outcomes(meeting)).hasSize(1);
  }

  @Test
  void while_a_node_reads_no_other_does() {
    Occasion meeting = meeting(amelia);
    arrives(Written.of(meeting, amelia, "ACCEPTED"));
    TestDatabase.execute(
        vitrine.databaseUrl(),
        "INSERT INTO mailbox_position (mailbox, reading_until) VALUES ('orders@127.0.0.1/INBOX', '9999-01-01')"
            + " ON CONFLICT (mailbox) DO UPDATE SET reading_until = '9999-01-01'");
    read();
    assertThat(guests.state(meeting, amelia)).isEqualTo(ASKED);

    TestDatabase.execute(
        vitrine.databaseUrl(), "UPDATE mailbox_position SET reading_until = '1999-01-01'");
    read();
    assertThat(guests.state(meeting, amelia)).isEqualTo(ACCEPTED);
  }

  @Test
  void who_waits_by_mail_is_told_so_by_mail() {
    Occasion meeting = guests.announce(guests.in(TEN_DAYS).seating(1), amelia, carol);
    arrives(Written.of(meeting, amelia, "ACCEPTED"));
    arrives(Written.of(meeting, carol, "ACCEPTED"));
    read();

    assertThat(guests.state(meeting, carol)).isEqualTo(WAITING);
    assertThat(guests.subjects("carol@northwind.example").getLast())
        .startsWith("You are on the waiting list");
  }

  @Test
  void a_colleague_is_named_by_address() {
    Occasion meeting = meeting(amelia);
    arrives(
        Written.of(meeting, amelia, "DELEGATED;DELEGATED-TO=\"mailto:carol@northwind.example\""));
    read();
    assertThat(guests.state(meeting, amelia)).isEqualTo(DECLINED);
    assertThat(guests.of(meeting, amelia).instead().orElseThrow().person())
        .isEqualTo(carol.person());
    assertThat(guests.state(meeting, carol)).isEqualTo(ASKED);

    Occasion other = meeting(amelia);
    arrives(
        Written.of(other, amelia, "DELEGATED;DELEGATED-TO=\"mailto:mallory@elsewhere.example\""));
    read();
    assertThat(guests.state(other, amelia)).isEqualTo(ASKED);
    assertThat(outcomes(other)).containsExactly(InvitationReply.ReplyOutcome.UNKNOWN_COLLEAGUE);
  }

  @Test
  void one_date_of_a_series_is_answered_by_itself() {
    Occasion series = guests.announce(guests.series(4), amelia);
    Occasion second = series.date("meeting", 7_002, series.dates().get(1).toLocalDate());
    guests.announce(second);
    String date = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss").format(second.start());
    arrives(Written.of(series, amelia, "ACCEPTED"));
    CLOCK.pass(Duration.ofMinutes(1));
    arrives(
        Written.of(series, amelia, "DECLINED")
            .with("RECURRENCE-ID;TZID=China Standard Time:" + date));
    arrives(Written.of(series, amelia, "TENTATIVE").with("RECURRENCE-ID:20010101T000000Z"));
    read();

    assertThat(guests.state(series, amelia)).isEqualTo(ACCEPTED);
    assertThat(guests.state(second, amelia)).isEqualTo(DECLINED);
    assertThat(newestOutcome()).isEqualTo("unknown-date");
  }

  @Test
  void what_comes_too_late_is_told() {
    Occasion meeting = meeting(amelia);
    Written reply = Written.of(meeting, amelia, "ACCEPTED");
    guests.cancel(meeting, "closed");
    arrives(reply);
    arrives(Written.of(meeting(amelia), amelia, "TENTATIVE").with("X-LONG:" + "x".repeat(250_000)));
    read();
    assertThat(outcomes(meeting)).containsExactly(InvitationReply.ReplyOutcome.TOO_LATE);
    assertThat(newestOutcome()).as("larger than is read").isEqualTo("unreadable");
  }
}
