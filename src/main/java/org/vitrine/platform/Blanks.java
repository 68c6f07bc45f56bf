package org.vitrine.platform;

/**
 * What nobody sees at the ends of a text: spaces of every width, and the marks that spreadsheets,
 * web pages and exports leave there (U+00A0, U+200B, U+FEFF and their like). NUL is none: a text
 * that has one is broken, and is to be told so.
 */
public final class Blanks {
  private static final String INVISIBLE =
      "\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180E\u200B\u200E\u200F\u202A\u202B\u202C\u202D"
          + "\u202E\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\u2800\u3164\uFEFF\uFFA0";

  private Blanks() {}

  /** The text without blanks at its ends. */
  public static String stripped(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isBlank(text.charAt(from))) {
      from++;
    }
    while (to > from && isBlank(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  /** True where there is nothing to see in the text. */
  public static boolean only(String text) {
    return text.chars().allMatch(character -> isBlank((char) character));
  }

  private static boolean isBlank(char character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || character != 0 && Character.isISOControl(character)
        || INVISIBLE.indexOf(character) >= 0;
  }
}
