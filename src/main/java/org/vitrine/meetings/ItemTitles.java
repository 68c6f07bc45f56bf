package org.vitrine.meetings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import org.vitrine.platform.words.Language;
import org.vitrine.platform.words.Words;

/**
 * What items of agendas are called, in a reader's language: one that made itself by what its
 * sources have in common, any other as somebody wrote it.
 */
record ItemTitles(Words words) {
  /**
   * @param facts as the item has them
   */
  String of(String title, JsonNode facts, Language language) {
    if (!facts.has("of")) {
      return title;
    }
    Optional<String> name = said(facts.path("name"), language);
    Optional<String> product = said(facts.path("product"), language);
    if (name.isEmpty()) {
      return words.text(language, "item.of-" + facts.path("of").asText());
    }
    return product.isEmpty() || facts.path("of").asText().equals("proposal")
        ? name.get()
        : words.text(
            language, "item.of-product", Map.of("name", name.get(), "product", product.get()));
  }

  /** A text as it was written, or the same by language. */
  private static Optional<String> said(JsonNode text, Language language) {
    if (text.isTextual()) {
      return Optional.of(text.asText());
    }
    return text.isObject() && !text.isEmpty()
        ? Optional.of(text.path(language.tag()).asText(text.elements().next().asText()))
        : Optional.empty();
  }
}
