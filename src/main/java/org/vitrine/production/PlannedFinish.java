package org.vitrine.production;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.vitrine.calendars.WorkingTime;

/**
 * When it is likely ready, from how long its remaining stages usually take: a range, never one
 * date. Each falls into the hours in which its last stage is worked on.
 */
public record PlannedFinish(Instant earliest, Instant likely, Instant latest) {
  private static final double QUICKER = 0.8;
  private static final Duration MOMENT = Duration.ofNanos(1_000);

  /**
   * A stage that is still to do, wholly or in part.
   *
   * @param time in which its hours are counted
   */
  record Remaining(WorkingTime time, double usualHours, double slowHours) {
    private Remaining and(Remaining next) {
      return new Remaining(time, usualHours + next.usualHours, slowHours + next.slowHours);
    }
  }

  static PlannedFinish from(Instant heardAt, List<Remaining> stages) {
    List<Remaining> work = joined(stages);
    return new PlannedFinish(
        after(heardAt, work, one -> one.usualHours() * QUICKER),
        after(heardAt, work, Remaining::usualHours),
        after(heardAt, work, Remaining::slowHours));
  }

  /** Stages that follow each other and are worked by the same calendar count as one. */
  private static List<Remaining> joined(List<Remaining> stages) {
    List<Remaining> joined = new ArrayList<>();
    for (Remaining stage : stages) {
      if (!joined.isEmpty() && joined.getLast().time() == stage.time()) {
        joined.set(joined.size() - 1, joined.getLast().and(stage));
      } else {
        joined.add(stage);
      }
    }
    return joined;
  }

  /** Both: the later of each bound. */
  public PlannedFinish and(PlannedFinish other) {
    return new PlannedFinish(
        later(earliest, other.earliest), later(likely, other.likely), later(latest, other.latest));
  }

  private static Instant after(
      Instant from, List<Remaining> work, ToDoubleFunction<Remaining> hours) {
    Instant at = from;
    for (Remaining one : work) {
      at = one.time().add(at, Duration.ofSeconds(Math.round(hours.applyAsDouble(one) * 3_600)));
    }
    return work.isEmpty() ? at : within(work.getLast().time(), at);
  }

  /** What is done at the end of a shift at midnight is done on the day that ends. */
  private static Instant within(WorkingTime time, Instant end) {
    return time.isWorking(end) ? end : end.minus(MOMENT);
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
