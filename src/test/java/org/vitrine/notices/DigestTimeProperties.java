package org.vitrine.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.vitrine.notices.DigestTime.DigestDay;

/** A digest comes once a day, wherever its reader is and whatever the clocks do there. */
class DigestTimeProperties {
  private static final Instant BEGIN = Instant.parse("2011-01-01T00:00:00Z");
  private static final int DAYS = 16 * 365;

  /** Half an hour of change, changes at midnight, a day that was left out, and none at all. */
  @Provide
  Arbitrary<ZoneId> zones() {
    return Arbitraries.of(
            "Europe/Berlin",
            "America/New_York",
            "Australia/Lord_Howe",
            "Pacific/Apia",
            "America/Santiago",
            "Asia/Beirut",
            "Africa/Cairo",
            "Asia/Kathmandu",
            "Asia/Shanghai",
            "UTC")
        .map(ZoneId::of);
  }

  @Provide
  Arbitrary<Instant> moments() {
    return Arbitraries.longs()
        .between(0, Duration.ofDays(DAYS).toSeconds())
        .map(BEGIN::plusSeconds);
  }

  @Property
  void its_newest_day_has_come_and_the_next_has_not(
      @ForAll("zones") ZoneId zone,
      @ForAll @IntRange(max = 23) int hour,
      @ForAll("moments") Instant now) {
    DigestTime time = new DigestTime(zone, hour);
    DigestDay newest = time.newest(now);
    assertThat(newest.at()).isBeforeOrEqualTo(now).isEqualTo(time.on(newest.day()));
    assertThat(time.on(newest.day().plusDays(1))).isAfter(now);
  }

  @Property
  void whoever_looks_often_enough_finds_each_day_once_and_in_order(
      @ForAll("zones") ZoneId zone,
      @ForAll @IntRange(max = 23) int hour,
      @ForAll("moments") Instant begin) {
    DigestTime time = new DigestTime(zone, hour);
    List<LocalDate> days = new ArrayList<>();
    List<Instant> moments = new ArrayList<>();
    for (int step = 0; step < 60 * 24 * 2; step++) {
      DigestDay newest = time.newest(begin.plus(Duration.ofMinutes(30).multipliedBy(step)));
      if (days.isEmpty() || !days.getLast().equals(newest.day())) {
        days.add(newest.day());
        moments.add(newest.at());
      }
    }
    assertThat(days).isSorted().doesNotHaveDuplicates();
    assertThat(moments).isSorted().doesNotHaveDuplicates();
    for (int at = 1; at < moments.size(); at++) {
      assertThat(Duration.between(moments.get(at - 1), moments.get(at)))
          .isBetween(Duration.ofHours(22), Duration.ofHours(26));
    }
  }

  @Property
  void it_comes_at_the_hour_or_where_that_is_skipped_at_the_next_moment(
      @ForAll("zones") ZoneId zone,
      @ForAll @IntRange(max = 23) int hour,
      @ForAll("moments") Instant near) {
    LocalDate day = LocalDate.ofInstant(near, zone);
    Instant at = new DigestTime(zone, hour).on(day);
    if (!zone.getRules().getValidOffsets(day.atTime(hour, 0)).isEmpty()) {
      assertThat(at.atZone(zone).toLocalDateTime()).isEqualTo(day.atTime(hour, 0));
    } else {
      assertThat(zone.getRules().getTransition(day.atTime(hour, 0)).getInstant()).isEqualTo(at);
    }
  }

  @Example
  void an_hour_that_is_skipped_is_the_next_moment() {
    assertThat(on("Europe/Berlin", 2, "2026-03-29")).isEqualTo("2026-03-29T01:00:00Z");
  }

  @Example
  void an_hour_that_is_shown_twice_counts_once() {
    assertThat(on("Europe/Berlin", 2, "2026-10-25")).isEqualTo("2026-10-25T00:00:00Z");
    DigestTime time = new DigestTime(ZoneId.of("Europe/Berlin"), 2);
    assertThat(time.newest(Instant.parse("2026-10-25T01:30:00Z")).day()).isEqualTo("2026-10-25");
  }

  private static Instant on(String zone, int hour, String day) {
    return new DigestTime(ZoneId.of(zone), hour).on(LocalDate.parse(day));
  }
}
