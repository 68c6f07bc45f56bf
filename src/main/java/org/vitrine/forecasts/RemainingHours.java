package org.vitrine.forecasts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.statistics.descriptive.Quantile;
import org.vitrine.forecasts.PastOrder.Heard;

/** How many hours of work finished orders still took from their reports on. */
final class RemainingHours {
  private static final Quantile QUANTILE =
      Quantile.withDefaults().with(Quantile.EstimationMethod.HF7);
  private static final double[] BOUNDS = {FinishRange.HALF, FinishRange.NINE_OF_TEN};
  private static final int FEWEST = 5;
  private static final String ALL = "";

  private final boolean byStageAndProduct;
  private final Map<String, List<Double>> hours = new HashMap<>();

  /** Until more is added. */
  private final Map<String, double[]> known = new HashMap<>();

  /**
   * @param byStageAndProduct whether those of the same stage and product tell more, then those of
   *     the same stage
   */
  RemainingHours(boolean byStageAndProduct) {
    this.byStageAndProduct = byStageAndProduct;
  }

  /** It is finished. */
  void add(PastOrder order, WorkClock clock) {
    known.clear();
    double end = clock.hours(order.finished().orElseThrow());
    for (Heard report : order.heard()) {
      double left = end - clock.hours(report.at());
      if (report.at().isBefore(order.finished().get())) {
        keys(report.stage(), order.product())
            .forEach(key -> hours.computeIfAbsent(key, any -> new ArrayList<>()).add(left));
      }
    }
  }

  /** The nearest first. */
  private List<String> keys(String stage, String product) {
    return byStageAndProduct ? List.of(stage + "\n" + product, stage + "\n\n", ALL) : List.of(ALL);
  }

  /** From a report on, by when half and nine of ten were finished; absent where none was. */
  Optional<double[]> bounds(String stage, String product) {
    return keys(stage, product).stream()
        .filter(
            key -> hours.containsKey(key) && (key.equals(ALL) || hours.get(key).size() >= FEWEST))
        .findFirst()
        .map(key -> known.computeIfAbsent(key, this::bounds));
  }

  private double[] bounds(String key) {
    double[] all = hours.get(key).stream().mapToDouble(Double::doubleValue).toArray();
    return QUANTILE.evaluate(all, BOUNDS);
  }
}
