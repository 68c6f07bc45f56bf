package org.vitrine.forecasts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.statistics.descriptive.Quantile;
import org.vitrine.forecasts.PastOrder.Heard;

/**
 * Usual and slow hours of each stage that is left, added up, as a plan would have it; with hours
 * that nobody could have known better, taken from the whole past with hindsight.
 */
final class PlannedMethod implements ForecastMethod {
  private static final Quantile QUANTILE =
      Quantile.withDefaults().with(Quantile.EstimationMethod.HF7);

  private final List<String> stages;
  private final double[] usual;
  private final double[] slow;
  private final WorkClock clock;

  /**
   * @param stages in the order in which they are passed
   */
  PlannedMethod(List<PastOrder> history, List<String> stages, WorkClock clock) {
    this.stages = stages;
    this.clock = clock;
    Map<String, List<Double>> taken = new HashMap<>();
    for (PastOrder order : history) {
      Map<String, Instant> reached = new LinkedHashMap<>();
      order.heard().forEach(report -> reached.putIfAbsent(report.stage(), report.at()));
      List<String> passed = new ArrayList<>(reached.keySet());
      for (int at = 0; at < passed.size() && order.finished().isPresent(); at++) {
        Instant left =
            at + 1 < passed.size() ? reached.get(passed.get(at + 1)) : order.finished().get();
        taken
            .computeIfAbsent(passed.get(at), any -> new ArrayList<>())
            .add(clock.hours(left) - clock.hours(reached.get(passed.get(at))));
      }
    }
    this.usual = hours(taken, FinishRange.HALF);
    this.slow = hours(taken, FinishRange.NINE_OF_TEN);
  }

  private double[] hours(Map<String, List<Double>> taken, double share) {
    return stages.stream()
        .mapToDouble(
            stage ->
                QUANTILE.evaluate(
                    taken.getOrDefault(stage, List.of(0.0)).stream()
                        .mapToDouble(Double::doubleValue)
                        .toArray(),
                    share))
        .toArray();
  }

  @Override
  public String name() {
    return ForecastEvaluation.PLANNED;
  }

  @Override
  public void learn(Instant night, KnownPast past, List<PastOrder> done, boolean isWorked) {}

  @Override
  public Optional<FinishRange> say(PastOrder order, Heard report) {
    int from = stages.indexOf(report.stage());
    double reported = clock.hours(report.at());
    return Optional.of(
        new FinishRange(
            clock.at(reported + rest(usual, from)), clock.at(reported + rest(slow, from))));
  }

  private static double rest(double[] hours, int from) {
    double rest = 0;
    for (int at = from; at < hours.length; at++) {
      rest += hours[at];
    }
    return rest;
  }
}
