package org.vitrine.devices;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.LocalDate;
import java.time.Period;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The calibrations of one gauge that stand, the newest first.
 *
 * @param anyWithdrawn whether one was written down that does not stand any more
 */
record CalibrationHistory(@JsonValue List<Calibration> calibrations, boolean anyWithdrawn) {
  private static final Period SOON = Period.ofDays(30);

  CalibrationHistory {
    calibrations =
        calibrations.stream()
            .sorted(Comparator.comparing(Calibration::on).thenComparing(Calibration::id).reversed())
            .toList();
  }

  CalibrationHistory(List<Calibration> calibrations) {
    this(calibrations, false);
  }

  /**
   * Whether nothing that it measures on a day can be relied on: its calibration had run out, or the
   * one that was written down was withdrawn, which makes it no better than that.
   */
  boolean isDoubtedOn(LocalDate day) {
    return hasRunOutOn(day)
        || anyWithdrawn && calibrations.stream().noneMatch(one -> one.covers(day));
  }

  /**
   * Whether its calibration had run out on a day: there was one before, and none that counts then.
   * Of a gauge that nobody ever wrote a calibration down for nothing can have run out.
   */
  boolean hasRunOutOn(LocalDate day) {
    return calibrations.stream().noneMatch(one -> one.covers(day))
        && calibrations.stream().anyMatch(one -> one.until().isBefore(day));
  }

  CalibrationState state(LocalDate day) {
    if (hasRunOutOn(day)) {
      return CalibrationState.OVERDUE;
    }
    if (calibrations.stream().noneMatch(one -> one.covers(day))) {
      return CalibrationState.NONE;
    }
    return until().orElseThrow().isBefore(day.plus(SOON))
        ? CalibrationState.SOON
        : CalibrationState.CALIBRATED;
  }

  /** The last day on which it is calibrated. */
  Optional<LocalDate> until() {
    return calibrations.stream().map(Calibration::until).max(Comparator.naturalOrder());
  }
}
