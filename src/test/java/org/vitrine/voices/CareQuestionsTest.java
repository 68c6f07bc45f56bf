package org.vitrine.voices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.orders.LocalizedText;

/** Which question is asked after which delivery. */
class CareQuestionsTest {
  private static final List<CareQuestion> ALL =
      List.of(
          new CareQuestion("RSJ-200*", LocalizedText.of("series"), 14),
          new CareQuestion("RSJ-200-47", LocalizedText.of("model"), 30),
          new CareQuestion("*泵*", LocalizedText.of("pumps"), 7));

  @ParameterizedTest
  @CsvSource({
    "RSJ-200-47, series of its own, model",
    "rsj-200-90, heat pump, series",
    "Heat pump, 热水泵, pumps",
    "Compressor, 压缩机, usual"
  })
  void the_one_that_says_most_of_the_name_counts(String english, String chinese, String question) {
    CareQuestion found =
        CareQuestions.of(ALL, LocalizedText.of(Map.of("en", english, "zh-CN", chinese)));

    assertThat(found)
        .isEqualTo(
            ALL.stream()
                .filter(one -> question.equals(one.question().plain()))
                .findFirst()
                .orElse(CareQuestion.DEFAULT));
  }
}
