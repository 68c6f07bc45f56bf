package org.vitrine.forecasts;

import java.util.Arrays;
import java.util.stream.IntStream;

/** How hours are spread that are expected to be one. */
public record Weibull(double shape, double scale) {
  private static final int POINTS = 10;
  private static final int HALVINGS = 60;
  private static final double FLATTEST = 0.1;
  private static final double STEEPEST = 10;
  static final double LEAST = 1e-3;

  /** Ten ratios that stand for it, at the middles of its deciles. */
  double[] points() {
    return IntStream.range(0, POINTS)
        .mapToDouble(at -> scale * Math.pow(-Math.log(1 - (at + 0.5) / POINTS), 1 / shape))
        .toArray();
  }

  /**
   * The most likely one of these ratios, and of as many orders' worth of another; that one itself
   * where there are none.
   *
   * @param orders how many orders the other stands for
   */
  static Weibull of(Ratios seen, Weibull other, double orders) {
    if (seen.logs().length == 0) {
      return other;
    }
    Ratios all = seen.and(other.points(), orders / POINTS);
    double flat = FLATTEST;
    double steep = STEEPEST;
    for (int turn = 0; turn < HALVINGS; turn++) {
      double shape = (flat + steep) / 2;
      if (all.slope(shape) > 0) {
        flat = shape;
      } else {
        steep = shape;
      }
    }
    double shape = (flat + steep) / 2;
    return new Weibull(shape, Math.pow(all.power(shape) / all.finished(), 1 / shape));
  }

  /**
   * How long it took beside what was expected, as logarithms.
   *
   * @param weights what each counts
   * @param done whether it took so long, or longer
   */
  record Ratios(double[] logs, double[] weights, boolean[] done) {
    Ratios and(double[] others, double weight) {
      int own = logs.length;
      double[] allLogs = Arrays.copyOf(logs, own + others.length);
      double[] allWeights = Arrays.copyOf(weights, own + others.length);
      boolean[] allDone = Arrays.copyOf(done, own + others.length);
      for (int at = 0; at < others.length; at++) {
        allLogs[own + at] = Math.log(Math.max(others[at], LEAST));
        allWeights[own + at] = weight;
        allDone[own + at] = true;
      }
      return new Ratios(allLogs, allWeights, allDone);
    }

    double finished() {
      double sum = 0;
      for (int at = 0; at < logs.length; at++) {
        sum += done[at] ? weights[at] : 0;
      }
      return sum;
    }

    double power(double shape) {
      double sum = 0;
      for (int at = 0; at < logs.length; at++) {
        sum += weights[at] * Math.exp(shape * logs[at]);
      }
      return sum;
    }

    /** Of the likelihood: above nothing where a steeper shape is likelier. */
    double slope(double shape) {
      double powers = 0;
      double weighted = 0;
      double logsDone = 0;
      double finished = 0;
      for (int at = 0; at < logs.length; at++) {
        double power = weights[at] * Math.exp(shape * logs[at]);
        powers += power;
        weighted += power * logs[at];
        if (done[at]) {
          logsDone += weights[at] * logs[at];
          finished += weights[at];
        }
      }
      return 1 / shape + logsDone / finished - weighted / powers;
    }
  }
}
