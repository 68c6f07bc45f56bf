package org.vitrine.meetings;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * When a meeting is: by the clock on the wall where it takes place, whatever becomes of that zone's
 * rules until then.
 */
public record MeetingTime(LocalDateTime start, ZoneId zone, Duration length) {

  public Instant begins() {
    return start.atZone(zone).toInstant();
  }

  public Instant ends() {
    return begins().plus(length);
  }
}
