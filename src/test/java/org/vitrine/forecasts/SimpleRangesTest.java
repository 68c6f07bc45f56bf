package org.vitrine.forecasts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.vitrine.calendars.WorkingTime;
import org.vitrine.forecasts.PastOrder.Heard;

/** Simple methods say what remained of others, and what the plan says. */
class SimpleRangesTest {
  private static final Instant BEGIN = Instant.parse("2026-03-02T00:00:00Z");
  private static final WorkClock CLOCK =
      WorkClock.of(WorkingTime.AROUND_THE_CLOCK, BEGIN, BEGIN.plus(Duration.ofDays(400)));
  private static final Heard REPORT = new Heard(BEGIN.plus(Duration.ofDays(100)), "turn");

  private final SimpleRanges simple =
      new SimpleRanges(new HoursPlan(50, OptionalDouble.of(100), Map.of("turn", 20.0)));

  /** It took so many hours from its report at a stage on. */
  private void finished(String stage, String product, int hours) {
    Heard report = new Heard(BEGIN, stage);
    simple.know(
        new PastOrder(
            "SO-" + hours,
            product,
            OptionalDouble.empty(),
            List.of(report),
            Optional.of(BEGIN.plus(Duration.ofHours(hours))),
            List.of()),
        CLOCK);
  }

  private double hours(Map<String, FinishRange> said, String method) {
    return Duration.between(REPORT.at(), said.get(method).half()).toMinutes() / 60.0;
  }

  private Map<String, FinishRange> said(String product, Instant now) {
    return simple.say(REPORT, product, now, CLOCK);
  }

  @Test
  void while_nothing_is_finished_only_the_plan_speaks() {
    Map<String, FinishRange> said = said("Plug", REPORT.at());

    assertThat(said).containsOnlyKeys("plan");
    assertThat(hours(said, "plan")).isEqualTo(20);
    assertThat(said.get("plan").nineOfTen()).isEqualTo(REPORT.at().plus(Duration.ofHours(40)));
  }

  @Test
  void one_knows_what_remained_of_all_and_one_of_those_alike() {
    for (int one = 0; one < 5; one++) {
      finished("turn", "Plug", 10);
      finished("mill", "Cable", 30);
      finished("mill", "Cable", 30);
    }

    Map<String, FinishRange> said = said("Plug", REPORT.at());

    assertThat(hours(said, "median-remaining")).isEqualTo(30);
    assertThat(hours(said, "stage-and-product")).isEqualTo(10);
  }

  @Test
  void few_of_a_product_say_no_more_than_all_of_their_stage() {
    for (int one = 0; one < 4; one++) {
      finished("turn", "Plug", 10);
      finished("turn", "Cable", 30);
    }
    finished("turn", "Cable", 30);

    assertThat(hours(said("Plug", REPORT.at()), "stage-and-product")).isEqualTo(30);
  }

  @Test
  void nothing_is_said_to_have_been_before() {
    Instant later = REPORT.at().plus(Duration.ofDays(9));

    assertThat(said("Plug", later).get("plan")).isEqualTo(new FinishRange(later, later));
  }
}
