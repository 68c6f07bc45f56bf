package org.vitrine.nonconformances;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrillTest {

  @ParameterizedTest
  @CsvSource({
    "2026-01-01, 2026-1, 2026-06-30",
    "2026-06-30, 2026-1, 2026-06-30",
    "2026-07-01, 2026-2, 2026-12-31",
    "2026-12-31, 2026-2, 2026-12-31"
  })
  void a_half_year_ends_with_its_last_day(LocalDate day, String half, LocalDate end) {
    assertThat(Drill.half(day)).isEqualTo(half);
    assertThat(Drill.endOfHalf(day)).isEqualTo(end);
  }

  @Test
  void it_begins_where_the_plant_is() {
    Instant now = Instant.parse("2026-12-31T17:00:00Z");

    assertThat(Drill.half(Drill.day(now, ZoneId.of("Asia/Shanghai")))).isEqualTo("2027-1");
    assertThat(Drill.half(Drill.day(now, ZoneId.of("UTC")))).isEqualTo("2026-2");
  }
}
