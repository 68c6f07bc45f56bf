package org.vitrine.forecasts;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vitrine.forecasts.PastOrder.Heard;

/**
 * What simple methods would say of an order, by what was finished before: what was told is held
 * against it. Each knows what it was told of, and nothing else.
 */
public final class SimpleRanges {
  /** Usual and slow hours from the stage on, as the routings say them. */
  public static final String PLAN = "plan";

  private final HoursPlan plan;
  private final RemainingHours ofAll = new RemainingHours(false);
  private final RemainingHours ofAlike = new RemainingHours(true);

  public SimpleRanges(HoursPlan plan) {
    this.plan = plan;
  }

  /** An order is finished, and is known from now on. */
  public void know(PastOrder order, WorkClock clock) {
    ofAll.add(order, clock);
    ofAlike.add(order, clock);
  }

  /**
   * By the names of the methods; one that knows nothing yet says nothing.
   *
   * @param report the last one by then
   * @param now nothing is said to have been before
   */
  public Map<String, FinishRange> say(Heard report, String product, Instant now, WorkClock clock) {
    Map<String, FinishRange> said = new LinkedHashMap<>();
    double from = clock.hours(report.at());
    ofAll
        .bounds(report.stage(), product)
        .ifPresent(
            bounds ->
                said.put(ForecastEvaluation.MEDIAN_REMAINING, range(from, bounds, clock, now)));
    ofAlike
        .bounds(report.stage(), product)
        .ifPresent(
            bounds ->
                said.put(ForecastEvaluation.STAGE_AND_PRODUCT, range(from, bounds, clock, now)));
    Forecast planned = new Forecast(new Weibull(plan.shape(), plan.expected(report.stage())), 0);
    double[] hours = {
      planned.hours(FinishRange.HALF), planned.hours(FinishRange.NINE_OF_TEN),
    };
    said.put(PLAN, range(from, hours, clock, now));
    return said;
  }

  private static FinishRange range(double from, double[] bounds, WorkClock clock, Instant now) {
    return new FinishRange(clock.at(from + bounds[0]), clock.at(from + bounds[1])).notBefore(now);
  }
}
