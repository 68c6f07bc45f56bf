package org.vitrine.mail;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailMessage;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The server that takes our mail. */
public final class MailServer implements AutoCloseable {
  /** Whoever retries waits longer than this, or a slow server would get a mail twice. */
  public static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final MailClient client;
  private final MailAddress from;
  private final String sender;

  /**
   * @param name who sends, as mailboxes show it
   */
  public MailServer(Vertx vertx, MailUrl url, MailAddress from, String name) {
    this.client = MailClient.create(vertx, url.config());
    this.from = from;
    this.sender = "%s (%s)".formatted(from.text(), name.replaceAll("[\\p{Cntrl}()\\\\]", " "));
  }

  /** Hands the mail over; throws {@link NotTaken} where the server does not take it. Blocks. */
  public void send(OutgoingMail mail) {
    MailMessage message =
        new MailMessage()
            .setFrom(sender)
            .setTo(mail.to().text())
            .setSubject(mail.subject())
            .setText(mail.text())
            .addHeader("Message-ID", "<%s@%s>".formatted(mail.id(), domain()))
            .addHeader("Auto-Submitted", "auto-generated");
    Future<?> sent = client.sendMail(message).timeout(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    try {
      sent.await();
    } catch (Throwable fault) {
      throw new NotTaken(fault);
    }
  }

  private String domain() {
    return from.text().substring(from.text().indexOf('@') + 1);
  }

  @Override
  public void close() {
    client.close().await();
  }

  /** A mail that the server did not take, and its sentence why. */
  public static final class NotTaken extends RuntimeException {
    private static final int LONGEST = 300;

    NotTaken(Throwable fault) {
      super(sentence(fault), fault);
    }

    private static String sentence(Throwable fault) {
      String text = String.valueOf(fault.getMessage()).replaceAll("\\s+", " ").strip();
      return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + " …";
    }
  }
}
