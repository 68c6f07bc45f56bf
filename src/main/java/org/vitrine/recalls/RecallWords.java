package org.vitrine.recalls;

import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.TextLimit;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.words.Language;

/**
 * What a notice says, in every language.
 *
 * @param what what it is
 * @param hazard what can happen
 * @param now what to do at once
 */
public record RecallWords(
    LocalizedText title, LocalizedText what, LocalizedText hazard, LocalizedText now) {
  private static final int LONGEST_TITLE = 120;
  private static final int LONGEST_TEXT = 1_000;

  /**
   * Throws {@link Rejection.Invalid} on the text that is missing, too long, or says less than the
   * truth. Asked of what is written, never of what was told before.
   */
  RecallWords checked() {
    check("title", title, LONGEST_TITLE);
    check("what", what, LONGEST_TEXT);
    check("hazard", hazard, LONGEST_TEXT);
    check("now", now, LONGEST_TEXT);
    return this;
  }

  private static void check(String field, LocalizedText text, int most) {
    for (Language language : Language.values()) {
      String one = field + "." + language.tag();
      String said = text == null ? null : text.byLanguage().get(language.tag());
      if (said == null) {
        throw new Rejection.Invalid(one, "Say it in English and in Chinese");
      }
      TextLimit.atMost(one, said, most);
    }
    text.byLanguage().forEach((language, said) -> PlayingDown.refuse(field + "." + language, said));
  }
}
