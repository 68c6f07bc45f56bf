package org.vitrine.platform.database;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.function.Function;
import java.util.function.IntFunction;

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

  /** One column of these rows, for {@code unnest}. */
  public static <S, T> T[] column(Collection<S> rows, Function<S, T> of, IntFunction<T[]> array) {
    return rows.stream().map(of).toArray(array);
  }
}
