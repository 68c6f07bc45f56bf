package org.vitrine.intake;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Of several names, the one that somebody who mistyped may have meant. */
final class NearestName {
  /** Nobody mistypes a longer one. */
  private static final int LONGEST = 200;

  private NearestName() {}

  /** One that what was written is a part of comes first; of several that are as near, the first. */
  static Optional<String> to(String written, Collection<String> names) {
    return names.stream()
        .min(
            Comparator.<String, Boolean>comparing(name -> !name.contains(written))
                .thenComparing(name -> distance(written, name)));
  }

  /** A question to put behind a sentence; empty where there are no names. */
  static String asked(String written, Collection<String> names) {
    return to(written, names).map(name -> "; did you mean “" + name + "”?").orElse("");
  }

  /** How many characters have to be added, left out or changed (Levenshtein). */
  private static int distance(String one, String other) {
    if (Math.max(one.length(), other.length()) > LONGEST) {
      return Integer.MAX_VALUE;
    }
    int[] before = new int[other.length() + 1];
    for (int at = 0; at < before.length; at++) {
      before[at] = at;
    }
    for (int row = 1; row <= one.length(); row++) {
      int[] now = new int[other.length() + 1];
      now[0] = row;
      for (int at = 1; at <= other.length(); at++) {
        int changed = one.charAt(row - 1) == other.charAt(at - 1) ? 0 : 1;
        now[at] = Math.min(before[at - 1] + changed, Math.min(before[at] + 1, now[at - 1] + 1));
      }
      before = now;
    }
    return before[other.length()];
  }
}
