package org.vitrine.surveys;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What somebody answers.
 *
 * @param channel absent where it is told by how they came
 * @param answers by the keys of the questions
 * @param onBehalfOf whose answers they are, by e-mail address, where somebody of the house writes
 *     them down
 * @param mayFollowUp whether they want to hear from us about it
 */
record SendAnswers(SheetChannel channel, JsonNode answers, String onBehalfOf, Boolean mayFollowUp) {

  boolean mayFollow() {
    return mayFollowUp != null && mayFollowUp;
  }
}
