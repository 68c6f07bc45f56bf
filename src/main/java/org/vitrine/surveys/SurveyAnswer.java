package org.vitrine.surveys;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What somebody answered to one question. */
public sealed interface SurveyAnswer {

  /** To a question of the kind {@code score-0-10} or {@code score-1-5}: a number. */
  record ScoreAnswer(@JsonValue int score) implements SurveyAnswer {}

  /**
   * To a {@code choice}, or a {@code situation} with choices.
   *
   * @param chosen the keys of what was chosen
   * @param other what else was said
   */
  record ChoiceAnswer(List<String> chosen, Optional<String> other) implements SurveyAnswer {
    public ChoiceAnswer {
      chosen = List.copyOf(chosen);
    }
  }

  /** To a {@code rank}: the keys of all choices, the best first. */
  record RankAnswer(@JsonValue List<String> order) implements SurveyAnswer {
    public RankAnswer {
      order = List.copyOf(order);
    }
  }

  /** To an {@code open} question, a {@code completion}, or a {@code situation} without choices. */
  record TextAnswer(@JsonValue String text) implements SurveyAnswer {}

  /** To an {@code association}: the words in the order in which they came to mind. */
  record AssociationAnswer(@JsonValue List<AssociatedWord> words) implements SurveyAnswer {
    public AssociationAnswer {
      words = List.copyOf(words);
    }
  }

  /** A word and what the answerer thinks of it. */
  record AssociatedWord(String word, WordFeeling feeling) {}

  /** Whether a word is meant well. */
  enum WordFeeling {
    @JsonProperty("plus")
    PLUS,
    @JsonProperty("minus")
    MINUS,
    @JsonProperty("neutral")
    NEUTRAL;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * To a {@code picture}: the key of the one that was chosen.
   *
   * @param why absent where nobody said
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record PictureAnswer(String chosen, Optional<String> why) implements SurveyAnswer {}
}
