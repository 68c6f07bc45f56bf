package org.vitrine.platform.database;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** How values are told to PostgreSQL. */
public final class Sql {
  private Sql() {}

  /**
   * A moment for a {@code timestamptz}, which knows microseconds and nothing finer; the driver
   * would round one before 2000 up.
   */
  public static OffsetDateTime utc(Instant moment) {
    return moment.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
  }

  /** A pattern for {@code LIKE} that finds the text anywhere, whatever stands in it. */
  public static String containing(String text) {
    return "%" + text.replaceAll("([\\\\%_])", "\\\\$1") + "%";
  }
}
