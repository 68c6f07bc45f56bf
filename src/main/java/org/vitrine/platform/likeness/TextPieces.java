package org.vitrine.platform.likeness;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What texts are compared by: the pieces of two to four characters that they are made of. */
public final class TextPieces {
  private static final int SHORTEST = 2;
  private static final int LONGEST = 4;

  /** Of a longer text, the beginning is compared. */
  private static final int MOST_CHARACTERS = 600;

  private TextPieces() {}

  /**
   * A text in the form in which it is compared: its letters and digits, small, in one width and
   * without accents, with one space between words.
   */
  public static String plain(String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .toUpperCase(Locale.ROOT)
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}]+", " ")
            .strip();
    return plain.codePointCount(0, plain.length()) <= MOST_CHARACTERS
        ? plain
        : plain.substring(0, plain.offsetByCodePoints(0, MOST_CHARACTERS));
  }

  /** How often each piece stands in a text; its beginning and end count as spaces. */
  static Map<String, Integer> of(String text) {
    String plain = plain(text);
    Map<String, Integer> counts = new LinkedHashMap<>();
    if (plain.isEmpty()) {
      return counts;
    }
    String whole = " " + plain + " ";
    int[] starts = characterStarts(whole);
    for (int length = SHORTEST; length <= LONGEST; length++) {
      for (int at = 0; at + length < starts.length; at++) {
        counts.merge(whole.substring(starts[at], starts[at + length]), 1, Integer::sum);
      }
    }
    return counts;
  }

  /** Where each character begins, and where the last one ends: some are two chars long. */
  private static int[] characterStarts(String text) {
    int[] starts = new int[text.codePointCount(0, text.length()) + 1];
    for (int character = 1; character < starts.length; character++) {
      starts[character] = text.offsetByCodePoints(starts[character - 1], 1);
    }
    return starts;
  }
}
