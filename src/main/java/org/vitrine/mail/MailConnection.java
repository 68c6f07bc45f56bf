package org.vitrine.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;

/**
 * Hands mails to a server one after the other. Connects with the first, stays connected while all
 * goes well, and connects anew after any fault. For one thread, and blocks as {@link MailServer}
 * says.
 */
final class MailConnection implements AutoCloseable {
  /** Servers hang up on those who never do. */
  private static final int MAILS_AT_MOST = 100;

  private final MailUrl url;
  private final MailFormat format;
  private final Duration patience;
  private final Session session;
  private Transport transport;
  private int handedOver;

  /**
   * @param patience with each mail, connecting included
   */
  MailConnection(MailUrl url, MailFormat format, Duration patience) {
    this.url = url;
    this.format = format;
    this.patience = patience;
    this.session = Session.getInstance(new SmtpProperties(url).all());
  }

  /** Throws {@link MailServer.NotTaken} where the server does not take it. */
  void send(OutgoingMail mail) {
    try (Deadline deadline = new Deadline(patience)) {
      try {
        MimeMessage message = format.message(session, mail);
        connect();
        handedOver++;
        transport.sendMessage(message, message.getAllRecipients());
      } catch (MessagingException | RuntimeException fault) {
        hangUp();
        throw deadline.hasPassed()
            ? MailServer.NotTaken.within(patience, fault)
            : MailServer.NotTaken.because(fault);
      }
    }
  }

  private void connect() throws MessagingException {
    if (transport != null && handedOver < MAILS_AT_MOST && transport.isConnected()) {
      return;
    }
    hangUp();
    transport = session.getTransport(url.tls() ? "smtps" : "smtp");
    transport.connect(
        url.host(),
        url.port(),
        url.login().map(MailUrl.Login::user).orElse(null),
        url.login().map(MailUrl.Login::password).orElse(null));
  }

  /** Whether it has the mail is known by now; how it says goodbye changes nothing. */
  private void hangUp() {
    handedOver = 0;
    if (transport == null) {
      return;
    }
    try {
      transport.close();
    } catch (MessagingException gone) {
      // It hung up first.
    } finally {
      transport = null;
    }
  }

  @Override
  public void close() {
    hangUp();
  }
}
