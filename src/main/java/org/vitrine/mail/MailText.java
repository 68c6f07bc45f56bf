package org.vitrine.mail;

import java.util.Optional;

/**
 * A mail as it goes out: its subject, its text, and the same as HTML.
 *
 * @param leave the address at which its reader ends such mails
 * @param calendar what it brings for their calendar
 */
record MailText(
    String subject,
    String text,
    String html,
    Optional<String> leave,
    Optional<MailCalendar> calendar) {

  /** Never the text: a log must not have its link. */
  @Override
  public String toString() {
    return "MailText[" + subject + "]";
  }
}
