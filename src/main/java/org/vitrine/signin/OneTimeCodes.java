package org.vitrine.signin;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;

/** Codes that change every thirty seconds (RFC 6238), as authenticator apps show them. */
final class OneTimeCodes {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final Duration STEP = Duration.ofSeconds(30);
  private static final int SECRET_BYTES = 20;

  /** Clocks of phones are off by a little; codes are typed slowly. */
  private static final int STEPS_ASIDE = 1;

  private final TimeBasedOneTimePasswordGenerator generator =
      new TimeBasedOneTimePasswordGenerator(STEP, 6);

  /** A new secret, in Base32 as apps take it. */
  static String secret() {
    byte[] bits = new byte[SECRET_BYTES];
    RANDOM.nextBytes(bits);
    return new Base32().encodeToString(bits);
  }

  /** What an app reads from the picture. */
  static String uri(String secret, String issuer, String account) {
    return "otpauth://totp/%s:%s?secret=%s&issuer=%s"
        .formatted(encoded(issuer), encoded(account), secret, encoded(issuer));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /**
   * The time step that this code belongs to, if it is right now and comes after {@code used}: a
   * code that was seen once is worth nothing.
   */
  OptionalLong step(String secret, String code, Instant now, long used) {
    long current = now.getEpochSecond() / STEP.toSeconds();
    OptionalLong found = OptionalLong.empty();
    for (long step = current - STEPS_ASIDE; step <= current + STEPS_ASIDE; step++) {
      if (same(code(secret, step), code) && step > used) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  private String code(String secret, long step) {
    try {
      return generator.generateOneTimePasswordString(
          new SecretKeySpec(new Base32().decode(secret), generator.getAlgorithm()),
          Instant.ofEpochSecond(step * STEP.toSeconds()));
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("A stored secret cannot be used", e);
    }
  }

  private static boolean same(String expected, String given) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
