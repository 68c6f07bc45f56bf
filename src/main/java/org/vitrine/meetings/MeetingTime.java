package org.vitrine.meetings;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.vitrine.platform.Rejection;

/**
 * When a meeting is: by the clock on the wall where it takes place, whatever becomes of that zone's
 * rules until then.
 */
public record MeetingTime(LocalDateTime start, ZoneId zone, Duration length) {

  /**
   * Throws {@link Rejection.Invalid} where clocks leave this hour out: calendars would not agree on
   * when that is. What was there when it was planned stays, whatever becomes of the rules.
   */
  void requireThere() {
    if (zone.getRules().getValidOffsets(start).isEmpty()) {
      throw new Rejection.Invalid(
          "start", "“%s” is left out by the clocks of %s, which go forward".formatted(start, zone));
    }
  }

  public Instant begins() {
    return start.atZone(zone).toInstant();
  }

  public Instant ends() {
    return begins().plus(length);
  }
}
