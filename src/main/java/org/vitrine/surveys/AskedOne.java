package org.vitrine.surveys;

import java.time.Instant;
import java.util.Optional;
import org.vitrine.companies.CompanyId;

/**
 * Somebody who is asked by a survey.
 *
 * @param about the number of the order or message that it is about; empty where it is about neither
 * @param at absent until they were asked
 * @param step how much of asking and reminding is done
 * @param draft what they have begun to answer, as JSON; never where the survey is anonymous
 */
record AskedOne(
    SurveyCode survey,
    long person,
    CompanyId company,
    String about,
    Optional<Instant> at,
    int step,
    boolean answered,
    Optional<String> draft) {
  static final int TO_BE_ASKED = 0;
  static final int TO_BE_REMINDED = 1;

  /** Never what they have begun to write: a log must not have it. */
  @Override
  public String toString() {
    return "AskedOne[" + survey + ", " + person + "]";
  }
}
