package org.vitrine.surveys;

import java.util.List;
import org.vitrine.orders.LocalizedText;
import org.vitrine.platform.Rejection;

/**
 * What some answers to a question have in common.
 *
 * @param question its key
 * @param texts the keys of the answers; one that is under another theme comes under this one
 */
record SaveTheme(String question, LocalizedText name, List<String> texts) {
  private static final int LONGEST_NAME = 120;
  private static final int MOST_TEXTS = 5_000;

  SaveTheme {
    if (question == null || question.isBlank()) {
      throw new Rejection.Invalid("question", "Say which question was answered");
    }
    SurveyText.require("name", name, LONGEST_NAME);
    texts = texts == null ? List.of() : texts.stream().distinct().toList();
    if (texts.isEmpty() || texts.size() > MOST_TEXTS || texts.contains(null)) {
      throw new Rejection.Invalid("texts", "Name 1 to 5,000 answers that belong to it");
    }
  }
}
