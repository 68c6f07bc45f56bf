package org.vitrine.demo;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.access.Caller;
import org.vitrine.companies.Tier;
import org.vitrine.invitations.SeriesRule;
import org.vitrine.invitations.SeriesRule.Pace;
import org.vitrine.meetings.AskedGuests;
import org.vitrine.meetings.InviteGuests;
import org.vitrine.meetings.MeetingKind;
import org.vitrine.meetings.MeetingNumber;
import org.vitrine.meetings.MeetingPerson;
import org.vitrine.meetings.Meetings;
import org.vitrine.meetings.PlanMeeting;

/**
 * Plans the meetings of the demo plant: one was four weeks ago, the next one is tomorrow. Its
 * agenda makes itself of the plant's own troubles. Told once: what a visitor does to them stays.
 */
final class MeetingTeller {
  private static final LocalTime AFTER_LUNCH = LocalTime.of(14, 0);
  private static final int WEEKS_BETWEEN = 4;
  private static final int DATES = 13;
  private static final Duration PLANNED_BEFORE = Duration.ofDays(6);

  private final Meetings meetings;
  private final PlantClock clock;
  private final ZoneId zone;
  private final Map<String, Caller.SignedIn> people;

  /**
   * @param people who is who, by e-mail address
   */
  MeetingTeller(
      Meetings meetings, PlantClock clock, ZoneId zone, Map<String, Caller.SignedIn> people) {
    this.meetings = meetings;
    this.clock = clock;
    this.zone = zone;
    this.people = people;
  }

  void tellOnce() {
    if (!meetings.areNone()) {
      return;
    }
    LocalDate tomorrow = clock.real().atZone(zone).toLocalDate().plusDays(1);
    LocalDate first = tomorrow.minusWeeks(WEEKS_BETWEEN);
    Instant begun = first.atTime(AFTER_LUNCH).atZone(zone).toInstant();
    try {
      clock.showPast(begun.minus(PLANNED_BEFORE));
      tell(first);
    } finally {
      clock.showReal();
    }
    meetings.continueSeries();
  }

  private void tell(LocalDate first) {
    MeetingPerson chen = MeetingPerson.of(people.get("chen.yu@foshan.example"));
    MeetingNumber last = meetings.plan(chen, series(first));
    meetings.invite(chen, last, new InviteGuests(asked(), null, true, null));
  }

  private PlanMeeting series(LocalDate first) {
    return new PlanMeeting(
        MeetingKind.QUALITY_IMPROVEMENT,
        "What our customers told us",
        first.atTime(AFTER_LUNCH),
        zone.getId(),
        90,
        "Hall 2, meeting room 1",
        URI.create("https://meet.foshan.example/quality"),
        null,
        new SeriesRule(
            Pace.WEEKLY,
            Optional.empty(),
            first.getDayOfWeek(),
            WEEKS_BETWEEN,
            Optional.of(DATES),
            Optional.empty()),
        asked(),
        null);
  }

  private static AskedGuests asked() {
    return new AskedGuests(List.of(Tier.PLATINUM, Tier.GOLD, Tier.SILVER), null, null, null, null);
  }
}
