package org.vitrine.surveys;

import org.vitrine.access.Guards;
import org.vitrine.feature.Feature;
import org.vitrine.platform.database.Database;

/** What customers are asked, and what they answer. */
public final class SurveysFeature {
  private SurveysFeature() {}

  public static Feature of(Surveys surveys, Database database, Guards guards) {
    return Feature.named("surveys")
        .answering(
            new SurveyRoutes(surveys, surveys.reader(), database, guards),
            new SurveyMailRoutes(database, surveys.mailChoices(), guards))
        .hearing(surveys.occasions())
        .doing(surveys.clockWork().chore());
  }
}
