package org.vitrine.surveys;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.orders.LocalizedText;
import org.vitrine.platform.Rejection;

/**
 * One question.
 *
 * @param key what its answers are kept under
 * @param setting the beginning of the sentence that is completed, or the situation that is told
 * @param ends what the ends of a score mean; absent where nobody says
 * @param choices what is chosen among or ranked; of a situation, absent where one answers freely
 * @param choosing of choices; absent where nothing is chosen
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SurveyQuestion(
    String key,
    QuestionKind kind,
    LocalizedText text,
    Boolean required,
    LocalizedText setting,
    ScoreEnds ends,
    List<SurveyChoice> choices,
    QuestionChoosing choosing) {
  private static final int LONGEST_TEXT = 300;
  private static final int LONGEST_SETTING = 1_000;
  private static final int FEWEST = 2;
  private static final int MOST_CHOICES = 12;
  private static final int MOST_RANKED = 8;
  private static final int MOST_PICTURES = 6;

  public SurveyQuestion {
    SurveyChoice.requireKey(key);
    if (kind == null) {
      throw new Rejection.Invalid("kind", "Say how it is answered");
    }
    SurveyText.require("text", text, LONGEST_TEXT);
    required = required != null && required;
    choices = choices == null ? List.of() : List.copyOf(choices);
    switch (kind) {
      case SCORE_0_10, SCORE_1_5 -> requireNone(choices);
      case CHOICE -> requireChoices(choices, MOST_CHOICES);
      case RANK -> requireChoices(choices, MOST_RANKED);
      case PICTURE -> requireChoices(choices, MOST_PICTURES);
      case SITUATION -> {
        if (!choices.isEmpty()) {
          requireChoices(choices, MOST_CHOICES);
        }
      }
      case OPEN, ASSOCIATION, COMPLETION -> requireNone(choices);
    }
    boolean told = kind == QuestionKind.COMPLETION || kind == QuestionKind.SITUATION;
    if (told) {
      SurveyText.require("setting", setting, LONGEST_SETTING);
    }
    setting = told ? setting : null;
    requireOnly("ends", ends, kind == QuestionKind.SCORE_0_10 || kind == QuestionKind.SCORE_1_5);
    boolean chosen =
        kind == QuestionKind.CHOICE || kind == QuestionKind.SITUATION && !choices.isEmpty();
    requireOnly("choosing", choosing, chosen);
    choosing = chosen && choosing == null ? QuestionChoosing.ONE : choosing;
    for (int at = 0; at < choices.size(); at++) {
      boolean shown = choices.get(at).picture() != null;
      if (shown != (kind == QuestionKind.PICTURE)) {
        throw new Rejection.Invalid(
            "choices[%d].picture".formatted(at),
            shown ? "Only a question about pictures has some" : "Say which picture");
      }
    }
  }

  private static void requireNone(List<SurveyChoice> choices) {
    if (!choices.isEmpty()) {
      throw new Rejection.Invalid("choices", "Nothing is chosen in a question of this kind");
    }
  }

  private static void requireOnly(String field, Object said, boolean fits) {
    if (said != null && !fits) {
      throw new Rejection.Invalid(field, "A question of this kind has none");
    }
  }

  private static void requireChoices(List<SurveyChoice> choices, int most) {
    if (choices.size() < FEWEST || choices.size() > most) {
      throw new Rejection.Invalid("choices", "Give %d to %d of them".formatted(FEWEST, most));
    }
    Set<String> keys = new HashSet<>();
    for (int at = 0; at < choices.size(); at++) {
      if (!keys.add(choices.get(at).key())) {
        throw new Rejection.Invalid("choices[%d].key".formatted(at), "This key appears twice");
      }
    }
  }

  Optional<SurveyChoice> choice(String chosen) {
    return choices.stream().filter(one -> one.key().equals(chosen)).findFirst();
  }

  /** The lowest and the highest score; absent where it is no score. */
  @JsonIgnore
  Optional<ScoreRange> range() {
    return switch (kind) {
      case SCORE_0_10 -> Optional.of(new ScoreRange(0, 10));
      case SCORE_1_5 -> Optional.of(new ScoreRange(1, 5));
      default -> Optional.empty();
    };
  }

  /** From the lowest to the highest, both included. */
  record ScoreRange(int low, int high) {
    boolean has(int score) {
      return score >= low && score <= high;
    }
  }
}
