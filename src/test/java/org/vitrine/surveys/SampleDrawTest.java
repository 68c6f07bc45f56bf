package org.vitrine.surveys;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vitrine.surveys.SampleDraw.SampleMember;
import org.vitrine.surveys.SurveySample.SampleStrata;

class SampleDrawTest {
  private static final SurveySample TWENTY = new SurveySample(null, 20, SampleStrata.TIER);

  @Test
  void seats_go_by_size_and_the_largest_remainder_gets_what_is_left() {
    // The worked example of the method: quotas 15.74, 2.56 and 1.70 of 20.
    assertThat(SampleDraw.seats(Map.of("a", 787, "b", 128, "c", 85), 20))
        .isEqualTo(Map.of("a", 16, "b", 2, "c", 2));
    assertThat(SampleDraw.seats(Map.of("a", 3, "b", 3, "c", 3), 4))
        .isEqualTo(Map.of("a", 2, "b", 1, "c", 1));
    assertThat(SampleDraw.seats(Map.of(), 0)).isEmpty();
    assertThat(SampleDraw.seats(Map.of("a", 1, "b", 1), 2)).isEqualTo(Map.of("a", 1, "b", 1));
  }

  @Test
  void whoever_has_the_seed_draws_the_same_in_whatever_order_they_come() {
    List<SampleMember> all = members(200);
    List<SampleMember> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, new Random(3));

    Set<SampleMember> drawn = new HashSet<>(SampleDraw.draw(all, TWENTY, 42));

    assertThat(drawn).hasSize(20);
    assertThat(new HashSet<>(SampleDraw.draw(shuffled, TWENTY, 42))).isEqualTo(drawn);
    assertThat(new HashSet<>(SampleDraw.draw(all, TWENTY, 43))).isNotEqualTo(drawn);
  }

  @Test
  void each_stratum_has_its_part() {
    List<SampleMember> drawn = SampleDraw.draw(members(200), TWENTY, 42);

    assertThat(
            drawn.stream()
                .collect(Collectors.groupingBy(SampleMember::tier, Collectors.counting())))
        .isEqualTo(Map.of("gold", 5L, "standard", 15L));
  }

  @Test
  void everybody_is_drawn_as_often_as_everybody_else() {
    List<SampleMember> all = members(40);
    int[] times = new int[40];
    for (int seed = 0; seed < 2_000; seed++) {
      SampleDraw.draw(all, TWENTY, seed).forEach(one -> times[(int) one.person()]++);
    }

    // Half of them each time; five standard deviations of a binomial of 2000.
    assertThat(Arrays.stream(times).boxed()).allMatch(n -> Math.abs(n - 1_000) <= 112);
  }

  @Test
  void a_share_is_never_nobody_and_a_size_never_more_than_there_are() {
    SurveySample some = new SurveySample(new BigDecimal("0.01"), null, null);

    assertThat(SampleDraw.draw(members(3), some, 1)).hasSize(1);
    assertThat(SampleDraw.draw(members(3), TWENTY, 1)).hasSize(3);
    assertThat(SampleDraw.draw(List.of(), TWENTY, 1)).isEmpty();
  }

  /** Each fourth of gold. */
  private static List<SampleMember> members(int count) {
    return IntStream.range(0, count)
        .mapToObj(n -> new SampleMember(n, n / 2, n % 4 == 0 ? "gold" : "standard", "customer"))
        .toList();
  }
}
