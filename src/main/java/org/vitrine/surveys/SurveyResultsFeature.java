package org.vitrine.surveys;

import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.feature.Feature;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.web.Idempotency;
import org.vitrine.platform.web.PageEntry;

/** What came of surveys: figures for the house, results for everybody who answered. */
public final class SurveyResultsFeature {
  private SurveyResultsFeature() {}

  public static Feature of(
      SurveyResults results, Database database, Guards guards, Idempotency idempotency) {
    return Feature.named("survey-results")
        .answering(new ResultRoutes(database, results, guards, idempotency))
        .showing(
            PageEntry.of("/surveys/:code/figures", "survey-results/pages/figures.js")
                .needing(Permission.READ_SURVEYS.code()),
            PageEntry.of("/surveys/:code/results", "survey-results/pages/results.js")
                .needing(Permission.ANSWER_SURVEYS.code()));
  }
}
