package org.vitrine.devices;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** How the calibration of a gauge stands. */
public enum CalibrationState {
  @JsonProperty("calibrated")
  CALIBRATED,
  /** It runs out within a month. */
  @JsonProperty("soon")
  SOON,
  @JsonProperty("overdue")
  OVERDUE,
  /** Nobody wrote one down. */
  @JsonProperty("none")
  NONE,
  /** It measures no longer. */
  @JsonProperty("retired")
  RETIRED;

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean wantsCalibrating() {
    return this == SOON || this == OVERDUE || this == NONE;
  }
}
