package org.vitrine.devices;

import java.time.LocalDate;
import org.vitrine.orders.RealDates;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.Sha256;

/**
 * A calibration as somebody writes it down.
 *
 * @param until the last day on which it counts
 * @param certificate the SHA-256 of what shows it, as evidence is named
 * @param by who calibrated it
 */
public record RecordCalibration(LocalDate on, LocalDate until, String certificate, String by) {
  public RecordCalibration {
    if (on == null) {
      throw new Rejection.Invalid("on", "Missing");
    }
    if (until == null) {
      throw new Rejection.Invalid("until", "Missing");
    }
    if (until.isBefore(on)) {
      throw new Rejection.Invalid("until", "It ends before it was done");
    }
    if (certificate != null && !Sha256.is(certificate)) {
      throw new Rejection.Invalid("certificate", "Must be a SHA-256, as 64 lowercase hex digits");
    }
    by = SaveGauge.text("by", by, 100);
    if (by == null) {
      throw new Rejection.Invalid("by", "Missing");
    }
  }

  /** Throws {@link Rejection.Invalid} where it is said to be done on a day that is yet to come. */
  void requireDone(LocalDate today) {
    RealDates.require("on", on, today);
    RealDates.require("until", until, today);
    if (on.isAfter(today)) {
      throw new Rejection.Invalid("on", "This day is yet to come");
    }
  }
}
