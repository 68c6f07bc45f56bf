package org.vitrine.forecasts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.vitrine.forecasts.Weibull.Ratios;

/** What is found is what the samples were drawn from. */
class WeibullTest {
  private static final int MANY = 20_000;
  private static final Weibull OTHER = new Weibull(1.2, 1);

  private final double[] logs = new double[MANY];
  private final double[] weights = new double[MANY];
  private final boolean[] done = new boolean[MANY];

  /** Those that take longer than so long are still open then. */
  private Ratios drawn(Weibull from, double longest) {
    Random random = new Random(7);
    for (int at = 0; at < MANY; at++) {
      double takes = from.scale() * Math.pow(-Math.log(1 - random.nextDouble()), 1 / from.shape());
      double open = longest * random.nextDouble();
      logs[at] = Math.log(Math.min(takes, open));
      done[at] = takes <= open;
      weights[at] = 1;
    }
    return new Ratios(logs, weights, done);
  }

  @Test
  void it_finds_what_finished_ones_were_drawn_from() {
    Weibull found = Weibull.of(drawn(new Weibull(2.5, 0.7), 1e9), OTHER, 1);

    assertThat(found.shape()).isCloseTo(2.5, within(0.05));
    assertThat(found.scale()).isCloseTo(0.7, within(0.01));
  }

  @Test
  void those_that_are_open_count_as_at_least_so_long() {
    Weibull found = Weibull.of(drawn(new Weibull(1.5, 1.3), 1.5), OTHER, 1);

    assertThat(found.shape()).isCloseTo(1.5, within(0.06));
    assertThat(found.scale()).isCloseTo(1.3, within(0.03));
  }

  /** By hand: with these two the shape k solves 1/k + ln2/2 = ln2 * 2^k / (1 + 2^k). */
  @Test
  void two_samples_have_the_shape_that_one_finds_by_hand() {
    Ratios two =
        new Ratios(
            new double[] {0, Math.log(2)}, new double[] {1e9, 1e9}, new boolean[] {true, true});
    Weibull found = Weibull.of(two, OTHER, 1);
    double power = Math.pow(2, found.shape());

    assertThat(1 / found.shape() + Math.log(2) / 2)
        .isCloseTo(Math.log(2) * power / (1 + power), within(1e-6));
    assertThat(found.scale()).isCloseTo(Math.pow((1 + power) / 2, 1 / found.shape()), within(1e-6));
  }

  @Test
  void without_samples_it_is_the_other_one() {
    Ratios none = new Ratios(new double[0], new double[0], new boolean[0]);

    assertThat(Weibull.of(none, OTHER, 60)).isEqualTo(OTHER);
  }

  @Test
  void few_samples_change_little() {
    Ratios one = new Ratios(new double[] {2}, new double[] {1}, new boolean[] {true});
    Weibull found = Weibull.of(one, OTHER, 60);

    assertThat(found.scale()).isBetween(0.9, 1.3);
    assertThat(found.shape()).isBetween(1.0, 1.4);
  }

  @Test
  void a_weight_of_two_is_the_same_as_two_samples() {
    Ratios twice =
        new Ratios(
            new double[] {0.3, 0.3, 1.1},
            new double[] {1, 1, 1},
            new boolean[] {true, true, false});
    Ratios weighted =
        new Ratios(new double[] {0.3, 1.1}, new double[] {2, 1}, new boolean[] {true, false});

    assertThat(Weibull.of(twice, OTHER, 3).shape())
        .isCloseTo(Weibull.of(weighted, OTHER, 3).shape(), within(1e-9));
  }

  @Test
  void samples_that_are_all_alike_have_a_bounded_shape() {
    Ratios alike =
        new Ratios(new double[] {0, 0}, new double[] {1e9, 1e9}, new boolean[] {true, true});
    Ratios open =
        new Ratios(new double[] {0, 0}, new double[] {1e9, 1e9}, new boolean[] {false, false});

    assertThat(Weibull.of(alike, OTHER, 10).shape()).isBetween(0.1, 10.0);
    assertThat(Weibull.of(open, OTHER, 10).shape()).isBetween(0.1, 10.0);
    assertThat(Weibull.of(open, OTHER, 10).scale()).isFinite().isGreaterThan(1);
  }
}
