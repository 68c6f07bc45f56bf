package org.vitrine.demo;

import java.time.Duration;
import java.time.Instant;

/**
 * The plant's own time: it runs faster than real, and hours in which nobody works pass at once, so
 * that a visitor never looks into a dark hall.
 */
final class PlantTime {
  private final Shifts shifts;
  private final int speed;
  private Instant now;

  /**
   * @param speed how many seconds of the plant pass in one
   */
  PlantTime(Shifts shifts, Instant now, int speed) {
    this.shifts = shifts;
    this.now = now;
    this.speed = speed;
  }

  Instant pass(Duration real) {
    now = shifts.nextOpening(now.plus(real.multipliedBy(speed)));
    return now;
  }

  /** How long the plant's duration lasts for us. */
  Duration real(Duration inThePlant) {
    return inThePlant.dividedBy(speed);
  }
}
