package org.vitrine.signin;

import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.codec.binary.Base32;
import org.apache.commons.codec.digest.DigestUtils;

/** Lets somebody in, once, whose phone is gone: 80 random bits, written as {@code abcd-efgh-…}. */
record RecoveryCode(String letters) {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int BYTES = 10;
  private static final int COUNT = 10;
  private static final Pattern LETTERS = Pattern.compile("[a-z2-7]{16}");

  /** A full set, all different. */
  static List<RecoveryCode> set() {
    return Stream.generate(RecoveryCode::random).distinct().limit(COUNT).toList();
  }

  private static RecoveryCode random() {
    byte[] bits = new byte[BYTES];
    RANDOM.nextBytes(bits);
    return new RecoveryCode(new Base32().encodeToString(bits).toLowerCase(Locale.ROOT));
  }

  /** As somebody typed it: the case, blanks and dashes do not matter. */
  static Optional<RecoveryCode> typed(String text) {
    String letters = text.toLowerCase(Locale.ROOT).replaceAll("[\\s-]", "");
    return LETTERS.matcher(letters).matches()
        ? Optional.of(new RecoveryCode(letters))
        : Optional.empty();
  }

  String shown() {
    return letters.replaceAll("(.{4})(?!$)", "$1-");
  }

  /** SHA-256; the code has too much entropy to need a slow hash. */
  byte[] hash() {
    return DigestUtils.sha256(letters);
  }

  /** Never the code: a log must not have it. */
  @Override
  public String toString() {
    return "RecoveryCode";
  }
}
