package org.vitrine.forecasts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SizeFactorsTest {
  private static final SizeFactors CURVE = new SizeFactors(0, new double[] {0.5, 1, 2});

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.NEGATIVE_INFINITY})
  void what_is_no_quantity_says_nothing(double none) {
    assertThat(SizeFactors.step(OptionalDouble.of(none))).isEqualTo(SizeFactors.UNKNOWN);
    assertThat(CURVE.of(OptionalDouble.of(none))).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e300, Double.MAX_VALUE, Double.POSITIVE_INFINITY})
  void a_huge_one_is_like_the_largest(double huge) {
    assertThat(CURVE.of(OptionalDouble.of(huge))).isEqualTo(2);
    assertThat(SizeFactors.step(OptionalDouble.of(huge))).isBetween(1, 1_000);
  }

  @Test
  void a_tiny_one_is_like_the_smallest() {
    assertThat(CURVE.of(OptionalDouble.of(Double.MIN_VALUE))).isEqualTo(0.5);
    assertThat(SizeFactors.step(OptionalDouble.of(Double.MIN_VALUE))).isBetween(-1_000, -1);
  }

  @Test
  void nobody_said_how_much() {
    assertThat(CURVE.of(OptionalDouble.empty())).isEqualTo(1);
    assertThat(SizeFactors.NONE.of(OptionalDouble.of(5))).isEqualTo(1);
  }

  @Test
  void the_nearer_the_more_alike() {
    assertThat(SizeFactors.alike(0)).isEqualTo(1);
    assertThat(SizeFactors.alike(3)).isEqualTo(SizeFactors.alike(-3)).isLessThan(1);
    assertThat(SizeFactors.alike(40)).isLessThan(SizeFactors.alike(20));
  }
}
