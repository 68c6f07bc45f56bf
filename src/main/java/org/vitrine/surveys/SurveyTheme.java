package org.vitrine.surveys;

import java.util.List;
import java.util.Optional;
import org.vitrine.orders.LocalizedText;

/**
 * What written answers to a question have in common, as somebody has named it.
 *
 * @param meeting the number of the one whose agenda it is on
 * @param texts the keys of what was written
 */
record SurveyTheme(
    long id, String question, LocalizedText name, Optional<Long> meeting, List<String> texts) {
  SurveyTheme {
    texts = List.copyOf(texts);
  }
}
