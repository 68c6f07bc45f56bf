package org.vitrine.platform.words;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A language that everything is said in. */
public enum Language {
  ENGLISH("en"),
  CHINESE("zh-CN");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** Its name as browsers, files and the database write it (BCP 47). */
  public String tag() {
    return tag;
  }

  public Locale locale() {
    return Locale.forLanguageTag(tag);
  }

  public static Optional<Language> of(String tag) {
    return Arrays.stream(values()).filter(language -> language.tag.equals(tag)).findFirst();
  }

  /**
   * The one that somebody reads best, by the header {@code Accept-Language} (RFC 9110, 12.5.4);
   * English where the header names none of ours.
   */
  public static Language preferred(String acceptLanguage) {
    return preferred(acceptLanguage, ENGLISH);
  }

  /** The same with another one where the header names none of ours. */
  public static Language preferred(String acceptLanguage, Language usual) {
    try {
      List<Locale.LanguageRange> ranges = Locale.LanguageRange.parse(acceptLanguage);
      return ranges.stream()
          .filter(range -> range.getWeight() > 0)
          .flatMap(range -> inThe(range.getRange()).stream())
          .findFirst()
          .orElse(usual);
    } catch (IllegalArgumentException notAHeader) {
      return usual;
    }
  }

  /** Ours of the same family: whoever reads {@code zh-TW} reads our Chinese. */
  private static Optional<Language> inThe(String range) {
    String family = Locale.forLanguageTag(range).getLanguage();
    return Arrays.stream(values())
        .filter(language -> language.locale().getLanguage().equals(family))
        .findFirst();
  }

  /** The plural category of a number (CLDR): Chinese has one form for all. */
  String pluralOf(Number count) {
    return this == ENGLISH && count.doubleValue() == 1 ? "one" : "other";
  }
}
