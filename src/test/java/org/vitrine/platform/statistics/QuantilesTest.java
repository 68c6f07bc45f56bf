package org.vitrine.platform.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuantilesTest {

  /** Campbell and Gardner, “… some non-parametric analyses”, BMJ 296 (1988), table of ranks. */
  @ParameterizedTest
  @CsvSource({"6, 1, 6", "10, 2, 9", "20, 6, 15", "30, 10, 21", "50, 18, 33", "100, 40, 61"})
  void the_median_lies_between_the_ranks_of_the_literature(int of, int low, int high) {
    double[] ranks = IntStream.rangeClosed(1, of).mapToDouble(rank -> rank).toArray();

    assertThat(Quantiles.of(ranks).medianInterval()).contains(new Interval(low, high));
  }

  @Test
  void of_five_values_the_median_may_lie_anywhere() {
    assertThat(Quantiles.of(1, 2, 3, 4, 5).medianInterval()).isEmpty();
  }

  @Test
  void values_need_no_order() {
    Quantiles values = Quantiles.of(9, 1, 5, 3, 7);

    assertThat(values.median()).isEqualTo(5);
    assertThat(values.at(0.25)).isCloseTo(2 + 1.0 / 3, within(1e-9));
    assertThat(values.at(0)).isEqualTo(1);
    assertThat(values.at(1)).isEqualTo(9);
  }
}
