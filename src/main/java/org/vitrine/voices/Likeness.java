package org.vitrine.voices;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * How alike two texts are, in any language: by three neighbouring letters in each word, its ends
 * included, and by two neighbouring characters in scripts that write no spaces. Independent of what
 * the database takes for a letter (decision 0063).
 */
final class Likeness {
  /** From here on two texts are worth being shown beside each other. */
  static final double ALIKE = 0.4;

  private static final int LONGEST = 600;

  private final Set<String> grams;

  private Likeness(Set<String> grams) {
    this.grams = grams;
  }

  /** A text in the form in which it is compared: its letters and digits, small, in one width. */
  static String words(String text) {
    String plain =
        Normalizer.normalize(text, Normalizer.Form.NFKD)
            .replaceAll("\\p{M}+", "")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^\\p{L}\\p{N}]+", " ")
            .strip();
    return plain.length() <= LONGEST
        ? plain
        : plain.substring(0, plain.offsetByCodePoints(0, plain.codePointCount(0, LONGEST)));
  }

  /**
   * @param words as {@link #words} has them
   */
  static Likeness of(String words) {
    Set<String> grams = new HashSet<>();
    for (String word : words.split(" ")) {
      if (word.codePoints().anyMatch(Character::isIdeographic)) {
        addGrams(grams, word, 2);
      } else if (!word.isEmpty()) {
        addGrams(grams, " " + word + " ", 3);
      }
    }
    return new Likeness(grams);
  }

  private static void addGrams(Set<String> grams, String text, int length) {
    int[] letters = text.codePoints().toArray();
    int last = Math.max(0, letters.length - length);
    for (int at = 0; at <= last; at++) {
      grams.add(new String(letters, at, Math.min(length, letters.length - at)));
    }
  }

  /** From 0, nothing in common, to 1, the same: twice what they share by what both have (Dice). */
  double to(Likeness other) {
    if (grams.isEmpty() || other.grams.isEmpty()) {
      return 0;
    }
    Set<String> smaller = grams.size() < other.grams.size() ? grams : other.grams;
    Set<String> larger = smaller == grams ? other.grams : grams;
    long shared = smaller.stream().filter(larger::contains).count();
    return 2.0 * shared / (grams.size() + other.grams.size());
  }
}
