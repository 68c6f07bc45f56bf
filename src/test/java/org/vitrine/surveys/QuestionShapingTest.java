package org.vitrine.surveys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.vitrine.companies.Tier;
import org.vitrine.orders.LocalizedText;
import org.vitrine.platform.statistics.Share;
import org.vitrine.surveys.QuestionResult.ChoiceResult;
import org.vitrine.surveys.QuestionResult.ScoreResult;
import org.vitrine.surveys.QuestionShaping.ResultScope;
import org.vitrine.surveys.ResultFigure.FigureTrend;
import org.vitrine.surveys.SurveyAnswer.AssociatedWord;
import org.vitrine.surveys.SurveyAnswer.AssociationAnswer;
import org.vitrine.surveys.SurveyAnswer.ChoiceAnswer;
import org.vitrine.surveys.SurveyAnswer.RankAnswer;
import org.vitrine.surveys.SurveyAnswer.ScoreAnswer;
import org.vitrine.surveys.SurveyAnswer.TextAnswer;
import org.vitrine.surveys.SurveyAnswer.WordFeeling;

class QuestionShapingTest {
  private static final String KEY = "q";
  private static final SurveyQuestion RECOMMENDS = question(QuestionKind.SCORE_0_10);
  private static final SurveyQuestion OPEN = question(QuestionKind.OPEN);

  @Test
  void few_named_answers_are_dots_and_no_figure() {
    QuestionResult result = shape(RECOMMENDS, scores(9, 4, 9, 7), named());

    ScoreResult score = result.score().orElseThrow();
    assertThat(score.counts()).isEqualTo(Map.of(4, 1L, 7, 1L, 9, 2L));
    assertThat(score.mean()).isEmpty();
    assertThat(score.promoters()).isEmpty();
    assertThat(result.answered().orElseThrow().dots()).isTrue();
  }

  @Test
  void from_five_answers_on_there_are_figures_with_their_intervals() {
    QuestionResult result = shape(RECOMMENDS, scores(9, 4, 9, 7, 10), hidden(8));

    ScoreResult score = result.score().orElseThrow();
    assertThat(score.mean().orElseThrow().value()).isCloseTo(7.8, within(1e-9));
    assertThat(score.mean().orElseThrow().interval()).isPresent();
    assertThat(score.promoters().orElseThrow().value()).isCloseTo(40, within(1e-9));
    assertThat(result.answered()).contains(new QuestionResult.AnsweredPart(5, 8, false));
  }

  @Test
  void of_fewer_than_five_that_are_not_named_nothing_is_told_not_even_how_many() {
    QuestionResult result = shape(RECOMMENDS, scores(9, 4, 9, 7), hidden(8));

    assertThat(result.answered()).isEmpty();
    assertThat(result.score()).isEmpty();
  }

  @Test
  void where_all_of_a_sample_answered_the_mean_of_those_for_whom_they_stand_is_not_known() {
    ResultScope sample = new ResultScope(true, ResultFilter.NONE, 5, true);
    var mean = shape(RECOMMENDS, scores(9, 4, 9, 7, 10), sample).score().orElseThrow().mean();

    assertThat(mean.orElseThrow().interval().orElseThrow().low())
        .isLessThan(mean.orElseThrow().value());
  }

  @Test
  void no_mean_lies_above_the_highest_score() {
    var mean =
        shape(RECOMMENDS, scores(9, 10, 10, 10, 10), named(100)).score().orElseThrow().mean();

    assertThat(mean.orElseThrow().interval().orElseThrow().high()).isEqualTo(10);
    assertThat(mean.orElseThrow().interval().orElseThrow().low()).isLessThan(9.8);
  }

  @Test
  void never_did_more_answer_than_were_asked_though_who_was_asked_is_erased() {
    assertThat(shape(RECOMMENDS, scores(9, 4, 9, 7, 10, 8), hidden(5)).answered())
        .contains(new QuestionResult.AnsweredPart(6, 6, false));
  }

  @Test
  void where_all_answered_their_mean_is_known() {
    var interval = shape(RECOMMENDS, scores(9, 4, 9, 7, 10), named(5)).score().orElseThrow();

    assertThat(interval.mean().orElseThrow().interval().orElseThrow().low())
        .isEqualTo(interval.mean().orElseThrow().value());
  }

  @Test
  void texts_that_are_not_named_are_shown_from_eight_on() {
    List<ResultSheet> seven = texts(7);
    QuestionResult withheld = shape(OPEN, seven, hidden(20));
    assertThat(withheld.texts()).isEmpty();
    assertThat(withheld.textsWithheld()).isTrue();
    assertThat(withheld.answered().orElseThrow().n()).isEqualTo(7);
    assertThat(shape(OPEN, seven, named()).texts().orElseThrow()).hasSize(7);

    QuestionResult shown = shape(OPEN, texts(8), hidden(20));
    assertThat(shown.texts().orElseThrow()).hasSize(8);
    assertThat(shown.textsWithheld()).isFalse();
  }

  @Test
  void what_a_filter_leaves_over_is_counted_too() {
    List<ResultSheet> sheets = new ArrayList<>(scores(9, 9, 9, 9, 9, 9, 9, 9));
    sheets.addAll(sheets(SheetChannel.MAIL, new ScoreAnswer(1), new ScoreAnswer(2)));
    ResultFilter pages =
        new ResultFilter(Optional.empty(), Optional.of(SheetChannel.PAGE), Optional.empty());

    assertThat(shape(RECOMMENDS, sheets, new ResultScope(false, pages, 10, false)).score())
        .isEmpty();
    assertThat(shape(RECOMMENDS, sheets, new ResultScope(true, pages, 10, false)).score())
        .isPresent();
    assertThat(shape(RECOMMENDS, sheets, hidden(10)).score().orElseThrow().channels()).isEmpty();
    assertThat(shape(RECOMMENDS, sheets, named()).score().orElseThrow().channels()).hasSize(2);
  }

  @Test
  void changed_is_said_only_where_the_difference_says_so() {
    List<ResultSheet> before = scores(IntStream.range(0, 40).map(at -> 3 + at % 3).toArray());
    List<ResultSheet> better = scores(IntStream.range(0, 40).map(at -> 7 + at % 3).toArray());
    List<ResultSheet> alike = scores(IntStream.range(0, 40).map(at -> 3 + at % 4).toArray());

    assertThat(trend(better, before)).isEqualTo(FigureTrend.UP);
    assertThat(trend(before, better)).isEqualTo(FigureTrend.DOWN);
    assertThat(trend(scores(3, 4, 5, 6, 5), scores(4, 5, 4, 3, 5))).isEqualTo(FigureTrend.UNSURE);
    assertThat(trend(alike, before)).isEqualTo(FigureTrend.UP);
  }

  private static FigureTrend trend(List<ResultSheet> now, List<ResultSheet> before) {
    return QuestionShaping.shape(RECOMMENDS, now, hidden(60), before)
        .score()
        .orElseThrow()
        .mean()
        .orElseThrow()
        .since()
        .orElseThrow()
        .trend();
  }

  @Test
  void choices_are_shares_of_those_who_answered() {
    SurveyQuestion question = choosing(QuestionKind.CHOICE);
    List<ResultSheet> sheets =
        sheets(
            SheetChannel.PAGE,
            chose("a"),
            chose("a", "b"),
            chose("b"),
            chose("a"),
            new ChoiceAnswer(List.of(), Optional.of("neither")));

    QuestionResult result = shape(question, sheets, named());

    ChoiceResult first = result.choices().orElseThrow().getFirst();
    assertThat(first.n()).isEqualTo(3);
    assertThat(first.share().orElseThrow().interval()).contains(new Share(3, 5).interval());
    assertThat(result.texts().orElseThrow())
        .extracting(QuestionResult.WrittenResult::text)
        .containsExactly("neither");
  }

  @Test
  void a_rank_has_a_mean_place() {
    List<ResultSheet> sheets =
        sheets(
            SheetChannel.PAGE,
            Stream.of("ab", "ba", "ab", "ab", "ab")
                .map(order -> new RankAnswer(List.of(order.split(""))))
                .toArray(SurveyAnswer[]::new));

    ChoiceResult first =
        shape(choosing(QuestionKind.RANK), sheets, named()).choices().orElseThrow().getFirst();

    assertThat(first.n()).isEqualTo(4);
    assertThat(first.share()).isEmpty();
    assertThat(first.place().orElseThrow().value()).isCloseTo(1.2, within(1e-9));
  }

  @Test
  void words_stand_by_how_often_and_how_early_they_come_to_mind() {
    SurveyQuestion question = question(QuestionKind.ASSOCIATION);
    List<ResultSheet> sheets =
        sheets(
            SheetChannel.PAGE,
            Stream.of("Late", "late", "kind", "late", "exact", "late", "late", "kind")
                .map(QuestionShapingTest::word)
                .toArray(SurveyAnswer[]::new));

    QuestionResult result = shape(question, sheets, hidden(20));

    QuestionResult.WordResult first = result.words().orElseThrow().getFirst();
    assertThat(first.word()).isEqualToIgnoringCase("late");
    assertThat(first.named()).isEqualTo(5);
    assertThat(first.minus()).isEqualTo(5);
    assertThat(first.salience()).isCloseTo(5.0 / 8, within(1e-9));
    assertThat(shape(question, sheets.subList(0, 7), hidden(20)).words()).isEmpty();
  }

  @Test
  void who_says_a_word_twice_says_it_once_and_the_order_does_not_tell_who_was_first() {
    SurveyQuestion question = question(QuestionKind.ASSOCIATION);
    AssociationAnswer twice =
        new AssociationAnswer(
            List.of(
                new AssociatedWord("Solid", WordFeeling.PLUS),
                new AssociatedWord("solid", WordFeeling.MINUS)));
    List<ResultSheet> sheets =
        sheets(SheetChannel.PAGE, word("zinc"), word("acid"), word("Solid"), twice);

    List<QuestionResult.WordResult> words = shape(question, sheets, named()).words().orElseThrow();

    assertThat(words.getFirst().named()).isEqualTo(2);
    assertThat(words.getFirst().plus()).isEqualTo(2);
    assertThat(words.getFirst().minus()).isZero();
    assertThat(words)
        .extracting(QuestionResult.WordResult::word)
        .containsExactly("Solid", "acid", "zinc");
    assertThat(shape(question, sheets.reversed(), named()).words()).contains(words);
  }

  private static AssociationAnswer word(String word) {
    return new AssociationAnswer(
        List.of(
            new AssociatedWord(
                word, word.equalsIgnoreCase("late") ? WordFeeling.MINUS : WordFeeling.PLUS)));
  }

  private static ChoiceAnswer chose(String... keys) {
    return new ChoiceAnswer(List.of(keys), Optional.empty());
  }

  private static QuestionResult shape(
      SurveyQuestion question, List<ResultSheet> sheets, ResultScope scope) {
    return QuestionShaping.shape(question, sheets, scope, List.of());
  }

  private static ResultScope named() {
    return named(0);
  }

  private static ResultScope named(int asked) {
    return new ResultScope(true, ResultFilter.NONE, asked, false);
  }

  private static ResultScope hidden(int asked) {
    return new ResultScope(false, ResultFilter.NONE, asked, false);
  }

  private static List<ResultSheet> scores(int... scores) {
    return sheets(
        SheetChannel.PAGE,
        IntStream.of(scores).mapToObj(ScoreAnswer::new).toArray(SurveyAnswer[]::new));
  }

  private static List<ResultSheet> texts(int many) {
    return sheets(
        SheetChannel.PAGE,
        IntStream.range(0, many)
            .mapToObj(at -> new TextAnswer("Sooner, " + at))
            .toArray(SurveyAnswer[]::new));
  }

  private static List<ResultSheet> sheets(SheetChannel channel, SurveyAnswer... answers) {
    return Stream.of(answers)
        .map(
            answer ->
                new ResultSheet(
                    channel,
                    Optional.empty(),
                    Optional.of(Tier.GOLD),
                    Optional.empty(),
                    Map.of(KEY, answer)))
        .toList();
  }

  private static SurveyQuestion question(QuestionKind kind) {
    return new SurveyQuestion(
        KEY, kind, LocalizedText.of("How is it?"), true, null, null, null, null);
  }

  private static SurveyQuestion choosing(QuestionKind kind) {
    return new SurveyQuestion(
        KEY,
        kind,
        LocalizedText.of("Which?"),
        true,
        null,
        null,
        Stream.of("a", "b")
            .map(key -> new SurveyChoice(key, LocalizedText.of("The " + key), null))
            .toList(),
        kind == QuestionKind.CHOICE ? new QuestionChoosing(true, true) : null);
  }
}
