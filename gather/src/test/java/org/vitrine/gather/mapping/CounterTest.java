package org.vitrine.gather.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.gather.plan.Sense;

class CounterTest {
  private static final Sense.Count PLAIN = new Sense.Count("good", null, false, false);

  @ParameterizedTest
  @CsvSource({
    "100, 103, 3",
    "100, 100, 0",
    "65534, 2, 4", // it wrapped
    "65535, 0, 1",
    "40000, 39000, 0", // it fell within one half: no wrap, and nothing is known
    "100, 3, 0"
  })
  void a_count_that_wraps_goes_on_and_one_that_falls_says_nothing(
      BigDecimal before, BigDecimal now, BigDecimal pieces) {
    Sense.Count count = new Sense.Count("good", new BigDecimal("65535"), false, false);

    assertThat(Counter.between(before, now, count).pieces()).isEqualByComparingTo(pieces);
  }

  @Test
  void what_a_reset_hides_is_told_unless_it_is_known_to_begin_at_zero() {
    Sense.Count zeroed = new Sense.Count("good", null, true, false);

    assertThat(between("100", "3", PLAIN).doubt()).contains("fell from 100 to 3");
    assertThat(between("100", "0", PLAIN).doubt()).isNull();
    assertThat(between("100", "3", zeroed).pieces()).isEqualByComparingTo("3");
    assertThat(between("100", "3", zeroed).doubt()).isNull();
  }

  @Test
  void parts_too_small_to_report_are_reported_with_the_next() {
    Counter.Difference first = between("1.0000", "1.0014", PLAIN);
    Counter.Difference next = Counter.between(first.standsAt(), new BigDecimal("1.0028"), PLAIN);

    assertThat(first.pieces()).isEqualByComparingTo("0.001");
    assertThat(next.pieces()).isEqualByComparingTo("0.001");
    assertThat(next.standsAt()).isEqualByComparingTo("1.002");
  }

  @Test
  void over_a_gap_nothing_is_counted_unless_it_never_begins_anew() {
    Sense.Count lasting = new Sense.Count("good", null, false, true);
    BigDecimal before = new BigDecimal("100");
    BigDecimal now = new BigDecimal("130");

    assertThat(Counter.overGap(before, now, true, PLAIN).pieces()).isZero();
    assertThat(Counter.overGap(before, now, true, PLAIN).doubt()).contains("is not reported");
    assertThat(Counter.overGap(before, now, true, lasting).pieces()).isEqualByComparingTo("30");
    assertThat(Counter.overGap(before, now, false, lasting).pieces()).isZero();
    assertThat(Counter.overGap(before, before, true, PLAIN).doubt()).isNull();
  }

  private static Counter.Difference between(String before, String now, Sense.Count count) {
    return Counter.between(new BigDecimal(before), new BigDecimal(now), count);
  }
}
