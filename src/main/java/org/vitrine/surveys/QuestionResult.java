package org.vitrine.surveys;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.orders.LocalizedText;

/**
 * What was answered to one question.
 *
 * @param answered how many did; absent where these are too few to be told
 * @param texts absent where nobody writes any, or these are too few
 * @param textsWithheld whether there are texts that are too few to be shown
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record QuestionResult(
    @JsonUnwrapped AskedQuestion question,
    Optional<AnsweredPart> answered,
    Optional<ScoreResult> score,
    Optional<List<ChoiceResult>> choices,
    Optional<List<WordResult>> words,
    Optional<List<WrittenResult>> texts,
    boolean textsWithheld,
    List<ThemeResult> themes) {

  /** What was asked, and nothing of what was answered. */
  static QuestionResult untold(SurveyQuestion question) {
    return new QuestionResult(
        AskedQuestion.of(question),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        List.of());
  }

  QuestionResult with(List<ThemeResult> found) {
    return new QuestionResult(
        question, answered, score, choices, words, texts, textsWithheld, found);
  }

  /** The same for those who must read nobody's own words: only what several said. */
  QuestionResult forAll() {
    return new QuestionResult(
        question,
        answered,
        score,
        choices,
        words.map(all -> all.stream().filter(word -> word.named() > 1).toList()),
        Optional.empty(),
        false,
        themes.stream().filter(theme -> theme.n() >= QuestionShaping.FIGURES_FROM).toList());
  }

  /** What was asked. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record AskedQuestion(
      String key, QuestionKind kind, LocalizedText text, LocalizedText setting, ScoreEnds ends) {
    static AskedQuestion of(SurveyQuestion question) {
      return new AskedQuestion(
          question.key(), question.kind(), question.text(), question.setting(), question.ends());
    }
  }

  /**
   * How many answered it.
   *
   * @param of how many were asked, or have answered anything where only some are looked at
   * @param dots whether these are too few for figures: each stands for itself
   */
  record AnsweredPart(int n, int of, boolean dots) {}

  /**
   * What the scores were.
   *
   * @param counts how many gave each score that was given
   * @param mean and the other figures absent where there are only dots
   * @param promoters of ten: those who would less those who would not, −100 to 100
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record ScoreResult(
      Map<Integer, Long> counts,
      Optional<ResultFigure> mean,
      Optional<ResultFigure> median,
      Optional<ResultFigure> promoters,
      List<ChannelResult> channels) {}

  /**
   * The same of those whose answers came one way.
   *
   * @param mean absent where there are only dots
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record ChannelResult(
      SheetChannel channel, int n, Map<Integer, Long> counts, Optional<ResultFigure> mean) {}

  /**
   * What became of one choice.
   *
   * @param n how many chose it, or put it first
   * @param share of those who answered, 0 to 1; of a rank absent
   * @param place of a rank: the mean, from 1
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record ChoiceResult(
      String key,
      LocalizedText text,
      long n,
      Optional<ResultFigure> share,
      Optional<ResultFigure> place) {}

  /**
   * A word that came to mind.
   *
   * @param place the mean of where it stands in the lists, from 1
   * @param salience Smith’s S, 0 to 1
   * @param plus how many meant it well; minus not
   */
  record WordResult(String word, int named, double place, double salience, long plus, long minus) {}

  /**
   * What several wrote, under the name that somebody gave it.
   *
   * @param n how many of the texts that are looked at
   * @param meeting on whose agenda it is
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record ThemeResult(long id, LocalizedText name, long n, Optional<Long> meeting) {}

  /**
   * What somebody wrote.
   *
   * @param key by which it is put under a theme
   * @param company whose; only where answers are named
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record WrittenResult(String key, String text, Optional<String> company) {}
}
