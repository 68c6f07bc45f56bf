package org.vitrine.surveys;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.vitrine.platform.statistics.Interval;
import org.vitrine.platform.statistics.Mean;
import org.vitrine.platform.statistics.NetPromoters;
import org.vitrine.platform.statistics.Quantiles;
import org.vitrine.surveys.QuestionResult.ChannelResult;
import org.vitrine.surveys.QuestionResult.ScoreResult;
import org.vitrine.surveys.ResultFigure.SinceBefore;
import org.vitrine.surveys.SurveyAnswer.ScoreAnswer;

/** What is said of scores. */
final class ScoreShaping {
  private static final int PROMOTES_FROM = 9;
  private static final int DETRACTS_UP_TO = 6;

  private final SurveyQuestion question;
  private final int population;

  /**
   * @param population how many there are, of whom these answered; 0 where that is not known
   */
  ScoreShaping(SurveyQuestion question, int population) {
    this.question = question;
    this.population = population;
  }

  ScoreResult shape(List<ResultSheet> shown, List<ResultSheet> before, boolean byChannel) {
    int[] scores = scores(shown);
    boolean figures = scores.length >= QuestionShaping.FIGURES_FROM;
    int[] then = scores(before);
    return new ScoreResult(
        counts(scores),
        Optional.of(scores).filter(any -> figures).map(any -> mean(any, then)),
        Optional.of(scores).filter(any -> figures).map(ScoreShaping::median),
        Optional.of(scores)
            .filter(any -> figures && question.kind() == QuestionKind.SCORE_0_10)
            .map(any -> promoters(any, then)),
        byChannel ? channels(shown) : List.of());
  }

  private int[] scores(List<ResultSheet> sheets) {
    return sheets.stream()
        .flatMap(sheet -> sheet.answer(question.key(), ScoreAnswer.class).stream())
        .mapToInt(ScoreAnswer::score)
        .toArray();
  }

  private static Map<Integer, Long> counts(int[] scores) {
    return Arrays.stream(scores)
        .boxed()
        .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()));
  }

  private ResultFigure mean(int[] scores, int[] before) {
    Mean mean = Mean.of(values(scores));
    Optional<SinceBefore> since =
        Optional.of(before)
            .filter(then -> then.length >= QuestionShaping.FIGURES_FROM)
            .map(then -> Mean.of(values(then)))
            .flatMap(
                then -> mean.since(then).map(by -> new SinceBefore(then.figure(), then.of(), by)));
    return new ResultFigure(
        mean.figure(),
        (population >= scores.length ? mean.intervalAmong(population) : mean.interval())
            .map(this::possible),
        since);
  }

  /** No mean lies where there are no scores. */
  private Interval possible(Interval interval) {
    return question
        .range()
        .map(range -> interval.within(range.low(), range.high()))
        .orElse(interval);
  }

  private static ResultFigure median(int[] scores) {
    Quantiles quantiles = Quantiles.of(values(scores));
    return new ResultFigure(quantiles.median(), quantiles.medianInterval(), Optional.empty());
  }

  private static ResultFigure promoters(int[] scores, int[] before) {
    NetPromoters now = promoters(scores);
    Optional<SinceBefore> since =
        Optional.of(before)
            .filter(then -> then.length >= QuestionShaping.FIGURES_FROM)
            .map(ScoreShaping::promoters)
            .map(then -> new SinceBefore(then.figure(), then.of(), now.since(then)));
    return new ResultFigure(now.figure(), Optional.of(now.interval()), since);
  }

  static NetPromoters promoters(int[] scores) {
    int would = (int) Arrays.stream(scores).filter(score -> score >= PROMOTES_FROM).count();
    int wouldNot = (int) Arrays.stream(scores).filter(score -> score <= DETRACTS_UP_TO).count();
    return new NetPromoters(would, scores.length - would - wouldNot, wouldNot);
  }

  private List<ChannelResult> channels(List<ResultSheet> shown) {
    Map<SheetChannel, List<ResultSheet>> by =
        shown.stream()
            .collect(
                Collectors.groupingBy(ResultSheet::channel, TreeMap::new, Collectors.toList()));
    return by.entrySet().stream()
        .map(one -> channel(one.getKey(), scores(one.getValue())))
        .toList();
  }

  private ChannelResult channel(SheetChannel channel, int[] scores) {
    Optional<ResultFigure> mean =
        Optional.of(scores)
            .filter(any -> any.length >= QuestionShaping.FIGURES_FROM)
            .map(any -> Mean.of(values(any)))
            .map(one -> figure(one.figure(), one.interval().map(this::possible)));
    return new ChannelResult(channel, scores.length, counts(scores), mean);
  }

  private static ResultFigure figure(double value, Optional<Interval> interval) {
    return new ResultFigure(value, interval, Optional.empty());
  }

  private static double[] values(int[] scores) {
    return Arrays.stream(scores).asDoubleStream().toArray();
  }
}
