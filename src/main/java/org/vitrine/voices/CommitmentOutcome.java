package org.vitrine.voices;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.vitrine.companies.Tier;

/**
 * That a commitment was kept or missed.
 *
 * @param number counts the commitments of a voice, in the order in which they began
 * @param department that kept it, or in whose hands it was missed
 * @param tier of the company at that time
 * @param decidedAt when it was done where it was kept, when it was due where it was missed
 * @param taken the working time that it took until it was done, by whoever had it; absent where it
 *     is not done yet
 */
public record CommitmentOutcome(
    int number,
    Commitment commitment,
    String department,
    VoiceKind kind,
    Tier tier,
    Instant decidedAt,
    boolean missed,
    Optional<Duration> taken) {

  /** Of one that is done, or is closed. */
  static CommitmentOutcome of(CommitmentRun run, VoiceStanding standing) {
    return of(run, standing, Optional.of(run.time().spent()));
  }

  static CommitmentOutcome notDone(CommitmentRun run, VoiceStanding standing) {
    return of(run, standing, Optional.empty());
  }

  private static CommitmentOutcome of(
      CommitmentRun run, VoiceStanding standing, Optional<Duration> taken) {
    return new CommitmentOutcome(
        run.number(),
        run.commitment(),
        run.missed().map(CommitmentRun.Missed::department).orElse(standing.department()),
        standing.kind(),
        standing.tier(),
        run.missed()
            .map(CommitmentRun.Missed::at)
            .or(() -> run.done().map(CommitmentRun.Done::at))
            .orElseThrow(),
        run.missed().isPresent(),
        taken);
  }
}
