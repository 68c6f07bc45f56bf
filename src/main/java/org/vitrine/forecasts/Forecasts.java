package org.vitrine.forecasts;

import java.time.Instant;
import java.util.Collection;
import org.vitrine.calendars.WorkingTime;

/** Learns from what was heard of orders when others are likely to be finished. */
public final class Forecasts {
  private Forecasts() {}

  /**
   * A pure function: the same history in any order gives the same table.
   *
   * @param history orders that are finished, and those that are open
   * @param night nothing that happened later is known
   */
  public static ForecastTable learnedFrom(
      Collection<PastOrder> history, HoursPlan plan, WorkingTime calendar, Instant night) {
    Instant first =
        history.stream()
            .flatMap(order -> order.heard().stream())
            .map(PastOrder.Heard::at)
            .min(Instant::compareTo)
            .filter(night::isAfter)
            .orElse(night);
    WorkClock clock = WorkClock.of(calendar, first, night);
    LearningNight learning = new LearningNight(night, plan);
    history.forEach(order -> learning.hear(order, clock));
    return learning.table();
  }
}
