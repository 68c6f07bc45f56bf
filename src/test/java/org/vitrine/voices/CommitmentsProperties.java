package org.vitrine.voices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.vitrine.voices.Commitment.FIRST_ANSWER;
import static org.vitrine.voices.Commitment.SEEN;
import static org.vitrine.voices.Commitment.SOLVED;
import static org.vitrine.voices.VoiceStory.CUSTOMER;
import static org.vitrine.voices.VoiceStory.FIRST;
import static org.vitrine.voices.VoiceStory.SECOND;
import static org.vitrine.voices.VoiceStory.STAFF;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.vitrine.calendars.GeneratedCalendars;
import org.vitrine.calendars.WorkedSpan;
import org.vitrine.calendars.WorkingTime;
import org.vitrine.companies.Tier;
import org.vitrine.voices.CommitmentDeeds.Reminder;

/**
 * What is promised is working time, whatever calendars, clocks and people do to it: with lunch
 * breaks, holidays, worked Saturdays, nights, and clocks that are changed both ways.
 */
class CommitmentsProperties {
  private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");
  private static final int YEAR_MINUTES = 366 * 24 * 60;
  private static final int TEN_DAYS = 10 * 24 * 60;

  @Provide
  Arbitrary<WorkingTime> hours() {
    return GeneratedCalendars.any();
  }

  private static Instant minute(int minutes) {
    return NEW_YEAR.plusSeconds(minutes * 60L);
  }

  private static Duration target(Tier tier, VoiceKind kind, Commitment commitment) {
    return CommitmentTable.DEFAULT.of(tier, kind).of(commitment);
  }

  private static Instant due(VoiceStory story, Commitment commitment) {
    return story.due(commitment).orElseThrow();
  }

  @Property(tries = 300)
  void from_the_beginning_until_it_is_due_so_much_is_worked(
      @ForAll("hours") WorkingTime hours,
      @ForAll @IntRange(max = YEAR_MINUTES) int begin,
      @ForAll Tier tier,
      @ForAll VoiceKind kind) {
    VoiceStory story = new VoiceStory(hours).said(minute(begin), kind, tier);

    for (Commitment one : List.of(SEEN, FIRST_ANSWER, SOLVED)) {
      assertThat(hours.between(minute(begin), due(story, one))).isEqualTo(target(tier, kind, one));
    }
  }

  /** Working minutes that pass before the customer is asked, and minutes until they reply. */
  record Pause(int workedBefore, int lasts) {}

  @Provide
  Arbitrary<List<Pause>> pauses() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 90), Arbitraries.integers().between(0, TEN_DAYS))
        .as(Pause::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(5);
  }

  @Property(tries = 300)
  void pauses_move_it_by_what_is_worked_in_them_in_whatever_pieces_and_order(
      @ForAll("hours") WorkingTime hours,
      @ForAll @IntRange(max = YEAR_MINUTES) int begin,
      @ForAll("pauses") List<Pause> pauses,
      @ForAll Random random) {
    List<Pause> shuffled = new ArrayList<>(pauses);
    Collections.shuffle(shuffled, random);

    for (List<Pause> order : List.of(pauses, shuffled)) {
      VoiceStory story = new VoiceStory(hours).said(minute(begin)).seen(minute(begin));
      Instant now = minute(begin);
      Duration paused = Duration.ZERO;
      for (Pause pause : order) {
        Instant asked = hours.add(now, Duration.ofMinutes(pause.workedBefore()));
        now = asked.plusSeconds(pause.lasts() * 60L);
        paused = paused.plus(hours.between(asked, now));
        story.asked(asked).replied(now);
      }

      for (Commitment one : List.of(FIRST_ANSWER, SOLVED)) {
        Duration target = target(Tier.STANDARD, VoiceKind.COMPLAINT, one);
        assertThat(due(story, one))
            .isEqualTo(hours.add(minute(begin), target.plus(paused)))
            .isAfterOrEqualTo(now);
        assertThat(hours.between(minute(begin), due(story, one))).isEqualTo(target.plus(paused));
      }
    }
  }

  @Property(tries = 300)
  void whoever_receives_it_has_at_least_half_of_their_own_time(
      @ForAll("hours") WorkingTime hours,
      @ForAll("hours") WorkingTime theirs,
      @ForAll @IntRange(max = YEAR_MINUTES) int begin,
      @ForAll @IntRange(max = 3 * TEN_DAYS) int later) {
    VoiceStory before = new VoiceStory(hours, theirs).said(minute(begin));
    Instant at = minute(begin + later);
    Duration half = target(Tier.STANDARD, VoiceKind.COMPLAINT, FIRST_ANSWER).dividedBy(2);
    Duration left =
        due(before, FIRST_ANSWER).isAfter(at)
            ? hours.between(at, due(before, FIRST_ANSWER))
            : Duration.ZERO;
    boolean missed = before.commitments().state(FIRST_ANSWER).isMissedAt(at);
    VoiceStory after = before.handedOn(at, "brazing", SECOND);

    assertThat(theirs.between(at, due(after, FIRST_ANSWER)))
        .isGreaterThanOrEqualTo(half)
        .isEqualTo(left.compareTo(half) < 0 ? half : left);
    assertThat(after.commitments().state(FIRST_ANSWER).missed()).isEqualTo(missed);
  }

  @Property(tries = 300)
  void a_raised_tier_never_makes_it_later_and_never_late_at_once(
      @ForAll("hours") WorkingTime hours,
      @ForAll @IntRange(max = YEAR_MINUTES) int begin,
      @ForAll @IntRange(max = TEN_DAYS) int later,
      @ForAll Tier tier,
      @ForAll Tier to,
      @ForAll VoiceKind kind) {
    Instant at = minute(begin + later);
    VoiceStory story = new VoiceStory(hours).said(minute(begin), kind, tier);
    Instant before = due(story, SOLVED);
    boolean missed = story.commitments().state(SOLVED).isMissedAt(at);
    story.tier(at, tier, to);

    assertThat(due(story, SOLVED)).isBeforeOrEqualTo(before);
    assertThat(story.commitments().state(SOLVED).missed()).isEqualTo(missed);
    if (!missed && before.isAfter(at)) {
      assertThat(due(story, SOLVED)).isAfterOrEqualTo(at);
    }
    if (to.compareTo(tier) <= 0) {
      assertThat(due(story, SOLVED)).isEqualTo(before);
    }
  }

  @Property(tries = 300)
  void a_superseded_calendar_counts_up_to_its_moment_and_the_new_one_from_there(
      @ForAll("hours") WorkingTime hours,
      @ForAll("hours") WorkingTime next,
      @ForAll @IntRange(max = YEAR_MINUTES) int begin,
      @ForAll @IntRange(max = TEN_DAYS) int later) {
    Instant at = minute(begin + later);
    VoiceStory story = new VoiceStory(hours, next).said(minute(begin));
    Instant before = due(story, SOLVED);
    story.superseded(at);

    if (before.isBefore(at)) {
      assertThat(due(story, SOLVED)).isEqualTo(before);
      assertThat(story.commitments().state(SOLVED).missed()).isTrue();
      return;
    }
    Duration target = target(Tier.STANDARD, VoiceKind.COMPLAINT, SOLVED);
    assertThat(hours.between(minute(begin), at).plus(next.between(at, due(story, SOLVED))))
        .isEqualTo(target);
  }

  @Property(tries = 200)
  void reopened_it_is_as_if_it_was_said_then(
      @ForAll("hours") WorkingTime hours,
      @ForAll @IntRange(max = YEAR_MINUTES) int begin,
      @ForAll("deeds") List<Deed> deeds) {
    VoiceStory story = told(new VoiceStory(hours).said(minute(begin)), minute(begin), deeds);
    Instant again = story.events().getLast().at().plusSeconds(60);
    story.closed(again, STAFF).reopened(again);
    VoiceStory anew = new VoiceStory(hours).said(again);

    for (Commitment one : Commitment.values()) {
      assertThat(story.commitments().state(one)).isEqualTo(anew.commitments().state(one));
    }
    assertThat(story.commitments().next()).isEqualTo(anew.commitments().next());
  }

  /** Anything that can happen, so many minutes after what happened before. */
  record Deed(int what, int later) {}

  @Provide
  Arbitrary<List<Deed>> deeds() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 12), Arbitraries.integers().between(0, 3_000))
        .as(Deed::new)
        .list()
        .ofMaxSize(16);
  }

  private static VoiceStory told(VoiceStory story, Instant begin, List<Deed> deeds) {
    Instant at = begin;
    for (Deed deed : deeds) {
      at = at.plusSeconds(deed.later() * 60L);
      switch (deed.what()) {
        case 0 -> story.seen(at);
        case 1 -> story.answered(at);
        case 2 -> story.added(at);
        case 3, 4 -> story.asked(at);
        case 5, 6 -> story.replied(at);
        case 7 -> story.handedOn(at, "brazing", SECOND);
        case 8 -> story.handedOn(at, "quality", FIRST);
        case 9 -> story.tier(at, Tier.STANDARD, Tier.GOLD);
        case 10 -> story.superseded(at);
        case 11 -> story.thanked(at);
        default -> story.with(new VoiceEvent.Noted(at, STAFF, "Joint?"));
      }
    }
    return story;
  }

  @Property(tries = 300)
  void what_was_missed_stays_missed_and_what_is_settled_stays_as_it_was(
      @ForAll("hours") WorkingTime hours,
      @ForAll("hours") WorkingTime next,
      @ForAll @IntRange(max = YEAR_MINUTES) int begin,
      @ForAll("deeds") List<Deed> deeds,
      @ForAll boolean byCustomer) {
    VoiceStory story = told(new VoiceStory(hours, next).said(minute(begin)), minute(begin), deeds);
    Instant end = story.events().getLast().at();
    story.closed(end, byCustomer ? CUSTOMER : STAFF).reopened(end).closed(end, STAFF);

    List<CommitmentOutcome> settled = List.of();
    boolean missed = false;
    for (int first = 1; first <= story.events().size(); first++) {
      Commitments then = story.commitments(first);
      assertThat(then.settled().subList(0, settled.size())).isEqualTo(settled);
      settled = then.settled();
      if (first <= story.events().size() - 2) {
        boolean isMissed = then.state(SOLVED).isMissedAt(story.events().get(first - 1).at());
        assertThat(isMissed || !missed).isTrue();
        missed = isMissed;
      }
    }
    assertThat(settled).extracting(CommitmentOutcome::number).doesNotHaveDuplicates();
  }

  @Property(tries = 200)
  void the_page_counts_down_to_what_staff_read_at_every_moment(
      @ForAll("hours") WorkingTime hours,
      @ForAll("hours") WorkingTime next,
      @ForAll @IntRange(max = YEAR_MINUTES) int begin,
      @ForAll("deeds") List<Deed> deeds,
      @ForAll @IntRange(max = TEN_DAYS) int later) {
    VoiceStory story = told(new VoiceStory(hours, next).said(minute(begin)), minute(begin), deeds);
    Commitments commitments = story.commitments();
    Instant now = story.events().getLast().at().plusSeconds(later * 60L);

    switch (commitments.clockWithHours()) {
      case VoiceClock.RunningClock runs -> {
        List<WorkedSpan> worked = runs.worked().orElseThrow();
        assertThat(worked).hasSizeLessThanOrEqualTo(400);
        if (worked.size() < 400) {
          assertThat(counted(worked, now)).isEqualTo(commitments.leftAt(now).orElseThrow());
        }
        assertThat(commitments.next().map(Commitments.NextDue::due)).contains(runs.due());
        assertThat(commitments.state(runs.next()).due()).contains(runs.due());
      }
      case VoiceClock.StandingClock stands ->
          assertThat(stands.left()).isEqualTo(commitments.leftAt(now).map(Duration::toSeconds));
    }
  }

  /** As the page does it. */
  private static Duration counted(List<WorkedSpan> worked, Instant now) {
    Duration left = Duration.ZERO;
    for (WorkedSpan span : worked) {
      Instant from = span.from().isBefore(now) ? now : span.from();
      if (from.isBefore(span.to())) {
        left = left.plus(Duration.between(from, span.to()));
      }
    }
    return left;
  }

  @Property(tries = 200)
  void reminders_come_in_working_hours_once_so_much_of_the_time_is_over(
      @ForAll("hours") WorkingTime hours,
      @ForAll @IntRange(max = YEAR_MINUTES) int begin,
      @ForAll Tier tier,
      @ForAll VoiceKind kind) {
    VoiceStory story = new VoiceStory(hours).said(minute(begin), kind, tier);
    List<Reminder> reminders = story.commitments().deeds().reminders();

    assertThat(reminders).hasSize(9);
    for (Reminder one : reminders) {
      assertThat(hours.isWorking(one.at())).isTrue();
      assertThat(hours.between(minute(begin), one.at()))
          .isEqualTo(
              target(tier, kind, one.commitment()).multipliedBy(one.percent()).dividedBy(100));
    }
    assertThat(reminders).isSortedAccordingTo((a, b) -> a.at().compareTo(b.at()));
    assertThat(story.commitments().deeds().climbs())
        .hasSize(3)
        .allSatisfy(
            climb -> {
              assertThat(hours.isWorking(climb.at())).isTrue();
              assertThat(climb.at()).isAfterOrEqualTo(due(story, SEEN));
            });
  }
}
