package org.vitrine.voices;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.vitrine.calendars.WorkingTime;

/**
 * What the clock does to an open voice: it reminds whoever has it, and lets it climb when it is
 * overdue. Both in working hours only; what was not done in time, since nothing ran, is done in the
 * next of them. While the customer is asked something there is nothing to do.
 */
public final class CommitmentDeeds {
  private static final List<Integer> REMINDED_AT = List.of(50, 80, 100);

  private final WorkingTime hours;
  private final List<CommitmentRun> running;
  private final Optional<CommitmentRun> next;
  private final List<VoiceEvent.Climbed> climbed;

  /**
   * @param running the commitments whose time runs
   * @param next that of them which is due first
   * @param climbed since the department has it
   */
  CommitmentDeeds(
      WorkingTime hours,
      List<CommitmentRun> running,
      Optional<CommitmentRun> next,
      List<VoiceEvent.Climbed> climbed) {
    this.hours = hours;
    this.running = running;
    this.next = next;
    this.climbed = climbed;
  }

  /** Whoever has it is told that so much of the time is over. */
  public record Reminder(Instant at, Commitment commitment, int percent, Instant due) {}

  /** It is overdue, and somebody above is told. */
  public record Climb(Instant at, Rung rung, Commitment commitment, Instant due) {}

  /** All that are to come if nobody does anything, in their order. */
  public List<Reminder> reminders() {
    return running.stream()
        .flatMap(this::remindersOf)
        .sorted(Comparator.comparing(Reminder::at))
        .toList();
  }

  private Stream<Reminder> remindersOf(CommitmentRun run) {
    return REMINDED_AT.stream()
        .filter(percent -> percent > run.reminded())
        .map(
            percent ->
                new Reminder(
                    run.time().reached(percent, hours), run.commitment(), percent, run.due(hours)));
  }

  /** Of several that were due for one commitment, the last tells all. */
  public Optional<Reminder> reminderDue(Instant now) {
    if (!hours.isWorking(now)) {
      return Optional.empty();
    }
    List<Reminder> due = reminders().stream().filter(one -> !one.at().isAfter(now)).toList();
    return due.stream()
        .findFirst()
        .flatMap(
            first ->
                due.stream()
                    .filter(one -> one.commitment() == first.commitment())
                    .max(Comparator.comparing(Reminder::percent)));
  }

  /**
   * When it is overdue it climbs to the head of the department; to the account manager when half of
   * its time again has passed, and to the chosen person when all of it has.
   */
  public List<Climb> climbs() {
    return next.map(this::climbsOf).orElse(List.of());
  }

  private List<Climb> climbsOf(CommitmentRun run) {
    Instant due = run.due(hours);
    Instant overdue = due.isBefore(run.time().since()) ? run.time().since() : due;
    return Stream.of(Rung.values())
        .filter(rung -> rung.ordinal() > highest(due))
        .map(
            rung ->
                new Climb(
                    hours.next(hours.add(overdue, after(rung, run.time().whole()))),
                    rung,
                    run.commitment(),
                    due))
        .toList();
  }

  /** Who was told since it was due, or before the beginning. */
  private int highest(Instant due) {
    return climbed.stream()
        .filter(one -> !one.at().isBefore(due))
        .mapToInt(one -> one.rung().ordinal())
        .max()
        .orElse(-1);
  }

  private static Duration after(Rung rung, Duration whole) {
    return switch (rung) {
      case HEAD -> Duration.ZERO;
      case ACCOUNT_MANAGER -> whole.dividedBy(2);
      case CHOSEN -> whole;
    };
  }

  /** One rung at a time. */
  public Optional<Climb> climbDue(Instant now) {
    return hours.isWorking(now)
        ? climbs().stream().findFirst().filter(one -> !one.at().isAfter(now))
        : Optional.empty();
  }

  /**
   * When there is something to do next, for whoever keeps looking; nothing while it stands still.
   */
  public Optional<Instant> nextAt() {
    return Stream.concat(reminders().stream().map(Reminder::at), climbs().stream().map(Climb::at))
        .min(Comparator.naturalOrder());
  }

  /** The same, of what was missed too: it waits for the next working hour. */
  public Optional<Instant> nextAfter(Instant now) {
    return nextAt().map(at -> at.isAfter(now) ? at : hours.next(now));
  }
}
