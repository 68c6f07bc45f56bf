package org.vitrine.mail;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** A mail in the queue, as staff see it. */
public record Mail(
    long id,
    String to,
    String subject,
    String text,
    Instant createdAt,
    Optional<Instant> sentAt,
    Optional<String> error) {
  private static final Pattern SECRET = Pattern.compile("#[A-Za-z0-9_-]{43}");

  /** The same, with a link that opens nothing. */
  Mail withoutLink() {
    return new Mail(
        id, to, subject, SECRET.matcher(text).replaceAll("#…"), createdAt, sentAt, error);
  }

  /** Never the text: a log must not have its link. */
  @Override
  public String toString() {
    return "Mail[" + id + "]";
  }
}
