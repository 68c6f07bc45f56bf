package org.vitrine.orders;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import org.vitrine.platform.Rejection;

/** Tags of languages, such as {@code en}, {@code zh-CN} and {@code zh-Hans} (BCP 47). */
public final class LanguageTag {
  private static final int LONGEST = 20;

  private LanguageTag() {}

  /**
   * The tag in the letters in which it is usually written; nothing where it is none, or names a
   * language, script or country that nobody knows (CLDR).
   */
  public static Optional<String> of(String written) {
    return parse(written)
        .filter(locale -> written.length() <= LONGEST && isKnown(locale))
        .map(Locale::toLanguageTag);
  }

  /** The same where it is one, else as it was written. */
  static String canonical(String written) {
    return parse(written).map(Locale::toLanguageTag).orElse(written);
  }

  /** Throws {@link Rejection.Invalid} below this field where it is none. */
  static void require(String field, String language) {
    if (of(language).isEmpty()) {
      throw new Rejection.Invalid(field + "." + language, unknown(language));
    }
  }

  public static String unknown(String language) {
    return Amount.quoted(language) + " is not a language: give a tag such as en, zh-CN or pt-BR";
  }

  private static Optional<Locale> parse(String written) {
    try {
      return Optional.of(new Locale.Builder().setLanguageTag(written).build())
          .filter(locale -> !locale.getLanguage().isEmpty());
    } catch (IllformedLocaleException none) {
      return Optional.empty();
    }
  }

  /** What has no name of its own is called by its code. */
  private static boolean isKnown(Locale tag) {
    return !tag.getDisplayLanguage(Locale.ENGLISH).equals(tag.getLanguage())
        && (tag.getScript().isEmpty()
            || !tag.getDisplayScript(Locale.ENGLISH).equals(tag.getScript()))
        && (tag.getCountry().isEmpty()
            || !tag.getDisplayCountry(Locale.ENGLISH).equals(tag.getCountry()));
  }
}
