package org.vitrine.epcis;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/** Moments as the standard writes them: ISO 8601 with an offset, to the millisecond. */
final class EpcisTime {
  private static final Pattern WRITTEN =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)");

  private EpcisTime() {}

  /** Nothing where it is none. */
  static Optional<Instant> parse(String written) {
    if (!WRITTEN.matcher(written).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(OffsetDateTime.parse(written).toInstant().truncatedTo(ChronoUnit.MILLIS));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }
}
