package org.vitrine.connectors;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/** Moments as other systems write them. */
final class SourceTimes {
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private SourceTimes() {}

  /** Without a zone, as databases have it. */
  static String local(Instant moment, ZoneId zone) {
    return LocalDateTime.ofInstant(moment, zone).format(SECONDS);
  }

  static String utc(Instant moment) {
    return moment.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
