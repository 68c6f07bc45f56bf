package org.vitrine.mail;

/** A mail as it goes out: its subject, its text, and the same as HTML. */
record MailText(String subject, String text, String html) {

  /** Never the text: a log must not have its link. */
  @Override
  public String toString() {
    return "MailText[" + subject + "]";
  }
}
