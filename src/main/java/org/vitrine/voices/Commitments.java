package org.vitrine.voices;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.vitrine.calendars.WorkedSpan;
import org.vitrine.calendars.WorkingTime;
import org.vitrine.voices.PromisedClock.ClockVersion;

/**
 * By when a voice is seen, answered and solved: derived from its events, and nothing else knows a
 * due time. Reads no clock. Working time after the beginning, by the department's calendar, from
 * which the time is taken away in which the customer was asked something; in moments, never in
 * minutes of a day.
 */
public final class Commitments {
  private static final int MOST_SPANS = 400;

  private final VoiceStanding standing;
  private final WorkingTime hours;
  private final CommitmentTargets targets;
  private final Map<Commitment, CommitmentRun> runs;
  private final Map<Commitment, ClockVersion> versions;
  private final List<VoiceEvent.Climbed> climbed;
  private final List<CommitmentOutcome> settled;
  private final int settledBefore;

  Commitments(
      VoiceStanding standing,
      WorkingTime hours,
      CommitmentTargets targets,
      Map<Commitment, CommitmentRun> runs,
      Map<Commitment, ClockVersion> versions,
      List<VoiceEvent.Climbed> climbed,
      List<CommitmentOutcome> settled,
      int settledBefore) {
    this.standing = standing;
    this.hours = hours;
    this.targets = targets;
    this.runs = runs;
    this.versions = versions;
    this.climbed = climbed;
    this.settled = settled;
    this.settledBefore = settledBefore;
  }

  /**
   * @param events of one voice, in their order; the first says it
   */
  public static Commitments derivedFrom(
      List<VoiceEvent> events, CommitmentProfile profile, DepartmentCalendars calendars) {
    return derivedFrom(List.of(), events, profile, calendars);
  }

  /**
   * The same, told apart by what they settled.
   *
   * @param more what happened after what is known already
   */
  static Commitments derivedFrom(
      List<VoiceEvent> known,
      List<VoiceEvent> more,
      CommitmentProfile profile,
      DepartmentCalendars calendars) {
    CommitmentLedger ledger = new CommitmentLedger(profile, calendars);
    known.forEach(ledger::take);
    ledger.mark();
    more.forEach(ledger::take);
    return ledger.commitments();
  }

  /** What is due first, while the clock runs. */
  public record NextDue(Commitment commitment, Instant from, Instant due) {}

  public VoiceStanding standing() {
    return standing;
  }

  public CommitmentState state(Commitment commitment) {
    CommitmentRun run = runs.get(commitment);
    return run == null
        ? new CommitmentState(targets.of(commitment), Optional.empty(), Optional.empty(), false)
        : CommitmentState.of(run, due(run));
  }

  /** By which version its time was promised; absent where it has not begun. */
  public Optional<ClockVersion> version(Commitment commitment) {
    return Optional.ofNullable(versions.get(commitment));
  }

  private Optional<Instant> due(CommitmentRun run) {
    if (run.done().isPresent()) {
      return run.done().map(CommitmentRun.Done::due);
    }
    return standing.isRunning()
        ? Optional.of(run.due(hours))
        : run.missed().map(CommitmentRun.Missed::at);
  }

  /** Absent while the customer is asked something, and when it is closed. */
  public Optional<NextDue> next() {
    return nextRun().map(run -> new NextDue(run.commitment(), run.time().since(), run.due(hours)));
  }

  private Optional<CommitmentRun> nextRun() {
    return running().min(Comparator.comparing(run -> run.due(hours)));
  }

  private Stream<CommitmentRun> running() {
    return standing.isRunning() ? open() : Stream.empty();
  }

  private Stream<CommitmentRun> open() {
    return runs.values().stream().filter(CommitmentRun::isOpen);
  }

  /** Working time until what would be due first; absent when it is closed. */
  public Optional<Duration> leftAt(Instant now) {
    if (!standing.isOpen()) {
      return Optional.empty();
    }
    return standing.isRunning()
        ? next().map(next -> later(Duration.ZERO, hours.between(now, next.due())))
        : nextStanding().map(run -> run.time().left());
  }

  private static Duration later(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  private Optional<CommitmentRun> nextStanding() {
    return open().min(Comparator.comparing(run -> run.time().left()));
  }

  /** With what is worked until then: for the page of one voice. */
  public VoiceClock clockWithHours() {
    return clock(next().map(next -> spans(next.from(), next.due())));
  }

  /** For lists. */
  public VoiceClock clock() {
    return clock(Optional.empty());
  }

  private VoiceClock clock(Optional<List<WorkedSpan>> worked) {
    if (standing.closedSince().isPresent()) {
      return new VoiceClock.StandingClock(
          "closed", standing.closedSince().get(), Optional.empty(), Optional.empty());
    }
    if (standing.askedSince().isPresent()) {
      Optional<CommitmentRun> next = nextStanding();
      return new VoiceClock.StandingClock(
          "asked",
          standing.askedSince().get(),
          next.map(CommitmentRun::commitment),
          next.map(run -> run.time().left().toSeconds()));
    }
    NextDue next = next().orElseThrow();
    return new VoiceClock.RunningClock(next.commitment(), next.due(), next.from(), worked);
  }

  /** Where there are too many, the last one is as long as all that it stands for. */
  private List<WorkedSpan> spans(Instant from, Instant due) {
    List<WorkedSpan> spans = hours.spans(from, due, MOST_SPANS + 1);
    if (spans.size() <= MOST_SPANS) {
      return spans;
    }
    List<WorkedSpan> shown = new ArrayList<>(spans.subList(0, MOST_SPANS - 1));
    Duration rest = hours.between(shown.getLast().to(), due);
    shown.add(new WorkedSpan(due.minus(rest), due));
    return List.copyOf(shown);
  }

  /** Reminders and climbs that are still to come. */
  public CommitmentDeeds deeds() {
    return new CommitmentDeeds(hours, running().toList(), nextRun(), climbed);
  }

  /** Those that are done, were missed or fell away when it was closed: they change no more. */
  public List<CommitmentOutcome> settled() {
    return settled;
  }

  /** Those of them that the newest events settled. */
  List<CommitmentOutcome> newlySettled() {
    return settled.subList(settledBefore, settled.size());
  }

  /** Those that are missed at this moment, though not done yet. */
  public List<CommitmentOutcome> overdueAt(Instant now) {
    if (!standing.isOpen()) {
      return List.of();
    }
    return open()
        .map(run -> standing.isRunning() ? run.usedUntil(now, hours, standing.department()) : run)
        .filter(run -> run.missed().isPresent())
        .map(run -> CommitmentOutcome.notDone(run, standing))
        .toList();
  }
}
