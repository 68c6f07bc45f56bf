package org.vitrine.surveys;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.vitrine.companies.Tier;

/**
 * What one person answered, as far as results may know them.
 *
 * @param day, tier and company absent where the survey is anonymous; the company's name also where
 *     it is confidential
 */
record ResultSheet(
    SheetChannel channel,
    Optional<LocalDate> day,
    Optional<Tier> tier,
    Optional<String> company,
    Map<String, SurveyAnswer> answers) {
  ResultSheet {
    answers = Map.copyOf(answers);
  }

  <T extends SurveyAnswer> Optional<T> answer(String question, Class<T> kind) {
    return Optional.ofNullable(answers.get(question)).filter(kind::isInstance).map(kind::cast);
  }
}
