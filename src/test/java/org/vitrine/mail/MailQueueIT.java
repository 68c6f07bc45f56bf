package org.vitrine.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.SilentServer;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.platform.Paging;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.words.Words;

class MailQueueIT {
  private static final int WAIT_MILLIS = 20_000;
  private static final String SECRET = "q".repeat(43);
  private static final Recipient AMELIA =
      Recipient.of("Amelia Hart", "amelia@northwind.example", null, null);
  private static final MailContent SIGN_IN =
      MailContent.of("mail.sign-in").with("count", 15).leadingTo("/enter#" + SECRET);
  private static final MailContent NOTICE =
      MailContent.of("mail.glass-link-request").with("order", "SO-1").with("at", "now");

  private final TestClock clock = new TestClock();
  private final Vertx vertx = Vertx.vertx();
  private final Database database = new Database(vertx, TestDatabase.freshUrl(), 8);
  private final GreenMail smtp = new GreenMail(MailServerTest.setup("smtp"));
  private final MailQueue queue = new MailQueue(database, true, clock);
  private final Mailer mailer =
      new Mailer(
          new MailTemplates(
              new Words(),
              () -> URI.create("https://orders.example"),
              "Foshan Comfort Works",
              ZoneId.of("Asia/Shanghai")),
          queue);

  @BeforeEach
  void connect() {
    database.answersWithin(Duration.ofSeconds(60));
  }

  @AfterEach
  void close() {
    smtp.stop();
    database.close();
    vertx.close().await();
  }

  @Test
  void a_mail_goes_out_once_and_its_link_is_not_kept() {
    MailSender sender = senderTo(startedServer());
    mailer.owe(database, AMELIA, SIGN_IN);

    sender.round(MailLane.OWED);
    sender.round(MailLane.OWED);

    assertThat(smtp.getReceivedMessages()).hasSize(1);
    assertThat(bodies().getFirst()).contains("/enter#…").doesNotContain(SECRET);
    assertThat(kept("html")).containsExactly(Optional.empty());
  }

  @Test
  void of_two_senders_one_takes_a_mail() throws Exception {
    int port = startedServer();
    for (int i = 0; i < 20; i++) {
      mailer.owe(database, AMELIA, SIGN_IN);
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      List<Future<?>> rounds = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        MailSender sender = senderTo(port);
        rounds.add(threads.submit(() -> sender.round(MailLane.OWED)));
      }
      for (Future<?> round : rounds) {
        round.get();
      }
    }
    assertThat(smtp.getReceivedMessages()).hasSize(20);
  }

  @Test
  void behind_ten_thousand_notices_and_a_server_that_hangs_on_one_a_sign_in_mail_goes_out_at_once()
      throws Exception {
    int port = startedServer();
    tellTenThousand();
    try (SilentServer hanging = new SilentServer()) {
      CompletableFuture<Void> stuck =
          CompletableFuture.runAsync(() -> senderTo(hanging.port()).round(MailLane.TOLD));
      hanging.awaitConnection();

      mailer.owe(database, AMELIA, SIGN_IN);
      senderTo(port).round(MailLane.OWED);

      assertThat(smtp.getReceivedMessages()).hasSize(1);
      assertThat(smtp.getReceivedMessages()[0].getSubject()).contains("sign-in");
      assertThat(stuck).isNotDone();
    }
  }

  @Test
  void each_lane_has_its_own_thread() {
    int port = startedServer();
    try (MailSender sender = senderTo(port)) {
      sender.start();
      mailer.tell(database, AMELIA, NOTICE);
      mailer.owe(database, AMELIA, SIGN_IN);

      assertThat(smtp.waitForIncomingEmail(WAIT_MILLIS, 2)).isTrue();
    }
  }

  @Test
  void a_queue_of_notices_that_is_full_refuses_notices_and_nothing_that_is_owed() {
    tellTenThousand();

    assertThatThrownBy(() -> mailer.tell(database, AMELIA, NOTICE))
        .isInstanceOf(Rejection.Unavailable.class);
    mailer.owe(database, AMELIA, SIGN_IN);
    assertThat(kept("lane")).contains(Optional.of("owed"));
  }

  private void tellTenThousand() {
    mailer.tell(database, AMELIA, NOTICE);
    database.execute(
        "test.many",
        """
        INSERT INTO mail (lane, recipient, subject, body, html, created_at, next_attempt_at)
        SELECT lane, recipient, subject, body, html, created_at, next_attempt_at
          FROM mail, generate_series(2, $1)""",
        MailQueue.WAITING_AT_MOST);
  }

  @Test
  void a_mail_waits_for_a_server_that_is_down_longer_each_time_and_is_set_aside_after_three_days() {
    int port = startedServer();
    smtp.stop();
    mailer.owe(database, AMELIA, SIGN_IN);
    MailSender sender = senderTo(port);

    sender.round(MailLane.OWED);
    sender.round(MailLane.OWED);
    assertThat(attempts()).isEqualTo(1);
    clock.pass(Duration.ofMinutes(1));
    sender.round(MailLane.OWED);
    clock.pass(Duration.ofMinutes(1));
    sender.round(MailLane.OWED);
    assertThat(attempts()).isEqualTo(2);
    assertThat(kept("error").getFirst()).hasValueSatisfying(why -> assertThat(why).isNotBlank());
    clock.pass(Duration.ofDays(2));
    sender.round(MailLane.OWED);
    assertThat(attempts()).isEqualTo(3);
    assertThat(shown().state()).isEqualTo(MailState.WAITING);
    clock.pass(Duration.ofDays(1));
    sender.round(MailLane.OWED);

    assertThat(attempts()).isEqualTo(3);
    assertThat(shown().state()).isEqualTo(MailState.SET_ASIDE);
    assertThat(shown().error()).isPresent();
    smtp.start();
    clock.pass(Duration.ofDays(1));
    sender.round(MailLane.OWED);
    assertThat(smtp.getReceivedMessages()).isEmpty();
  }

  private Mail shown() {
    return queue.page(Optional.empty(), Paging.first(1)).mails().getFirst();
  }

  @Test
  void a_mail_that_waits_survives_the_sender_that_took_it() {
    MailSender sender = senderTo(startedServer());
    mailer.owe(database, AMELIA, SIGN_IN);
    // Somebody takes it and dies before it is sent.
    new MailRepository().claim(database, MailLane.OWED, clock.instant());
    sender.round(MailLane.OWED);
    assertThat(smtp.getReceivedMessages()).isEmpty();

    clock.pass(Duration.ofMinutes(1));
    sender.round(MailLane.OWED);

    assertThat(smtp.getReceivedMessages()).hasSize(1);
  }

  @Test
  void a_mail_that_was_written_before_there_was_html_goes_out_as_text() throws Exception {
    MailSender sender = senderTo(startedServer());
    mailer.owe(database, AMELIA, SIGN_IN);
    database.execute("test.old", "UPDATE mail SET html = NULL");

    sender.round(MailLane.OWED);

    assertThat(smtp.getReceivedMessages()).hasSize(1);
    assertThat(MailServerTest.parts(smtp.getReceivedMessages()[0])).containsOnlyKeys("text/plain");
  }

  @Test
  void nothing_is_kept_of_a_mail_whose_transaction_fails() {
    assertThatThrownBy(
            () ->
                database.inTransaction(
                    transaction -> {
                      mailer.owe(transaction, AMELIA, SIGN_IN);
                      throw new Rejection.Conflict("changed my mind");
                    }))
        .isInstanceOf(Rejection.Conflict.class);

    assertThat(bodies()).isEmpty();
  }

  @Test
  void nobody_is_written_to_at_an_address_that_is_none() {
    Recipient two =
        Recipient.of("Amelia", AMELIA.email() + "\r\nBcc: eve@evil.example", null, null);

    assertThatThrownBy(() -> mailer.owe(database, two, SIGN_IN))
        .isInstanceOf(Rejection.Invalid.class);
  }

  @Test
  void with_a_server_nobody_sees_a_link_that_waits() {
    mailer.owe(database, AMELIA, SIGN_IN);

    assertThat(queue.page(Optional.empty(), Paging.first(10)).mails().getFirst().text())
        .contains("/enter#…")
        .doesNotContain(SECRET);
  }

  @Test
  void a_page_is_of_those_recipients_only_who_are_asked_for() {
    mailer.owe(database, AMELIA, SIGN_IN);
    mailer.owe(database, Recipient.of("Olga", "olga@others.example", null, null), SIGN_IN);

    assertThat(queue.page(Optional.of(List.of("olga@others.example")), Paging.first(10)).mails())
        .extracting(Mail::to)
        .containsExactly("olga@others.example");
    assertThat(queue.page(Optional.of(List.of()), Paging.first(10)).mails()).isEmpty();
  }

  @Test
  void after_a_week_links_are_forgotten_and_after_three_months_the_mail() {
    mailer.owe(database, AMELIA, SIGN_IN);
    clock.pass(Duration.ofDays(8));
    queue.sweep();
    assertThat(bodies().getFirst()).contains("/enter#…").doesNotContain(SECRET);
    assertThat(kept("html")).containsExactly(Optional.empty());

    clock.pass(Duration.ofDays(90));
    queue.sweep();
    assertThat(bodies()).isEmpty();
  }

  @Test
  void what_is_told_at_once_does_not_wait_behind_digests() {
    int port = startedServer();
    for (int i = 0; i < 3; i++) {
      mailer.tellGathered(database, AMELIA, NOTICE);
    }
    mailer.tell(database, AMELIA, NOTICE);

    senderTo(port).round(MailLane.TOLD);
    assertThat(smtp.getReceivedMessages()).hasSize(1);
    senderTo(port).round(MailLane.DIGEST);
    assertThat(smtp.getReceivedMessages()).hasSize(4);
  }

  /** Whatever it is looked at for is gone. */
  @Test
  void a_mail_without_links_is_not_looked_at_again() {
    mailer.owe(database, AMELIA, SIGN_IN);
    mailer.owe(database, AMELIA, SIGN_IN);
    assertThat(kept("has_links")).containsOnly(Optional.of("true"));
    senderTo(startedServer()).round(MailLane.OWED);
    assertThat(kept("has_links")).containsOnly(Optional.of("false"));

    mailer.owe(database, AMELIA, SIGN_IN);
    clock.pass(Duration.ofDays(8));
    queue.sweep();
    assertThat(kept("has_links")).containsOnly(Optional.of("false"));
    assertThat(bodies()).noneMatch(body -> body.contains(SECRET));
  }

  private int startedServer() {
    smtp.start();
    return smtp.getSmtp().getPort();
  }

  private MailSender senderTo(int port) {
    MailServer server =
        new MailServer(
            new MailSettings(
                MailUrl.parse("smtp://127.0.0.1:" + port + "?starttls=disabled"),
                new MailAddress("orders@works.example")),
            "Foshan Comfort Works");
    return new MailSender(database, Optional.of(server), clock);
  }

  private List<String> bodies() {
    return kept("body").stream().map(Optional::orElseThrow).toList();
  }

  private List<Optional<String>> kept(String column) {
    return database.find(
        "test.kept",
        "SELECT %s::text AS kept FROM mail".formatted(column),
        row -> Optional.ofNullable(row.getString("kept")));
  }

  private int attempts() {
    return database
        .find("test.attempts", "SELECT attempts FROM mail", row -> row.getInteger("attempts"))
        .getFirst();
  }
}
