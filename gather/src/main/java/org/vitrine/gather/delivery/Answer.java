package org.vitrine.gather.delivery;

import java.time.Duration;
import java.util.List;

/** What Vitrine says to some messages. */
sealed interface Answer {
  /** Each was taken, or known before, or refused for good. */
  record Heard(int known, List<Refused> refused) implements Answer {}

  /** None was taken, because of one or more of them: they are to be asked one by one. */
  record NotTogether(String reason) implements Answer {}

  /**
   * Nobody took them; they are to be sent again.
   *
   * @param retryAfter null where it does not say
   */
  record Unavailable(String why, Duration retryAfter) implements Answer {}

  /**
   * @param index among those that were sent
   */
  record Refused(int index, String reason) {}
}
