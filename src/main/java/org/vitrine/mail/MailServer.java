package org.vitrine.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;

/**
 * The server that takes our mail. Blocks, and within the library holds monitors meanwhile: call it
 * from a platform thread, since a virtual one would hold its carrier before JDK 24.
 */
public final class MailServer {
  /** Whoever retries waits longer than this, or a slow server would get a mail twice. */
  public static final Duration PATIENCE = Duration.ofSeconds(30);

  private final MailUrl url;
  private final MailFormat format;
  private final Duration patience;

  /**
   * @param name who sends, as mailboxes show it
   */
  public MailServer(MailSettings settings, String name) {
    this(settings, name, PATIENCE);
  }

  MailServer(MailSettings settings, String name, Duration patience) {
    this.url = settings.server();
    this.format = new MailFormat(settings.from(), name, settings.look().logo(), settings.dkim());
    this.patience = patience;
  }

  /** Hands the mail over; throws {@link NotTaken} where the server does not take it. Blocks. */
  public void send(OutgoingMail mail) {
    Session session = Session.getInstance(new SmtpProperties(url).all());
    try (Deadline deadline = new Deadline(patience)) {
      try {
        MimeMessage message = format.message(session, mail);
        handOver(session.getTransport(url.tls() ? "smtps" : "smtp"), message);
      } catch (MessagingException | RuntimeException fault) {
        throw deadline.hasPassed()
            ? new NotTaken("The mail server did not respond within %s".formatted(patience), fault)
            : NotTaken.because(fault);
      }
    }
  }

  private void handOver(Transport transport, MimeMessage message) throws MessagingException {
    try {
      connect(transport);
      transport.sendMessage(message, message.getAllRecipients());
    } finally {
      hangUp(transport);
    }
  }

  private void connect(Transport transport) throws MessagingException {
    transport.connect(
        url.host(),
        url.port(),
        url.login().map(MailUrl.Login::user).orElse(null),
        url.login().map(MailUrl.Login::password).orElse(null));
  }

  /** Whether it has the mail is known by now; how it says goodbye changes nothing. */
  private static void hangUp(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException gone) {
      // It hung up first.
    }
  }

  /** A mail that the server did not take, and its sentence why. */
  public static final class NotTaken extends RuntimeException {
    private static final int LONGEST = 300;

    private final MailRefusal refusal;

    private NotTaken(String why, Throwable fault) {
      this(why, fault, MailRefusal.FOR_NOW);
    }

    private NotTaken(String why, Throwable fault, MailRefusal refusal) {
      super(sentence(why), fault);
      this.refusal = refusal;
    }

    private static NotTaken because(Exception fault) {
      return fault instanceof MessagingException said
          ? new NotTaken(String.valueOf(MailRefusal.said(said)), fault, MailRefusal.of(said))
          : new NotTaken(String.valueOf(fault.getMessage()), fault);
    }

    public MailRefusal refusal() {
      return refusal;
    }

    private static String sentence(String why) {
      String text = why.replaceAll("\\s+", " ").strip();
      return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …";
    }
  }
}
