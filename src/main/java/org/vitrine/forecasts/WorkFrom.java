package org.vitrine.forecasts;

import java.time.Duration;
import java.time.Instant;
import org.vitrine.calendars.WorkingTime;

/** Hours of work counted from a moment on. */
public record WorkFrom(WorkingTime time, Instant now) {
  private static final double SECONDS_AN_HOUR = 3_600;

  /** Until then; less than nothing where that was before. */
  public double hours(Instant until) {
    return time.between(now, until).toSeconds() / SECONDS_AN_HOUR;
  }

  /** After so many; never before the moment itself. */
  public Instant at(double hours) {
    return time.add(now, Duration.ofSeconds(Math.round(Math.max(0, hours) * SECONDS_AN_HOUR)));
  }
}
