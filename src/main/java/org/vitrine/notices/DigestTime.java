package org.vitrine.notices;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/**
 * When somebody gets their digest: once a day, at a full hour where they are. Where the clocks skip
 * that hour, it is the next moment; where they show it twice, the first time. A day that was left
 * out has none of its own.
 */
record DigestTime(ZoneId zone, int hour) {

  /** A day by the date where somebody is, and the moment of its digest. */
  record DigestDay(LocalDate day, Instant at) {}

  Instant on(LocalDate day) {
    LocalDateTime shown = day.atStartOfDay(zone).toLocalDate().atTime(hour, 0);
    ZoneOffsetTransition skipped = zone.getRules().getTransition(shown);
    return skipped != null && skipped.isGap()
        ? skipped.getInstant()
        : shown.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
  }

  /** The newest day whose moment has come. */
  DigestDay newest(Instant now) {
    LocalDate day = LocalDate.ofInstant(now, zone);
    while (on(day).isAfter(now)) {
      day = day.minusDays(1);
    }
    return new DigestDay(day, on(day));
  }
}
