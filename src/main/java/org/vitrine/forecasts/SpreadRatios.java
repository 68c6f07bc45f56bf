package org.vitrine.forecasts;

import java.util.Arrays;
import org.vitrine.forecasts.Weibull.Ratios;

/**
 * How long it took beside what was expected, of all moments and of those of each stage: counted by
 * logarithms a hundredth apart, so that ten million are no more to fit than a thousand.
 */
final class SpreadRatios {
  private static final double LEAST = Math.log(Weibull.LEAST);
  private static final int FIRST = (int) Math.floor(LEAST / HeardMoments.APART);
  private static final int BUCKETS = 4 * -FIRST;

  private final Ratios all;
  private final Ratios[] byStage;

  /** What weighs how much, at each step. */
  private static final class Buckets {
    private final double[] done = new double[BUCKETS];
    private final double[] open = new double[BUCKETS];

    void clear() {
      Arrays.fill(done, 0);
      Arrays.fill(open, 0);
    }

    void add(double log, boolean isDone, double weight) {
      long step = Math.round(Math.max(log, LEAST) / HeardMoments.APART) - FIRST;
      (isDone ? done : open)[Math.clamp(step, 0, BUCKETS - 1)] += weight;
    }

    void addTo(Buckets other) {
      for (int at = 0; at < BUCKETS; at++) {
        other.done[at] += done[at];
        other.open[at] += open[at];
      }
    }

    Ratios ratios() {
      int count = 0;
      for (int at = 0; at < BUCKETS; at++) {
        count += (done[at] > 0 ? 1 : 0) + (open[at] > 0 ? 1 : 0);
      }
      Ratios ratios = new Ratios(new double[count], new double[count], new boolean[count]);
      int next = 0;
      for (int at = 0; at < BUCKETS; at++) {
        next = put(ratios, next, at, done[at], true);
        next = put(ratios, next, at, open[at], false);
      }
      return ratios;
    }

    private static int put(Ratios ratios, int next, int at, double weight, boolean done) {
      if (weight == 0) {
        return next;
      }
      ratios.logs()[next] = (at + FIRST) * HeardMoments.APART;
      ratios.weights()[next] = weight;
      ratios.done()[next] = done;
      return next + 1;
    }
  }

  /**
   * @param expected of each group of moments
   * @param stageOf which stage each group is of; those of one follow each other
   */
  SpreadRatios(HeardMoments.InOrder moments, double[] expected, int[] stageOf, int stages) {
    double[] logs = Arrays.stream(expected).map(Math::log).toArray();
    this.byStage = new Ratios[stages];
    Buckets total = new Buckets();
    Buckets own = new Buckets();
    int at = 0;
    for (int stage = 0; stage < stages; stage++) {
      own.clear();
      for (; at < moments.size() && stageOf[moments.group(at)] == stage; at++) {
        double log = moments.hours(at) * HeardMoments.APART - logs[moments.group(at)];
        own.add(log, moments.isDone(at), moments.weight(at));
      }
      byStage[stage] = own.ratios();
      own.addTo(total);
    }
    this.all = total.ratios();
  }

  Ratios all() {
    return all;
  }

  Ratios ofStage(int stage) {
    return byStage[stage];
  }
}
