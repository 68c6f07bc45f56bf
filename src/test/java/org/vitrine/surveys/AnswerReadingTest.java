package org.vitrine.surveys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.json.Json;
import org.vitrine.surveys.SurveyAnswer.AssociationAnswer;
import org.vitrine.surveys.SurveyAnswer.ChoiceAnswer;
import org.vitrine.surveys.SurveyAnswer.PictureAnswer;
import org.vitrine.surveys.SurveyAnswer.RankAnswer;
import org.vitrine.surveys.SurveyAnswer.ScoreAnswer;
import org.vitrine.surveys.SurveyAnswer.TextAnswer;
import org.vitrine.surveys.SurveyAnswer.WordFeeling;

class AnswerReadingTest {
  private static final List<SurveyQuestion> QUESTIONS =
      List.of(
          Json.read(
              """
              [{"key": "nps", "kind": "score-0-10", "text": "?", "required": true},
               {"key": "five", "kind": "score-1-5", "text": "?"},
               {"key": "one", "kind": "choice", "text": "?", "choosing": {"other": true},
                "choices": [{"key": "a", "text": "A"}, {"key": "b", "text": "B"}]},
               {"key": "many", "kind": "choice", "text": "?", "choosing": {"many": true},
                "choices": [{"key": "a", "text": "A"}, {"key": "b", "text": "B"}]},
               {"key": "rank", "kind": "rank", "text": "?",
                "choices": [{"key": "a", "text": "A"}, {"key": "b", "text": "B"}]},
               {"key": "open", "kind": "open", "text": "?"},
               {"key": "words", "kind": "association", "text": "?"},
               {"key": "end", "kind": "completion", "text": "?", "setting": "I wish …"},
               {"key": "free", "kind": "situation", "text": "?", "setting": "It is late"},
               {"key": "what", "kind": "situation", "text": "?", "setting": "It is late",
                "choices": [{"key": "a", "text": "A"}, {"key": "b", "text": "B"}]},
               {"key": "pic", "kind": "picture", "text": "?",
                "choices": [{"key": "s", "text": "Sun", "picture": "sun"},
                            {"key": "w", "text": "Wall", "picture": "wall"}]}]\
              """,
              SurveyQuestion[].class));

  @Test
  void each_kind_is_read_and_is_read_again_as_it_is_kept() {
    JsonNode sent =
        json(
            """
            {"nps": 9, "five": 4, "one": {"other": " neither "}, "many": {"chosen": ["b", "a"]}, "rank": ["b", "a"],
             "open": "  很好 ", "words": [{"word": "fast", "feeling": "plus"}, {"word": "贵", "feeling": "minus"}],
             "end": "you called", "free": "tell me", "what": {"chosen": ["a"]}, "pic": {"chosen": "w", "why": "closed"}}\
            """);

    Map<String, SurveyAnswer> answers = AnswerReading.whole(QUESTIONS, sent);

    assertThat(answers.keySet())
        .containsExactly(
            "nps", "five", "one", "many", "rank", "open", "words", "end", "free", "what", "pic");
    assertThat(((ScoreAnswer) answers.get("nps")).score()).isEqualTo(9);
    assertThat(((ChoiceAnswer) answers.get("one")).other()).contains("neither");
    assertThat(((RankAnswer) answers.get("rank")).order()).containsExactly("b", "a");
    assertThat(((TextAnswer) answers.get("open")).text()).isEqualTo("很好");
    assertThat(((AssociationAnswer) answers.get("words")).words().get(1).feeling())
        .isEqualTo(WordFeeling.MINUS);
    assertThat(((PictureAnswer) answers.get("pic")).why()).contains("closed");
    assertThat(AnswerReading.read(QUESTIONS, json(AnswerReading.written(answers).toString())))
        .isEqualTo(answers);
  }

  @Test
  void what_says_nothing_is_no_answer() {
    Map<String, SurveyAnswer> answers =
        AnswerReading.whole(
            QUESTIONS,
            json(
                """
                {"nps": 0, "open": "  ", "words": [], "one": {}, "many": {"chosen": []}, "end": null, "free": ""}\
                """));

    assertThat(answers.keySet()).containsExactly("nps");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | answers.nps",
        "[] | answers",
        "{\"nps\": 11} | answers.nps",
        "{\"nps\": -1} | answers.nps",
        "{\"nps\": \"9\"} | answers.nps",
        "{\"nps\": 8.5} | answers.nps",
        "{\"nps\": 12345678901234} | answers.nps",
        "{\"nps\": 9, \"five\": 0} | answers.five",
        "{\"nps\": 9, \"nobody\": 1} | answers",
        "{\"nps\": 9, \"one\": {\"chosen\": [\"a\", \"b\"]}} | answers.one",
        "{\"nps\": 9, \"one\": {\"chosen\": [\"a\"], \"other\": \"x\"}} | answers.one",
        "{\"nps\": 9, \"one\": {\"chosen\": [\"c\"]}} | answers.one",
        "{\"nps\": 9, \"one\": \"a\"} | answers.one",
        "{\"nps\": 9, \"one\": {\"else\": 1}} | answers.one",
        "{\"nps\": 9, \"many\": {\"other\": \"x\"}} | answers.many",
        "{\"nps\": 9, \"many\": {\"chosen\": [\"a\", \"a\"]}} | answers.many",
        "{\"nps\": 9, \"rank\": [\"a\"]} | answers.rank",
        "{\"nps\": 9, \"open\": 5} | answers.open",
        "{\"nps\": 9, \"words\": [{\"word\": \"x\"}]} | answers.words",
        "{\"nps\": 9, \"words\": [{\"word\": \"x\", \"feeling\": \"great\"}]} | answers.words",
        "{\"nps\": 9, \"words\": [1]} | answers.words",
        "{\"nps\": 9, \"pic\": {\"chosen\": \"x\"}} | answers.pic",
        "{\"nps\": 9, \"pic\": {}} | answers.pic"
      })
  void what_does_not_fit_is_refused_where_it_stands(String sent, String field) {
    assertThat(refused(sent).field()).isEqualTo(field);
  }

  @Test
  void what_is_too_long_is_refused_and_so_are_more_than_five_words() {
    assertThat(refused("{\"nps\": 9, \"open\": \"" + "长".repeat(2_001) + "\"}").field())
        .isEqualTo("answers.open");
    String words =
        "{\"word\": \"%d\", \"feeling\": \"plus\"},".repeat(6).formatted(1, 2, 3, 4, 5, 6);
    assertThat(
            refused("{\"nps\": 9, \"words\": [" + words.substring(0, words.length() - 1) + "]}")
                .field())
        .isEqualTo("answers.words");
  }

  private static Rejection.Invalid refused(String sent) {
    return catchThrowableOfType(
        Rejection.Invalid.class, () -> AnswerReading.whole(QUESTIONS, json(sent)));
  }

  private static JsonNode json(String text) {
    return Json.read(text, JsonNode.class);
  }
}
