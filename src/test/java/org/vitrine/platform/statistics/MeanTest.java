package org.vitrine.platform.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MeanTest {

  /** NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.5.2, ZARR13.DAT. */
  @Test
  void the_interval_is_students() {
    Interval interval = new Mean(195, 9.261460, 0.022789 * 0.022789).interval().orElseThrow();

    assertThat(interval.low()).isCloseTo(9.258242, within(0.000002));
    assertThat(interval.high()).isCloseTo(9.264679, within(0.000002));
  }

  /** The same, 1.3.5.3, AUTO83B.DAT: t is −12.94627 at 136.8750 degrees of freedom. */
  @Test
  void a_difference_is_welchs() {
    Mean before = new Mean(79, 30.48101, 6.107710 * 6.107710);

    Interval difference = new Mean(249, 20.14458, 6.414700 * 6.414700).since(before).orElseThrow();

    double margin = 10.33643 / 12.94627 * 1.97745;
    assertThat(difference.low()).isCloseTo(-10.33643 - margin, within(0.001));
    assertThat(difference.high()).isCloseTo(-10.33643 + margin, within(0.001));
  }

  /** 3 of 12: √((12 − 3)/12) = 0.866025; t at 2 is 4.302653, of the deviation 2/√3. */
  @Test
  void the_more_of_all_have_answered_the_surer_is_their_mean() {
    Mean mean = Mean.of(3, 5, 7);

    Interval some = mean.intervalAmong(12).orElseThrow();
    assertThat(some.high()).isCloseTo(5 + 0.866025 * 4.302653 * 2 / Math.sqrt(3), within(0.0001));
    assertThat(mean.intervalAmong(3)).contains(new Interval(5, 5));
    assertThatThrownBy(() -> mean.intervalAmong(2)).hasMessageContaining("3 of 2");
  }

  @Test
  void one_value_says_nothing_of_others() {
    assertThat(Mean.of(4).interval()).isEmpty();
    assertThat(Mean.of(4).since(Mean.of(1, 2))).isEmpty();
  }

  @Test
  void what_never_varies_does_not_tell_that_anything_changed() {
    assertThat(Mean.of(4, 4, 4, 4, 4).since(Mean.of(3, 3, 3, 3, 3))).isEmpty();
    assertThat(Mean.of(4, 4, 4, 4, 4).since(Mean.of(3, 3, 3, 3, 4))).isPresent();
  }
}
