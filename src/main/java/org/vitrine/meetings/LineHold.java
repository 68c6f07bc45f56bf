package org.vitrine.meetings;

import java.time.Duration;
import java.time.Instant;

/**
 * That a line is one person's while they write at it: until twenty seconds after the last that they
 * saved. Nothing ends it but time, the person, or that they are done.
 */
record LineHold(long person, String name, Instant until) {
  static final Duration LASTS = Duration.ofSeconds(20);

  static LineHold by(MeetingPerson person, Instant now) {
    return new LineHold(person.id(), person.name(), now.plus(LASTS));
  }

  /** Whether it keeps this person from the line. */
  boolean keepsOut(MeetingPerson other, Instant now) {
    return person != other.id() && now.isBefore(until);
  }
}
