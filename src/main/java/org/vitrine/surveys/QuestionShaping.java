package org.vitrine.surveys;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.vitrine.surveys.QuestionResult.AnsweredPart;
import org.vitrine.surveys.QuestionResult.AskedQuestion;
import org.vitrine.surveys.QuestionResult.ChoiceResult;
import org.vitrine.surveys.QuestionResult.ScoreResult;
import org.vitrine.surveys.QuestionResult.WrittenResult;
import org.vitrine.surveys.SurveyAnswer.AssociationAnswer;
import org.vitrine.surveys.SurveyAnswer.ChoiceAnswer;
import org.vitrine.surveys.SurveyAnswer.PictureAnswer;
import org.vitrine.surveys.SurveyAnswer.TextAnswer;

/** What may be said of the answers to one question, and how surely: a pure function of them. */
final class QuestionShaping {
  /** From so many answers on figures are told; fewer are dots, or nothing. */
  static final int FIGURES_FROM = 5;

  /** The same of what was written where it may not be known by whom. */
  static final int TEXTS_FROM = 8;

  private final SurveyQuestion question;
  private final List<ResultSheet> answering;
  private final ResultScope scope;
  private final List<ResultSheet> before;

  private QuestionShaping(
      SurveyQuestion question,
      List<ResultSheet> answering,
      ResultScope scope,
      List<ResultSheet> before) {
    this.question = question;
    this.answering = answering;
    this.scope = scope;
    this.before = before;
  }

  /**
   * Whose answers are looked at, and by whom.
   *
   * @param open whether whoever looks may know whose they are: else few are not told apart
   * @param asked how many were asked, or have answered anything, of those who are looked at
   * @param drawn whether they are a sample: then their mean stands for more than themselves
   */
  record ResultScope(boolean open, ResultFilter filter, int asked, boolean drawn) {
    /** Of how many these are some; 0 where that is not known. */
    private int population() {
      return drawn || !filter.isNone() ? 0 : asked;
    }

    /** How finely what these answered can be looked at. */
    private ResultCells cells(List<ResultSheet> answering, int least) {
      return open ? ResultCells.BOTH : ResultCells.of(answering, least);
    }

    private boolean shows(List<ResultSheet> answering, int least) {
      return open || cells(answering, least).shows(filter);
    }

    /** Answers from a day on are not compared: the round before has none of these days. */
    private boolean comparesWith(List<ResultSheet> before) {
      return filter.from().isEmpty() && shows(before, FIGURES_FROM);
    }

    private List<ResultSheet> of(List<ResultSheet> answering) {
      return answering.stream().filter(filter::takes).toList();
    }
  }

  /**
   * @param all whatever was answered to its survey
   * @param before the same of the round before; empty where there is none to compare with
   */
  static QuestionResult shape(
      SurveyQuestion question, List<ResultSheet> all, ResultScope scope, List<ResultSheet> before) {
    List<ResultSheet> then = answering(question, before);
    return new QuestionShaping(
            question,
            answering(question, all),
            scope,
            scope.comparesWith(then) ? scope.of(then) : List.of())
        .shape();
  }

  private static List<ResultSheet> answering(SurveyQuestion question, List<ResultSheet> sheets) {
    return sheets.stream().filter(sheet -> sheet.answers().containsKey(question.key())).toList();
  }

  private QuestionResult shape() {
    List<ResultSheet> shown = scope.of(answering);
    boolean figures = scope.shows(answering, FIGURES_FROM) && !shown.isEmpty();
    List<ResultSheet> writing =
        answering.stream().filter(sheet -> !texts(sheet).isEmpty()).toList();
    boolean written = scope.shows(writing, TEXTS_FROM);
    List<ResultSheet> counted = figures ? shown : List.of();
    boolean none = shown.isEmpty() && (scope.open() || answering.isEmpty());
    return new QuestionResult(
        AskedQuestion.of(question),
        figures || none
            ? Optional.of(
                new AnsweredPart(
                    shown.size(),
                    Math.max(scope.asked(), shown.size()), // whoever was erased is counted no more
                    shown.size() < FIGURES_FROM))
            : Optional.empty(),
        Optional.of(counted)
            .filter(any -> figures && question.range().isPresent())
            .map(this::score),
        Optional.of(counted).filter(any -> figures && isChosen()).map(this::choices),
        Optional.of(counted)
            .filter(any -> written && question.kind() == QuestionKind.ASSOCIATION)
            .map(WordShaping.of(question.key())::words),
        Optional.of(shown).filter(any -> written && isWritten()).map(this::written),
        !written && !writing.isEmpty(),
        List.of());
  }

  private boolean isChosen() {
    return !question.choices().isEmpty();
  }

  private boolean isWritten() {
    return question.range().isEmpty()
        && question.kind() != QuestionKind.RANK
        && question.kind() != QuestionKind.ASSOCIATION;
  }

  private ScoreResult score(List<ResultSheet> shown) {
    ScoreShaping scores = new ScoreShaping(question, scope.population());
    boolean byChannel =
        scope.filter().channel().isEmpty()
            && scope
                .cells(answering, FIGURES_FROM)
                .shows(
                    new ResultFilter(
                        scope.filter().tier(),
                        Optional.of(SheetChannel.PAGE),
                        scope.filter().from()));
    return scores.shape(shown, before, scope.open() || byChannel);
  }

  private List<ChoiceResult> choices(List<ResultSheet> shown) {
    ChoiceShaping choices = new ChoiceShaping(question);
    return choices.shape(shown, before);
  }

  /** By what they say, so that their order tells nothing. */
  private List<WrittenResult> written(List<ResultSheet> shown) {
    return shown.stream()
        .flatMap(
            sheet ->
                texts(sheet).stream()
                    .map(text -> new WrittenResult(ThemeKey.of(text), text, sheet.company())))
        .sorted(Comparator.comparing(WrittenResult::key))
        .toList();
  }

  /** What somebody wrote, of whatever kind the question is; words that came to mind, too. */
  private List<String> texts(ResultSheet sheet) {
    return switch (sheet.answers().get(question.key())) {
      case TextAnswer said -> List.of(said.text());
      case ChoiceAnswer chosen -> chosen.other().stream().toList();
      case PictureAnswer picture -> picture.why().stream().toList();
      case AssociationAnswer words ->
          words.words().stream().map(SurveyAnswer.AssociatedWord::word).toList();
      case null, default -> List.of();
    };
  }
}
