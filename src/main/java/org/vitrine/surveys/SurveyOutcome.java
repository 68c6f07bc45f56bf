package org.vitrine.surveys;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.actions.ActionState;
import org.vitrine.orders.LocalizedText;
import org.vitrine.surveys.ResultPage.ResultHead;

/**
 * What became of a survey, for somebody who was asked.
 *
 * @param results what all said, as it was told
 * @param own what they said themselves; absent where it is anonymous, or they did not answer
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record SurveyOutcome(
    ResultHead survey,
    long asked,
    long answered,
    Instant toldAt,
    LocalizedText words,
    List<OutcomeDeed> deeds,
    JsonNode results,
    Optional<Map<String, SurveyAnswer>> own) {

  /**
   * What is done.
   *
   * @param state absent where it is followed by nobody’s action
   * @param closing what was done, or why it is not done any more
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record OutcomeDeed(
      LocalizedText text, LocalDate due, Optional<ActionState> state, Optional<String> closing) {}
}
