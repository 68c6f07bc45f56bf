package org.vitrine.voices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.voices.Commitment.SEEN;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vitrine.calendars.WorkInterval;
import org.vitrine.calendars.WorkingTime;
import org.vitrine.calendars.WorkingWeek;
import org.vitrine.voices.PromisedClock.ClockVersion;
import org.vitrine.voices.PromisedClock.CountedHours;

/** The department works around the clock; ten to six was agreed. Seen within two hours. */
class CountedHoursTest {
  private static final Instant START = Instant.parse("2026-12-01T08:00:00Z");
  private static final Instant BY_DEPARTMENT = Instant.parse("2026-12-01T10:00:00Z");
  private static final Instant BY_AGREEMENT = Instant.parse("2026-12-01T12:00:00Z");

  private final VoiceStory story = new VoiceStory(hours("00:00", "24:00"), hours("10:00", "18:00"));

  @Test
  void where_nothing_was_agreed_the_department_s_hours_count() {
    story.said(START).with(new VoiceEvent.ClockPromised(START, Optional.empty(), Optional.empty()));

    assertThat(story.due(SEEN)).contains(BY_DEPARTMENT);
  }

  @Test
  void what_begins_is_counted_by_the_hours_that_were_agreed() {
    story.said(START).with(agreed());

    assertThat(story.due(SEEN)).contains(BY_AGREEMENT);
  }

  @Test
  void agreed_hours_count_wherever_it_is_handed_and_whatever_becomes_of_the_department_s() {
    Instant later = START.plusSeconds(60);
    story
        .said(START)
        .with(agreed())
        .handedOn(later, "brazing", VoiceStory.FIRST)
        .with(new VoiceEvent.CalendarSuperseded(later, VoiceStory.FIRST))
        .with(new VoiceEvent.ClockPromised(later, Optional.empty(), Optional.empty()));

    assertThat(story.commitments().standing().calendar()).isEqualTo(VoiceStory.SECOND);
    assertThat(story.commitments().standing().department()).isEqualTo("brazing");
  }

  @Test
  void it_begins_anew_by_what_is_agreed_then() {
    Instant later = START.plusSeconds(60);
    story.said(START).with(agreed()).closed(later, VoiceStory.STAFF).reopened(later);

    assertThat(story.due(SEEN)).contains(BY_DEPARTMENT.plusSeconds(60));
  }

  private static VoiceEvent agreed() {
    return new VoiceEvent.ClockPromised(
        START,
        Optional.empty(),
        Optional.of(new CountedHours(new ClockVersion("company", 1), VoiceStory.SECOND)));
  }

  private static WorkingTime hours(String from, String to) {
    return WorkingTime.of(
        ZoneOffset.UTC,
        WorkingWeek.on(List.of(DayOfWeek.values()), new WorkInterval(from, to)),
        List.of());
  }
}
