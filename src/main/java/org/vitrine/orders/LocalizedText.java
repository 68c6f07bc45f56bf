package org.vitrine.orders;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.json.Json;
import org.vitrine.platform.words.Language;
import org.vitrine.platform.words.Worded;

/**
 * A text that a customer reads: as it was written, in whatever language that is, or the same in
 * several, {@code {"en": "undamaged", "zh-CN": "无破损"}}. Pages choose their reader's (decision
 * 0057).
 *
 * @param plain absent where it is given by language
 * @param byLanguage by tags of BCP 47; empty where it is a plain text
 */
public record LocalizedText(String plain, Map<String, String> byLanguage)
    implements Comparable<LocalizedText>, Worded {
  private static final int MOST_LANGUAGES = 20;

  /** Which tags a reader understands, the best first: pages choose alike. */
  private static final Map<Language, List<String>> READ =
      Map.of(
          Language.ENGLISH, List.of("en", "en-.*"),
          Language.CHINESE, List.of("zh-CN", "zh-Hans-CN", "zh-Hans.*", "zh", "zh-SG", "zh-.*"));

  public LocalizedText {
    byLanguage = plain == null ? inCanonicalTags(byLanguage) : Map.of();
  }

  /** A text as it was written; nothing where there is none. */
  public static LocalizedText of(String plain) {
    return plain == null ? null : new LocalizedText(plain, null);
  }

  /** Throws {@link Rejection.Invalid} naming the language where one has no text. */
  public static LocalizedText of(Map<String, String> byLanguage) {
    return new LocalizedText(null, byLanguage);
  }

  /** As the database keeps it: the JSON of one, absent where there is none. */
  public static LocalizedText stored(String json) {
    return json == null ? null : Json.read(json, LocalizedText.class);
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static LocalizedText read(Object value) {
    return switch (value) {
      case String text -> of(text);
      case Map<?, ?> map -> {
        Map<String, String> texts = new TreeMap<>();
        map.forEach(
            (language, text) ->
                texts.put(String.valueOf(language), text instanceof String said ? said : null));
        yield of(texts);
      }
      case null, default -> throw new Rejection.Invalid("", "Must be a text, or texts by language");
    };
  }

  private static Map<String, String> inCanonicalTags(Map<String, String> texts) {
    if (texts == null || texts.isEmpty()) {
      throw new Rejection.Invalid("", "Give the text in at least one language");
    }
    Map<String, String> canonical = new TreeMap<>();
    texts.forEach(
        (language, text) -> {
          if (text == null || text.isBlank()) {
            throw new Rejection.Invalid(language, "Must be a text; leave the language out if none");
          }
          if (canonical.put(LanguageTag.canonical(language), text) != null) {
            throw new Rejection.Invalid(language, "The language appears twice");
          }
        });
    return Collections.unmodifiableMap(canonical);
  }

  /** As JSON has it. */
  @JsonValue
  Object value() {
    return plain == null ? byLanguage : plain;
  }

  /** What a reader of this language reads: it in that, else in English, else in any. */
  @Override
  public String in(Language language) {
    if (plain != null) {
      return plain;
    }
    return Stream.of(language, Language.ENGLISH)
        .flatMap(wanted -> READ.get(wanted).stream())
        .flatMap(tag -> byLanguage.keySet().stream().filter(given -> given.matches(tag)))
        .map(byLanguage::get)
        .findFirst()
        .orElseGet(() -> byLanguage.values().iterator().next());
  }

  public boolean isBlank() {
    return plain != null && plain.isBlank();
  }

  boolean isEmpty() {
    return plain != null && plain.isEmpty();
  }

  /** Throws {@link Rejection.Invalid} naming the field, and the language, that says too much. */
  public static void requireAtMost(String field, LocalizedText text, int characters) {
    if (text == null) {
      return;
    }
    TextLimit.atMost(field, text.plain, characters);
    text.byLanguage.forEach(
        (language, said) -> TextLimit.atMost(field + "." + language, said, characters));
  }

  /**
   * Asked of what comes in, never of what is stored: throws {@link Rejection.Invalid} naming the
   * field and what is no language in it.
   */
  public static void requireLanguages(String field, LocalizedText text) {
    if (text == null) {
      return;
    }
    text.byLanguage.keySet().forEach(language -> LanguageTag.require(field, language));
    if (text.byLanguage.size() > MOST_LANGUAGES) {
      throw new Rejection.Invalid(
          field, "A text can be given in at most %d languages".formatted(MOST_LANGUAGES));
    }
  }

  @Override
  public int compareTo(LocalizedText other) {
    return value().toString().compareTo(other.value().toString());
  }

  /** All that it says, for sentences about it. */
  @Override
  public String toString() {
    return plain == null ? String.join(" / ", byLanguage.values()) : plain;
  }
}
