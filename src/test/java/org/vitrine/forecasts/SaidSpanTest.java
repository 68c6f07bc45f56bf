package org.vitrine.forecasts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How wide ranges are, and whether they lean lately, is told without flattering the late ones. */
class SaidSpanTest {
  private static final Instant END = Instant.parse("2026-06-30T00:00:00Z");

  private static Instant daysBefore(double days) {
    return END.minus(Duration.ofSeconds(Math.round(days * 86_400)));
  }

  /** Told ten days before its first day. */
  private static SaidForecast said(double firstDayBefore, Optional<Instant> finished) {
    Instant half = daysBefore(firstDayBefore);
    FinishRange range = new FinishRange(half, half.plus(Duration.ofDays(6)));
    return new SaidForecast("SO-1", half.minus(Duration.ofDays(10)), "turning", range, finished);
  }

  @Test
  void a_range_is_as_wide_as_its_days_are_apart() {
    SaidSpan span = SaidSpan.of(List.of(said(40, Optional.empty())), END);

    assertThat(span.half()).isEqualTo(10);
    assertThat(span.nineOfTen()).isEqualTo(16);
    assertThat(span.lately()).isEmpty();
  }

  @Test
  void what_is_not_finished_counts_as_late_until_the_end() {
    List<SaidForecast> said =
        IntStream.range(0, 20)
            .mapToObj(at -> said(10, at < 5 ? Optional.of(daysBefore(12)) : Optional.empty()))
            .toList();

    SaidSpan.SaidLately lately = SaidSpan.of(said, END).lately().orElseThrow();

    assertThat(lately.held()).isEqualTo(0.25);
    assertThat(lately.lateDays()).isEqualTo(10);
  }

  @Test
  void what_came_long_ago_or_has_not_come_says_nothing_of_the_last_weeks() {
    List<SaidForecast> said = new ArrayList<>();
    IntStream.range(0, 30).forEach(at -> said.add(said(60, Optional.of(daysBefore(40)))));
    IntStream.range(0, 30).forEach(at -> said.add(said(-3, Optional.empty())));

    assertThat(SaidSpan.of(said, END).lately()).isEmpty();
  }
}
