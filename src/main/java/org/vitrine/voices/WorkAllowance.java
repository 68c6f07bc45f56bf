package org.vitrine.voices;

import java.time.Duration;
import java.time.Instant;
import org.vitrine.calendars.WorkingTime;

/**
 * Working time that was given for something, and what is left of it. Pauses are not subtracted from
 * the clock; the time is set running again where they end, with what was left.
 *
 * @param since when it was last set running, or stopped
 * @param whole what whoever has it was given
 * @param left as of {@code since}; nothing where it ran out
 * @param spent as of {@code since}, by everybody who had it
 */
record WorkAllowance(Instant since, Duration whole, Duration left, Duration spent) {

  static WorkAllowance of(Duration whole, Instant since) {
    return new WorkAllowance(since, whole, whole, Duration.ZERO);
  }

  /** When it runs out, if nothing comes between. */
  Instant due(WorkingTime hours) {
    return hours.add(since, left);
  }

  boolean ranOut() {
    return left.isZero();
  }

  /** What is left, and was spent, when it is looked at or stopped. */
  WorkAllowance usedUntil(Instant at, WorkingTime hours) {
    Duration used = hours.between(since, at);
    Duration remains = left.compareTo(used) > 0 ? left.minus(used) : Duration.ZERO;
    return new WorkAllowance(at, whole, remains, spent.plus(used));
  }

  WorkAllowance setRunning(Instant at) {
    return new WorkAllowance(at, whole, left, spent);
  }

  /** For somebody else, who has at least so much. */
  WorkAllowance handedOn(Duration least) {
    Duration given = left.compareTo(least) < 0 ? least : left;
    return new WorkAllowance(since, given, given, spent);
  }

  /** What was to take {@code before} is to take {@code now}, and what is left shrinks alike. */
  WorkAllowance hurried(Duration before, Duration now) {
    return new WorkAllowance(since, scaled(whole, before, now), scaled(left, before, now), spent);
  }

  private static Duration scaled(Duration time, Duration before, Duration now) {
    return time.multipliedBy(now.toMinutes()).dividedBy(before.toMinutes());
  }

  /** The first moment, in working hours, at which so much of the whole is over. */
  Instant reached(int percent, WorkingTime hours) {
    Duration over = whole.multipliedBy(percent).dividedBy(100).minus(whole.minus(left));
    return hours.next(hours.add(since, over));
  }
}
