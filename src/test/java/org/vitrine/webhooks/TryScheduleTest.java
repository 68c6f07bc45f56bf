package org.vitrine.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TryScheduleTest {
  private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");

  @Test
  void a_message_is_tried_eight_times_over_three_days() {
    for (long seed = 0; seed < 200; seed++) {
      TrySchedule schedule = new TrySchedule(new Random(seed));
      Instant at = NOW;
      int tries = 1;
      for (Optional<Instant> next = schedule.next(tries, at, Optional.empty());
          next.isPresent();
          next = schedule.next(tries, at, Optional.empty())) {
        assertThat(next.get()).isAfter(at);
        at = next.get();
        tries++;
      }
      assertThat(tries).isEqualTo(8);
      assertThat(Duration.between(NOW, at)).isBetween(Duration.ofHours(64), Duration.ofHours(80));
    }
  }

  @Test
  void what_failed_together_does_not_come_back_together() {
    TrySchedule schedule = new TrySchedule(new Random(1));
    assertThat(schedule.next(3, NOW, Optional.empty()))
        .isNotEqualTo(schedule.next(3, NOW, Optional.empty()));
  }

  @Test
  void a_receiver_may_ask_to_be_left_alone_for_a_day_and_is_never_asked_sooner() {
    TrySchedule schedule = new TrySchedule(new Random(1));
    Optional<Instant> inAnHour = Optional.of(NOW.plus(Duration.ofHours(1)));
    assertThat(schedule.next(1, NOW, inAnHour)).isEqualTo(inAnHour);
    assertThat(schedule.restAfter(1, NOW, inAnHour)).isEqualTo(inAnHour.get());
    assertThat(schedule.next(6, NOW, inAnHour).orElseThrow())
        .isAfter(NOW.plus(Duration.ofHours(20)));
    Optional<Instant> inAYear = Optional.of(NOW.plus(Duration.ofDays(365)));
    assertThat(schedule.next(1, NOW, inAYear)).contains(NOW.plus(Duration.ofDays(1)));
  }

  @Test
  void an_endpoint_on_which_everything_fails_is_tried_ever_less_often() {
    TrySchedule schedule = new TrySchedule(new Random(1));
    assertThat(Duration.between(NOW, schedule.restAfter(1, NOW, Optional.empty())))
        .isLessThan(Duration.ofSeconds(10));
    assertThat(Duration.between(NOW, schedule.restAfter(1_000, NOW, Optional.empty())))
        .isBetween(Duration.ofMinutes(9), Duration.ofMinutes(11));
  }

  @Test
  void retry_after_is_seconds_or_a_date() {
    assertThat(RetryAfter.of(Optional.of("120"), NOW)).contains(NOW.plusSeconds(120));
    assertThat(RetryAfter.of(Optional.of("Mon, 30 Nov 2026 09:00:00 GMT"), NOW))
        .contains(NOW.plus(Duration.ofHours(1)));
    assertThat(RetryAfter.of(Optional.of("soon"), NOW)).isEmpty();
    assertThat(RetryAfter.of(Optional.of("99999999999999"), NOW)).isEmpty();
    assertThat(RetryAfter.of(Optional.empty(), NOW)).isEmpty();
  }
}
