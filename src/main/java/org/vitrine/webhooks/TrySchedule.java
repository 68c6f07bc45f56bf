package org.vitrine.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When a message is tried again: eight times in all, over three days, each time a tenth sooner or
 * later, so that many which failed together do not come back together.
 */
record TrySchedule(RandomGenerator random) {
  static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(3),
          Duration.ofHours(12),
          Duration.ofHours(24),
          Duration.ofHours(32));

  private static final double JITTER = 0.1;

  /** How long a receiver may ask us to wait. */
  static final Duration LONGEST_WISH = Duration.ofHours(24);

  private static final Duration FIRST_REST = Duration.ofSeconds(5);
  private static final Duration LONGEST_REST = Duration.ofMinutes(10);
  private static final int DOUBLED_AT_MOST = 7;

  /**
   * Absent where it was tried often enough.
   *
   * @param tried how often by now
   * @param wished when the receiver wants to be asked again, which is never sooner
   */
  Optional<Instant> next(int tried, Instant now, Optional<Instant> wished) {
    if (tried > PAUSES.size()) {
      return Optional.empty();
    }
    Instant planned = now.plus(jittered(PAUSES.get(tried - 1)));
    return Optional.of(
        wished.map(wish -> bounded(wish, now)).filter(planned::isBefore).orElse(planned));
  }

  /** How long an endpoint is left alone on which everything fails, whatever else is due there. */
  Instant restAfter(int failures, Instant now, Optional<Instant> wished) {
    Duration doubled = FIRST_REST.multipliedBy(1L << Math.min(failures - 1, DOUBLED_AT_MOST));
    Instant rested =
        now.plus(jittered(doubled.compareTo(LONGEST_REST) < 0 ? doubled : LONGEST_REST));
    return wished.map(wish -> bounded(wish, now)).filter(rested::isBefore).orElse(rested);
  }

  private static Instant bounded(Instant wish, Instant now) {
    Instant longest = now.plus(LONGEST_WISH);
    return wish.isBefore(longest) ? wish : longest;
  }

  private Duration jittered(Duration pause) {
    double factor = 1 + JITTER * (2 * random.nextDouble() - 1);
    return Duration.ofMillis((long) (pause.toMillis() * factor));
  }
}
