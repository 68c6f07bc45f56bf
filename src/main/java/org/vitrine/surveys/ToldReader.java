package org.vitrine.surveys;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.statistics.Interval;
import org.vitrine.platform.statistics.Mean;
import org.vitrine.platform.statistics.NetPromoters;
import org.vitrine.platform.statistics.Share;
import org.vitrine.surveys.SurveyAnswer.ScoreAnswer;
import org.vitrine.surveys.ToldRepository.EndedCount;
import org.vitrine.surveys.ToldSurveys.ToldScore;
import org.vitrine.surveys.ToldSurveys.ToldSurvey;

/**
 * Says of surveys that have ended what everybody may be told, however they were asked: figures of
 * at least five persons and five companies, without any part of a survey by itself, so that nothing
 * can be taken from anything.
 */
final class ToldReader {
  /** Of fewer companies a figure would be theirs. */
  private static final int COMPANIES = 5;

  private final Surveys surveys;
  private final ToldRepository repository = new ToldRepository();

  ToldReader(Surveys surveys) {
    this.surveys = surveys;
  }

  /** In the order in which they ended. */
  ToldSurveys ended(Queries queries, Instant from, Instant until) {
    List<EndedCount> ended = repository.ended(queries, from, until);
    return new ToldSurveys(
        ended.size(), ended.stream().flatMap(one -> told(queries, one).stream()).toList());
  }

  private Optional<ToldSurvey> told(Queries queries, EndedCount count) {
    if (count.answered() < QuestionShaping.FIGURES_FROM || count.companies() < COMPANIES) {
      return Optional.empty();
    }
    Survey survey = surveys.find(queries, count.code()).orElseThrow();
    return Optional.of(told(survey, count, surveys.sheets().of(queries, survey)));
  }

  /** A pure function of what was answered. */
  static ToldSurvey told(Survey survey, EndedCount count, List<AnswerSheet> sheets) {
    return new ToldSurvey(
        survey.code(),
        survey.plan().title(),
        new Share(count.answered(), Math.max(count.asked(), count.answered())),
        count.companies(),
        survey.plan().questions().stream()
            .flatMap(question -> score(survey, question, count, sheets).stream())
            .toList());
  }

  private static Optional<ToldScore> score(
      Survey survey, SurveyQuestion question, EndedCount count, List<AnswerSheet> sheets) {
    boolean promoters = question.kind() == QuestionKind.SCORE_0_10;
    if (!promoters && question.kind() != QuestionKind.SCORE_1_5) {
      return Optional.empty();
    }
    List<AnswerSheet> scored =
        sheets.stream()
            .filter(sheet -> sheet.answers().get(question.key()) instanceof ScoreAnswer)
            .toList();
    if (scored.size() < QuestionShaping.FIGURES_FROM
        || companies(scored, sheets.size(), count) < COMPANIES) {
      return Optional.empty();
    }
    int[] scores =
        scored.stream()
            .mapToInt(sheet -> ((ScoreAnswer) sheet.answers().get(question.key())).score())
            .toArray();
    return Optional.of(
        promoters ? promoters(question, scores) : mean(survey, question, scores, count));
  }

  /**
   * Whose they are, at least: where that is not known, whoever left the question out may have been
   * the only one of a company each.
   */
  private static long companies(List<AnswerSheet> scored, int all, EndedCount count) {
    return scored.stream().allMatch(sheet -> sheet.company().isPresent())
        ? scored.stream().map(AnswerSheet::company).distinct().count()
        : count.companies() - (all - scored.size());
  }

  private static ToldScore promoters(SurveyQuestion question, int[] scores) {
    NetPromoters all = ScoreShaping.promoters(scores);
    return new ToldScore(
        question.key(), question.text(), true, scores.length, all.figure(), all.interval());
  }

  /** Of a sample it stands for more than those who were asked. */
  private static ToldScore mean(
      Survey survey, SurveyQuestion question, int[] scores, EndedCount count) {
    Mean mean = Mean.of(Arrays.stream(scores).asDoubleStream().toArray());
    boolean drawn = survey.plan().audience().sample() != null;
    Interval interval =
        (drawn ? mean.interval() : mean.intervalAmong(Math.max(count.asked(), scores.length)))
            .orElseThrow()
            .within(question.range().orElseThrow().low(), question.range().orElseThrow().high());
    return new ToldScore(
        question.key(), question.text(), false, scores.length, mean.figure(), interval);
  }
}
