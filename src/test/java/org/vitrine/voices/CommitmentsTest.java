package org.vitrine.voices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.vitrine.voices.Commitment.FIRST_ANSWER;
import static org.vitrine.voices.Commitment.NEXT_ANSWER;
import static org.vitrine.voices.Commitment.SEEN;
import static org.vitrine.voices.Commitment.SOLVED;
import static org.vitrine.voices.VoiceStory.CUSTOMER;
import static org.vitrine.voices.VoiceStory.FIRST;
import static org.vitrine.voices.VoiceStory.SECOND;
import static org.vitrine.voices.VoiceStory.STAFF;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vitrine.calendars.WorkInterval;
import org.vitrine.calendars.WorkedSpan;
import org.vitrine.calendars.WorkingTime;
import org.vitrine.calendars.WorkingWeek;
import org.vitrine.companies.Tier;
import org.vitrine.platform.json.Json;

/**
 * One clock for both sides. In Foshan, Monday to Saturday, 8 to 12 and 13:30 to 17:30; December 1,
 * 2026 is a Tuesday. A complaint of a standard company is seen within 2 h, first answered within 8,
 * answered next within 8, solved within 40.
 */
class CommitmentsTest {
  private static final ZoneId FOSHAN = ZoneId.of("Asia/Shanghai");
  private static final List<DayOfWeek> TO_SATURDAY =
      Arrays.asList(DayOfWeek.values()).subList(0, 6);

  private static final WorkingTime DAYS =
      hours(
          WorkingWeek.on(
              TO_SATURDAY, new WorkInterval("08:00", "12:00"), new WorkInterval("13:30", "17:30")));

  private static final WorkingTime NIGHTS =
      hours(WorkingWeek.on(TO_SATURDAY, new WorkInterval("22:00", "06:00")));

  private static WorkingTime hours(WorkingWeek week) {
    return WorkingTime.of(FOSHAN, week, List.of());
  }

  /** On a day of December 2026. */
  private static Instant at(String dayAndTime) {
    return LocalDateTime.parse("2026-12-" + dayAndTime.replace(' ', 'T'))
        .atZone(FOSHAN)
        .toInstant();
  }

  private static VoiceStory story() {
    return new VoiceStory(DAYS, NIGHTS);
  }

  @ParameterizedTest
  @CsvSource({
    "01 08:00, 01 10:00, 01 17:30, 05 17:30",
    "01 11:00, 01 14:30, 02 11:00, 07 11:00",
    // Said at night and on a Sunday, it begins in the morning.
    "01 23:00, 02 10:00, 02 17:30, 07 17:30",
    "06 12:00, 07 10:00, 07 17:30, 11 17:30",
  })
  void time_is_working_time(String said, String seen, String answered, String solved) {
    VoiceStory story = story().said(at(said));

    assertThat(story.due(SEEN)).contains(at(seen));
    assertThat(story.due(FIRST_ANSWER)).contains(at(answered));
    assertThat(story.due(SOLVED)).contains(at(solved));
    assertThat(story.due(NEXT_ANSWER)).isEmpty();
    assertThat(story.commitments().next().map(Commitments.NextDue::commitment)).contains(SEEN);
  }

  @Test
  void what_staff_do_shows_that_it_was_seen_and_an_answer_keeps_the_answers() {
    VoiceStory noted =
        story().said(at("01 08:00")).with(new VoiceEvent.Noted(at("01 09:00"), STAFF, "Joint?"));
    assertThat(noted.commitments().state(SEEN).done()).contains(at("01 09:00"));
    assertThat(noted.commitments().state(FIRST_ANSWER).done()).isEmpty();

    VoiceStory answered = story().said(at("01 08:00")).answered(at("01 15:00"));
    assertThat(answered.commitments().state(SEEN).missed()).isTrue();
    assertThat(answered.commitments().state(FIRST_ANSWER))
        .isEqualTo(
            new CommitmentState(
                Duration.ofHours(8),
                Optional.of(at("01 17:30")),
                Optional.of(at("01 15:00")),
                false));
    assertThat(answered.commitments().next().map(Commitments.NextDue::commitment)).contains(SOLVED);
  }

  @Test
  void what_nobody_saw_was_not_seen_by_itself() {
    VoiceStory story =
        story()
            .said(at("01 08:00"))
            .with(new VoiceEvent.Assigned(at("01 08:10"), VoiceParty.SYSTEM, Optional.of(STAFF)))
            .added(at("01 09:00"));

    assertThat(story.commitments().state(SEEN).done()).isEmpty();
    assertThat(story.commitments().state(SEEN).isMissedAt(at("01 10:00"))).isFalse();
    assertThat(story.commitments().state(SEEN).isMissedAt(at("01 10:01"))).isTrue();
  }

  @Test
  void what_the_customer_adds_asks_for_the_next_answer_and_more_of_it_for_no_other() {
    VoiceStory story = story().said(at("01 08:00")).added(at("01 09:00")).answered(at("01 10:00"));
    assertThat(story.due(NEXT_ANSWER)).as("the first covers it").isEmpty();

    story.added(at("01 11:00")).added(at("01 14:00"));
    assertThat(story.due(NEXT_ANSWER)).contains(at("02 11:00"));

    story.answered(at("02 12:00"));
    assertThat(story.commitments().state(NEXT_ANSWER).missed()).isTrue();

    story.added(at("02 14:30"));
    assertThat(story.due(NEXT_ANSWER)).contains(at("03 14:30"));
    assertThat(story.commitments().state(NEXT_ANSWER).missed()).as("another one").isFalse();
  }

  @Test
  void a_question_is_no_answer_and_the_clock_stands_still_until_the_reply() {
    VoiceStory story = story().said(at("01 08:00")).asked(at("01 10:00"));
    Commitments asked = story.commitments();

    assertThat(asked.state(SEEN).done()).contains(at("01 10:00"));
    assertThat(asked.next()).isEmpty();
    assertThat(asked.state(FIRST_ANSWER).due()).isEmpty();
    assertThat(Json.text(asked.clock()))
        .isEqualTo(
            "{\"why\":\"asked\",\"since\":\"2026-12-01T02:00:00Z\",\"next\":\"firstAnswer\",\"left\":21600,\"runs\":false}");
    assertThat(asked.deeds().nextAt()).isEmpty();

    // Asked again, it stands still since the first question; 4 h in it are worked.
    story.asked(at("01 11:00")).replied(at("01 15:30"));
    assertThat(story.due(FIRST_ANSWER)).contains(at("02 12:00"));
  }

  @Test
  void a_question_after_the_first_answer_asks_for_the_next_one_when_it_is_replied_to() {
    VoiceStory story = story().said(at("01 08:00")).answered(at("01 09:00")).asked(at("01 09:10"));
    assertThat(story.due(NEXT_ANSWER)).isEmpty();

    story.replied(at("02 09:00"));
    assertThat(story.due(NEXT_ANSWER)).contains(at("03 09:00"));
  }

  @Test
  void handed_on_it_has_at_least_half_of_the_time_left() {
    VoiceStory late = story().said(at("01 08:00")).handedOn(at("01 17:00"), "brazing", SECOND);
    assertThat(late.due(FIRST_ANSWER)).as("4 h of the night").contains(at("02 02:00"));
    assertThat(late.due(SOLVED)).as("32.5 h of four nights").contains(at("05 22:30"));
    assertThat(late.commitments().standing().department()).isEqualTo("brazing");

    VoiceStory early = story().said(at("01 08:00")).handedOn(at("01 09:00"), "brazing", FIRST);
    assertThat(early.due(FIRST_ANSWER)).as("7 h are left").contains(at("01 17:30"));
  }

  @Test
  void what_was_missed_stays_missed_and_whoever_gets_it_is_not_blamed() {
    VoiceStory story =
        story()
            .said(at("01 08:00"))
            .seen(at("01 08:30"))
            .handedOn(at("02 09:00"), "brazing", FIRST)
            .answered(at("02 10:00"));

    assertThat(story.commitments().state(FIRST_ANSWER))
        .isEqualTo(
            new CommitmentState(
                Duration.ofHours(8),
                Optional.of(at("02 14:30")),
                Optional.of(at("02 10:00")),
                true));
    assertThat(story.commitments().settled())
        .extracting(
            CommitmentOutcome::commitment,
            CommitmentOutcome::department,
            CommitmentOutcome::missed,
            CommitmentOutcome::decidedAt,
            one -> one.taken().orElseThrow())
        .containsExactly(
            tuple(SEEN, "quality", false, at("01 08:30"), Duration.ofMinutes(30)),
            tuple(FIRST_ANSWER, "quality", true, at("01 17:30"), Duration.ofHours(10)));
  }

  @Test
  void a_pause_after_it_was_missed_moves_nothing() {
    VoiceStory story = story().said(at("01 08:00")).asked(at("02 09:00")).replied(at("04 09:00"));

    assertThat(story.commitments().state(FIRST_ANSWER).missed()).isTrue();
    assertThat(story.due(FIRST_ANSWER)).contains(at("01 17:30"));
  }

  @Test
  void a_raised_tier_hurries_what_is_left_and_a_lowered_one_keeps_what_was_said() {
    VoiceStory raised =
        story()
            .said(at("01 08:00"))
            .seen(at("01 08:00"))
            .tier(at("01 12:00"), Tier.STANDARD, Tier.PLATINUM);
    assertThat(raised.due(FIRST_ANSWER)).as("a quarter of 4 h").contains(at("01 14:30"));
    assertThat(raised.due(SOLVED)).as("a quarter of 36 h").contains(at("02 14:30"));

    VoiceStory lowered =
        story()
            .said(at("01 08:00"), VoiceKind.COMPLAINT, Tier.PLATINUM)
            .tier(at("01 09:00"), Tier.PLATINUM, Tier.STANDARD);
    assertThat(lowered.due(FIRST_ANSWER)).contains(at("01 10:00"));
  }

  @Test
  void a_superseded_calendar_counts_from_its_moment_on() {
    VoiceStory story = story().said(at("01 08:00")).superseded(at("01 12:00"));

    assertThat(story.due(FIRST_ANSWER)).as("4 h by day, 4 by night").contains(at("02 02:00"));
  }

  @Test
  void a_thank_you_reopens_nothing_and_reopening_begins_anew() {
    VoiceStory story =
        story()
            .said(at("01 08:00"))
            .answered(at("01 09:00"))
            .closed(at("01 10:00"), STAFF)
            .thanked(at("02 10:00"))
            .added(at("02 11:00"));
    Commitments closed = story.commitments();
    assertThat(closed.next()).isEmpty();
    assertThat(closed.leftAt(at("02 12:00"))).isEmpty();
    assertThat(closed.standing().closedSince()).contains(at("01 10:00"));
    assertThat(Json.text(closed.clock()))
        .isEqualTo("{\"why\":\"closed\",\"since\":\"2026-12-01T02:00:00Z\",\"runs\":false}");
    assertThat(closed.state(SOLVED).done()).contains(at("01 10:00"));

    story.reopened(at("07 08:00"));
    assertThat(story.due(SEEN)).contains(at("07 10:00"));
    assertThat(story.due(FIRST_ANSWER)).contains(at("07 17:30"));
    assertThat(story.due(SOLVED)).contains(at("11 17:30"));
    assertThat(story.commitments().state(SOLVED).done()).isEmpty();
  }

  @Test
  void a_customer_who_closes_it_waits_for_nothing_more() {
    Commitments early = story().said(at("01 08:00")).closed(at("01 09:00"), CUSTOMER).commitments();
    assertThat(early.settled()).extracting(CommitmentOutcome::commitment).containsExactly(SOLVED);

    Commitments late = story().said(at("01 08:00")).closed(at("02 08:00"), CUSTOMER).commitments();
    assertThat(late.settled())
        .extracting(CommitmentOutcome::commitment, CommitmentOutcome::missed)
        .containsExactly(tuple(SOLVED, false), tuple(SEEN, true), tuple(FIRST_ANSWER, true));
  }

  @Test
  void what_is_overdue_and_open_counts_as_missed() {
    Commitments open = story().said(at("01 08:00")).seen(at("01 09:00")).commitments();

    assertThat(open.overdueAt(at("01 17:30"))).isEmpty();
    assertThat(open.overdueAt(at("02 08:01")))
        .extracting(
            CommitmentOutcome::commitment, CommitmentOutcome::decidedAt, CommitmentOutcome::taken)
        .containsExactly(tuple(FIRST_ANSWER, at("01 17:30"), Optional.empty()));
  }

  @Test
  void whoever_has_it_is_reminded_in_working_hours_only() {
    VoiceStory story = story().said(at("01 13:30")).seen(at("01 13:30"));
    CommitmentDeeds deeds = story.commitments().deeds();

    // Half of 8 h are over when the day ends: that is told in the morning.
    assertThat(deeds.reminders().stream().filter(one -> one.commitment() == FIRST_ANSWER))
        .extracting(CommitmentDeeds.Reminder::percent, CommitmentDeeds.Reminder::at)
        .containsExactly(
            tuple(50, at("02 08:00")), tuple(80, at("02 10:24")), tuple(100, at("02 13:30")));
    assertThat(deeds.reminderDue(at("01 17:45"))).isEmpty();
    assertThat(deeds.nextAt()).contains(at("02 08:00"));
    // Where nothing ran for a while, the last one tells all.
    assertThat(deeds.reminderDue(at("02 11:00")).map(CommitmentDeeds.Reminder::percent))
        .contains(80);
    assertThat(deeds.reminderDue(at("02 12:30"))).as("at lunch").isEmpty();
    assertThat(deeds.nextAfter(at("02 12:30"))).contains(at("02 13:30"));

    story.reminded(at("02 11:00"), 80, FIRST_ANSWER);
    assertThat(story.commitments().deeds().reminderDue(at("02 11:01"))).isEmpty();
    assertThat(
            story
                .commitments()
                .deeds()
                .reminderDue(at("02 13:30"))
                .map(CommitmentDeeds.Reminder::percent))
        .contains(100);
  }

  @Test
  void overdue_it_climbs_from_rung_to_rung() {
    VoiceStory story = story().said(at("01 08:00")).seen(at("01 08:00"));
    assertThat(story.commitments().deeds().climbs())
        .extracting(CommitmentDeeds.Climb::rung, CommitmentDeeds.Climb::at)
        .containsExactly(
            tuple(Rung.HEAD, at("02 08:00")),
            tuple(Rung.ACCOUNT_MANAGER, at("02 13:30")),
            tuple(Rung.CHOSEN, at("03 08:00")));
    assertThat(story.commitments().deeds().climbDue(at("01 17:29"))).isEmpty();

    story.climbed(at("02 08:00"), Rung.HEAD);
    assertThat(story.commitments().deeds().climbDue(at("02 09:00"))).isEmpty();
    assertThat(
            story.commitments().deeds().climbDue(at("02 13:30")).map(CommitmentDeeds.Climb::rung))
        .contains(Rung.ACCOUNT_MANAGER);

    // Answered, it is not overdue any more, and what is due next has its own way up.
    story.answered(at("02 09:30"));
    assertThat(story.commitments().deeds().climbs().getFirst().rung()).isEqualTo(Rung.HEAD);
    assertThat(story.commitments().deeds().climbs().getFirst().at()).isEqualTo(at("07 08:00"));
  }

  @Test
  void the_third_time_it_goes_to_the_account_manager_by_itself() {
    VoiceStory story = story().said(at("01 08:00"));
    assertThat(Handing.of(story.events())).isEqualTo(Handing.TO_DEPARTMENT);
    story.handedOn(at("01 09:00"), "brazing", FIRST);
    assertThat(Handing.of(story.events())).isEqualTo(Handing.TO_DEPARTMENT);
    story.handedOn(at("01 10:00"), "quality", FIRST);
    assertThat(Handing.of(story.events())).isEqualTo(Handing.TO_ACCOUNT_MANAGER);

    story.with(
        new VoiceEvent.HandedOn(
            at("01 11:00"), STAFF, "quality", "quality", FIRST, "Not ours", true));
    assertThat(Handing.of(story.events())).isEqualTo(Handing.TO_DEPARTMENT);
    story.handedOn(at("01 14:00"), "brazing", FIRST).handedOn(at("01 15:00"), "office", FIRST);
    assertThat(Handing.of(story.events())).isEqualTo(Handing.TO_ACCOUNT_MANAGER);
    story.reopened(at("01 16:00"));
    assertThat(Handing.of(story.events())).isEqualTo(Handing.TO_DEPARTMENT);
  }

  @Test
  void what_is_promised_later_does_not_move_what_was_said_before() {
    CommitmentTable strict =
        CommitmentTable.DEFAULT.with(
            List.of(
                new CommitmentTable.CommitmentRow(
                    Tier.STANDARD,
                    VoiceKind.COMPLAINT,
                    Duration.ofHours(1),
                    Duration.ofHours(2),
                    Duration.ofHours(2),
                    Duration.ofHours(4))));
    CommitmentProfile profile =
        new CommitmentProfile(
            List.of(new CommitmentProfile.ProfileVersion(1, strict, at("01 09:00"), "Ada")));
    VoiceStory story = new VoiceStory(DAYS, NIGHTS, profile).said(at("01 08:00"));

    assertThat(story.due(FIRST_ANSWER)).contains(at("01 17:30"));
    story.answered(at("01 10:00")).added(at("01 10:00"));
    assertThat(story.due(NEXT_ANSWER)).contains(at("01 12:00"));
    assertThat(story.due(SOLVED)).contains(at("05 17:30"));
  }

  @Test
  void the_page_counts_down_by_what_is_worked() {
    VoiceClock clock = story().said(at("01 11:00")).commitments().clockWithHours();

    assertThat(clock)
        .isEqualTo(
            new VoiceClock.RunningClock(
                SEEN,
                at("01 14:30"),
                at("01 11:00"),
                Optional.of(
                    List.of(
                        new WorkedSpan(at("01 11:00"), at("01 12:00")),
                        new WorkedSpan(at("01 13:30"), at("01 14:30"))))));
    assertThat(Json.text(clock))
        .contains("\"worked\":[[\"2026-12-01T03:00:00Z\",\"2026-12-01T04:00:00Z\"],")
        .contains("\"runs\":true");
  }
}
