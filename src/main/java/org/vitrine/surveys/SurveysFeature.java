package org.vitrine.surveys;

import static org.vitrine.platform.web.MenuPlace.Group.CARE;
import static org.vitrine.platform.web.MenuPlace.Group.MAIN;

import org.vitrine.access.Guards;
import org.vitrine.access.Permission;
import org.vitrine.feature.Feature;
import org.vitrine.platform.database.Database;
import org.vitrine.platform.web.PageEntry;

/** What customers are asked, and what they answer. */
public final class SurveysFeature {
  private SurveysFeature() {}

  public static Feature of(Surveys surveys, Database database, Guards guards) {
    return Feature.named("surveys")
        .answering(
            new SurveyRoutes(surveys, surveys.reader(), database, guards),
            new SurveyMailRoutes(database, surveys.mailChoices(), guards))
        .showing(
            PageEntry.of("/surveys", "surveys/pages/surveys.js")
                .needing(Permission.READ_SURVEYS.code())
                .inMenu(CARE, 20, "nav.surveys"),
            PageEntry.of("/my-surveys", "surveys/pages/my-surveys.js")
                .needing(Permission.ANSWER_SURVEYS.code())
                .inMenu(MAIN, 42, "nav.surveys"),
            PageEntry.of("/surveys/:code", "surveys/pages/survey.js")
                .needing(Permission.READ_SURVEYS.code()),
            PageEntry.forEverybody("/surveys/:code/answer", "surveys/pages/answer.js"))
        .extending("/account", "surveys/pages/on-account.js")
        .hearing(surveys.occasions())
        .doing(surveys.clockWork().chore());
  }
}
