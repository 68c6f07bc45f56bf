package org.vitrine.forecasts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.descriptive.Quantile;
import org.vitrine.forecasts.PastOrder.Heard;

/** What others would say who learn from finished orders: what a forecast is held against. */
final class SimpleMethods {
  private static final Quantile QUANTILE =
      Quantile.withDefaults().with(Quantile.EstimationMethod.HF7);

  private SimpleMethods() {}

  static List<ForecastMethod> all() {
    return List.of(
        new MeanLead(),
        new RemainingTime(ForecastEvaluation.MEDIAN_REMAINING, false),
        new RemainingTime(ForecastEvaluation.STAGE_AND_PRODUCT, true));
  }

  private static double[] array(List<Double> hours) {
    return hours.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Any order takes as long as those that are finished took on average. */
  private static final class MeanLead implements ForecastMethod {
    private final List<Double> leads = new ArrayList<>();
    private WorkClock clock;

    private double mean;
    private double slow;

    @Override
    public String name() {
      return ForecastEvaluation.MEAN_LEAD;
    }

    @Override
    public void learn(Instant night, KnownPast past, List<PastOrder> done, boolean isWorked) {
      clock = past.clock();
      for (PastOrder order : done) {
        leads.add(
            clock.hours(order.finished().orElseThrow())
                - clock.hours(order.heard().getFirst().at()));
      }
      if (!leads.isEmpty()) {
        mean = leads.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        slow = QUANTILE.evaluate(array(leads), FinishRange.NINE_OF_TEN);
      }
    }

    @Override
    public Optional<FinishRange> say(PastOrder order, Heard report) {
      if (leads.isEmpty()) {
        return Optional.empty();
      }
      double begun = clock.hours(order.heard().getFirst().at());
      return Optional.of(
          new FinishRange(clock.at(begun + mean), clock.at(begun + slow)).notBefore(report.at()));
    }
  }

  /** From any report on it takes as long as it took finished orders from theirs on. */
  private static final class RemainingTime implements ForecastMethod {
    private final String name;
    private final RemainingHours hours;
    private WorkClock clock;

    private RemainingTime(String name, boolean byStageAndProduct) {
      this.name = name;
      this.hours = new RemainingHours(byStageAndProduct);
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public void learn(Instant night, KnownPast past, List<PastOrder> done, boolean isWorked) {
      clock = past.clock();
      done.forEach(order -> hours.add(order, clock));
    }

    @Override
    public Optional<FinishRange> say(PastOrder order, Heard report) {
      double from = clock.hours(report.at());
      return hours
          .bounds(report.stage(), order.product())
          .map(found -> new FinishRange(clock.at(from + found[0]), clock.at(from + found[1])));
    }
  }
}
