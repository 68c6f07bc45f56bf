package org.vitrine.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrine.companies.CompanyId;

/**
 * What somebody typed.
 *
 * @param parts of words, all of which what is found has
 * @param number the whole of it without what stands between letters and digits
 */
record LookedFor(List<String> parts, String number) {

  static LookedFor in(String text) {
    return new LookedFor(SearchWords.of(text), SearchWords.number(text));
  }

  boolean isNothing() {
    return parts.isEmpty();
  }

  /** Of entries that are this company's, or of any. */
  Integer[] marks(Optional<CompanyId> company) {
    return SearchMarks.lookedFor(parts, company);
  }

  /** Patterns that the words of an entry all fit. */
  String[] anywhere() {
    return patterns("%");
  }

  /** Patterns that they fit where each part is the beginning of a word, or of a number. */
  String[] atTheBeginning() {
    return patterns("% ");
  }

  /** Parts are letters and digits alone: nothing in them means anything to LIKE. */
  private String[] patterns(String before) {
    List<String> patterns = new ArrayList<>();
    parts.forEach(part -> patterns.add(before + part + "%"));
    return patterns.toArray(String[]::new);
  }
}
