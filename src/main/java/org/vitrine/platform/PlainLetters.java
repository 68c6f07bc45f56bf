package org.vitrine.platform;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Secrets that people read off and type: letters and digits that nobody mistakes for each other
 * (Crockford's base 32, 5 bits each), shown in groups of four.
 */
public final class PlainLetters {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final SecureRandom RANDOM = new SecureRandom();

  private PlainLetters() {}

  public static String random(int length) {
    return RANDOM
        .ints(length, 0, ALPHABET.length())
        .mapToObj(at -> String.valueOf(ALPHABET.charAt(at)))
        .collect(Collectors.joining());
  }

  /**
   * As somebody typed them: case, width, blanks and dashes do not matter, and what looks like a
   * digit is one.
   */
  public static String typed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .toUpperCase(Locale.ROOT)
        .replaceAll("[^0-9A-Z]", "")
        .replace('O', '0')
        .replace('I', '1')
        .replace('L', '1');
  }

  public static String inGroups(String letters) {
    return letters.replaceAll("(.{4})(?!$)", "$1-");
  }
}
