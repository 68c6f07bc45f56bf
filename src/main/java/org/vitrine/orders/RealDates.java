package org.vitrine.orders;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.vitrine.platform.Rejection;

/**
 * Dates that mean what they say. Programs write "no date" as 0001-01-01, 1899-12-30, 1970-01-01 or
 * 9999-12-31, and a customer would read it. Asked of what comes in, never of what is stored.
 */
public final class RealDates {
  private static final int FIRST_YEAR = 1971;
  private static final int YEARS_AHEAD = 20;
  private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(5);
  private static final Instant FIRST_MOMENT = Instant.parse(FIRST_YEAR + "-01-01T00:00:00Z");

  private RealDates() {}

  /** Throws {@link Rejection.Invalid} on the field where the day, which may be absent, is none. */
  public static void require(String field, LocalDate day, LocalDate today) {
    if (day != null && (day.getYear() < FIRST_YEAR || day.isAfter(today.plusYears(YEARS_AHEAD)))) {
      throw placeholder(field, day);
    }
  }

  /**
   * Throws {@link Rejection.Invalid} on the field where the moment, which may be absent, is none.
   */
  public static void require(String field, Instant moment) {
    if (moment != null && moment.isBefore(FIRST_MOMENT)) {
      throw placeholder(field, moment);
    }
  }

  /**
   * Throws {@link Rejection.Invalid} on the field where what is said to have happened is yet to
   * come, by more than clocks differ.
   */
  public static void requireHappened(String field, Instant moment, Instant now) {
    if (moment.isAfter(now.plus(CLOCKS_DIFFER_BY))) {
      throw new Rejection.Invalid(field, "This time is in the future: check the clock");
    }
  }

  private static Rejection.Invalid placeholder(String field, Object written) {
    return new Rejection.Invalid(
        field, "“%s” is a placeholder; leave it out, or say the real one".formatted(written));
  }
}
