package org.vitrine.production;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Wildcards as on a command line: {@code *} for anything, {@code ?} for one character; case does
 * not matter. Each character of the text is looked at once or twice, whatever the pattern: whoever
 * writes one cannot make it slow.
 */
public final class Glob {
  private static final Pattern BAR = Pattern.compile("\\|");

  private Glob() {}

  /** The patterns that stand for each other: “Mill A | Mill B” is either of the two. */
  static List<String> alternatives(String pattern) {
    return pattern.indexOf('|') < 0
        ? List.of(pattern)
        : BAR.splitAsStream(pattern).map(String::strip).toList();
  }

  /** Whether the pattern matches, or one of its alternatives. */
  static boolean matchesAny(String pattern, String text) {
    return matches(pattern, text)
        || pattern.indexOf('|') >= 0
            && alternatives(pattern).stream().anyMatch(glob -> matches(glob, text));
  }

  public static boolean matches(String glob, String text) {
    int firstStar = glob.indexOf('*');
    if (firstStar < 0) {
      return glob.length() == text.length() && fits(glob, 0, glob.length(), text, 0);
    }
    int lastStar = glob.lastIndexOf('*');
    int end = text.length() - (glob.length() - lastStar - 1);
    return end >= firstStar
        && fits(glob, 0, firstStar, text, 0)
        && fits(glob, lastStar + 1, glob.length(), text, end)
        && holdsInTurn(glob, firstStar + 1, lastStar, text, firstStar, end);
  }

  /** Whether that part of the glob, which has no star, fits the text from there on. */
  private static boolean fits(String glob, int from, int to, String text, int at) {
    for (int g = from, t = at; g < to; g++, t++) {
      if (glob.charAt(g) != '?' && lower(glob.charAt(g)) != lower(text.charAt(t))) {
        return false;
      }
    }
    return true;
  }

  /** What stands between stars, each part at the first place after the one before. */
  private static boolean holdsInTurn(
      String glob, int from, int to, String text, int start, int end) {
    int at = start;
    for (int part = from; part < to; ) {
      int star = glob.indexOf('*', part);
      if (star > part) {
        at = endOfFirst(glob.substring(part, star), text, at, end);
      }
      if (at < 0) {
        return false;
      }
      part = star + 1;
    }
    return true;
  }

  /**
   * Where the first place ends at which the part stands, or -1. Shift-And (Baeza-Yates and Gonnet,
   * 1992): a bit for each beginning of the part that stands before here, and all of them move on at
   * once. A long has 64; what a part has beyond is compared where its beginning is found.
   */
  private static int endOfFirst(String part, String text, int start, int end) {
    int length = Math.min(part.length(), Long.SIZE);
    Map<Character, Long> places = new HashMap<>();
    long anything = 0;
    for (int at = 0; at < length; at++) {
      if (part.charAt(at) == '?') {
        anything |= 1L << at;
      } else {
        places.merge(lower(part.charAt(at)), 1L << at, (one, other) -> one | other);
      }
    }
    long whole = 1L << length - 1;
    long begun = 0;
    for (int at = start; at < end; at++) {
      long here = places.getOrDefault(lower(text.charAt(at)), 0L) | anything;
      begun = (begun << 1 | 1) & here;
      int stop = at + 1 + part.length() - length;
      if ((begun & whole) != 0 && stop <= end && fits(part, length, part.length(), text, at + 1)) {
        return stop;
      }
    }
    return -1;
  }

  private static char lower(char character) {
    return Character.toLowerCase(character);
  }
}
