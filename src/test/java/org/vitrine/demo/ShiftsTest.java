package org.vitrine.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class ShiftsTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private final Shifts shifts = new Shifts(ZONE);

  @Test
  void work_pauses_for_lunch() {
    assertThat(shifts.after(at("2026-11-20T10:30"), 1)).isEqualTo(at("2026-11-20T12:00"));
  }

  @Test
  void work_goes_on_in_the_morning() {
    assertThat(shifts.after(at("2026-11-20T22:00"), 2)).isEqualTo(at("2026-11-21T08:00"));
  }

  @Test
  void nobody_works_on_sunday() {
    assertThat(shifts.after(at("2026-11-21T22:00"), 2)).isEqualTo(at("2026-11-23T08:00"));
    assertThat(shifts.isOpen(at("2026-11-22T10:00"))).isFalse();
    assertThat(shifts.nextOpening(at("2026-11-22T10:00"))).isEqualTo(at("2026-11-23T07:00"));
  }

  @Test
  void a_week_has_ninety_hours_of_work() {
    assertThat(shifts.after(at("2026-11-18T09:00"), 90)).isEqualTo(at("2026-11-25T09:00"));
  }

  @Property
  void the_calendar_that_it_keeps_counts_the_same_hours(
      @ForAll @LongRange(min = 0, max = 40_000_000) long seconds,
      @ForAll @DoubleRange(min = 0.1, max = 300) double hours) {
    Instant from = shifts.nextOpening(at("2026-01-01T00:00").plusSeconds(seconds));
    Duration work = Duration.ofMillis(Math.round(hours * 3_600_000));
    Duration apart =
        Duration.between(
            shifts.calendar().workingTime().add(from, work), shifts.after(from, hours));
    assertThat(apart.abs()).isLessThan(Duration.ofHours(33));
    assertThat(shifts.calendar().workingTime().between(from, shifts.after(from, hours)))
        .isBetween(work.minusMillis(2), work.plusMillis(2));
  }

  @Property
  void hours_of_work_add_up(
      @ForAll @LongRange(min = 0, max = 40_000_000) long seconds,
      @ForAll @DoubleRange(max = 300) double first,
      @ForAll @DoubleRange(max = 300) double second) {
    Instant from = at("2026-01-01T00:00").plusSeconds(seconds);
    Instant inOne = shifts.after(from, first + second);
    Instant inTwo = shifts.after(shifts.after(from, first), second);
    assertThat(Math.abs(inOne.toEpochMilli() - inTwo.toEpochMilli())).isLessThan(3_600_000L * 33);
    assertThat(shifts.after(inTwo, 0.001)).isAfterOrEqualTo(inOne.minusMillis(2));
    assertThat(shifts.after(inOne, 0.001)).isAfterOrEqualTo(inTwo.minusMillis(2));
  }

  private static Instant at(String local) {
    return LocalDateTime.parse(local).atZone(ZONE).toInstant();
  }
}
