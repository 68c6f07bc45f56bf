package org.vitrine.surveys;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.vitrine.platform.json.Json;
import org.vitrine.surveys.SurveyModels.SurveyModel;

/** What surveys begin with can be asked as it is, in both languages. */
class SurveyModelsTest {
  private final List<SurveyModel> models = new SurveyModels().all();

  @Test
  void there_is_one_for_each_occasion_that_comes_again() {
    assertThat(models).hasSize(5);
    assertThat(models.stream().map(SurveyModel::occasion).collect(Collectors.toSet()))
        .contains(
            SurveyOccasion.AFTER_ORDER, SurveyOccasion.AFTER_COMPLAINT, SurveyOccasion.HALF_YEARLY);
    assertThat(
            models.stream()
                .flatMap(model -> model.questions().stream())
                .map(SurveyQuestion::kind)
                .collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(QuestionKind.values());
  }

  @Test
  void each_is_a_survey_and_says_all_in_both_languages() {
    for (SurveyModel model : models) {
      SurveyPlan plan =
          new SurveyPlan(
              model.title(),
              model.introduction(),
              model.occasion(),
              model.privacy(),
              null,
              Instant.parse("2026-12-01T00:00:00Z"),
              Instant.parse("2026-12-15T00:00:00Z"),
              model.questions());
      assertThat(texts(Json.tree(plan))).as(model.key()).isEmpty();
    }
  }

  /** What is said in one language only. */
  private static List<String> texts(JsonNode plan) {
    return plan.findParents("en").stream()
        .filter(text -> !text.has("zh-CN") || text.size() != 2)
        .map(JsonNode::toString)
        .toList();
  }

  @Test
  void the_next_round_is_half_a_year_later_where_the_plant_is_and_as_long() {
    ZoneId shanghai = ZoneId.of("Asia/Shanghai");
    assertThat(
            opening("2027-02-28T16:00:00Z", Duration.ofDays(31))
                .later(Period.ofMonths(6), shanghai))
        .as("the first of March, the first of September")
        .isEqualTo(opening("2027-08-31T16:00:00Z", Duration.ofDays(31)));
    assertThat(
            opening("2026-08-30T02:00:00Z", Duration.ofHours(23))
                .later(Period.ofMonths(6), shanghai))
        .as("from the 30th until the 31st of August")
        .isEqualTo(opening("2027-02-28T02:00:00Z", Duration.ofHours(23)));
  }

  private SurveyPlan opening(String opens, Duration lasts) {
    SurveyModel model = models.getFirst();
    return new SurveyPlan(
        model.title(),
        model.introduction(),
        SurveyOccasion.HALF_YEARLY,
        model.privacy(),
        null,
        Instant.parse(opens),
        Instant.parse(opens).plus(lasts),
        model.questions());
  }

  @Test
  void the_next_round_has_the_next_number() {
    assertThat(new SurveyCode("half-year").next()).contains(new SurveyCode("half-year-2"));
    assertThat(new SurveyCode("half-year-2").next()).contains(new SurveyCode("half-year-3"));
    assertThat(new SurveyCode("q9").next()).contains(new SurveyCode("q9-2"));
    assertThat(new SurveyCode("a".repeat(60)).next()).isEmpty();
  }
}
