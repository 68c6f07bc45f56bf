package org.vitrine.mail;

import java.util.Optional;

/**
 * A mail, as it is handed to the server.
 *
 * @param id the same for each try to send it, so that a mailbox that gets it twice shows it once
 * @param html the same as the text, for mailboxes that show it
 * @param leave the address at which its reader ends such mails
 * @param calendar what it brings for their calendar
 */
public record OutgoingMail(
    String id,
    MailAddress to,
    String subject,
    String text,
    Optional<String> html,
    Optional<String> leave,
    Optional<MailCalendar> calendar) {
  public OutgoingMail {
    if (subject.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("A subject is a single line");
    }
  }

  /** One that brings nothing for a calendar. */
  public OutgoingMail(
      String id,
      MailAddress to,
      String subject,
      String text,
      Optional<String> html,
      Optional<String> leave) {
    this(id, to, subject, text, html, leave, Optional.empty());
  }

  /** Never the text: a log must not have its link. */
  @Override
  public String toString() {
    return "OutgoingMail[" + id + "]";
  }
}
