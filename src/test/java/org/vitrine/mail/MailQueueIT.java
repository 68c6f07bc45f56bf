package org.vitrine.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.vitrine.fixtures.SignedUp.AMELIA;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import io.vertx.core.Vertx;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.vitrine.access.Token;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.Database;

class MailQueueIT {
  private static final int WAIT_MILLIS = 5_000;

  private final TestClock clock = new TestClock();
  private final Vertx vertx = Vertx.vertx();
  private final Database database = new Database(vertx, TestDatabase.freshUrl(), 8);
  private final GreenMail smtp = new GreenMail(new ServerSetup(0, "127.0.0.1", "smtp"));
  private final MailTemplates templates =
      new MailTemplates(() -> URI.create("https://orders.example"), "Foshan Comfort Works");
  private final MailQueue mailQueue = new MailQueue(database, templates, true, clock);

  @AfterEach
  void close() {
    smtp.stop();
    database.close();
    vertx.close().await();
  }

  @Test
  void a_mail_goes_out_once_in_both_languages_and_its_link_is_not_kept() throws Exception {
    smtp.start();
    Token link = Token.random();
    mailQueue.signIn(database, AMELIA, "Amelia Hart", link.text());
    MailSender mailSender = courier(smtp.getSmtp().getPort());

    mailSender.round();
    mailSender.round();

    assertThat(smtp.waitForIncomingEmail(WAIT_MILLIS, 1)).isTrue();
    assertThat(smtp.getReceivedMessages()).hasSize(1);
    MimeMessage letter = smtp.getReceivedMessages()[0];
    assertThat(letter.getAllRecipients()).extracting(Object::toString).containsExactly(AMELIA);
    assertThat(letter.getSubject()).contains("Foshan Comfort Works").contains("登录");
    assertThat((String) letter.getContent())
        .contains("https://orders.example/enter#" + link.text())
        .contains("Amelia Hart")
        .contains("您好");
    assertThat(bodies().getFirst()).contains("/enter#…").doesNotContain(link.text());
  }

  @Test
  void of_two_senders_one_takes_a_mail() throws Exception {
    smtp.start();
    for (int i = 0; i < 20; i++) {
      mailQueue.signIn(database, AMELIA, "Amelia", Token.random().text());
    }
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> rounds = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        MailSender mailSender = courier(smtp.getSmtp().getPort());
        rounds.add(threads.submit(mailSender::round));
      }
      for (Future<?> round : rounds) {
        round.get();
      }
    }
    assertThat(smtp.getReceivedMessages()).hasSize(20);
  }

  @Test
  void a_mail_waits_for_a_server_that_is_down_longer_each_time_and_is_given_up_after_a_day() {
    smtp.start();
    int port = smtp.getSmtp().getPort();
    smtp.stop();
    mailQueue.signIn(database, AMELIA, "Amelia", Token.random().text());
    MailSender mailSender = courier(port);

    mailSender.round();
    mailSender.round();
    assertThat(attempts()).isEqualTo(1);
    clock.pass(Duration.ofMinutes(1));
    mailSender.round();
    clock.pass(Duration.ofMinutes(1));
    mailSender.round();
    assertThat(attempts()).isEqualTo(2);
    assertThat(error()).isNotBlank();
    clock.pass(Duration.ofDays(1));
    mailSender.round();

    assertThat(attempts()).isEqualTo(2);
    smtp.start();
    clock.pass(Duration.ofDays(1));
    mailSender.round();
    assertThat(smtp.getReceivedMessages()).isEmpty();
  }

  @Test
  void a_mail_that_waits_survives_the_sender_that_took_it() {
    smtp.start();
    mailQueue.signIn(database, AMELIA, "Amelia", Token.random().text());
    // Somebody takes it and dies before it is sent.
    new MailRepository().claim(database, clock.instant());
    MailSender mailSender = courier(smtp.getSmtp().getPort());
    mailSender.round();
    assertThat(smtp.getReceivedMessages()).isEmpty();

    clock.pass(Duration.ofMinutes(1));
    mailSender.round();

    assertThat(smtp.getReceivedMessages()).hasSize(1);
  }

  @Test
  void nothing_is_kept_of_a_letter_whose_transaction_fails() {
    assertThatThrownBy(
            () ->
                database.inTransaction(
                    transaction -> {
                      mailQueue.signIn(transaction, AMELIA, "Amelia", Token.random().text());
                      throw new Rejection.Conflict("changed my mind");
                    }))
        .isInstanceOf(Rejection.Conflict.class);

    assertThat(bodies()).isEmpty();
  }

  @Test
  void no_name_and_no_address_adds_a_header_or_a_recipient() throws Exception {
    smtp.start();
    String evil = "Amelia\r\nBcc: eve@evil.example\r\n\r\nhello";
    MailQueue ofEvilHouse =
        new MailQueue(
            database,
            new MailTemplates(
                () -> URI.create("https://orders.example"), "Works\r\nBcc: eve@evil.example"),
            true,
            clock);
    ofEvilHouse.signIn(database, AMELIA, evil, Token.random().text());
    ofEvilHouse.glassLinkAskedAgain(database, AMELIA, evil, "SO-1\r\nBcc: eve@evil.example");
    courier(smtp.getSmtp().getPort()).round();

    assertThat(smtp.getReceivedMessages()).hasSize(2);
    for (MimeMessage letter : smtp.getReceivedMessages()) {
      assertThat(letter.getHeader("Bcc")).isNull();
      assertThat(letter.getRecipients(Message.RecipientType.TO)).hasSize(1);
      assertThat(GreenMailUtil.getHeaders(letter)).doesNotContainPattern("(?m)^Bcc:");
    }
    assertThatThrownBy(
            () ->
                mailQueue.signIn(
                    database,
                    AMELIA + "\r\nBcc: eve@evil.example",
                    "Amelia",
                    Token.random().text()))
        .isInstanceOf(Rejection.Invalid.class);
  }

  @Test
  void with_a_server_nobody_sees_a_link_that_waits() {
    mailQueue.signIn(database, AMELIA, "Amelia", Token.random().text());

    assertThat(mailQueue.page(Optional.empty(), Optional.empty(), 10).mails().getFirst().text())
        .contains("/enter#…");
  }

  private MailSender courier(int port) {
    MailServer server =
        new MailServer(
            vertx,
            MailUrl.parse("smtp://127.0.0.1:" + port + "?starttls=disabled"),
            new MailAddress("orders@works.example"),
            "Foshan Comfort Works");
    return new MailSender(database, Optional.of(server), clock);
  }

  private List<String> bodies() {
    return database.find("test.bodies", "SELECT body FROM mail", row -> row.getString("body"));
  }

  private int attempts() {
    return database
        .find("test.attempts", "SELECT attempts FROM mail", row -> row.getInteger("attempts"))
        .getFirst();
  }

  private String error() {
    return database
        .find("test.error", "SELECT error FROM mail", row -> row.getString("error"))
        .getFirst();
  }
}
