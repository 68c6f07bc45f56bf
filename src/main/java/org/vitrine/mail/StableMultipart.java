package org.vitrine.mail;

import jakarta.mail.internet.MimeMultipart;
import org.apache.commons.codec.digest.DigestUtils;

/** Parts whose boundary is the same each time that the same mail is written. */
final class StableMultipart extends MimeMultipart {
  private static final int LENGTH = 32;

  StableMultipart(String subtype, String mail) {
    String boundary = DigestUtils.sha256Hex(subtype + " " + mail).substring(0, LENGTH);
    contentType = "multipart/%s; boundary=\"=_%s\"".formatted(subtype, boundary);
  }
}
