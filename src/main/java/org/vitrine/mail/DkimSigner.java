package org.vitrine.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.james.jdkim.DKIMSigner;
import org.apache.james.jdkim.exceptions.FailException;

/**
 * Signs mails as they travel (RFC 6376): what says who writes and what, and the headers by which a
 * mail is left (RFC 8058, section 4), whether they are there or not, so that nobody adds them.
 */
final class DkimSigner {
  private static final String SIGNED =
      "from:to:subject:date:message-id:mime-version:content-type:auto-submitted:list-unsubscribe:list-unsubscribe-post";

  private final DkimKey key;
  private final String template;

  /**
   * @param domain of the sender, in whose DNS the public key stands
   */
  DkimSigner(DkimKey key, String domain) {
    this.key = key;
    this.template =
        "v=1; a=rsa-sha256; c=relaxed/relaxed; d=%s; s=%s; h=%s; bh=; b=;"
            .formatted(domain, key.selector(), SIGNED);
  }

  /** The same message, which must not be changed any more. */
  MimeMessage signed(Session session, MimeMessage message) throws MessagingException {
    try {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      message.writeTo(bytes);
      String signature =
          new DKIMSigner(template, key.key()).sign(new ByteArrayInputStream(bytes.toByteArray()));
      ByteArrayOutputStream signed = new ByteArrayOutputStream();
      signed.writeBytes(header(signature).getBytes(StandardCharsets.US_ASCII));
      bytes.writeTo(signed);
      return new MimeMessage(session, new ByteArrayInputStream(signed.toByteArray()));
    } catch (IOException | FailException fault) {
      throw new MessagingException("The mail cannot be signed: " + fault.getMessage(), fault);
    }
  }

  /** A line for each of its parts, since lines of more than 998 characters are cut on the way. */
  private static String header(String signature) {
    return signature.strip().replaceAll(";\\s*", ";\r\n ").stripTrailing() + "\r\n";
  }
}
