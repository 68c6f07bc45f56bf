package org.vitrine.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

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
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Never the secret: a log must not have it. */
  @Override
  public String toString() {
    return "Token";
  }
}
