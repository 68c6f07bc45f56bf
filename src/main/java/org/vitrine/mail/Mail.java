package org.vitrine.mail;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A mail in the queue, as staff see it.
 *
 * @param nextAttemptAt when it is tried next, where it waits
 * @param error why it was not taken when it was last tried
 */
public record Mail(
    long id,
    String to,
    String subject,
    String text,
    MailState state,
    Instant createdAt,
    Optional<Instant> sentAt,
    Optional<Instant> nextAttemptAt,
    Optional<String> error) {
  private static final Pattern SECRET =
      Pattern.compile("([#/=])[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])");

  /** The same, with a link that opens nothing. */
  Mail withoutLink() {
    return new Mail(
        id,
        to,
        subject,
        SECRET.matcher(text).replaceAll("$1…"),
        state,
        createdAt,
        sentAt,
        nextAttemptAt,
        error);
  }

  /** Never the text: a log must not have its link. */
  @Override
  public String toString() {
    return "Mail[" + id + "]";
  }
}
