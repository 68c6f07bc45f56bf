package org.vitrine.connectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.vitrine.fixtures.TestClock;

class BackoffTest {
  private final List<Duration> rests = new ArrayList<>();

  @Test
  void each_failure_is_followed_by_a_longer_rest_up_to_an_hour() {
    Random chance = new Random(7);
    for (int failures = 1; failures < 80; failures++) {
      Duration rest = Backoff.USUAL.after(failures, Optional.empty(), chance);
      long most = Math.min(3_600_000, 30_000L << Math.min(failures - 1, 20));
      assertThat(rest.toMillis()).isBetween(most / 2, most);
    }
  }

  @Test
  void no_rest_is_shorter_than_what_is_asked_for() {
    assertThat(Backoff.USUAL.after(1, Optional.of(Duration.ofMinutes(9)), new Random(1)))
        .isEqualTo(Duration.ofMinutes(9));
  }

  @Test
  void those_who_fail_together_do_not_come_back_together() {
    Random chance = new Random(3);
    assertThat(
            IntStream.range(0, 20)
                .mapToObj(at -> Backoff.USUAL.after(5, Optional.empty(), chance))
                .distinct())
        .hasSizeGreaterThan(15);
  }

  @Test
  void within_a_run_it_waits_as_long_as_it_is_told_and_asks_again() {
    SourceReply reply =
        asking(status(429, "Retry-After", "3"), status(503, "x", "y"), status(200, "x", "y"));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(rests).containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(2));
  }

  @Test
  void a_moment_until_when_is_understood_too() {
    asking(status(429, "Retry-After", "Mon, 30 Nov 2026 12:00:09 GMT"), status(200, "x", "y"));
    assertThat(rests).containsExactly(Duration.ofSeconds(9));
  }

  @Test
  void a_long_rest_is_left_for_another_run() {
    assertThatThrownBy(() -> asking(status(429, "Retry-After", "3600")))
        .isInstanceOfSatisfying(
            SourceFault.class,
            fault -> assertThat(fault.retryAfter()).contains(Duration.ofHours(1)));
    assertThat(rests).isEmpty();
  }

  private SourceReply asking(SourceReply... replies) {
    Deque<SourceReply> left = new ArrayDeque<>(List.of(replies));
    Asker asker =
        new Asker(
            question -> left.removeFirst(),
            new Asker.Patience(
                5, Duration.ofSeconds(1), Duration.ofSeconds(60), time -> rests.add(time)),
            new TestClock(Instant.parse("2026-11-30T12:00:00Z")));
    return asker.ask(SourceQuestion.get("https://erp.example.com/"), Set.of());
  }

  private static SourceReply status(int status, String header, String value) {
    return new SourceReply(status, Map.of(header.toLowerCase(Locale.ROOT), value), new byte[0]);
  }
}
