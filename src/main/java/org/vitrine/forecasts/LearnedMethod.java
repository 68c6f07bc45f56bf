package org.vitrine.forecasts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.vitrine.forecasts.ForecastTable.OrderPosition;
import org.vitrine.forecasts.PastOrder.Heard;

/** What pages say: a table each night, told anew each working morning and at each report. */
final class LearnedMethod implements ForecastMethod {
  private final HoursPlan plan;
  private final Map<String, OrderTold> tellings = new HashMap<>();
  private final List<FirstTold> toJudge = new ArrayList<>();
  private ForecastTable table;
  private ForecastLevel level = ForecastLevel.NONE;
  private WorkClock clock;

  /** What is told of an order, and by which report. */
  private static final class OrderTold {
    private final Set<String> stages = new HashSet<>();
    private Heard newest;
    private ToldRange told;
  }

  /** The first range that was told of an order at a stage: it is judged when its days have come. */
  private record FirstTold(PastOrder order, FinishRange range, boolean halfJudged) {}

  LearnedMethod(HoursPlan plan) {
    this.plan = plan;
  }

  @Override
  public String name() {
    return ForecastEvaluation.SHOWN;
  }

  @Override
  public void learn(Instant night, KnownPast past, List<PastOrder> done, boolean isWorked) {
    clock = past.clock();
    judge(night);
    table = new TableLearning(past.moments(night), plan).at(night);
    if (isWorked) {
      double now = clock.hours(night);
      past.open().stream()
          .filter(order -> tellings.containsKey(order.number()))
          .forEach(order -> tell(tellings.get(order.number()), order, now));
    }
  }

  private void judge(Instant night) {
    List<FirstTold> later = new ArrayList<>();
    for (FirstTold one : toJudge) {
      boolean halfCame = one.range().half().isBefore(night);
      if (halfCame && !one.halfJudged()) {
        level = level.judgedHalf(one.order().isOpenAt(one.range().half()));
      }
      if (one.range().nineOfTen().isBefore(night)) {
        level = level.judgedNineOfTen(one.order().isOpenAt(one.range().nineOfTen()));
      } else {
        later.add(new FirstTold(one.order(), one.range(), halfCame));
      }
    }
    toJudge.clear();
    toJudge.addAll(later);
  }

  @Override
  public Optional<FinishRange> say(PastOrder order, Heard report) {
    OrderTold telling = tellings.computeIfAbsent(order.number(), any -> new OrderTold());
    telling.newest = report;
    FinishRange range = tell(telling, order, clock.hours(report.at()));
    if (telling.stages.add(report.stage())) {
      toJudge.add(new FirstTold(order, range, false));
    }
    return Optional.of(range);
  }

  private FinishRange tell(OrderTold telling, PastOrder order, double now) {
    double reported = clock.hours(telling.newest.at());
    FinishRange known =
        FinishRange.of(forecast(order, telling.newest, now - reported), level, reported, clock);
    telling.told =
        telling.told == null
            ? ToldRange.atOnce(known, now, clock)
            : telling.told.towards(known, now, clock);
    return telling.told.range();
  }

  /** By the table of the night. */
  Forecast forecast(PastOrder order, Heard report, double silence) {
    OrderPosition position = new OrderPosition(report.stage(), order.product(), order.quantity());
    return Forecast.at(table, position, silence);
  }

  ForecastLevel level() {
    return level;
  }
}
