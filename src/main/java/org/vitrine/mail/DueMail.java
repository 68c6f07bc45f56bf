package org.vitrine.mail;

import java.time.Instant;
import java.util.Optional;

/**
 * A mail whose time to be sent has come.
 *
 * @param bounces whether its address is known to have no mailbox
 * @param isDoubted whether it is known, or feared
 */
record DueMail(
    long id,
    String to,
    String subject,
    String text,
    Optional<String> html,
    Optional<String> leave,
    Optional<MailCalendar> calendar,
    boolean bounces,
    boolean isDoubted,
    Instant createdAt) {

  OutgoingMail mail() {
    return new OutgoingMail(
        "vitrine-%d-%d".formatted(id, createdAt.toEpochMilli()),
        new MailAddress(to),
        subject,
        text,
        html,
        leave,
        calendar);
  }

  /** The line of the mail that is a link, if one is. */
  String link() {
    return text.lines().filter(line -> line.startsWith("http")).findFirst().orElse("");
  }

  /** Never the text: a log must not have its link. */
  @Override
  public String toString() {
    return "DueMail[" + id + "]";
  }
}
