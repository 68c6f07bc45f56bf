package org.vitrine.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/**
 * The clock of a Vitrine whose plant is told: it shows the past while the plant's history is laid,
 * and the real time from then on.
 */
public final class PlantClock extends Clock {
  private final Clock real;
  private volatile Instant past;

  public PlantClock(Clock real) {
    this.real = real;
  }

  void showPast(Instant instant) {
    past = instant;
  }

  void showReal() {
    past = null;
  }

  Instant real() {
    return real.instant();
  }

  @Override
  public Instant instant() {
    Instant shown = past;
    return shown == null ? real.instant() : shown;
  }

  @Override
  public ZoneId getZone() {
    return real.getZone();
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("It shows instants, whatever the zone");
  }
}
