package org.vitrine.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.vitrine.platform.Rejection;

class TrialOptionsTest {
  @Test
  void days_are_told_by_three_letters_or_more() {
    assertThat(TrialOptions.days("mon, Tuesday,SUN"))
        .containsExactly(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.SUNDAY);
  }

  @ParameterizedTest
  @ValueSource(strings = {",", "mon,", "mo", "someday", "mon;tue", "周一"})
  void what_are_no_days_is_refused(String text) {
    assertThatThrownBy(() -> TrialOptions.days(text))
        .isInstanceOf(Rejection.Invalid.class)
        .hasMessageContaining("mon,tue");
  }

  @Test
  void hours_are_a_number_above_nothing() {
    assertThat(TrialOptions.planHours("240.5")).hasValue(240.5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "NaN", "Infinity", "100001", "many", "二百"})
  void what_are_no_hours_is_refused(String text) {
    assertThatThrownBy(() -> TrialOptions.planHours(text))
        .isInstanceOf(Rejection.Invalid.class)
        .hasMessageContaining("240");
  }
}
