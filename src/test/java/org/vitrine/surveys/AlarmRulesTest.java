package org.vitrine.surveys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vitrine.orders.LocalizedText;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.json.Json;
import org.vitrine.platform.words.Language;
import org.vitrine.surveys.SurveyAnswer.ScoreAnswer;
import org.vitrine.surveys.SurveyAnswer.TextAnswer;

class AlarmRulesTest {
  private static final SurveyQuestion OF_TEN = question("ten", QuestionKind.SCORE_0_10);
  private static final SurveyQuestion OF_FIVE = question("five", QuestionKind.SCORE_1_5);
  private static final SurveyQuestion WHY = question("why", QuestionKind.OPEN);
  private static final List<SurveyQuestion> ALL = List.of(OF_TEN, OF_FIVE, WHY);

  @Test
  void up_to_six_of_ten_and_two_of_five_alarm_unless_somebody_says_otherwise() {
    assertThat(AlarmRules.USUAL.alarms(OF_TEN, 6)).isTrue();
    assertThat(AlarmRules.USUAL.alarms(OF_TEN, 7)).isFalse();
    assertThat(AlarmRules.USUAL.alarms(OF_FIVE, 2)).isTrue();
    assertThat(AlarmRules.USUAL.alarms(OF_FIVE, 3)).isFalse();

    AlarmRules strict = new AlarmRules(null, Map.of("ten", 8, "five", 0));
    assertThat(strict.alarms(OF_TEN, 8)).isTrue();
    assertThat(strict.alarms(OF_FIVE, 1)).as("never").isFalse();
  }

  @Test
  void a_word_stands_by_itself_unless_its_characters_are_words() {
    AlarmRules rules = new AlarmRules(Map.of("en", List.of("Scrap"), "zh-CN", List.of("危险")), null);

    assertThat(rules.alarms("All of it was SCRAP.")).isTrue();
    assertThat(rules.alarms("The scraper works, no scrap")).isTrue();
    assertThat(rules.alarms("The skyscraper scraped by")).isFalse();
    assertThat(rules.alarms("这个阀门很危险，请处理")).isTrue();
    assertThat(rules.alarms("这批货全部scrap了")).isTrue();
    assertThat(rules.alarms("一切都好")).isFalse();
  }

  @Test
  void the_message_says_low_scores_and_all_that_was_written() {
    Optional<String> said =
        SheetAlarm.of(
            ALL,
            Map.of(
                "ten", new ScoreAnswer(3),
                "five", new ScoreAnswer(5),
                "why", new TextAnswer("It came late.")),
            AlarmRules.USUAL,
            Language.ENGLISH);

    assertThat(said).contains("About ten? 3 / 10\n\nAbout why?\nIt came late.");
  }

  @Test
  void the_message_holds_as_much_as_there_is_room_for_and_no_half_of_a_character() {
    for (String begun : List.of("", "x")) {
      String said =
          SheetAlarm.of(
                  ALL,
                  Map.of(
                      "ten", new ScoreAnswer(0), "why", new TextAnswer(begun + "😡".repeat(1_999))),
                  AlarmRules.USUAL,
                  Language.ENGLISH)
              .orElseThrow();

      assertThat(said).startsWith("About ten? 0 / 10").endsWith("😡…");
      assertThat(Json.isStorable(said)).isTrue();
    }
  }

  @Test
  void what_is_fine_opens_nothing() {
    assertThat(
            SheetAlarm.of(
                ALL,
                Map.of("ten", new ScoreAnswer(9), "why", new TextAnswer("All fine")),
                AlarmRules.USUAL,
                Language.CHINESE))
        .isEmpty();
  }

  @Test
  void rules_name_what_does_not_fit() {
    assertInvalid("words.en", () -> new AlarmRules(Map.of("en", List.of(" ")), null));
    assertInvalid("words.en", () -> new AlarmRules(Map.of("en", List.of("x".repeat(41))), null));
  }

  private static void assertInvalid(String field, Runnable making) {
    assertThatThrownBy(making::run)
        .isInstanceOfSatisfying(
            Rejection.Invalid.class, refused -> assertThat(refused.field()).isEqualTo(field));
  }

  private static SurveyQuestion question(String key, QuestionKind kind) {
    return new SurveyQuestion(
        key, kind, LocalizedText.of("About " + key + "?"), false, null, null, null, null);
  }
}
