package org.vitrine.surveys;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.vitrine.orders.LocalizedText;
import org.vitrine.platform.Blanks;
import org.vitrine.platform.Rejection;

/**
 * What in an answer opens a message by itself.
 *
 * @param words lists of words by language, any of which alarms; however they are capitalised
 * @param scores up to which score, by the key of the question; less than its lowest for never
 */
record AlarmRules(Map<String, List<String>> words, Map<String, Integer> scores) {
  private static final int MOST_LANGUAGES = 20;
  private static final int MOST_WORDS = 200;
  private static final int LONGEST_WORD = 40;

  /** Of ten: those who would not recommend us. Of five: below the middle. */
  private static final Map<QuestionKind, Integer> USUAL_SCORES =
      Map.of(QuestionKind.SCORE_0_10, 6, QuestionKind.SCORE_1_5, 2);

  private static final Map<String, List<String>> USUAL_WORDS =
      Map.of(
          "en",
          List.of(
              "unacceptable",
              "dangerous",
              "unsafe",
              "injured",
              "injury",
              "lawyer",
              "legal action",
              "another supplier",
              "other supplier",
              "cancel",
              "never again",
              "scrap",
              "stopped"),
          "zh-CN",
          List.of(
              "不能接受", "无法接受", "危险", "不安全", "受伤", "律师", "起诉", "换供应商", "取消", "再也不", "停产", "报废",
              "索赔"));

  AlarmRules {
    words = words == null ? USUAL_WORDS : plain(words);
    scores = scores == null ? Map.of() : scores;
    scores.forEach((key, upTo) -> requireGiven(key, upTo));
    scores = Map.copyOf(scores);
  }

  /** Where nobody has said otherwise. */
  static final AlarmRules USUAL = new AlarmRules(null, null);

  private static void requireGiven(String key, Integer upTo) {
    if (upTo == null) {
      throw new Rejection.Invalid("scores." + key, "Give a score, or leave the question out");
    }
  }

  private static Map<String, List<String>> plain(Map<String, List<String>> words) {
    if (words.size() > MOST_LANGUAGES) {
      throw new Rejection.Invalid(
          "words", "Words can be given in at most %d languages".formatted(MOST_LANGUAGES));
    }
    Map<String, List<String>> plain = new TreeMap<>();
    words.forEach(
        (language, list) -> {
          String field = "words." + language;
          LocalizedText.requireLanguages("words", LocalizedText.of(Map.of(language, "-")));
          if (list == null || list.size() > MOST_WORDS) {
            throw new Rejection.Invalid(
                field, "Give at most %d words for a language".formatted(MOST_WORDS));
          }
          plain.put(language, list.stream().map(word -> plain(field, word)).distinct().toList());
        });
    return Map.copyOf(plain);
  }

  private static String plain(String field, String word) {
    if (word == null || Blanks.only(word) || word.length() > LONGEST_WORD) {
      throw new Rejection.Invalid(field, "A word has 1 to %d characters".formatted(LONGEST_WORD));
    }
    return Blanks.stripped(word).toLowerCase(Locale.ROOT);
  }

  /** Throws {@link Rejection.Invalid} where a score is of no question that has scores. */
  void requireFits(SurveyPlan plan) {
    scores.forEach(
        (key, upTo) -> {
          boolean fits =
              upTo >= -1
                  && plan.question(key)
                      .flatMap(SurveyQuestion::range)
                      .filter(range -> upTo <= range.high())
                      .isPresent();
          if (!fits) {
            throw new Rejection.Invalid(
                "scores." + key, "Must be a score that one of the questions can have, or -1");
          }
        });
  }

  boolean alarms(SurveyQuestion question, int score) {
    return score
        <= scores.getOrDefault(question.key(), USUAL_SCORES.getOrDefault(question.kind(), -1));
  }

  /** A word of Latin letters stands by itself; where characters are words, it stands anywhere. */
  boolean alarms(String text) {
    String plain = text.toLowerCase(Locale.ROOT);
    return words.values().stream().flatMap(List::stream).anyMatch(word -> has(plain, word));
  }

  private static boolean has(String text, String word) {
    boolean anywhere = word.codePoints().anyMatch(Character::isIdeographic);
    for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      if (anywhere || !isLetter(text, at - 1) && !isLetter(text, at + word.length())) {
        return true;
      }
    }
    return false;
  }

  /** A character that is a word parts others: “要cancel这张订单”. */
  private static boolean isLetter(String text, int at) {
    return at >= 0
        && at < text.length()
        && Character.isLetter(text.charAt(at))
        && !Character.isIdeographic(text.charAt(at));
  }
}
