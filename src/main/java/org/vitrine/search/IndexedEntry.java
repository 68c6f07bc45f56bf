package org.vitrine.search;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.companies.CompanyId;
import org.vitrine.feature.Findable;

/**
 * What can be found, in the form in which it is looked for.
 *
 * @param numbers without what stands between letters and digits
 * @param words of all its texts and numbers
 */
record IndexedEntry(Findable found, List<String> numbers, List<String> words) {
  private static final int MOST_NUMBERS = 100;
  private static final int MOST_WORDS = 300;

  /** Whose entry of a key it is: the house's, or a company's. */
  record EntryKey(String key, Optional<Long> company) {}

  static IndexedEntry of(Findable found) {
    Set<String> numbers = new LinkedHashSet<>();
    found.numbers().stream()
        .map(SearchWords::number)
        .filter(number -> !number.isEmpty())
        .limit(MOST_NUMBERS)
        .forEach(numbers::add);
    List<String> texts = new ArrayList<>(found.numbers());
    addTexts(texts, found.shown().title());
    texts.addAll(found.words());
    List<String> words = SearchWords.withReadings(texts);
    return new IndexedEntry(
        found, List.copyOf(numbers), words.subList(0, Math.min(words.size(), MOST_WORDS)));
  }

  /** What is said in several languages is found in each. */
  private static void addTexts(List<String> texts, JsonNode title) {
    if (title.isTextual()) {
      texts.add(title.asText());
    } else {
      title.forEach(text -> texts.add(text.asText()));
    }
  }

  EntryKey key() {
    return new EntryKey(found.key(), found.company().map(CompanyId::value));
  }

  /** Each word after a space, a number after a {@code #}. */
  String text() {
    StringBuilder text = new StringBuilder();
    numbers.forEach(number -> text.append(" #").append(number));
    words.forEach(word -> text.append(' ').append(word));
    return text.append(' ').toString();
  }

  Integer[] marks(int shelf) {
    List<String> all = new ArrayList<>(numbers);
    all.addAll(words);
    return SearchMarks.of(all, found.company(), shelf);
  }
}
