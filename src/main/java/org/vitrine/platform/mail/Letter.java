package org.vitrine.platform.mail;

/**
 * A mail in plain text.
 *
 * @param id the same for each try to send it, so that a mailbox that gets it twice shows it once
 */
public record Letter(String id, MailAddress to, String subject, String text) {
  public Letter {
    if (subject.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("A subject is a single line");
    }
  }
}
