package org.vitrine.devices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vitrine.orders.Requirement;

class CapabilityTest {
  private static Requirement between(String least, String most) {
    return new Requirement(
        "d", "test", null, null, "mm", number(least), number(most), true, 1, null, null);
  }

  private static BigDecimal number(String text) {
    return text == null ? null : new BigDecimal(text);
  }

  /** So many values, half of them 9.9 and half 10.1: their mean is 10. */
  private static List<BigDecimal> values(int count) {
    return IntStream.range(0, count)
        .mapToObj(at -> new BigDecimal(at % 2 == 0 ? "9.9" : "10.1"))
        .toList();
  }

  @Test
  void between_two_limits_the_nearer_one_decides() {
    Capability of = Capability.of(between("9.4", "11.2"), values(26));
    double deviation = 0.1 * Math.sqrt(26.0 / 25);
    assertThat(of.mean().orElseThrow()).isEqualByComparingTo("10");
    assertThat(of.deviation().orElseThrow().doubleValue()).isCloseTo(deviation, within(1e-5));
    assertThat(of.cp().orElseThrow().doubleValue()).isCloseTo(1.8 / (6 * deviation), within(1e-4));
    assertThat(of.cpk().orElseThrow().doubleValue()).isCloseTo(0.6 / (3 * deviation), within(1e-4));
  }

  @Test
  void with_one_limit_there_is_only_one_figure() {
    Capability of = Capability.of(between(null, "10.6"), values(26));
    assertThat(of.cp()).isEmpty();
    assertThat(of.cpk()).isPresent();
  }

  @Test
  void of_a_few_nothing_is_said_but_how_many_it_takes() {
    Capability of = Capability.of(between("9", "11"), values(24));
    assertThat(of.values()).isEqualTo(24);
    assertThat(of.needed()).isEqualTo(25);
    assertThat(of.mean()).isEmpty();
    assertThat(of.cpk()).isEmpty();
  }

  @Test
  void of_values_that_are_all_alike_none_is_said() {
    List<BigDecimal> alike = IntStream.range(0, 30).mapToObj(at -> BigDecimal.TEN).toList();
    assertThat(Capability.of(between("9", "11"), alike).cpk()).isEmpty();
    assertThat(Capability.of(between("9", "11"), alike).mean()).isPresent();
  }
}
