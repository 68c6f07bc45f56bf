package org.vitrine.forecasts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;
import org.vitrine.calendars.GeneratedCalendars;
import org.vitrine.calendars.WorkingTime;

/** What is told moves gently, and is never in the past. */
class ToldRangeTest {
  private static final Instant BEGIN = Instant.parse("2026-03-02T00:00:00Z");
  private static final WorkClock CLOCK =
      WorkClock.of(WorkingTime.AROUND_THE_CLOCK, BEGIN, BEGIN.plus(Duration.ofDays(30)));

  private static FinishRange range(double half, double nineOfTen) {
    return new FinishRange(CLOCK.at(half), CLOCK.at(nineOfTen));
  }

  @Provide
  Arbitrary<WorkingTime> calendars() {
    return GeneratedCalendars.any();
  }

  @Test
  void what_is_first_told_is_what_is_known() {
    assertThat(ToldRange.atOnce(range(50, 90), 0, CLOCK).range()).isEqualTo(range(50, 90));
  }

  @Test
  void it_moves_by_a_share_that_grows_with_the_hours_since() {
    ToldRange told = ToldRange.atOnce(range(100, 200), 0, CLOCK);
    double soon = moved(told.towards(range(150, 300), 5, CLOCK));
    double later = moved(told.towards(range(150, 300), 30, CLOCK));
    double longAfter = moved(told.towards(range(150, 300), 90, CLOCK));

    assertThat(soon).isGreaterThan(200).isLessThan(later);
    assertThat(later).isCloseTo(200 + 100 * (1 - Math.exp(-1)), within(1e-3)).isLessThan(longAfter);
    assertThat(longAfter).isLessThan(300);
  }

  private static double moved(ToldRange told) {
    return CLOCK.hours(told.range().nineOfTen());
  }

  @Test
  void told_twice_at_the_same_moment_it_stays() {
    ToldRange told = ToldRange.atOnce(range(100, 200), 7, CLOCK);

    assertThat(told.towards(range(400, 500), 7, CLOCK)).isEqualTo(told);
  }

  /** Clocks of two nodes differ, and one may be put back. */
  @Test
  void what_was_told_a_moment_later_than_now_stays() {
    ToldRange told = ToldRange.atOnce(range(100, 200), 7, CLOCK);

    assertThat(told.towards(range(400, 500), 6, CLOCK).range()).isEqualTo(told.range());
  }

  @Property(tries = 300)
  void nothing_is_in_the_past_when_it_is_told_and_half_is_never_behind_nine_of_ten(
      @ForAll("calendars") WorkingTime time,
      @ForAll @DoubleRange(min = 0.2, max = 8) double shape,
      @ForAll @DoubleRange(min = 0.1, max = 5_000) double scale,
      @ForAll @DoubleRange(min = 0, max = 2_000) double reported,
      @ForAll @DoubleRange(min = 0, max = 3_000) double silence,
      @ForAll @DoubleRange(min = -0.7, max = 0.7) double half,
      @ForAll @DoubleRange(min = -0.7, max = 0.7) double nineOfTen) {
    WorkClock clock = WorkClock.of(time, BEGIN, BEGIN.plus(Duration.ofDays(100)));
    Weibull rest = new Weibull(shape, scale);
    ForecastLevel level = new ForecastLevel(half, nineOfTen);
    double now = reported + silence;
    ToldRange first =
        ToldRange.atOnce(
            FinishRange.of(new Forecast(rest, 0), level, reported, clock), reported, clock);
    ToldRange next =
        first.towards(
            FinishRange.of(new Forecast(rest, silence), level, reported, clock), now, clock);

    assertThat(first.range().half()).isAfterOrEqualTo(clock.at(reported));
    assertThat(first.range().nineOfTen()).isAfterOrEqualTo(first.range().half());
    assertThat(next.range().half()).isAfterOrEqualTo(clock.at(now));
    assertThat(next.range().nineOfTen()).isAfterOrEqualTo(next.range().half());
  }

  @Property(tries = 300)
  void more_silence_never_brings_a_date_nearer(
      @ForAll("calendars") WorkingTime time,
      @ForAll @DoubleRange(min = 0.2, max = 8) double shape,
      @ForAll @DoubleRange(min = 0.1, max = 5_000) double scale,
      @ForAll @DoubleRange(min = 0, max = 2_000) double silence,
      @ForAll @DoubleRange(min = 0, max = 500) double more) {
    WorkClock clock = WorkClock.of(time, BEGIN, BEGIN.plus(Duration.ofDays(100)));
    Weibull rest = new Weibull(shape, scale);
    FinishRange before =
        FinishRange.of(new Forecast(rest, silence), ForecastLevel.NONE, 100, clock);
    FinishRange after =
        FinishRange.of(new Forecast(rest, silence + more), ForecastLevel.NONE, 100, clock);
    Duration rounding = Duration.ofMillis(2);

    assertThat(after.half().plus(rounding)).isAfterOrEqualTo(before.half());
    assertThat(after.nineOfTen().plus(rounding)).isAfterOrEqualTo(before.nineOfTen());
  }
}
