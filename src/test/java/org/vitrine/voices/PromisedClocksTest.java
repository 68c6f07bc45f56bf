package org.vitrine.voices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.voices.Commitment.FIRST_ANSWER;
import static org.vitrine.voices.Commitment.NEXT_ANSWER;
import static org.vitrine.voices.Commitment.SEEN;
import static org.vitrine.voices.Commitment.SOLVED;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vitrine.calendars.WorkInterval;
import org.vitrine.calendars.WorkingTime;
import org.vitrine.calendars.WorkingWeek;
import org.vitrine.companies.Tier;
import org.vitrine.voices.PromisedClock.ClockVersion;

/** What was promised a company counts for what begins by then; every hour is worked. */
class PromisedClocksTest {
  private static final Instant START = Instant.parse("2026-12-01T08:00:00Z");
  private static final ClockVersion DEFAULT = new ClockVersion("default", 0);

  private final VoiceStory story =
      new VoiceStory(
          WorkingTime.of(
              ZoneOffset.UTC,
              WorkingWeek.on(List.of(DayOfWeek.values()), new WorkInterval("00:00", "24:00")),
              List.of()));

  @Test
  void where_nothing_was_promised_the_times_of_the_house_count_and_say_so() {
    story.said(START);

    assertThat(target(SEEN)).isEqualTo(2);
    assertThat(version(SEEN)).contains(DEFAULT);
    assertThat(version(NEXT_ANSWER)).isEmpty();
  }

  @Test
  void what_begins_has_the_times_that_were_promised() {
    story.said(START).with(promised(START, "company", 2, 1));

    assertThat(story.due(SEEN)).contains(START.plus(Duration.ofHours(1)));
    assertThat(story.due(SOLVED)).contains(START.plus(Duration.ofHours(4)));
    assertThat(version(SOLVED)).contains(new ClockVersion("company", 2));
  }

  @Test
  void what_is_promised_later_changes_nothing_that_runs() {
    Instant later = START.plus(Duration.ofMinutes(30));
    story
        .said(START)
        .with(promised(START, "company", 1, 1))
        .answered(later)
        .added(later.plusSeconds(60))
        .with(promised(later.plusSeconds(60), "company", 2, 5));

    assertThat(target(NEXT_ANSWER)).isEqualTo(15);
    assertThat(version(NEXT_ANSWER)).contains(new ClockVersion("company", 2));
    assertThat(target(SOLVED)).isEqualTo(4);
    assertThat(version(SOLVED)).contains(new ClockVersion("company", 1));
    assertThat(target(FIRST_ANSWER)).isEqualTo(2);
  }

  @Test
  void where_what_was_agreed_has_ended_the_times_of_the_house_count_again() {
    Instant later = START.plus(Duration.ofHours(1));
    story
        .said(START)
        .with(promised(START, "company", 1, 1))
        .answered(later)
        .added(later)
        .with(new VoiceEvent.ClockPromised(later, Optional.empty(), Optional.empty()));

    assertThat(target(NEXT_ANSWER)).isEqualTo(8);
    assertThat(version(NEXT_ANSWER)).contains(DEFAULT);
    assertThat(version(SOLVED)).contains(new ClockVersion("company", 1));
  }

  @Test
  void another_tier_changes_nothing_of_what_was_agreed_with_a_company() {
    story
        .said(START)
        .with(promised(START, "company", 1, 9))
        .tier(START.plusSeconds(60), Tier.STANDARD, Tier.PLATINUM);

    assertThat(target(SEEN)).isEqualTo(9);
    assertThat(version(SEEN)).contains(new ClockVersion("company", 1));
  }

  @Test
  void what_a_higher_tier_was_promised_hurries_what_runs_and_never_slows_it() {
    Instant moved = START.plusSeconds(60);
    story.said(START).tier(moved, Tier.STANDARD, Tier.SILVER).with(promised(moved, "tier", 3, 1));

    assertThat(target(SEEN)).isEqualTo(1);
    assertThat(version(SEEN)).contains(new ClockVersion("tier", 3));

    story
        .tier(moved.plusSeconds(60), Tier.SILVER, Tier.STANDARD)
        .with(promised(moved.plusSeconds(60), "tier", 1, 20));
    assertThat(target(SEEN)).isEqualTo(1);
    assertThat(version(SEEN)).contains(new ClockVersion("tier", 3));
  }

  @Test
  void it_begins_anew_with_what_is_promised_then() {
    Instant closed = START.plus(Duration.ofMinutes(10));
    story
        .said(START)
        .with(promised(START, "company", 1, 1))
        .closed(closed, VoiceStory.STAFF)
        .reopened(closed);

    assertThat(target(SEEN)).isEqualTo(2);
    assertThat(version(SEEN)).contains(DEFAULT);
  }

  private long target(Commitment commitment) {
    return story.commitments().state(commitment).target().toHours();
  }

  private Optional<ClockVersion> version(Commitment commitment) {
    return story.commitments().version(commitment);
  }

  /** Seen within so many hours, and the rest in multiples of that. */
  private static VoiceEvent promised(Instant at, String owner, int version, int hours) {
    return new VoiceEvent.ClockPromised(
        at,
        Optional.of(
            new PromisedClock(
                new ClockVersion(owner, version),
                new CommitmentTargets(
                    Duration.ofHours(hours),
                    Duration.ofHours(2L * hours),
                    Duration.ofHours(3L * hours),
                    Duration.ofHours(4L * hours)))),
        Optional.empty());
  }
}
