package org.vitrine.devices;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A calibration that was written down; never edited, only withdrawn.
 *
 * @param until the last day on which it counts
 * @param certificate the SHA-256 of what shows it, among the evidence
 * @param by who calibrated it
 */
public record Calibration(
    long id,
    LocalDate on,
    LocalDate until,
    Optional<String> certificate,
    String by,
    Instant recordedAt,
    String recordedBy) {

  boolean covers(LocalDate day) {
    return !day.isBefore(on) && !day.isAfter(until);
  }
}
