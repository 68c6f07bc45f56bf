package org.vitrine.mail;

/**
 * A mail in plain text.
 *
 * @param id the same for each try to send it, so that a mailbox that gets it twice shows it once
 */
public record OutgoingMail(String id, MailAddress to, String subject, String text) {
  public OutgoingMail {
    if (subject.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("A subject is a single line");
    }
  }
}
