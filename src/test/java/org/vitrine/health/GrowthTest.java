package org.vitrine.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.vitrine.health.DatabaseGrowth.KeptSize;
import org.vitrine.health.DatabaseGrowth.TableGrowth;

/** What grew, and how long there is room for that. */
class GrowthTest {
  private static final Instant NOW = Instant.parse("2026-11-30T08:00:00Z");
  private static final LocalDate BEFORE = LocalDate.parse("2026-11-20");

  @Test
  void it_is_compared_with_the_first_day_that_is_known() {
    DatabaseGrowth growth =
        DatabaseGrowth.of(
            Map.of(DatabaseGrowth.WHOLE, 300L, "event", 200L, "voice", 50L),
            List.of(
                new KeptSize(BEFORE, DatabaseGrowth.WHOLE, 200L),
                new KeptSize(BEFORE, "event", 120L),
                new KeptSize(BEFORE.plusDays(1), "voice", 40L)),
            NOW);

    assertThat(growth.before()).contains(200L);
    assertThat(growth.since()).contains(BEFORE);
    assertThat(growth.tables())
        .containsExactly(
            new TableGrowth("event", 200, Optional.of(120L)),
            new TableGrowth("voice", 50, Optional.empty()));
  }

  @Test
  void what_is_free_lasts_as_long_as_it_goes_on_like_this() {
    assertThat(grown(200, 300).daysUntilFull(50, NOW)).isEqualTo(OptionalLong.of(5));
    assertThat(grown(300, 200).daysUntilFull(50, NOW)).isEmpty();
  }

  @Test
  void of_less_than_a_week_nothing_is_foretold() {
    DatabaseGrowth young =
        DatabaseGrowth.of(
            Map.of(DatabaseGrowth.WHOLE, 300L),
            List.of(new KeptSize(LocalDate.parse("2026-11-28"), DatabaseGrowth.WHOLE, 1L)),
            NOW);

    assertThat(young.daysUntilFull(50, NOW)).isEmpty();
  }

  @Test
  void on_the_first_day_nothing_is_compared() {
    DatabaseGrowth first =
        DatabaseGrowth.of(
            Map.of(DatabaseGrowth.WHOLE, 300L),
            List.of(new KeptSize(DatabaseGrowth.day(NOW), DatabaseGrowth.WHOLE, 300L)),
            NOW);

    assertThat(first.before()).isEmpty();
    assertThat(first.since()).isEmpty();
  }

  private static DatabaseGrowth grown(long before, long now) {
    return DatabaseGrowth.of(
        Map.of(DatabaseGrowth.WHOLE, now),
        List.of(new KeptSize(BEFORE, DatabaseGrowth.WHOLE, before)),
        NOW);
  }
}
