package org.vitrine.scorecard;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.vitrine.orders.LocalizedText;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.statistics.Share;
import org.vitrine.platform.words.Language;
import org.vitrine.scorecard.ScorecardFigure.FigureBase;
import org.vitrine.scorecard.ScorecardFigure.ScorecardGroup;
import org.vitrine.surveys.SurveyResults;
import org.vitrine.surveys.ToldSurveys;
import org.vitrine.surveys.ToldSurveys.ToldScore;
import org.vitrine.surveys.ToldSurveys.ToldSurvey;

/**
 * What customers answered to the surveys that ended in a month. What too few answered is not named
 * at all: a title may say whom it asked.
 */
public final class SurveyPart implements ScorecardPart {
  private static final int EDITION = 1;

  private final SurveyResults surveys;

  public SurveyPart(SurveyResults surveys) {
    this.surveys = surveys;
  }

  @Override
  public List<ScorecardFigure> figures(Queries queries, ScorecardMonth month) {
    Instant until = month.known().isBefore(month.ends()) ? month.known() : month.ends();
    return figures(surveys.told(queries, month.begins(), until));
  }

  private static List<ScorecardFigure> figures(ToldSurveys ended) {
    List<ScorecardFigure> figures = new ArrayList<>();
    figures.add(ScorecardFigure.count("surveys", EDITION, ended.ended()));
    for (ToldSurvey survey : ended.told()) {
      figures.add(answered(survey));
      survey.scores().forEach(score -> figures.add(score(survey, score)));
    }
    return figures;
  }

  private static ScorecardFigure answered(ToldSurvey survey) {
    Share share = survey.answered();
    return ScorecardFigure.share(
        "survey-answered",
        EDITION,
        Optional.of(new ScorecardGroup(survey.code().text(), survey.title())),
        new FigureBase(share.of(), survey.companies()),
        share.hits());
  }

  private static ScorecardFigure score(ToldSurvey survey, ToldScore score) {
    return ScorecardFigure.score(
        score.promoters() ? "survey-recommend" : "survey-mean",
        EDITION,
        new ScorecardGroup(
            survey.code().text() + "/" + score.key(), called(survey.title(), score.text())),
        score.n(),
        score.value(),
        score.interval());
  }

  private static LocalizedText called(LocalizedText title, LocalizedText question) {
    Map<String, String> called = new TreeMap<>();
    for (Language language : Language.values()) {
      called.put(language.tag(), title.in(language) + " · " + question.in(language));
    }
    return LocalizedText.of(called);
  }
}
