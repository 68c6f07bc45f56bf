package org.vitrine.access;

import java.security.SecureRandom;
import java.util.Base64;
import org.apache.commons.codec.digest.DigestUtils;

/** A secret of 256 random bits, as text. Only its hash is ever stored. */
public record Token(String text) {
  private static final SecureRandom RANDOM = new SecureRandom();

  public static Token random() {
    byte[] bits = new byte[32];
    RANDOM.nextBytes(bits);
    return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
  }

  /** SHA-256; the token has too much entropy to need a slow hash. */
  public byte[] hash() {
    return DigestUtils.sha256(text);
  }

  /** Never the secret: a log must not have it. */
  @Override
  public String toString() {
    return "Token";
  }
}
