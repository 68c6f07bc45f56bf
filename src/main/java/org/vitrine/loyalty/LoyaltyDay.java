package org.vitrine.loyalty;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** The moment of looking, and the day that it is where the plant is. */
record LoyaltyDay(LocalDate day, Instant now) {
  private static final int UNSEEN_DAYS = 30;

  /** Whoever looked last before this has not looked for long. */
  Instant unseenBefore() {
    return now.minus(UNSEEN_DAYS, ChronoUnit.DAYS);
  }
}
