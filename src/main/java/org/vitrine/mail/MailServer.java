package org.vitrine.mail;

import jakarta.mail.MessagingException;
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

  /** Hands over one mail; throws {@link NotTaken} where the server does not take it. Blocks. */
  public void send(OutgoingMail mail) {
    try (MailConnection connection = connection()) {
      connection.send(mail);
    }
  }

  /** For as many as there are. */
  MailConnection connection() {
    return new MailConnection(url, format, patience);
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

    static NotTaken within(Duration patience, Exception fault) {
      return new NotTaken("The mail server did not respond within %s".formatted(patience), fault);
    }

    static NotTaken because(Exception fault) {
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
