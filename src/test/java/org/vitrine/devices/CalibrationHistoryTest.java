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
  void withdrawing_what_it_was_calibrated_by_makes_it_no_better() {
    assertThat(new CalibrationHistory(List.of(), true).isDoubtedOn(DAY)).isTrue();
    assertThat(history().isDoubtedOn(DAY)).as("nobody ever said anything of it").isFalse();
    assertThat(
            new CalibrationHistory(List.of(calibration(2, "2026-06-01", "2026-12-31")), true)
                .isDoubtedOn(DAY))
        .isFalse();
  }

  @Test
  void one_that_measures_no_longer_vouches_for_nothing() {
    CalibrationHistory calibrated = history(calibration(1, "2026-06-01", "2027-06-15"));
    assertThat(gauge(calibrated, false).isDoubtedOn(DAY)).isFalse();
    assertThat(gauge(calibrated, true).isDoubtedOn(DAY)).isTrue();
  }

  private static Gauge gauge(CalibrationHistory calibrations, boolean retired) {
    return new Gauge(
        new GaugeCode("CAL-1"),
        new SaveGauge("Caliper", null, null, null, null, retired),
        1,
        calibrations);
  }

  @Test
  void of_one_that_nobody_calibrated_nothing_can_have_run_out() {
    assertThat(history().hasRunOutOn(DAY)).isFalse();
    assertThat(history().state(DAY)).isEqualTo(CalibrationState.NONE);
    assertThat(history(calibration(1, "2026-07-01", "2027-06-30")).hasRunOutOn(DAY)).isFalse();
  }
}
