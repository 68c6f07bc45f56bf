package org.vitrine.orders;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.vitrine.platform.Rejection;

/**
 * A name that a customer reads, by language tag: {@code {"en": "Assembly", "zh-CN": "装配"}}. A plain
 * text stands for English.
 */
public record Wording(@JsonValue Map<String, String> byLanguage) {
  public static final String ENGLISH = "en";
  private static final int MOST_LANGUAGES = 20;

  public Wording {
    if (byLanguage == null || byLanguage.isEmpty()) {
      throw new Rejection.Invalid("", "Give the name in at least one language");
    }
    byLanguage.forEach(
        (language, text) -> {
          if (language.length() > 20 || text == null || text.isBlank() || text.length() > 200) {
            throw new Rejection.Invalid(language, "A name must have 1 to 200 characters");
          }
          TextLimit.atMost("", language, 20);
          TextLimit.atMost(language, text, 200);
        });
    byLanguage = Collections.unmodifiableMap(new TreeMap<>(byLanguage));
  }

  public static Wording of(String english) {
    return new Wording(english == null ? Map.of() : Map.of(ENGLISH, english));
  }

  @JsonCreator
  static Wording read(Object value) {
    return switch (value) {
      case String text -> of(text);
      case Map<?, ?> map -> {
        Map<String, String> names = new TreeMap<>();
        map.forEach(
            (language, text) ->
                names.put(String.valueOf(language), text instanceof String s ? s : null));
        yield new Wording(names);
      }
      case null, default -> throw new Rejection.Invalid("", "Must be a text, or texts by language");
    };
  }

  /** Asked of what comes in: throws {@link Rejection.Invalid} on this field. */
  public void requireFewLanguages(String field) {
    if (byLanguage.size() > MOST_LANGUAGES) {
      throw new Rejection.Invalid(
          field, "A name can be given in at most %d languages".formatted(MOST_LANGUAGES));
    }
  }

  /** The English one, or else the first. */
  public String plain() {
    return byLanguage.getOrDefault(ENGLISH, byLanguage.values().iterator().next());
  }
}
