package org.vitrine.platform.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Of a hundred intervals about 95 hold what is so: drawn again and again, from a fixed seed. */
class CoverageTest {
  private static final int DRAWN = 6_000;

  @Test
  void of_shares() {
    assertCovers(
        random -> {
          double so = 0.1 + 0.8 * random.nextDouble();
          return share(random, 42, so).interval().holds(so);
        });
  }

  @Test
  void of_differences_of_shares() {
    assertCovers(
        random -> {
          double now = 0.1 + 0.8 * random.nextDouble();
          double before = 0.1 + 0.8 * random.nextDouble();
          Interval interval = share(random, 40, now).since(share(random, 55, before));
          return interval.holds(now - before);
        });
  }

  @Test
  void of_promoters() {
    assertCovers(
        random -> {
          double would = 0.2 + 0.4 * random.nextDouble();
          double wouldNot = 0.05 + 0.3 * random.nextDouble();
          return promoters(random, 45, would, wouldNot).interval().holds(100 * (would - wouldNot));
        });
  }

  @Test
  void of_differences_of_promoters() {
    assertCovers(
        random -> {
          double would = 0.2 + 0.4 * random.nextDouble();
          double wouldNot = 0.05 + 0.3 * random.nextDouble();
          Interval interval =
              promoters(random, 45, would, wouldNot).since(promoters(random, 60, 0.5, 0.2));
          return interval.holds(100 * (would - wouldNot - 0.5 + 0.2));
        });
  }

  @Test
  void of_means() {
    assertCovers(random -> mean(random, 12, 7).interval().orElseThrow().holds(7));
  }

  @Test
  void of_differences_of_means() {
    assertCovers(random -> mean(random, 12, 7).since(mean(random, 20, 6)).orElseThrow().holds(1));
  }

  @Test
  void of_means_of_a_few_of_whom_half_answered() {
    assertCovers(
        random -> {
          double[] all = random.doubles(40).toArray();
          double so = Mean.of(all).figure();
          double[] some =
              random.ints(0, 40).distinct().limit(20).mapToDouble(i -> all[i]).toArray();
          return Mean.of(some).intervalAmong(40).orElseThrow().holds(so);
        });
  }

  @Test
  void of_medians() {
    assertCovers(
        random -> {
          double[] values = random.doubles(20).map(one -> -Math.log(one)).toArray();
          return Quantiles.of(values).medianInterval().orElseThrow().holds(Math.log(2));
        });
  }

  private static void assertCovers(Predicate<Random> holds) {
    Random random = new Random(20261130);
    long held = 0;
    for (int at = 0; at < DRAWN; at++) {
      held += holds.test(random) ? 1 : 0;
    }
    assertThat((double) held / DRAWN).isBetween(0.93, 0.97);
  }

  private static Share share(Random random, int of, double so) {
    return new Share((int) random.doubles(of).filter(one -> one < so).count(), of);
  }

  private static NetPromoters promoters(Random random, int of, double would, double wouldNot) {
    double[] drawn = random.doubles(of).toArray();
    int promoters = 0;
    int detractors = 0;
    for (double one : drawn) {
      promoters += one < would ? 1 : 0;
      detractors += one >= 1 - wouldNot ? 1 : 0;
    }
    return new NetPromoters(promoters, of - promoters - detractors, detractors);
  }

  private static Mean mean(Random random, int of, double so) {
    double[] values = new double[of];
    for (int at = 0; at < of; at++) {
      values[at] = so + 2 * random.nextGaussian();
    }
    return Mean.of(values);
  }
}
