package org.vitrine.devices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CalibrationHistoryTest {
  private static final LocalDate DAY = LocalDate.parse("2026-06-15");

  private static Calibration calibration(long id, String on, String until) {
    return new Calibration(
        id,
        LocalDate.parse(on),
        LocalDate.parse(until),
        Optional.empty(),
        "Lab",
        Instant.EPOCH,
        "Chen");
  }

  private static CalibrationHistory history(Calibration... calibrations) {
    return new CalibrationHistory(List.of(calibrations));
  }

  @Test
  void it_counts_on_its_last_day_and_has_run_out_on_the_next() {
    CalibrationHistory history = history(calibration(1, "2025-06-16", "2026-06-15"));
    assertThat(history.state(DAY)).isEqualTo(CalibrationState.SOON);
    assertThat(history.state(DAY.plusDays(1))).isEqualTo(CalibrationState.OVERDUE);
    assertThat(history.state(DAY.minusDays(31))).isEqualTo(CalibrationState.CALIBRATED);
  }

  @Test
  void in_a_gap_between_two_it_had_run_out_whatever_came_later() {
    CalibrationHistory history =
        history(
            calibration(1, "2025-06-01", "2026-06-01"), calibration(2, "2026-06-20", "2027-06-19"));
    assertThat(history.hasRunOutOn(DAY)).isTrue();
    assertThat(history.hasRunOutOn(LocalDate.parse("2026-06-20"))).isFalse();
    assertThat(history.until()).contains(LocalDate.parse("2027-06-19"));
  }

  @Test
  void of_one_that_nobody_calibrated_nothing_can_have_run_out() {
    assertThat(history().hasRunOutOn(DAY)).isFalse();
    assertThat(history().state(DAY)).isEqualTo(CalibrationState.NONE);
    assertThat(history(calibration(1, "2026-07-01", "2027-06-30")).hasRunOutOn(DAY)).isFalse();
  }
}
