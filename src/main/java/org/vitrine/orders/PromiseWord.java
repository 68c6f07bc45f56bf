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
 * @param cause absent where no date moved, and in what was said before there were causes
 * @param askedBy who of the customer asked for it
 * @param offer which offer the customer accepted by it; absent where the house said so by itself
 */
record PromiseWord(
    Integer line,
    LocalDate date,
    Boolean toBeConfirmed,
    LocalizedText reason,
    PromiseCause cause,
    PromiseSide side,
    String askedBy,
    String offer) {
  PromiseWord {
    GivenPromise.requireOneOf(date, toBeConfirmed);
  }

  static PromiseWord of(Integer line, GivenPromise given) {
    return of(line, given, given.ground(), null);
  }

  /** Of a date that moves, or is withdrawn. */
  static PromiseWord ofSlip(Integer line, GivenPromise given) {
    return of(line, given, given.ground().ofSlip(), null);
  }

  private static PromiseWord of(
      Integer line, GivenPromise given, PromiseGround ground, String offer) {
    return new PromiseWord(
        line,
        given.date(),
        given.toBeConfirmed(),
        given.reason(),
        ground.cause(),
        ground.side(),
        ground.askedBy(),
        offer);
  }

  PromiseWord agreedBy(String accepted) {
    return new PromiseWord(line, date, toBeConfirmed, reason, cause, side, askedBy, accepted);
  }

  Promise.Revision saidIn(Event event) {
    return new Promise.Revision(
        Optional.ofNullable(date),
        reason,
        event.actor(),
        event.happenedAt(),
        Optional.ofNullable(cause),
        Optional.ofNullable(side),
        Optional.ofNullable(askedBy),
        Optional.ofNullable(offer));
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
