package org.vitrine.search;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Texts as the words that they are found by. Letters of any case, width and accent are the same, as
 * those of order numbers are; whatever is neither letter nor digit parts two words, and so does the
 * change from Chinese to another script.
 */
final class SearchWords {
  private static final int LONGEST_TEXT = 400;
  private static final int LONGEST_WORD = 60;
  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");

  /** Letters that no accent can be taken from. */
  private static final Map<Character, String> PLAIN =
      Map.of(
          'ø', "o", 'đ', "d", 'ł', "l", 'ı', "i", 'æ', "ae", 'œ', "oe", 'ð', "d", 'þ', "th", 'ς',
          "σ");

  private SearchWords() {}

  /** What people see, in the letters in which it is compared. */
  static String folded(String text) {
    String wide = Normalizer.normalize(text, Normalizer.Form.NFKC);
    String small = wide.toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT);
    String bare = ACCENTS.matcher(Normalizer.normalize(small, Normalizer.Form.NFKD)).replaceAll("");
    StringBuilder plain = new StringBuilder(bare.length());
    bare.chars()
        .forEach(letter -> plain.append(PLAIN.getOrDefault((char) letter, "" + (char) letter)));
    return Normalizer.normalize(plain, Normalizer.Form.NFKC);
  }

  /** The words of a text, in their order, each once. */
  static List<String> of(String text) {
    Set<String> words = new LinkedHashSet<>();
    StringBuilder word = new StringBuilder();
    boolean chinese = false;
    for (int point : folded(beginning(text)).codePoints().toArray()) {
      boolean isChinese = UnicodeScript.of(point) == UnicodeScript.HAN;
      boolean isPart = Character.isLetterOrDigit(point);
      if (!isPart || isChinese != chinese || word.length() >= LONGEST_WORD) {
        add(words, word);
      }
      if (isPart) {
        word.appendCodePoint(point);
      }
      chinese = isChinese;
    }
    add(words, word);
    return List.copyOf(words);
  }

  private static String beginning(String text) {
    return text.codePointCount(0, text.length()) <= LONGEST_TEXT
        ? text
        : text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT));
  }

  private static void add(Set<String> words, StringBuilder word) {
    if (!word.isEmpty()) {
      words.add(word.toString());
      word.setLength(0);
    }
  }

  /** A number without what stands between its letters and digits: SO-1001 and so 1001 are alike. */
  static String number(String text) {
    String number = String.join("", of(text));
    return number.length() <= LONGEST_TEXT ? number : number.substring(0, LONGEST_TEXT);
  }

  /** The words of what is kept: those of its texts, and how Chinese ones are read. */
  static List<String> withReadings(Collection<String> texts) {
    Set<String> words = new LinkedHashSet<>();
    for (String text : texts) {
      for (String word : of(text)) {
        words.add(word);
        if (isChinese(word)) {
          words.addAll(Pinyin.of(word));
        }
      }
    }
    return new ArrayList<>(words);
  }

  private static boolean isChinese(String word) {
    return UnicodeScript.of(word.codePointAt(0)) == UnicodeScript.HAN;
  }
}
