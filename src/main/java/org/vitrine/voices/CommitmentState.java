package org.vitrine.voices;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a commitment stands, for both sides.
 *
 * @param target how much working time it has
 * @param due absent while the clock stands still, and where nothing is waited for
 * @param missed whether its time ran out before it was done, as far as events tell; whoever knows
 *     what time it is asks {@link #isMissedAt}
 */
public record CommitmentState(
    Duration target, Optional<Instant> due, Optional<Instant> done, boolean missed) {

  static CommitmentState of(CommitmentRun run, Optional<Instant> due) {
    return new CommitmentState(
        run.target(), due, run.done().map(CommitmentRun.Done::at), run.missed().isPresent());
  }

  public boolean isMissedAt(Instant now) {
    return missed || done.isEmpty() && due.filter(now::isAfter).isPresent();
  }
}
