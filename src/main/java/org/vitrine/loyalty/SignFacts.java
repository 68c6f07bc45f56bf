package org.vitrine.loyalty;

import java.time.Instant;
import java.util.Optional;

/**
 * What besides their orders says how a company feels.
 *
 * @param open orders in flight
 * @param contacts people of theirs who can look
 * @param seenAt when one of them last looked; absent where nobody has yet
 * @param now the last half year
 * @param before the year before it
 */
record SignFacts(long open, long contacts, Optional<Instant> seenAt, Season now, Season before) {
  static final SignFacts NONE = new SignFacts(0, 0, Optional.empty(), Season.NONE, Season.NONE);

  /**
   * What happened within a while.
   *
   * @param orders that were placed
   * @param voices that were said, answers to our own questions aside
   * @param slips promises that were moved to a later day
   */
  record Season(long orders, long voices, long slips) {
    static final Season NONE = new Season(0, 0, 0);
  }
}
