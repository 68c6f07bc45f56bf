package org.vitrine.calendars;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** Working time is what one would count, minute by minute, whatever clocks do. */
class WorkingTimeProperties {
  private static final Instant FROM = Instant.parse("2026-01-01T00:00:00Z");
  private static final int YEAR_MINUTES = 366 * 24 * 60;
  private static final int GRID = 5;

  /**
   * A calendar as it was made, to count by it slowly.
   *
   * @param exceptions by how many days after the beginning
   */
  record Made(
      String zone, List<List<WorkInterval>> week, Map<Integer, List<WorkInterval>> exceptions) {
    WorkingTime time() {
      return WorkingTime.of(ZoneId.of(zone), workingWeek(), specialDays());
    }

    private WorkingWeek workingWeek() {
      return new WorkingWeek(
          week.get(0),
          week.get(1),
          week.get(2),
          week.get(3),
          week.get(4),
          week.get(5),
          week.get(6));
    }

    private List<SpecialDays> specialDays() {
      List<SpecialDays> days = new ArrayList<>();
      exceptions.forEach(
          (after, hours) -> days.add(SpecialDays.on(firstDay().plusDays(after), null, hours)));
      return days;
    }

    private LocalDate firstDay() {
      return LocalDate.ofInstant(FROM, ZoneId.of(zone));
    }

    /** As anybody would say it, without any shortcut. */
    boolean isWorking(Instant at) {
      LocalDate today = LocalDate.ofInstant(at, ZoneId.of(zone));
      return isWorkedOf(today, at) || isWorkedOf(today.minusDays(1), at);
    }

    private boolean isWorkedOf(LocalDate day, Instant at) {
      List<WorkInterval> usual = week.get(day.getDayOfWeek().ordinal());
      int after = (int) (day.toEpochDay() - firstDay().toEpochDay());
      for (WorkInterval one : exceptions.getOrDefault(after, usual)) {
        if (!at.isBefore(moment(day, one.begins())) && at.isBefore(moment(day, one.ends()))) {
          return true;
        }
      }
      return false;
    }

    private Instant moment(LocalDate day, int minute) {
      LocalDateTime time = day.atStartOfDay().plusMinutes(minute);
      ZoneOffsetTransition change = ZoneId.of(zone).getRules().getTransition(time);
      return change != null && change.isGap()
          ? change.getInstant()
          : time.atZone(ZoneId.of(zone)).toInstant();
    }
  }

  @Provide
  Arbitrary<Made> calendars() {
    Arbitrary<Map<Integer, List<WorkInterval>>> exceptions =
        Combinators.combine(
                Arbitraries.integers().between(-2, 380).list().ofMaxSize(8), day().list().ofSize(8))
            .as(
                (days, hours) -> {
                  Map<Integer, List<WorkInterval>> made = new HashMap<>();
                  for (int at = 0; at < days.size(); at++) {
                    made.put(days.get(at), hours.get(at));
                  }
                  return made;
                });
    return Combinators.combine(
            Arbitraries.of(
                "Europe/Berlin",
                "America/New_York",
                "Australia/Lord_Howe",
                "Asia/Shanghai",
                "America/Santiago",
                "UTC"),
            day().list().ofSize(7).filter(week -> worked(week) >= 60),
            exceptions)
        .as(Made::new);
  }

  private static int worked(List<List<WorkInterval>> week) {
    return week.stream()
        .flatMap(List::stream)
        .mapToInt(one -> one.ends() - one.begins())
        .max()
        .orElse(0);
  }

  /** None, one or two shifts, also over midnight. */
  private static Arbitrary<List<WorkInterval>> day() {
    Arbitrary<Integer> time = Arbitraries.integers().between(0, 287).map(five -> five * GRID);
    Arbitrary<List<WorkInterval>> one =
        Combinators.combine(time, time)
            .filter((begins, ends) -> !begins.equals(ends))
            .as((begins, ends) -> List.of(new WorkInterval(text(begins), text(ends))));
    Arbitrary<List<WorkInterval>> two =
        time.set()
            .ofSize(4)
            .map(times -> times.stream().sorted().toList())
            .map(
                at ->
                    List.of(
                        new WorkInterval(text(at.get(0)), text(at.get(1))),
                        new WorkInterval(text(at.get(2)), text(at.get(3)))));
    return Arbitraries.frequencyOf(
        Tuple.of(2, Arbitraries.just(List.<WorkInterval>of())),
        Tuple.of(2, Arbitraries.just(List.of(new WorkInterval("06:00", "22:00")))),
        Tuple.of(1, Arbitraries.just(List.of(new WorkInterval("22:00", "06:00")))),
        Tuple.of(1, Arbitraries.just(List.of(new WorkInterval("00:00", "24:00")))),
        Tuple.of(2, one),
        Tuple.of(2, two));
  }

  private static String text(int minute) {
    return "%02d:%02d".formatted(minute / 60, minute % 60);
  }

  private static Instant minute(int minutes) {
    return FROM.plusSeconds(minutes * 60L);
  }

  @Property(tries = 300)
  void it_is_what_counting_comes_to(
      @ForAll("calendars") Made made,
      @ForAll @IntRange(max = YEAR_MINUTES / GRID) int begin,
      @ForAll @IntRange(max = 15 * 24 * 60 / GRID) int length) {
    Instant from = minute(begin * GRID);
    long counted = 0;
    for (int step = 0; step < length; step++) {
      Instant at = from.plusSeconds(step * GRID * 60L);
      boolean working = made.isWorking(at);
      counted += working ? GRID : 0;
      assertThat(made.time().isWorking(at)).isEqualTo(working);
    }

    assertThat(made.time().between(from, from.plusSeconds(length * GRID * 60L)))
        .isEqualTo(Duration.ofMinutes(counted));
  }

  @Property(tries = 300)
  void weeks_that_are_passed_at_once_are_worth_their_days(
      @ForAll("calendars") Made made,
      @ForAll @IntRange(max = YEAR_MINUTES) int begin,
      @ForAll @IntRange(max = 2 * YEAR_MINUTES) int length) {
    WorkingTime time = made.time();
    Duration daily = Duration.ZERO;
    int at = begin;
    while (at < begin + length) {
      int next = Math.min(at + 24 * 60, begin + length);
      daily = daily.plus(time.between(minute(at), minute(next)));
      at = next;
    }

    assertThat(time.between(minute(begin), minute(begin + length))).isEqualTo(daily);
    assertThat(time.between(minute(begin + length), minute(begin))).isEqualTo(daily.negated());
  }

  @Property(tries = 500)
  void so_much_later_so_much_was_worked(
      @ForAll("calendars") Made made,
      @ForAll @IntRange(max = YEAR_MINUTES) int begin,
      @ForAll @LongRange(min = 1, max = 5_000_000_000_000_000L) long nanos) {
    WorkingTime time = made.time();
    Instant from = minute(begin);
    Duration work = Duration.ofNanos(nanos);
    Instant done = time.add(from, work);

    assertThat(time.between(from, done)).isEqualTo(work);
    assertThat(time.isWorking(done.minusNanos(1))).as("%s", done).isTrue();
    assertThat(time.between(from, done.minusNanos(1))).isEqualTo(work.minusNanos(1));
  }

  @Property(tries = 500)
  void piece_by_piece_is_the_same_as_at_once_and_more_is_never_sooner(
      @ForAll("calendars") Made made,
      @ForAll @IntRange(max = YEAR_MINUTES) int begin,
      @ForAll @IntRange(min = 1, max = 300_000) int one,
      @ForAll @IntRange(min = 1, max = 3_000_000) int other) {
    WorkingTime time = made.time();
    Instant from = minute(begin);
    Instant first = time.add(from, Duration.ofSeconds(one));
    Instant both = time.add(from, Duration.ofSeconds((long) one + other));

    assertThat(time.add(first, Duration.ofSeconds(other))).isEqualTo(both).isAfter(first);
    assertThat(time.add(from.plusSeconds(one), Duration.ofSeconds(other))).isBeforeOrEqualTo(both);
  }

  @Property(tries = 300)
  void what_lies_between_leads_from_one_to_the_other(
      @ForAll("calendars") Made made,
      @ForAll @IntRange(max = YEAR_MINUTES) int begin,
      @ForAll @IntRange(max = YEAR_MINUTES) int length) {
    WorkingTime time = made.time();
    Instant from = minute(begin);
    Instant to = minute(begin + length);
    Instant reached = time.add(from, time.between(from, to));

    assertThat(reached).isBeforeOrEqualTo(to);
    assertThat(time.between(reached, to)).isZero();
  }

  @Property(tries = 300)
  void the_next_moment_is_worked_and_none_before_it_is(
      @ForAll("calendars") Made made, @ForAll @IntRange(max = YEAR_MINUTES) int begin) {
    WorkingTime time = made.time();
    Instant next = time.next(minute(begin));

    assertThat(time.isWorking(next)).isTrue();
    assertThat(time.between(minute(begin), next)).isZero();
  }

  @Property(tries = 100)
  void around_the_clock_is_plain_time(
      @ForAll @IntRange(max = YEAR_MINUTES) int begin,
      @ForAll @LongRange(min = 0, max = 1_000_000_000_000L) long nanos) {
    WorkingTime everyDay =
        WorkingTime.of(
            ZoneId.of("Europe/Berlin"),
            WorkingWeek.on(List.of(DayOfWeek.values()), new WorkInterval("00:00", "24:00")),
            List.of());
    Instant from = minute(begin);

    assertThat(everyDay.isAroundTheClock()).isTrue();
    assertThat(everyDay.add(from, Duration.ofNanos(nanos))).isEqualTo(from.plusNanos(nanos));
    assertThat(WorkingTime.AROUND_THE_CLOCK.add(from, Duration.ofNanos(nanos)))
        .isEqualTo(from.plusNanos(nanos));
  }
}
