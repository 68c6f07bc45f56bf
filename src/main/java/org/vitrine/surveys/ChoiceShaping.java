package org.vitrine.surveys;

import java.util.List;
import java.util.Optional;
import org.vitrine.platform.statistics.Mean;
import org.vitrine.platform.statistics.Share;
import org.vitrine.surveys.QuestionResult.ChoiceResult;
import org.vitrine.surveys.ResultFigure.SinceBefore;
import org.vitrine.surveys.SurveyAnswer.ChoiceAnswer;
import org.vitrine.surveys.SurveyAnswer.PictureAnswer;
import org.vitrine.surveys.SurveyAnswer.RankAnswer;

/** What is said of choices, pictures and ranks. */
final class ChoiceShaping {
  private final SurveyQuestion question;

  ChoiceShaping(SurveyQuestion question) {
    this.question = question;
  }

  List<ChoiceResult> shape(List<ResultSheet> shown, List<ResultSheet> before) {
    return question.choices().stream().map(choice -> shape(choice, shown, before)).toList();
  }

  private ChoiceResult shape(
      SurveyChoice choice, List<ResultSheet> shown, List<ResultSheet> before) {
    boolean figures = shown.size() >= QuestionShaping.FIGURES_FROM;
    boolean ranked = question.kind() == QuestionKind.RANK;
    long hits = hits(choice, shown);
    return new ChoiceResult(
        choice.key(),
        choice.text(),
        hits,
        figures && !ranked ? Optional.of(share(choice, shown, before)) : Optional.empty(),
        figures && ranked ? Optional.of(place(choice, shown, before)) : Optional.empty());
  }

  private long hits(SurveyChoice choice, List<ResultSheet> sheets) {
    return sheets.stream().filter(sheet -> isHit(choice.key(), sheet)).count();
  }

  private boolean isHit(String choice, ResultSheet sheet) {
    return switch (sheet.answers().get(question.key())) {
      case ChoiceAnswer chosen -> chosen.chosen().contains(choice);
      case PictureAnswer picture -> picture.chosen().equals(choice);
      case RankAnswer rank -> rank.order().getFirst().equals(choice);
      case null, default -> false;
    };
  }

  private ResultFigure share(
      SurveyChoice choice, List<ResultSheet> shown, List<ResultSheet> before) {
    Share now = new Share((int) hits(choice, shown), shown.size());
    Optional<SinceBefore> since =
        before.size() < QuestionShaping.FIGURES_FROM
            ? Optional.empty()
            : Optional.of(new Share((int) hits(choice, before), before.size()))
                .map(then -> new SinceBefore(then.figure(), then.of(), now.since(then)));
    return new ResultFigure(now.figure(), Optional.of(now.interval()), since);
  }

  private ResultFigure place(
      SurveyChoice choice, List<ResultSheet> shown, List<ResultSheet> before) {
    Mean now = Mean.of(places(choice, shown));
    Optional<SinceBefore> since =
        before.size() < QuestionShaping.FIGURES_FROM
            ? Optional.empty()
            : Optional.of(Mean.of(places(choice, before)))
                .flatMap(
                    then ->
                        now.since(then).map(by -> new SinceBefore(then.figure(), then.of(), by)));
    return new ResultFigure(now.figure(), now.interval(), since);
  }

  private double[] places(SurveyChoice choice, List<ResultSheet> sheets) {
    return sheets.stream()
        .flatMap(sheet -> sheet.answer(question.key(), RankAnswer.class).stream())
        .mapToDouble(rank -> rank.order().indexOf(choice.key()) + 1)
        .toArray();
  }
}
