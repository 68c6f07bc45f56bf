package org.vitrine.voices;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.vitrine.calendars.WorkingTime;

/**
 * One commitment from the moment at which it begins until it is kept, missed or falls away.
 *
 * @param number counts those of a voice
 * @param target what the profile gives it
 * @param missed absent as long as it was not found to be
 * @param reminded percent of which whoever has it now was reminded
 */
record CommitmentRun(
    Commitment commitment,
    int number,
    Instant from,
    Duration target,
    WorkAllowance time,
    Optional<Missed> missed,
    Optional<Done> done,
    int reminded) {

  /** That its time ran out in somebody's hands. What was missed stays missed. */
  record Missed(Instant at, String department) {}

  /** That it was done, and by when it was to be. */
  record Done(Instant at, Instant due) {}

  static CommitmentRun begun(Commitment commitment, int number, Instant at, Duration target) {
    return new CommitmentRun(
        commitment,
        number,
        at,
        target,
        WorkAllowance.of(target, at),
        Optional.empty(),
        Optional.empty(),
        0);
  }

  boolean isOpen() {
    return done.isEmpty();
  }

  /** When it is due if the clock runs on; when it was, where its time ran out. */
  Instant due(WorkingTime hours) {
    return time.ranOut() && missed.isPresent() ? missed.get().at() : time.due(hours);
  }

  /** Looked at, or stopped, in this department's hands. */
  CommitmentRun usedUntil(Instant at, WorkingTime hours, String department) {
    Instant due = due(hours);
    boolean late = missed.isEmpty() && due.isBefore(at);
    return new CommitmentRun(
        commitment,
        number,
        from,
        target,
        time.usedUntil(at, hours),
        late ? Optional.of(new Missed(due, department)) : missed,
        done,
        reminded);
  }

  CommitmentRun setRunning(Instant at) {
    return with(time.setRunning(at), target, reminded);
  }

  /** To a department that has at least half of its own time left, and is reminded anew. */
  CommitmentRun handedOn() {
    return with(time.handedOn(target.dividedBy(2)), target, 0);
  }

  /** Less time than before, never more. */
  CommitmentRun hurried(Duration raised) {
    return raised.compareTo(target) < 0
        ? with(time.hurried(target, raised), raised, reminded)
        : this;
  }

  CommitmentRun reminded(int percent) {
    return with(time, target, Math.max(reminded, percent));
  }

  CommitmentRun done(Instant at, WorkingTime hours) {
    return new CommitmentRun(
        commitment,
        number,
        from,
        target,
        time,
        missed,
        Optional.of(new Done(at, setRunning(at).due(hours))),
        reminded);
  }

  private CommitmentRun with(WorkAllowance time, Duration target, int reminded) {
    return new CommitmentRun(commitment, number, from, target, time, missed, done, reminded);
  }
}
