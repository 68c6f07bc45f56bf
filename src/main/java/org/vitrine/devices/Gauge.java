package org.vitrine.devices;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What measures, with every calibration that stands.
 *
 * @param version raised by each change of what is said of it
 */
public record Gauge(
    GaugeCode code, @JsonUnwrapped SaveGauge said, long version, CalibrationHistory calibrations) {

  public String name() {
    return said.name();
  }

  boolean isRetired() {
    return said.retired();
  }

  /** Whether what it measures on a day makes nothing green. */
  boolean isDoubtedOn(LocalDate day) {
    return isRetired() || calibrations.isDoubtedOn(day);
  }

  /** How it stands on a day; one that measures no longer needs no calibration. */
  CalibrationState state(LocalDate day) {
    return isRetired() ? CalibrationState.RETIRED : calibrations.state(day);
  }

  Optional<LocalDate> until() {
    return calibrations.until();
  }
}
