package org.vitrine.voices;

import static org.vitrine.voices.Commitment.FIRST_ANSWER;
import static org.vitrine.voices.Commitment.NEXT_ANSWER;
import static org.vitrine.voices.Commitment.SEEN;
import static org.vitrine.voices.Commitment.SOLVED;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.vitrine.calendars.CalendarEdition;
import org.vitrine.calendars.WorkingTime;
import org.vitrine.voices.PromisedClock.ClockVersion;

/**
 * What a voice's events, one after the other, do to its commitments.
 *
 * <ul>
 *   <li>What any of the staff does shows that it was seen. An answer or closing keeps the answers;
 *       a question does not, but stops the clock until the customer replies.
 *   <li>What the customer adds after the first answer asks for the next one, unless one is asked
 *       for already.
 *   <li>A customer who closes it waits for nothing more: what was not missed by then falls away.
 *   <li>Reopening begins anew.
 *   <li>Where hours were agreed with its company when it began, they count wherever it is handed.
 *   <li>What was promised counts for what begins at that moment, and for nothing that began before;
 *       but where a company came to another tier, there is less time and never more.
 *   <li>Moments never go back, whatever the clocks of several nodes say.
 * </ul>
 */
final class CommitmentLedger {
  private final CommitmentProfile profile;
  private final DepartmentCalendars calendars;
  private final Map<Commitment, CommitmentRun> runs = new EnumMap<>(Commitment.class);
  private final Map<Commitment, ClockVersion> versions = new EnumMap<>(Commitment.class);
  private final List<CommitmentOutcome> settled = new ArrayList<>();
  private final List<VoiceEvent.Climbed> climbed = new ArrayList<>();
  private VoiceStanding standing;
  private WorkingTime hours;
  private Instant now = Instant.MIN;
  private Instant tierSince = Instant.MIN;
  private boolean hoursAgreed;
  private int begun;
  private int settledBefore;

  CommitmentLedger(CommitmentProfile profile, DepartmentCalendars calendars) {
    this.profile = profile;
    this.calendars = calendars;
  }

  /** What is settled by now was so before the newest events. */
  void mark() {
    settledBefore = settled.size();
  }

  void take(VoiceEvent event) {
    now = event.at().isAfter(now) ? event.at() : now;
    switch (event) {
      case VoiceEvent.Said said -> begin(VoiceStanding.begun(said));
      case VoiceEvent.Reopened again -> begin(standing.reopened(again.tier(), again.calendar()));
      default -> {
        if (standing.isOpen()) {
          goOn(event);
        }
      }
    }
  }

  private void goOn(VoiceEvent event) {
    switch (event) {
      case VoiceEvent.Seen seen -> seenBy(seen.by());
      case VoiceEvent.Assigned assigned -> seenBy(assigned.by());
      case VoiceEvent.Noted noted -> seenBy(noted.by());
      case VoiceEvent.Answered answered -> finish(EnumSet.of(SEEN, FIRST_ANSWER, NEXT_ANSWER));
      case VoiceEvent.Asked asked -> {
        finish(EnumSet.of(SEEN));
        stop();
      }
      case VoiceEvent.Replied replied -> {
        setRunning();
        expectAnswer();
      }
      case VoiceEvent.Added added -> expectAnswer();
      case VoiceEvent.HandedOn handed -> {
        seenBy(handed.by());
        handOn(handed);
      }
      case VoiceEvent.TierChanged changed -> hurry(changed);
      case VoiceEvent.ClockPromised promised -> promise(promised);
      case VoiceEvent.CalendarSuperseded superseded ->
          countInHouse(standing.department(), superseded.calendar());
      case VoiceEvent.Closed closed -> close(closed.by());
      case VoiceEvent.Climbed one -> climbed.add(one);
      case VoiceEvent.Reminded reminded -> remind(reminded);
      default -> {
        // The rest changes nothing that is counted.
      }
    }
  }

  private void begin(VoiceStanding from) {
    standing = from;
    hours = calendars.of(from.calendar());
    hoursAgreed = false;
    runs.clear();
    versions.clear();
    climbed.clear();
    EnumSet.of(SEEN, FIRST_ANSWER, SOLVED).forEach(this::begin);
  }

  private void begin(Commitment commitment) {
    begin(commitment, begun++);
  }

  private void begin(Commitment commitment, int number) {
    runs.put(commitment, CommitmentRun.begun(commitment, number, now, targets().of(commitment)));
    versions.put(commitment, version(now));
  }

  private CommitmentTargets targets() {
    return standing
        .promised()
        .map(PromisedClock::targets)
        .orElseGet(() -> profile.targets(standing.tier(), standing.kind(), now));
  }

  private ClockVersion version(Instant from) {
    return standing
        .promised()
        .map(PromisedClock::version)
        .orElseGet(() -> new ClockVersion(ClockVersion.DEFAULT, profile.at(from).version()));
  }

  private void promise(VoiceEvent.ClockPromised promised) {
    standing = standing.promised(promised.clock());
    promised.hours().ifPresent(agreed -> countAsAgreed(agreed.calendar()));
    for (CommitmentRun run : List.copyOf(runs.values())) {
      if (run.isOpen() && run.from().equals(now)) {
        begin(run.commitment(), run.number());
      } else if (run.isOpen() && now.equals(tierSince) && standing.promised().isPresent()) {
        hurry(run, targets().of(run.commitment()));
      }
    }
  }

  private void seenBy(VoiceParty by) {
    if (by.isStaff()) {
      finish(EnumSet.of(SEEN));
    }
  }

  private void expectAnswer() {
    boolean answered = !runs.get(FIRST_ANSWER).isOpen();
    boolean expected = runs.containsKey(NEXT_ANSWER) && runs.get(NEXT_ANSWER).isOpen();
    if (answered && !expected) {
      begin(NEXT_ANSWER);
    }
  }

  private void stop() {
    if (standing.isRunning()) {
      changeOpen(this::used);
      standing = standing.asked(Optional.of(now));
    }
  }

  private void setRunning() {
    if (!standing.isRunning()) {
      changeOpen(run -> run.setRunning(now));
      standing = standing.asked(Optional.empty());
    }
  }

  private void handOn(VoiceEvent.HandedOn handed) {
    countInHouse(handed.to(), handed.calendar());
    changeOpen(CommitmentRun::handedOn);
    climbed.clear();
  }

  private void countAsAgreed(CalendarEdition calendar) {
    hoursAgreed = true;
    countBy(standing.department(), calendar);
  }

  /** Whatever hours the department has, those that were agreed go on counting. */
  private void countInHouse(String department, CalendarEdition calendar) {
    countBy(department, hoursAgreed ? standing.calendar() : calendar);
  }

  /** Up to now by what counted so far, from now on by this. */
  private void countBy(String department, CalendarEdition calendar) {
    changeOpen(this::used);
    standing = standing.in(department, calendar);
    hours = calendars.of(calendar);
  }

  private void hurry(VoiceEvent.TierChanged changed) {
    changeOpen(this::used);
    standing = standing.of(changed.to());
    tierSince = now;
    if (standing.promised().filter(PromisedClock::isOfCompany).isPresent()) {
      return; // It was agreed with them, whatever their tier.
    }
    standing = standing.promised(Optional.empty());
    for (CommitmentRun run : List.copyOf(runs.values())) {
      if (run.isOpen()) {
        hurry(run, profile.targets(changed.to(), standing.kind(), run.from()).of(run.commitment()));
      }
    }
  }

  private void hurry(CommitmentRun run, Duration raised) {
    CommitmentRun hurried = run.hurried(raised);
    if (hurried != run) {
      runs.put(run.commitment(), hurried);
      versions.put(run.commitment(), version(run.from()));
    }
  }

  private void remind(VoiceEvent.Reminded reminded) {
    changeOpen(
        run -> run.commitment() == reminded.commitment() ? run.reminded(reminded.percent()) : run);
  }

  private void close(VoiceParty by) {
    if (by.side().isCustomers()) {
      finish(EnumSet.of(SOLVED));
      changeOpen(this::used);
      runs.values().stream()
          .filter(run -> run.isOpen() && run.missed().isPresent())
          .forEach(run -> settled.add(CommitmentOutcome.of(run, standing)));
    } else {
      finish(EnumSet.allOf(Commitment.class));
    }
    standing = standing.closed(now);
  }

  private void finish(EnumSet<Commitment> some) {
    changeOpen(
        run -> {
          if (!some.contains(run.commitment())) {
            return run;
          }
          CommitmentRun done = used(run).done(now, hours);
          settled.add(CommitmentOutcome.of(done, standing));
          return done;
        });
  }

  /** While the customer is asked something, no time passes. */
  private CommitmentRun used(CommitmentRun run) {
    return standing.isRunning() ? run.usedUntil(now, hours, standing.department()) : run;
  }

  private void changeOpen(UnaryOperator<CommitmentRun> change) {
    runs.replaceAll((commitment, run) -> run.isOpen() ? change.apply(run) : run);
  }

  Commitments commitments() {
    return new Commitments(
        standing,
        hours,
        targets(),
        new EnumMap<>(runs),
        new EnumMap<>(versions),
        List.copyOf(climbed),
        List.copyOf(settled),
        settledBefore);
  }
}
