package org.vitrine.voices;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.calendars.CalendarEdition;
import org.vitrine.calendars.WorkingTime;
import org.vitrine.companies.Tier;
import org.vitrine.voices.VoiceParty.VoiceSide;

/** A voice as it is told: its events, and what they come to. */
final class VoiceStory {
  static final VoiceParty CUSTOMER = new VoiceParty(VoiceSide.CUSTOMER, Optional.of(1L), "Amelia");
  static final VoiceParty STAFF = new VoiceParty(VoiceSide.STAFF, Optional.of(2L), "Chen Yu");
  static final CalendarEdition FIRST = new CalendarEdition("plant", 1);
  static final CalendarEdition SECOND = new CalendarEdition("plant", 2);

  private final Map<CalendarEdition, WorkingTime> calendars;
  private final CommitmentProfile profile;
  private final List<VoiceEvent> events = new ArrayList<>();

  /**
   * @param first what is worked by the edition by which it begins
   * @param second what is worked by the other
   */
  VoiceStory(WorkingTime first, WorkingTime second, CommitmentProfile profile) {
    this.calendars = Map.of(FIRST, first, SECOND, second);
    this.profile = profile;
  }

  VoiceStory(WorkingTime first, WorkingTime second) {
    this(first, second, CommitmentProfile.DEFAULT);
  }

  VoiceStory(WorkingTime hours) {
    this(hours, hours);
  }

  VoiceStory with(VoiceEvent event) {
    events.add(event);
    return this;
  }

  VoiceStory said(Instant at, VoiceKind kind, Tier tier) {
    return with(
        new VoiceEvent.Said(at, CUSTOMER, "It leaks", List.of(), kind, tier, "quality", FIRST));
  }

  VoiceStory said(Instant at) {
    return said(at, VoiceKind.COMPLAINT, Tier.STANDARD);
  }

  VoiceStory seen(Instant at) {
    return with(new VoiceEvent.Seen(at, STAFF));
  }

  VoiceStory answered(Instant at) {
    return with(new VoiceEvent.Answered(at, STAFF, "We look at it", List.of()));
  }

  VoiceStory added(Instant at) {
    return with(new VoiceEvent.Added(at, CUSTOMER, "Another one", List.of()));
  }

  VoiceStory asked(Instant at) {
    return with(new VoiceEvent.Asked(at, STAFF, "Which one?", List.of()));
  }

  VoiceStory replied(Instant at) {
    return with(new VoiceEvent.Replied(at, CUSTOMER, "The third", Optional.empty(), List.of()));
  }

  VoiceStory handedOn(Instant at, String to, CalendarEdition calendar) {
    return with(
        new VoiceEvent.HandedOn(at, STAFF, "quality", to, calendar, "brazing joint", false));
  }

  VoiceStory tier(Instant at, Tier from, Tier to) {
    return with(new VoiceEvent.TierChanged(at, from, to));
  }

  VoiceStory superseded(Instant at) {
    return with(new VoiceEvent.CalendarSuperseded(at, SECOND));
  }

  VoiceStory closed(Instant at, VoiceParty by) {
    return with(new VoiceEvent.Closed(at, by, Optional.empty()));
  }

  VoiceStory thanked(Instant at) {
    return with(new VoiceEvent.Thanked(at, CUSTOMER, Optional.empty()));
  }

  VoiceStory reopened(Instant at) {
    return with(
        new VoiceEvent.Reopened(at, CUSTOMER, "It leaks again", List.of(), Tier.STANDARD, FIRST));
  }

  VoiceStory reminded(Instant at, int percent, Commitment commitment) {
    return with(new VoiceEvent.Reminded(at, percent, commitment));
  }

  VoiceStory climbed(Instant at, Rung rung) {
    return with(new VoiceEvent.Climbed(at, rung));
  }

  List<VoiceEvent> events() {
    return List.copyOf(events);
  }

  Commitments commitments() {
    return commitments(events.size());
  }

  /** As they were after so many events. */
  Commitments commitments(int first) {
    return Commitments.derivedFrom(events.subList(0, first), profile, calendars::get);
  }

  Optional<Instant> due(Commitment commitment) {
    return commitments().state(commitment).due();
  }
}
