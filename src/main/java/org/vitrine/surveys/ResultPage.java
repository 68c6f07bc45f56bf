package org.vitrine.surveys;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Optional;
import org.vitrine.orders.LocalizedText;

/**
 * The results of a survey, for the house.
 *
 * @param asked how many were
 * @param answered how many did
 * @param before the round before; absent where this is the first
 * @param withheld why nothing is shown yet
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ResultPage(
    ResultHead survey,
    long asked,
    long answered,
    Optional<ResultHead> before,
    ResultFilter filter,
    Optional<ResultsWithheld> withheld,
    List<QuestionResult> questions) {

  /** Which survey it is. */
  record ResultHead(
      SurveyCode code, LocalizedText title, SurveyPrivacy privacy, SurveyState state) {
    static ResultHead of(Survey survey) {
      return new ResultHead(
          survey.code(), survey.plan().title(), survey.plan().privacy(), survey.state());
    }
  }

  /** Why nothing is shown. */
  enum ResultsWithheld {
    /** Whoever looked before and after somebody answers would see what they said. */
    @JsonProperty("until-closed")
    UNTIL_CLOSED
  }
}
