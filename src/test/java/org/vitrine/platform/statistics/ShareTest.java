package org.vitrine.platform.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShareTest {
  private static final Offset<Double> AS_PRINTED = within(0.00005);

  /** Newcombe, “Two-sided confidence intervals for the single proportion” (1998), table I. */
  @ParameterizedTest
  @CsvSource({
    "81, 263, 0.2553, 0.3662",
    "15, 148, 0.0624, 0.1605",
    "0, 20, 0.0000, 0.1611",
    "1, 29, 0.0061, 0.1718"
  })
  void lies_where_the_score_interval_of_the_literature_lies(
      int hits, int of, double low, double high) {
    Interval interval = new Share(hits, of).interval();

    assertThat(interval.low()).isCloseTo(low, AS_PRINTED);
    assertThat(interval.high()).isCloseTo(high, AS_PRINTED);
  }

  /** Newcombe, “… the difference between independent proportions” (1998), table II, method 10. */
  @ParameterizedTest
  @CsvSource({
    "56, 70, 48, 80, 0.0524, 0.3339",
    "9, 10, 3, 10, 0.1705, 0.8090",
    "6, 7, 2, 7, 0.0582, 0.8062",
    "5, 56, 0, 29, -0.0381, 0.1926",
    "0, 10, 0, 20, -0.1611, 0.2775",
    "0, 10, 0, 10, -0.2775, 0.2775"
  })
  void differs_as_the_literature_says(
      int hits, int of, int hitsBefore, int ofBefore, double low, double high) {
    Interval difference = new Share(hits, of).since(new Share(hitsBefore, ofBefore));

    assertThat(difference.low()).isCloseTo(low, AS_PRINTED);
    assertThat(difference.high()).isCloseTo(high, AS_PRINTED);
  }

  @Test
  void has_changed_only_where_no_difference_is_out_of_the_question() {
    assertThat(new Share(9, 10).since(new Share(3, 10)).excludesZero()).isTrue();
    assertThat(new Share(5, 56).since(new Share(0, 29)).excludesZero()).isFalse();
  }

  @Test
  void nobody_of_nobody_is_no_share() {
    assertThatThrownBy(() -> new Share(0, 0)).hasMessageContaining("0 of 0");
    assertThatThrownBy(() -> new Share(4, 3)).hasMessageContaining("4 of 3");
  }
}
