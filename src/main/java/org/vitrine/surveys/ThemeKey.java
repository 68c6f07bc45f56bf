package org.vitrine.surveys;

import org.apache.commons.codec.digest.DigestUtils;

/**
 * What a written answer is known by: its text, since anonymous answers have nothing else that
 * stays. The same text by two people belongs under the same theme.
 */
final class ThemeKey {
  private static final int CHARACTERS = 24;

  private ThemeKey() {}

  static String of(String text) {
    return DigestUtils.sha256Hex(text).substring(0, CHARACTERS);
  }
}
