package org.vitrine.mail;

/**
 * What a mail brings for its reader's calendar (RFC 5545), beside its words and attached to them.
 *
 * @param method what is meant by it (RFC 5546): REQUEST, CANCEL
 * @param text as it travels, its lines folded
 */
public record MailCalendar(String method, String text) {

  /** Never the text: a log must not have its link. */
  @Override
  public String toString() {
    return "MailCalendar[" + method + "]";
  }
}
