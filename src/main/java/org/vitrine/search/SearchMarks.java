package org.vitrine.search;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.vitrine.companies.CompanyId;

/**
 * One, two and three neighbouring characters of words, as numbers: those that an entry has, and
 * those that what is looked for needs. Two may share a number, so words are compared besides.
 */
final class SearchMarks {
  /** So many say enough; what is left is for comparing. */
  private static final int MOST_LOOKED_FOR = 12;

  /** Of one part: what the others of a common word say, the first have said. */
  private static final int MOST_OF_A_PART = 4;

  /** As in the function {@code search_marks} (V125). */
  private static final int SHELF = 7919;

  private static final int LONGEST = 3;

  private SearchMarks() {}

  /** Those of an entry on this shelf; whose it is is one, too. */
  static Integer[] of(Collection<String> words, Optional<CompanyId> company, int shelf) {
    Set<Integer> marks = new TreeSet<>();
    company.ifPresent(owner -> marks.add(of(owner)));
    for (String word : words) {
      for (int length = 1; length <= LONGEST; length++) {
        addAll(marks, word, length);
      }
    }
    return marks.stream().map(mark -> mark ^ shelf * SHELF).toArray(Integer[]::new);
  }

  /** Those that any entry, of this company, has which has these parts of words. */
  static Integer[] lookedFor(Collection<String> parts, Optional<CompanyId> company) {
    Set<Integer> marks = new TreeSet<>();
    for (String part : parts) {
      Set<Integer> own = new TreeSet<>();
      addAll(own, part, Math.min(LONGEST, part.codePointCount(0, part.length())));
      own.stream().limit(MOST_OF_A_PART).forEach(marks::add);
    }
    // In the order of their numbers, which is any: so of a long text all parts are asked for.
    return Stream.concat(
            company.map(SearchMarks::of).stream(), marks.stream().limit(MOST_LOOKED_FOR))
        .toArray(Integer[]::new);
  }

  private static void addAll(Set<Integer> marks, String word, int length) {
    int[] points = word.codePoints().toArray();
    for (int from = 0; from + length <= points.length; from++) {
      marks.add(mixed(new String(points, from, length).hashCode()));
    }
  }

  private static int of(CompanyId company) {
    return mixed(("company " + company.value()).hashCode());
  }

  /** Neighbours apart: a short text's hash says little in its higher bits. */
  private static int mixed(int hash) {
    int mixed = (hash ^ hash >>> 16) * 0x85ebca6b;
    mixed = (mixed ^ mixed >>> 13) * 0xc2b2ae35;
    return mixed ^ mixed >>> 16;
  }
}
