package org.vitrine.invitations;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.vitrine.fixtures.TestClock;
import org.vitrine.fixtures.TestDatabase;
import org.vitrine.fixtures.TestVitrine;
import org.vitrine.mail.MailAddress;
import org.vitrine.mail.MailSettings;
import org.vitrine.mail.MailUrl;
import org.vitrine.mail.MailboxReader;
import org.vitrine.mail.MailboxUrl;

/** A mailbox to which replies are sent, and the people who send them. */
abstract class MailedReplies {
  static final TestClock CLOCK = new TestClock();
  static final Duration TEN_DAYS = Duration.ofDays(10);
  static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  static final GreenMail MAIL =
      new GreenMail(
          new ServerSetup[] {
            new ServerSetup(0, "127.0.0.1", "smtp"), new ServerSetup(0, "127.0.0.1", "imap")
          });

  static GreenMailUser mailbox;
  static TestVitrine vitrine;
  static Guests guests;
  static MailboxUrl url;
  static Invitee amelia;
  static Invitee carol;
  static int messages;

  @BeforeAll
  static void start() {
    MAIL.start();
    mailbox = MAIL.setUser("orders@works.example", "orders", "canary-7");
    url =
        MailboxUrl.parse(
            "imap://orders:canary-7@127.0.0.1:%d/INBOX?starttls=disabled"
                .formatted(MAIL.getImap().getPort()));
    // The house reads no mailbox here: a test says when it is read.
    vitrine =
        TestVitrine.startWith(
            CLOCK,
            Optional.of(
                new MailSettings(
                    MailUrl.parse(
                        "smtp://127.0.0.1:%d?starttls=disabled"
                            .formatted(MAIL.getSmtp().getPort())),
                    new MailAddress("orders@works.example"))),
            Optional.empty());
    guests = new Guests(vitrine);
    amelia = guests.contact("northwind", "Amelia");
    carol = guests.contact("northwind", "Carol");
  }

  @AfterAll
  static void stop() {
    vitrine.close();
    MAIL.stop();
  }

  static Replies replies() {
    return new Replies(vitrine.vitrine().database(), guests.door(), CLOCK);
  }

  static void read() {
    new MailboxReader(vitrine.vitrine().database(), url, replies()::take, CLOCK).read();
  }

  /** A reply as a mail program writes it, with lines that a test leaves out or puts in. */
  record Written(String uid, String from, String attendee, String partstat, String lines) {
    static Written of(Occasion occasion, Invitee guest, String partstat) {
      String address = address(guest);
      return new Written(MailedReplies.uid(occasion, guest), address, address, partstat, "");
    }

    Written from(String other) {
      return new Written(uid, other, attendee, partstat, lines);
    }

    Written uid(String other) {
      return new Written(other, from, attendee, partstat, lines);
    }

    Written with(String line) {
      return new Written(uid, from, attendee, partstat, lines + line + "\r\n");
    }

    String calendar() {
      String stamp =
          lines.contains("DTSTAMP") ? "" : "DTSTAMP:" + STAMP.format(CLOCK.instant()) + "\r\n";
      return "BEGIN:VCALENDAR\r\nPRODID:-//Test//EN\r\nVERSION:2.0\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\n"
          + "ATTENDEE;PARTSTAT="
          + partstat
          + ":mailto:"
          + attendee
          + "\r\n"
          + "UID:"
          + uid
          + "\r\n"
          + stamp
          + lines
          + "SUMMARY:Accepted\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    }
  }

  static String address(Invitee guest) {
    return TestDatabase.find(
            vitrine.databaseUrl(), "SELECT email FROM person WHERE id = " + guest.person())
        .getFirst();
  }

  /** As their calendar knows it. */
  static String uid(Occasion occasion, Invitee guest) {
    return TestDatabase.find(
                vitrine.databaseUrl(),
                "SELECT reply_key FROM invitation WHERE kind = '%s' AND occasion = %d AND person_id = %d"
                    .formatted(occasion.kind(), occasion.number(), guest.person()))
            .getFirst()
        + "."
        + occasion.uid();
  }

  static void arrives(Written reply, String... headers) {
    arrives(reply.from(), reply.calendar(), headers);
  }

  static void arrives(String from, String calendar, String... headers) {
    StringBuilder mail = new StringBuilder();
    for (String header : headers) {
      mail.append(header).append("\r\n");
    }
    mail.append("From: ")
        .append(from)
        .append("\r\nTo: orders@works.example\r\nSubject: Re\r\n")
        .append("Message-ID: <")
        .append(++messages)
        .append("@test>\r\nMIME-Version: 1.0\r\n")
        .append("Content-Type: multipart/alternative; boundary=\"b\"\r\n\r\n")
        .append("--b\r\nContent-Type: text/plain\r\n\r\nAccepted\r\n")
        .append("--b\r\nContent-Type: text/calendar; charset=utf-8; method=REPLY\r\n\r\n")
        .append(calendar)
        .append("\r\n--b--\r\n");
    deliver(mail.toString());
  }

  static void deliver(String mail) {
    try {
      mailbox.deliver(
          new MimeMessage(
              Session.getInstance(new Properties()),
              new ByteArrayInputStream(mail.getBytes(StandardCharsets.UTF_8))));
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  static List<InvitationReply.ReplyOutcome> outcomes(Occasion occasion) {
    return TestDatabase.find(
            vitrine.databaseUrl(),
            "SELECT outcome FROM invitation_reply WHERE kind = '%s' AND occasion = %d ORDER BY id"
                .formatted(occasion.kind(), occasion.number()))
        .stream()
        .map(InvitationReply.ReplyOutcome::of)
        .toList();
  }

  static String newestOutcome() {
    return TestDatabase.find(
            vitrine.databaseUrl(), "SELECT outcome FROM invitation_reply ORDER BY id DESC LIMIT 1")
        .getFirst();
  }

  static Occasion meeting(Invitee... some) {
    return guests.announce(guests.in(TEN_DAYS), some);
  }
}
