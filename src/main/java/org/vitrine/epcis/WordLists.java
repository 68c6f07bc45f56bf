package org.vitrine.epcis;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The words of the vocabulary, as the schema lists them. */
final class WordLists {
  private static final Map<String, Set<String>> READ = new ConcurrentHashMap<>();

  private WordLists() {}

  /** By what the schema calls the list. */
  static Set<String> of(String definition) {
    return READ.computeIfAbsent(definition, WordLists::read);
  }

  private static Set<String> read(String definition) {
    Set<String> words = new HashSet<>();
    for (JsonNode choice : DocumentCheck.definition().at("/$defs/" + definition + "/anyOf")) {
      choice.path("enum").forEach(word -> words.add(word.asText()));
    }
    return Set.copyOf(words);
  }
}
