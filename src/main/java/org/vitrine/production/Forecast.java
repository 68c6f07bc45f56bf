package org.vitrine.production;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * When it is likely ready, from how long its remaining stages usually take: a range, never one
 * date.
 */
public record Forecast(Instant earliest, Instant likely, Instant latest) {
  private static final double QUICKER = 0.8;

  /** A stage that is still to do, wholly or in part. */
  record Remaining(double usualHours, double slowHours) {}

  static Forecast from(Instant heardAt, List<Remaining> stages) {
    double usual = stages.stream().mapToDouble(Remaining::usualHours).sum();
    double slow = stages.stream().mapToDouble(Remaining::slowHours).sum();
    return new Forecast(
        after(heardAt, usual * QUICKER), after(heardAt, usual), after(heardAt, slow));
  }

  /** Both: the later of each bound. */
  public Forecast and(Forecast other) {
    return new Forecast(
        later(earliest, other.earliest), later(likely, other.likely), later(latest, other.latest));
  }

  private static Instant after(Instant from, double hours) {
    return from.plus(Duration.ofSeconds(Math.round(hours * 3_600)));
  }

  private static Instant later(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }
}
