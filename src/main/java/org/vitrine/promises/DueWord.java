package org.vitrine.promises;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A word on the day of a line or of its order.
 *
 * @param line of which it was said; absent where of the whole order
 * @param said on which day
 * @param promised absent where it is to be confirmed
 * @param told on which day the customer was told of it, or read it; absent where they were not
 * @param consent the customer's to an offer, where it was one
 * @param theirs whether it is on the customer's side that the day moved
 */
public record DueWord(
    long version,
    Optional<Integer> line,
    LocalDate said,
    Optional<LocalDate> promised,
    Optional<LocalDate> told,
    DueConsent consent,
    boolean theirs) {

  /**
   * Whether it was said, and the customer knew of it, no later than on this day. Who says nothing
   * to an offer need not have seen it.
   */
  boolean isKnownBy(LocalDate day) {
    return !said.isAfter(day)
        && (consent.isByPerson() || told.filter(known -> !known.isAfter(day)).isPresent());
  }

  /** Whether the customer left the day open by a word of their own, and that stands. */
  boolean isOpenByConsent() {
    return promised.isEmpty() && consent == DueConsent.ANSWERED;
  }
}
