package org.vitrine.meetings;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * How long those who came may say what in the minutes should read otherwise: to the end of the
 * fifth day after the one on which these were prepared, on the calendar of the plant.
 */
record AmendmentDays(ZoneId zone) {
  private static final int DAYS = 5;

  /** The moment from which on it is too late. */
  Instant end(Instant prepared) {
    return last(prepared).plusDays(1).atStartOfDay(zone).toInstant();
  }

  /** Whatever was prepared after this moment is not due yet. */
  Instant longestAgo(Instant now) {
    return now.minus(Duration.ofDays(DAYS - 1L));
  }

  /** The last day on which it can be said. */
  LocalDate last(Instant prepared) {
    return LocalDate.ofInstant(prepared, zone).plusDays(DAYS);
  }
}
