package org.vitrine.gather.delivery;

import java.time.Duration;
import java.util.List;

/** What Vitrine says to some messages. */
sealed interface Answer {
  /** It names each of them: taken, known before, or refused for good. */
  record Heard(int taken, int known, List<Refused> refused) implements Answer {}

  /** None was taken, because of one or more of them: they are to be asked one by one. */
  record NotTogether(String reason) implements Answer {}

  /**
   * Nobody took them; they are to be sent again.
   *
   * @param retryAfter null where it does not say
   */
  record Unavailable(String why, Duration retryAfter) implements Answer {}

  /**
   * @param index among those that were sent; they stand in its order
   */
  record Refused(int index, String reason) {}
}
