package org.vitrine.connectors;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long to leave a system alone after it failed: longer each time, by chance within that, so
 * that not all come back at once; and never shorter than it asks for.
 */
record Backoff(Duration first, Duration longest) {
  static final Backoff USUAL = new Backoff(Duration.ofSeconds(30), Duration.ofHours(1));
  private static final int MOST_DOUBLINGS = 20;
  private static final Duration LONGEST_ASKED_FOR = Duration.ofHours(12);

  /**
   * @param failures how many in a row, this one among them
   */
  Duration after(int failures, Optional<Duration> askedFor, RandomGenerator chance) {
    long most =
        Math.min(
            longest.toMillis(), first.toMillis() << Math.clamp(failures - 1L, 0, MOST_DOUBLINGS));
    Duration own = Duration.ofMillis(most / 2 + chance.nextLong(most / 2 + 1));
    Duration asked =
        askedFor.filter(wish -> wish.compareTo(LONGEST_ASKED_FOR) <= 0).orElse(Duration.ZERO);
    return own.compareTo(asked) >= 0 ? own : asked;
  }
}
