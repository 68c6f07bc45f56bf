package org.vitrine.platform.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** By the steps that MeasuringU gives, each computed by hand. */
class NetPromotersTest {
  private static final Offset<Double> HUNDREDTH = within(0.01);

  /**
   * 16 would and 8 would not of 37: 16.75/40 = 0.41875 and 8.75/40 = 0.21875, whose difference is
   * 0.2; the variance is (0.6375 − 0.04)/40 = 0.0149375, its root 0.122219, times 1.959964 is
   * 0.239546.
   */
  @Test
  void the_interval_is_the_adjusted_wald_one() {
    NetPromoters answers = new NetPromoters(16, 13, 8);

    assertThat(answers.figure()).isCloseTo(21.62, HUNDREDTH);
    assertThat(answers.interval().low()).isCloseTo(20 - 23.95, HUNDREDTH);
    assertThat(answers.interval().high()).isCloseTo(20 + 23.95, HUNDREDTH);
  }

  /**
   * Against 26 and 34 of 97: 26.75/100 and 34.75/100 differ by −0.08, of the variance (0.615 −
   * 0.0064)/100 = 0.006086; 0.2 + 0.08 = 0.28 ± 1.959964 × √0.0210235 = 0.284185.
   */
  @Test
  void a_difference_adds_both_variances() {
    Interval difference = new NetPromoters(16, 13, 8).since(new NetPromoters(26, 37, 34));

    assertThat(difference.low()).isCloseTo(-0.42, HUNDREDTH);
    assertThat(difference.high()).isCloseTo(56.42, HUNDREDTH);
    assertThat(difference.excludesZero()).isFalse();
  }

  @Test
  void where_all_would_the_interval_stays_within_what_is_possible_and_is_not_certain() {
    Interval all = new NetPromoters(6, 0, 0).interval();

    assertThat(all.high()).isEqualTo(100);
    assertThat(all.low()).isBetween(20.0, 60.0);
  }
}
