package org.vitrine.surveys;

import java.util.Optional;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.TextLimit;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.Rejection;

/** What is written into surveys, and into answers. */
final class SurveyText {
  private SurveyText() {}

  static void require(String field, LocalizedText text, int most) {
    if (text == null || text.isBlank()) {
      throw new Rejection.Invalid(field, "Missing");
    }
    atMost(field, text, most);
  }

  static void atMost(String field, LocalizedText text, int most) {
    LocalizedText.requireAtMost(field, text, most);
    LocalizedText.requireLanguages(field, text);
  }

  /** Without the blanks around it; absent where nothing is left. */
  static Optional<String> said(String field, String text, int most) {
    TextLimit.atMost(field, text, most);
    return text == null || Blanks.only(text)
        ? Optional.empty()
        : Optional.of(Blanks.stripped(text));
  }
}
