package org.vitrine.notices;

import java.time.Instant;
import org.vitrine.platform.mail.Letter;
import org.vitrine.platform.mail.MailAddress;

/** A letter whose time to be sent has come. */
record Due(long id, String to, String subject, String text, Instant createdAt) {

  Letter letter() {
    return new Letter(
        "vitrine-%d-%d".formatted(id, createdAt.toEpochMilli()),
        new MailAddress(to),
        subject,
        text);
  }

  /** The line of the letter that is a link, if one is. */
  String link() {
    return text.lines().filter(line -> line.startsWith("http")).findFirst().orElse("");
  }

  /** Never the text: a log must not have its link. */
  @Override
  public String toString() {
    return "Due[" + id + "]";
  }
}
