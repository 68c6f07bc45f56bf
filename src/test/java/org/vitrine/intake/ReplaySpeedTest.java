package org.vitrine.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReplaySpeedTest {
  private static final Instant START = Instant.parse("2012-01-02T05:00:00Z");

  @Test
  void all_at_once_is_in_batches_of_a_thousand() {
    assertThat(ReplaySpeed.allAtOnce().batches(entries(2_500, 0)))
        .extracting(List::size)
        .containsExactly(1_000, 1_000, 500);
  }

  @Test
  void a_replay_delivers_together_what_happened_together() {
    List<PlantLog.LogEntry> entries = entries(60, 10);

    assertThat(ReplaySpeed.replayed(600).batches(entries))
        .hasSize(6)
        .allSatisfy(
            batch ->
                assertThat(batch)
                    .extracting(entry -> entry.report().happenedAt())
                    .containsOnly(batch.getFirst().report().happenedAt()));
  }

  @Test
  void a_replay_keeps_the_pauses_of_the_log_made_shorter() {
    ReplaySpeed speed = ReplaySpeed.replayed(36_000);
    speed.begin(START);
    long before = System.nanoTime();

    assertThat(speed.awaitTurn(START.plus(Duration.ofHours(2)))).isTrue();
    assertThat(Duration.ofNanos(System.nanoTime() - before))
        .isGreaterThanOrEqualTo(Duration.ofMillis(199));
  }

  @Test
  void nothing_is_waited_for_before_something_was_new() {
    long before = System.nanoTime();

    assertThat(ReplaySpeed.replayed(1).awaitTurn(START.plus(Duration.ofDays(9)))).isTrue();
    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofHours(1));
  }

  @Test
  void a_stopped_one_ends_its_wait() {
    ReplaySpeed speed = ReplaySpeed.replayed(1);
    speed.begin(START);
    speed.stop();

    assertThat(speed.awaitTurn(START.plus(Duration.ofDays(9)))).isFalse();
  }

  private static List<PlantLog.LogEntry> entries(int count, int together) {
    String rows =
        IntStream.range(0, count)
            .mapToObj(
                at ->
                    "WO-%d,,,Lapping,W,,2012-01-02T07:%02d,1,0,0,no,work"
                        .formatted(at, together == 0 ? 0 : at / together))
            .collect(Collectors.joining("\n"));
    return PlantLog.parse(
            "log.csv",
            String.join(",", PlantLogRow.COLUMNS) + "\n" + rows,
            ZoneId.of("+02:00"),
            PlantLog.Repeats.REPORTS_OF_THEIR_OWN)
        .entries();
  }
}
