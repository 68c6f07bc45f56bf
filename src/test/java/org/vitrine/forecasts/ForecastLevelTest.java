package org.vitrine.forecasts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ForecastLevelTest {
  @Test
  void nothing_judged_changes_nothing() {
    assertThat(ForecastLevel.NONE.half()).isEqualTo(1);
    assertThat(ForecastLevel.NONE.nineOfTen()).isEqualTo(1);
  }

  @Test
  void a_miss_moves_a_bound_out_and_what_holds_moves_it_in() {
    assertThat(ForecastLevel.NONE.judgedNineOfTen(true).nineOfTen()).isGreaterThan(1);
    assertThat(ForecastLevel.NONE.judgedNineOfTen(false).nineOfTen()).isLessThan(1);
    assertThat(ForecastLevel.NONE.judgedNineOfTen(true).half()).isEqualTo(1);
    assertThat(ForecastLevel.NONE.judgedHalf(true).half()).isGreaterThan(1);
    assertThat(ForecastLevel.NONE.judgedHalf(true).nineOfTen()).isEqualTo(1);
  }

  @Test
  void where_bounds_hold_as_often_as_they_say_they_stay() {
    ForecastLevel level = ForecastLevel.NONE;
    for (int at = 0; at < 1_000; at++) {
      level = level.judgedNineOfTen(at % 10 == 0).judgedHalf(at % 2 == 0);
    }

    assertThat(level.nineOfTen()).isCloseTo(1, within(0.005));
    assertThat(level.half()).isCloseTo(1, within(0.005));
  }

  @Test
  void they_are_at_most_twice_as_far_and_at_least_half() {
    ForecastLevel missed = ForecastLevel.NONE;
    ForecastLevel held = ForecastLevel.NONE;
    for (int at = 0; at < 10_000; at++) {
      missed = missed.judgedNineOfTen(true).judgedHalf(true);
      held = held.judgedNineOfTen(false).judgedHalf(false);
    }

    assertThat(missed.nineOfTen()).isCloseTo(2, within(1e-9));
    assertThat(missed.half()).isCloseTo(2, within(1e-9));
    assertThat(held.nineOfTen()).isCloseTo(0.5, within(1e-9));
    assertThat(held.half()).isCloseTo(0.5, within(1e-9));
  }
}
