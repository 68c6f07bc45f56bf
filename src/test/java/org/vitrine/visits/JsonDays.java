package org.vitrine.visits;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Moments as days where the plant is. */
final class JsonDays {
  private JsonDays() {}

  static String of(String moment) {
    return LocalDate.ofInstant(Instant.parse(moment), ZoneId.of("Asia/Shanghai")).toString();
  }
}
