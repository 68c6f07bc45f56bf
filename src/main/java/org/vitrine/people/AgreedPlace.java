package org.vitrine.people;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.vitrine.platform.Rejection;

/**
 * Where something stands in the time line of what was agreed: behind everything that is newer.
 *
 * @param major the key of what it is said of, in its order
 * @param minor its version, 0 where it has none
 */
record AgreedPlace(Instant at, long major, long minor) {
  static final AgreedPlace NEWEST =
      new AgreedPlace(Instant.parse("9999-01-01T00:00:00Z"), Long.MAX_VALUE, Long.MAX_VALUE);

  /** Throws {@link Rejection.Invalid} where it is not what {@link #toString} writes. */
  static AgreedPlace read(String text) {
    String[] parts = text.split("\\.", -1);
    try {
      if (parts.length == 3) {
        return new AgreedPlace(
            Instant.EPOCH.plus(Long.parseLong(parts[0]), ChronoUnit.MICROS),
            Long.parseLong(parts[1]),
            Long.parseLong(parts[2]));
      }
    } catch (ArithmeticException | DateTimeException | NumberFormatException notAPlace) {
      // Said below, as for too few parts.
    }
    throw new Rejection.Invalid("after", "Should be the “next” of the page before");
  }

  @Override
  public String toString() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, at) + "." + major + "." + minor;
  }
}
