package org.vitrine.voices;

import java.time.Instant;
import java.util.Optional;
import org.vitrine.calendars.CalendarEdition;
import org.vitrine.companies.Tier;

/**
 * Who has a voice, what it is, and why its clock stands still where it does.
 *
 * @param department the code of the one that has it
 * @param calendar what that one's working time is counted by
 * @param promised what was promised for what begins now; absent where the house's response times
 *     count
 * @param askedSince since when the customer has been asked something; absent while the clock runs
 * @param closedSince absent while it is open
 */
public record VoiceStanding(
    VoiceKind kind,
    Tier tier,
    String department,
    CalendarEdition calendar,
    Optional<PromisedClock> promised,
    Optional<Instant> askedSince,
    Optional<Instant> closedSince) {

  static VoiceStanding begun(VoiceEvent.Said said) {
    return new VoiceStanding(
        said.kind(),
        said.tier(),
        said.department(),
        said.calendar(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  public boolean isOpen() {
    return closedSince.isEmpty();
  }

  /** Whether time is counted. */
  public boolean isRunning() {
    return isOpen() && askedSince.isEmpty();
  }

  VoiceStanding reopened(Tier tier, CalendarEdition calendar) {
    return new VoiceStanding(
        kind, tier, department, calendar, Optional.empty(), Optional.empty(), Optional.empty());
  }

  VoiceStanding in(String department, CalendarEdition calendar) {
    return new VoiceStanding(kind, tier, department, calendar, promised, askedSince, closedSince);
  }

  VoiceStanding of(Tier tier) {
    return new VoiceStanding(kind, tier, department, calendar, promised, askedSince, closedSince);
  }

  VoiceStanding promised(Optional<PromisedClock> clock) {
    return new VoiceStanding(kind, tier, department, calendar, clock, askedSince, closedSince);
  }

  VoiceStanding asked(Optional<Instant> since) {
    return new VoiceStanding(kind, tier, department, calendar, promised, since, closedSince);
  }

  VoiceStanding closed(Instant at) {
    return new VoiceStanding(
        kind, tier, department, calendar, promised, Optional.empty(), Optional.of(at));
  }
}
