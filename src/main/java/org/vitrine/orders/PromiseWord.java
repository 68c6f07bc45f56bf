package org.vitrine.orders;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.vitrine.orders.PlaceOrder.GivenPromise;

/**
 * A word on a date as the history keeps it.
 *
 * @param line of which it was said; absent where of the whole order
 * @param date absent where it is to be confirmed
 */
record PromiseWord(Integer line, LocalDate date, Boolean toBeConfirmed, LocalizedText reason) {
  PromiseWord {
    GivenPromise.requireOneOf(date, toBeConfirmed);
  }

  static PromiseWord of(Integer line, GivenPromise given) {
    return new PromiseWord(line, given.date(), given.toBeConfirmed(), given.reason());
  }

  Promise.Revision saidIn(Event event) {
    return new Promise.Revision(
        Optional.ofNullable(date), reason, event.actor(), event.happenedAt());
  }

  /** Whether somebody is told the same, for whatever reason. */
  boolean says(GivenPromise given) {
    return date == null ? given.date() == null : date.equals(given.date());
  }

  boolean says(PromiseWord other) {
    return Objects.equals(date, other.date);
  }

  /** Whether somebody who sends this says it once more: the same date, for no other reason. */
  boolean isRepeatedBy(GivenPromise given) {
    return says(given) && (given.isWithoutReason() || given.reason().equals(reason));
  }
}
