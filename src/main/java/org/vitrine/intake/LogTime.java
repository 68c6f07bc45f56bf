package org.vitrine.intake;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import java.util.Optional;
import org.vitrine.platform.Rejection;

/**
 * A time as a log says it.
 *
 * @param offset its own offset from UTC; absent where it is local to the zone of the log
 */
record LogTime(LocalDateTime local, Optional<ZoneOffset> offset) {
  private static final DateTimeFormatter FORMAT =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
          .parseLenient()
          .optionalStart()
          .appendOffset("+HH:mm", "Z")
          .optionalEnd()
          .toFormatter();

  /** Throws {@link DateTimeException} where it is none. */
  static LogTime parse(String text) {
    String joined =
        text.replaceFirst("\\h+(?=\\d)", "T")
            .replaceFirst("\\h+(?=[-+zZ])", "")
            .replaceFirst("([-+]\\d{2})(\\d{2})$", "$1:$2");
    TemporalAccessor time = FORMAT.parseBest(joined, OffsetDateTime::from, LocalDateTime::from);
    return time instanceof OffsetDateTime own
        ? new LogTime(own.toLocalDateTime(), Optional.of(own.getOffset()))
        : new LogTime((LocalDateTime) time, Optional.empty());
  }

  /**
   * The moments that it can be in this zone, the earlier one first: a local time in the hour that
   * the clock repeats is two. Throws {@link Rejection.Invalid} on the column where it is none,
   * since the clock left its hour out.
   */
  List<Instant> moments(String column, ZoneId zone) {
    List<ZoneOffset> offsets =
        offset.map(List::of).orElseGet(() -> zone.getRules().getValidOffsets(local));
    if (offsets.isEmpty()) {
      var gap = zone.getRules().getTransition(local);
      throw new Rejection.Invalid(
          column,
          "“%s” was never: in %s the clock went from %s to %s"
              .formatted(
                  local,
                  zone,
                  gap.getDateTimeBefore().toLocalTime(),
                  gap.getDateTimeAfter().toLocalTime()));
    }
    return offsets.stream().map(local::toInstant).sorted().toList();
  }

  @Override
  public String toString() {
    return local + offset.map(ZoneOffset::getId).orElse("");
  }
}
