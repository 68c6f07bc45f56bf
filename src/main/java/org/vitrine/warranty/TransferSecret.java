package org.vitrine.warranty;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.commons.codec.digest.DigestUtils;
import org.vitrine.access.Token;
import org.vitrine.platform.Rejection;

/**
 * By what a piece is taken over, once: a code that its owner passes on, or the link of a mail. Only
 * its hash is kept, and one for the one purpose is none for the other.
 */
record TransferSecret(TransferPurpose purpose, String text) {
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Crockford's base 32: none of its letters is taken for another or for a digit. */
  private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private static final int LENGTH = 16;
  private static final int GROUP = 4;
  private static final Pattern CODE = Pattern.compile("[" + LETTERS + "]{" + LENGTH + "}");
  private static final Pattern BETWEEN = Pattern.compile("[\\s\\p{Pd}]");

  /** What it is for. */
  enum TransferPurpose {
    CODE,
    LINK;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static TransferPurpose of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /** 80 random bits, as letters that can be read to somebody. */
  static TransferSecret newCode() {
    StringBuilder letters = new StringBuilder();
    for (int at = 0; at < LENGTH; at++) {
      letters.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
    }
    return new TransferSecret(TransferPurpose.CODE, letters.toString());
  }

  static TransferSecret newLink() {
    return new TransferSecret(TransferPurpose.LINK, Token.random().text());
  }

  /** What somebody typed or followed; O, I and L are taken for the digits that they look like. */
  static TransferSecret typed(String text) {
    if (text == null || text.isBlank()) {
      throw new Rejection.Invalid("secret", "Give the code, or what stands in the link");
    }
    String letters =
        BETWEEN
            .matcher(text)
            .replaceAll("")
            .toUpperCase(Locale.ROOT)
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1');
    return CODE.matcher(letters).matches()
        ? new TransferSecret(TransferPurpose.CODE, letters)
        : new TransferSecret(TransferPurpose.LINK, text.strip());
  }

  /** SHA-256; it has too much entropy to need a slow hash. */
  byte[] hash() {
    return DigestUtils.sha256("transfer of a piece by " + purpose.code() + ": " + text);
  }

  /** A code in groups of four. */
  String shown() {
    return purpose == TransferPurpose.LINK
        ? text
        : text.replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
  }

  /** Never the secret: a log must not have it. */
  @Override
  public String toString() {
    return "TransferSecret";
  }
}
