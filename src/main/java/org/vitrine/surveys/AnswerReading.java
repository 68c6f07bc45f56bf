package org.vitrine.surveys;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vitrine.platform.Excerpt;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.json.Json;
import org.vitrine.surveys.SurveyAnswer.AssociatedWord;
import org.vitrine.surveys.SurveyAnswer.AssociationAnswer;
import org.vitrine.surveys.SurveyAnswer.ChoiceAnswer;
import org.vitrine.surveys.SurveyAnswer.PictureAnswer;
import org.vitrine.surveys.SurveyAnswer.RankAnswer;
import org.vitrine.surveys.SurveyAnswer.ScoreAnswer;
import org.vitrine.surveys.SurveyAnswer.TextAnswer;
import org.vitrine.surveys.SurveyQuestion.ScoreRange;

/**
 * Reads what was answered by what was asked. Throws {@link Rejection.Invalid} naming {@code
 * answers.KEY}.
 */
final class AnswerReading {
  private static final int LONGEST_TEXT = 2_000;
  private static final int LONGEST_OTHER = 300;
  private static final int LONGEST_WORD = 40;
  private static final int MOST_WORDS = 5;

  private AnswerReading() {}

  /** What was said of each question, in their order; what has to be answered is. */
  static Map<String, SurveyAnswer> whole(List<SurveyQuestion> questions, JsonNode sent) {
    Map<String, SurveyAnswer> answers = read(questions, sent);
    for (SurveyQuestion question : questions) {
      if (question.required() && !answers.containsKey(question.key())) {
        throw new Rejection.Invalid(field(question), "This question has to be answered");
      }
    }
    if (answers.isEmpty()) {
      throw new Rejection.Invalid("answers", "Answer at least one question");
    }
    return answers;
  }

  /** The same of what is not finished: whatever is there is right. */
  static Map<String, SurveyAnswer> read(List<SurveyQuestion> questions, JsonNode sent) {
    if (sent == null || !sent.isObject()) {
      throw new Rejection.Invalid("answers", "Give what was answered by the key of its question");
    }
    requireKnown(questions, sent);
    Map<String, SurveyAnswer> answers = new LinkedHashMap<>();
    for (SurveyQuestion question : questions) {
      JsonNode value = sent.get(question.key());
      if (value != null && !value.isNull()) {
        answer(question, value).ifPresent(answer -> answers.put(question.key(), answer));
      }
    }
    return answers;
  }

  private static void requireKnown(List<SurveyQuestion> questions, JsonNode sent) {
    Set<String> known = new HashSet<>();
    questions.forEach(question -> known.add(question.key()));
    for (Iterator<String> keys = sent.fieldNames(); keys.hasNext(); ) {
      String key = keys.next();
      if (!known.contains(key)) {
        throw new Rejection.Invalid(
            "answers", "“%s” is no question of this survey".formatted(Excerpt.of(key)));
      }
    }
  }

  /** As it is kept, and read again by {@link #read}. */
  static ObjectNode written(Map<String, SurveyAnswer> answers) {
    ObjectNode written = Json.object();
    answers.forEach((key, answer) -> written.set(key, Json.tree(answer)));
    return written;
  }

  private static String field(SurveyQuestion question) {
    return "answers." + question.key();
  }

  private static Optional<? extends SurveyAnswer> answer(SurveyQuestion question, JsonNode value) {
    return switch (question.kind()) {
      case SCORE_0_10, SCORE_1_5 -> Optional.of(score(question, value));
      case CHOICE -> choice(question, value);
      case RANK -> Optional.of(rank(question, value));
      case OPEN, COMPLETION -> text(question, value);
      case ASSOCIATION -> words(question, value);
      case SITUATION ->
          question.choices().isEmpty() ? text(question, value) : choice(question, value);
      case PICTURE -> Optional.of(picture(question, value));
    };
  }

  private static ScoreAnswer score(SurveyQuestion question, JsonNode value) {
    ScoreRange range = question.range().orElseThrow();
    if (!value.isIntegralNumber() || !value.canConvertToInt() || !range.has(value.intValue())) {
      throw new Rejection.Invalid(
          field(question),
          "Must be a whole number from %d to %d".formatted(range.low(), range.high()));
    }
    return new ScoreAnswer(value.intValue());
  }

  private static Optional<ChoiceAnswer> choice(SurveyQuestion question, JsonNode value) {
    requireFields(question, value, Set.of("chosen", "other"));
    List<String> chosen = value.has("chosen") ? keys(question, value.get("chosen")) : List.of();
    Optional<String> other =
        value.has("other") ? said(question, value.get("other"), LONGEST_OTHER) : Optional.empty();
    if (other.isPresent() && !question.choosing().other()) {
      throw new Rejection.Invalid(field(question), "Nothing else can be said here");
    }
    if (!question.choosing().many() && chosen.size() + (other.isPresent() ? 1 : 0) > 1) {
      throw new Rejection.Invalid(field(question), "Only one can be chosen");
    }
    return chosen.isEmpty() && other.isEmpty()
        ? Optional.empty()
        : Optional.of(new ChoiceAnswer(chosen, other));
  }

  private static RankAnswer rank(SurveyQuestion question, JsonNode value) {
    List<String> order = keys(question, value);
    if (order.size() != question.choices().size()) {
      throw new Rejection.Invalid(field(question), "Put all of them into an order");
    }
    return new RankAnswer(order);
  }

  private static List<String> keys(SurveyQuestion question, JsonNode value) {
    if (!value.isArray()) {
      throw new Rejection.Invalid(field(question), "Must be a list of keys");
    }
    Set<String> keys = new HashSet<>();
    List<String> chosen = new ArrayList<>();
    for (JsonNode one : value) {
      String key = one.isTextual() ? one.textValue() : "";
      if (question.choice(key).isEmpty() || !keys.add(key)) {
        throw new Rejection.Invalid(
            field(question), "“%s” cannot be chosen, or is twice".formatted(Excerpt.of(key)));
      }
      chosen.add(key);
    }
    return chosen;
  }

  private static Optional<TextAnswer> text(SurveyQuestion question, JsonNode value) {
    return said(question, value, LONGEST_TEXT).map(TextAnswer::new);
  }

  private static Optional<AssociationAnswer> words(SurveyQuestion question, JsonNode value) {
    if (!value.isArray() || value.size() > MOST_WORDS) {
      throw new Rejection.Invalid(field(question), "Must be a list of at most 5 words");
    }
    List<AssociatedWord> words = new ArrayList<>();
    Set<String> known = new HashSet<>();
    for (JsonNode one : value) {
      AssociatedWord word = word(question, one);
      if (!known.add(word.word())) {
        throw new Rejection.Invalid(
            field(question), "“%s” is there twice".formatted(Excerpt.of(word.word())));
      }
      words.add(word);
    }
    return words.isEmpty() ? Optional.empty() : Optional.of(new AssociationAnswer(words));
  }

  private static AssociatedWord word(SurveyQuestion question, JsonNode value) {
    AssociatedWord word;
    try {
      word = Json.read(value, AssociatedWord.class);
    } catch (Rejection.Invalid wrong) {
      throw new Rejection.Invalid(field(question), wrong.getMessage());
    }
    Optional<String> said = SurveyText.said(field(question), word.word(), LONGEST_WORD);
    if (said.isEmpty() || word.feeling() == null) {
      throw new Rejection.Invalid(
          field(question), "Each needs a word, and a feeling: plus, minus or neutral");
    }
    return new AssociatedWord(said.get(), word.feeling());
  }

  private static PictureAnswer picture(SurveyQuestion question, JsonNode value) {
    requireFields(question, value, Set.of("chosen", "why"));
    String chosen = value.path("chosen").asText();
    if (question.choice(chosen).isEmpty()) {
      throw new Rejection.Invalid(
          field(question), "“%s” is none of the pictures".formatted(Excerpt.of(chosen)));
    }
    return new PictureAnswer(
        chosen,
        value.has("why") ? said(question, value.get("why"), LONGEST_TEXT) : Optional.empty());
  }

  private static void requireFields(SurveyQuestion question, JsonNode value, Set<String> known) {
    if (!value.isObject()) {
      throw new Rejection.Invalid(field(question), "Must be an object with what was chosen");
    }
    value
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                throw new Rejection.Invalid(
                    field(question), "“%s” is not known here".formatted(Excerpt.of(name)));
              }
            });
  }

  private static Optional<String> said(SurveyQuestion question, JsonNode value, int most) {
    if (!value.isTextual()) {
      throw new Rejection.Invalid(field(question), "Must be a text");
    }
    return SurveyText.said(field(question), value.textValue(), most);
  }
}
