package org.vitrine.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.platform.Paging;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.words.Words;

/** What becomes of mails that are refused, for now or for good. */
class MailInTroubleIT {
  private static final MailContent NOTICE =
      MailContent.of("mail.glass-link-request").with("order", "SO-1").with("at", "now");
  private static final MailContent SIGN_IN =
      MailContent.of("mail.sign-in").with("count", 15).leadingTo("/enter#" + "q".repeat(43));
  private static final String NO_SUCH_USER = "550 5.1.1 No such user here";

  private final TestClock clock = new TestClock();
  private final Vertx vertx = Vertx.vertx();
  private final TestSmtp smtp = new TestSmtp();
  private final Database database = new Database(vertx, TestDatabase.freshUrl(), 4);
  private final MailQueue queue = new MailQueue(database, true, clock);
  private final Bounces bounces = new Bounces(database);
  private final Mailer mailer =
      new Mailer(
          new MailTemplates(
              new Words(), () -> URI.create("https://orders.example"), "Works", ZoneId.of("UTC")),
          queue);

  @BeforeEach
  void connect() {
    database.answersWithin(Duration.ofSeconds(60));
  }

  @AfterEach
  void close() {
    smtp.close();
    database.close();
    vertx.close().await();
  }

  private MailSender sender(Database on) {
    return new MailSender(on, Optional.of(DyingSender.server(smtp.url())), clock);
  }

  private static Recipient reader(int number) {
    return Recipient.of("Reader", "reader%d@northwind.example".formatted(number), "en", null);
  }

  private Map<String, MailState> states() {
    Map<String, MailState> states = new HashMap<>();
    queue
        .page(Optional.empty(), Paging.first(500))
        .mails()
        .forEach(mail -> states.put(mail.to(), mail.state()));
    return states;
  }

  @Test
  void half_of_the_recipients_is_refused_and_the_other_half_gets_its_mail() {
    smtp.answers(
        to -> Integer.parseInt(to.replaceAll("\\D", "")) % 2 == 0 ? "250 ok" : NO_SUCH_USER);
    for (int i = 0; i < 20; i++) {
      mailer.tell(database, reader(i), NOTICE);
    }

    sender(database).round(MailLane.TOLD);

    assertThat(smtp.received()).hasSize(10);
    for (int i = 0; i < 20; i++) {
      assertThat(states().get(reader(i).email()))
          .isEqualTo(i % 2 == 0 ? MailState.SENT : MailState.SET_ASIDE);
    }
    assertThat(bounces.among(List.of(reader(1).email(), reader(2).email())))
        .containsOnlyKeys(reader(1).email());
    assertThat(bounces.among(List.of("READER1@northwind.example")).values())
        .first()
        .satisfies(bounce -> assertThat(bounce.reason()).contains("No such user"));
  }

  @Test
  void whoever_bounces_is_told_nothing_until_it_is_cleared_and_is_sent_what_is_owed() {
    mailer.tell(database, reader(1), NOTICE);
    mailer.tell(database, reader(1), NOTICE);
    smtp.answers(to -> NO_SUCH_USER);
    sender(database).round(MailLane.TOLD);
    smtp.answers(to -> "250 ok");

    mailer.tell(database, reader(1), NOTICE);
    sender(database).round(MailLane.TOLD);
    assertThat(smtp.received()).as("nothing is told").isEmpty();
    assertThat(queue.page(Optional.empty(), Paging.first(9)).mails())
        .extracting(Mail::state)
        .containsExactly(MailState.SET_ASIDE, MailState.SET_ASIDE);

    bounces.clear(reader(1).email());
    mailer.tell(database, reader(1), NOTICE);
    sender(database).round(MailLane.TOLD);
    assertThat(smtp.received()).as("it is told again").hasSize(1);
  }

  @Test
  void what_is_owed_is_tried_though_the_address_bounces_and_clears_it_when_it_arrives() {
    smtp.answers(to -> NO_SUCH_USER);
    mailer.owe(database, reader(1), SIGN_IN);
    sender(database).round(MailLane.OWED);
    assertThat(bounces.among(List.of(reader(1).email()))).hasSize(1);
    smtp.answers(to -> "250 ok");

    mailer.owe(database, reader(1), SIGN_IN);
    sender(database).round(MailLane.OWED);

    assertThat(smtp.received()).hasSize(1);
    assertThat(bounces.among(List.of(reader(1).email()))).isEmpty();
  }

  @Test
  void none_is_lost_while_the_server_is_down_for_an_hour() {
    smtp.greets("421 4.3.2 down");
    MailSender sender = sender(database);
    for (int minute = 0; minute < 60; minute++) {
      mailer.owe(database, reader(minute), SIGN_IN);
      sender.round(MailLane.OWED);
      clock.pass(Duration.ofMinutes(1));
    }
    assertThat(smtp.received()).isEmpty();
    smtp.greets("220 up again");
    clock.pass(Duration.ofHours(1));
    sender.round(MailLane.OWED);

    assertThat(smtp.received()).hasSize(60);
    assertThat(states().values()).hasSize(60).containsOnly(MailState.SENT);
  }

  @Test
  void what_was_set_aside_is_tried_again_by_hand_for_three_more_days() {
    smtp.greets("421 4.3.2 down");
    MailSender sender = sender(database);
    mailer.tell(database, reader(1), NOTICE);
    sender.round(MailLane.TOLD);
    long id = queue.page(Optional.empty(), Paging.first(1)).mails().getFirst().id();
    assertThatThrownBy(() -> queue.tryAgain(Optional.empty(), id))
        .isInstanceOf(Rejection.Conflict.class);
    clock.pass(Duration.ofDays(4));
    sender.round(MailLane.TOLD);
    assertThat(states()).containsValue(MailState.SET_ASIDE);
    assertThatThrownBy(() -> queue.tryAgain(Optional.of(List.of("olga@others.example")), id))
        .isInstanceOf(Rejection.NotFound.class);

    assertThat(queue.tryAgain(Optional.empty(), id).state()).isEqualTo(MailState.WAITING);

    sender.round(MailLane.TOLD);
    clock.pass(Duration.ofDays(2));
    sender.round(MailLane.TOLD);
    assertThat(states()).containsValue(MailState.WAITING);
    smtp.greets("220 up again");
    clock.pass(Duration.ofHours(2));
    sender.round(MailLane.TOLD);
    assertThat(states()).containsValue(MailState.SENT);
    assertThat(smtp.received()).hasSize(1);
  }

  @Test
  void what_is_older_than_its_links_is_not_tried_again() {
    mailer.owe(database, reader(1), SIGN_IN);
    database.execute("test.aside", "UPDATE mail SET next_attempt_at = NULL, set_aside_at = now()");
    clock.pass(Duration.ofDays(8));

    long id = queue.page(Optional.empty(), Paging.first(1)).mails().getFirst().id();
    assertThatThrownBy(() -> queue.tryAgain(Optional.empty(), id))
        .isInstanceOf(Rejection.Conflict.class)
        .hasMessageContaining("7 days");
  }

  @Test
  void where_its_reader_leaves_is_written_below_and_in_the_header_and_not_kept() {
    String secret = "q".repeat(43);
    String address = "https://orders.example/unsubscribe/" + secret;
    mailer.tell(database, reader(1), NOTICE.unsubscribedAt("/unsubscribe/" + secret));
    assertThat(kept()).containsOnlyOnce("unsubscribe: " + address).contains("\n" + address);

    sender(database).round(MailLane.TOLD);

    assertThat(smtp.received().getFirst()).contains("List-Unsubscribe: <" + address + ">");
    assertThat(kept()).contains("unsubscribe: gone", "/unsubscribe/…").doesNotContain(secret);
  }

  private String kept() {
    return database
        .findOne(
            "test.kept",
            "SELECT 'unsubscribe: ' || coalesce(unsubscribe, 'gone') || body AS kept FROM mail",
            row -> row.getString("kept"))
        .orElseThrow();
  }

  /** Only what says that there is no such mailbox says so. */
  @ParameterizedTest
  @CsvSource({
    "550 5.1.1 No such user, true, SET_ASIDE",
    "550-5.1.1 The account that you tried to reach does not exist, true, SET_ASIDE",
    "550 5.1.10 Recipient not found, true, SET_ASIDE",
    "550 5.1.2 No such system, true, SET_ASIDE",
    "553 5.1.3 Bad address, true, SET_ASIDE",
    "551 5.1.6 Moved, true, SET_ASIDE",
    "550 5.2.1 Mailbox disabled, true, SET_ASIDE",
    "550 no mailbox here, false, WAITING",
    "553 no mailbox here, false, WAITING",
    "552 5.2.2 Mailbox full, false, WAITING",
    "554 5.7.1 Listed by a blocklist, false, WAITING",
    "550 5.4.1 Recipient address rejected: Access denied, false, WAITING",
    "550 5.1.8 Bad sender, false, WAITING",
    "554 no, false, WAITING",
    "550 5.7.1 Relaying denied, false, WAITING",
    "450 4.2.1 Try later, false, WAITING",
    "421 4.7.0 Too many connections, false, WAITING",
    "452 4.2.2 Mailbox full, false, WAITING"
  })
  void a_refused_recipient(String answer, boolean isBouncing, MailState state) {
    smtp.answers(
        to -> answer.replaceFirst("^(\\d{3})-.*", "$0\r\n$1 5.1.1 Look for typing errors"));
    mailer.tell(database, reader(1), NOTICE);

    sender(database).round(MailLane.TOLD);

    assertThat(states()).containsEntry(reader(1).email(), state);
    assertThat(bounces.among(List.of(reader(1).email()))).hasSize(isBouncing ? 1 : 0);
  }

  /** A code says what is meant; without one, only a server that says it again does. */
  @Test
  void who_is_refused_without_a_reason_bounces_once_that_is_said_again_hours_later() {
    smtp.answers(to -> "550 not here");
    MailSender sender = sender(database);
    mailer.tell(database, reader(1), NOTICE);
    for (int minute = 0; minute < 60; minute++) {
      sender.round(MailLane.TOLD);
      clock.pass(Duration.ofMinutes(1));
    }
    assertThat(bounces.among(List.of(reader(1).email()))).isEmpty();
    assertThat(states()).containsEntry(reader(1).email(), MailState.WAITING);

    clock.pass(Duration.ofHours(2));
    sender.round(MailLane.TOLD);

    assertThat(bounces.among(List.of(reader(1).email()))).hasSize(1);
    assertThat(states()).containsEntry(reader(1).email(), MailState.SET_ASIDE);
  }

  @Test
  void a_mail_that_arrives_between_two_refusals_ends_the_doubt() {
    MailSender sender = sender(database);
    for (String answer : List.of("550 not here", "250 ok", "550 not here")) {
      smtp.answers(to -> answer);
      mailer.tell(database, reader(1), NOTICE);
      sender.round(MailLane.TOLD);
      clock.pass(Duration.ofHours(3));
    }

    assertThat(bounces.among(List.of(reader(1).email()))).isEmpty();
  }

  /** It is our standing that is refused, for every reader alike. */
  @ParameterizedTest
  @ValueSource(
      strings = {"550 relay not permitted", "550 Blocked, see the blocklist", "553 spam source"})
  void whoever_refuses_us_marks_no_address_however_often(String answer) {
    smtp.answers(to -> answer);
    MailSender sender = sender(database);
    mailer.tell(database, reader(1), NOTICE);
    for (int i = 0; i < 3; i++) {
      sender.round(MailLane.TOLD);
      clock.pass(Duration.ofHours(5));
    }

    assertThat(bounces.among(List.of(reader(1).email()))).isEmpty();
    assertThat(states()).containsEntry(reader(1).email(), MailState.WAITING);
  }

  @Test
  void what_is_owed_waits_three_days_for_an_address_that_has_no_mailbox() {
    smtp.answers(to -> NO_SUCH_USER);
    MailSender sender = sender(database);
    mailer.owe(database, reader(1), SIGN_IN);
    for (int i = 0; i < 2; i++) {
      sender.round(MailLane.OWED);
      assertThat(states()).containsEntry(reader(1).email(), MailState.WAITING);
      assertThat(bounces.among(List.of(reader(1).email()))).hasSize(1);
      clock.pass(Duration.ofDays(1));
    }

    clock.pass(Duration.ofDays(2));
    sender.round(MailLane.OWED);
    assertThat(states()).containsEntry(reader(1).email(), MailState.SET_ASIDE);
  }

  /** As one from before an upgrade may be. */
  @ParameterizedTest
  @ValueSource(strings = {"subject = E'a\\u009bb'", "recipient = 'none'"})
  void those_behind_a_mail_that_cannot_be_written_are_sent(String broken) {
    mailer.owe(database, reader(1), SIGN_IN);
    database.execute("test.broken", "UPDATE mail SET " + broken);
    mailer.owe(database, reader(2), SIGN_IN);

    sender(database).round(MailLane.OWED);

    assertThat(smtp.received()).hasSize(1);
    assertThat(states()).containsEntry(reader(2).email(), MailState.SENT);
    assertThat(queue.page(Optional.empty(), Paging.first(9)).mails().getLast().error()).isPresent();
  }

  @Test
  void a_round_is_one_connection_for_a_hundred_mails_and_a_new_one_after_a_fault() {
    for (int i = 0; i < 100; i++) {
      mailer.tell(database, reader(i), NOTICE);
    }
    sender(database).round(MailLane.TOLD);
    assertThat(smtp.received()).hasSize(100);
    assertThat(smtp.connections()).isEqualTo(1);
    for (int i = 0; i < 101; i++) {
      mailer.tell(database, reader(i), NOTICE);
    }
    sender(database).round(MailLane.TOLD);
    assertThat(smtp.received()).hasSize(201);
    assertThat(smtp.connections()).isEqualTo(3);

    smtp.answers(to -> to.startsWith("reader5@") ? "421 4.7.0 goodbye" : "250 ok");
    for (int i = 0; i < 10; i++) {
      mailer.tell(database, reader(i), NOTICE);
    }
    sender(database).round(MailLane.TOLD);
    assertThat(smtp.received()).hasSize(210);
    assertThat(smtp.connections()).isEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"554 5.7.1 Looks like spam", "554 no"})
  void content_that_is_refused_for_who_we_are_is_tried_again(String answer) {
    smtp.answersContent(answer);
    mailer.owe(database, reader(1), SIGN_IN);

    sender(database).round(MailLane.OWED);

    assertThat(states()).containsEntry(reader(1).email(), MailState.WAITING);
  }

  @ParameterizedTest
  @CsvSource({"554 5.6.0 Content refused, SET_ASIDE", "451 4.3.0 Try later, WAITING"})
  void refused_content_is_the_mail_s_fault_and_not_the_address_s(String answer, MailState state) {
    smtp.answersContent(answer);
    mailer.tell(database, reader(1), NOTICE);

    sender(database).round(MailLane.TOLD);

    assertThat(states()).containsEntry(reader(1).email(), state);
    assertThat(bounces.among(List.of(reader(1).email()))).isEmpty();
  }
}
