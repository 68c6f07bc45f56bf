package org.vitrine.warranty;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What is printed under the fold of a card, or mailed: letters and digits that nobody mistakes for
 * each other (Crockford's base 32), in groups of four.
 */
record ServicePassword(String letters) {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int OF_A_CARD = 12;
  private static final int MAILED = 8;

  /** 60 random bits: it lies under a fold for years. */
  static ServicePassword forCard() {
    return random(OF_A_CARD);
  }

  /** 40 random bits: it lasts an hour. */
  static ServicePassword forMail() {
    return random(MAILED);
  }

  private static ServicePassword random(int length) {
    return new ServicePassword(
        RANDOM
            .ints(length, 0, ALPHABET.length())
            .mapToObj(at -> String.valueOf(ALPHABET.charAt(at)))
            .collect(Collectors.joining()));
  }

  /**
   * As somebody typed it: case, width, blanks and dashes do not matter, and what looks like a digit
   * is one.
   */
  static ServicePassword typed(String text) {
    return new ServicePassword(
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .toUpperCase(Locale.ROOT)
            .replaceAll("[^0-9A-Z]", "")
            .replace('O', '0')
            .replace('I', '1')
            .replace('L', '1'));
  }

  String shown() {
    return letters.replaceAll("(.{4})(?!$)", "$1-");
  }

  /** Never the password: a log must not have it. */
  @Override
  public String toString() {
    return "ServicePassword";
  }
}
