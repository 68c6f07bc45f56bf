package org.vitrine.visits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vitrine.visits.CadenceCount.CountedDays;

/** How a quarter is counted. */
class CadenceCountTest {
  private static final LocalDate FIRST = LocalDate.of(2026, 7, 1);
  private static final LocalDate LAST = LocalDate.of(2026, 9, 30);

  private static CadenceCount count(int... days) {
    return known(-400, days);
  }

  private static CadenceCount known(int since, int... days) {
    List<LocalDate> touches = IntStream.of(days).mapToObj(FIRST::plusDays).toList();
    return CadenceCount.of(touches, 45, FIRST.plusDays(since), new CountedDays(FIRST, LAST));
  }

  @Test
  void who_comes_monthly_keeps_it() {
    assertThat(count(-10, 20, 50, 80)).isEqualTo(new CadenceCount(3, 0));
  }

  @Test
  void whoever_never_comes_misses_twice_in_a_quarter() {
    assertThat(count()).isEqualTo(new CadenceCount(0, 2));
  }

  @Test
  void what_comes_too_late_makes_up_for_nothing_and_begins_anew() {
    assertThat(count(-10, 40)).isEqualTo(new CadenceCount(0, 2));
    assertThat(count(-10, 40, 60)).isEqualTo(new CadenceCount(1, 1));
  }

  @Test
  void whom_nobody_knew_yet_nobody_missed() {
    assertThat(known(92)).as("came after it").isEqualTo(new CadenceCount(0, 0));
    assertThat(known(60)).as("may still be met").isEqualTo(new CadenceCount(0, 0));
    assertThat(known(30)).isEqualTo(new CadenceCount(0, 1));
    assertThat(known(30, 40)).isEqualTo(new CadenceCount(1, 1));
    assertThat(known(80, -10)).as("was met before it was written down").isEqualTo(count(-10));
  }

  @Test
  void what_is_still_to_come_is_not_missed() {
    assertThat(count(-10, 30, 70)).isEqualTo(new CadenceCount(2, 0));
  }

  @Test
  void the_house_says_by_tier_what_is_the_longest() {
    Cadence gold = AgreedCadences.interval(Map.of("gold", 60), "gold").orElseThrow();
    assertThat(gold.longestDays()).isEqualTo(60);
    assertThat(gold.idealDays()).isEqualTo(30);
    assertThat(gold.from().owner()).isEqualTo(CadenceOwner.INTERVAL);
    assertThat(AgreedCadences.interval(Map.of("gold", 60), "silver")).isEmpty();
    Cadence short1 = AgreedCadences.interval(Map.of("gold", 1), "gold").orElseThrow();
    assertThat(short1.idealDays()).isEqualTo(1);
  }
}
