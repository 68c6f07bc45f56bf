package org.vitrine.surveys;

import java.util.List;
import org.vitrine.orders.LocalizedText;
import org.vitrine.platform.statistics.Interval;
import org.vitrine.platform.statistics.Share;

/**
 * What everybody may be told of surveys that have ended.
 *
 * @param ended how many did
 * @param told those of them that enough have answered
 */
public record ToldSurveys(int ended, List<ToldSurvey> told) {

  /**
   * A survey that enough answered, of companies enough.
   *
   * @param answered of those who were asked
   * @param companies of those who answered
   * @param scores of each question that enough answered, of companies enough
   */
  public record ToldSurvey(
      SurveyCode code,
      LocalizedText title,
      Share answered,
      long companies,
      List<ToldScore> scores) {}

  /**
   * What was answered to a question by points.
   *
   * @param promoters whether it is those who would recommend us less those who would not, −100 to
   *     100; else a mean
   */
  public record ToldScore(
      String key, LocalizedText text, boolean promoters, int n, double value, Interval interval) {}
}
