package org.vitrine.platform.changes;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** A change that a subscriber has yet to hear, and how often it has failed on it. */
record OwedChange(long position, Change change, int attempts, Optional<Instant> failingSince) {
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
  private static final Duration TRIED_FOR = Duration.ofDays(1);
  private static final int DOUBLED_AT_MOST = 12;
  private static final int LONGEST_REASON = 2_000;

  /** What changes have to be heard one after the other: those of one thing. */
  record ChangeKey(String kind, String key) {
    static ChangeKey of(Change change) {
      return new ChangeKey(change.kind(), change.key());
    }

    @Override
    public String toString() {
      return kind + " " + key;
    }
  }

  /** What is written of a failure: when it is tried again, or that it is tried no more. */
  record Failed(
      long position, String why, Instant since, Instant nextAttempt, Optional<Instant> setAside) {}

  ChangeKey of() {
    return ChangeKey.of(change);
  }

  boolean hasFailed() {
    return attempts > 0;
  }

  /** Tried again after twice as long each time, and set aside after a day. */
  Failed failed(Throwable fault, Instant now) {
    Instant since = failingSince.orElse(now);
    Duration doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(attempts, DOUBLED_AT_MOST));
    Duration pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
    boolean triedEnough = Duration.between(since, now).compareTo(TRIED_FOR) >= 0;
    return new Failed(
        position,
        reason(fault),
        since,
        now.plus(pause),
        triedEnough ? Optional.of(now) : Optional.empty());
  }

  private static String reason(Throwable fault) {
    String reason = fault.toString().replace('\0', ' ');
    return reason.length() <= LONGEST_REASON ? reason : reason.substring(0, LONGEST_REASON);
  }
}
