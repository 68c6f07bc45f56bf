package org.vitrine.production;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Predicate;
import org.vitrine.orders.Requirement;

/**
 * A requirement with what was measured for it.
 *
 * @param measured how many units have a reading that counts
 * @param failedUnits how many of them fail by their newest reading
 * @param failedSince when the first of these readings was taken
 * @param newest the newest reading of all
 * @param unproved how many units have readings that pass but do not count: by a device whose
 *     calibration had run out, or without the photo that is demanded
 */
public record Measurement(
    Requirement requirement,
    int measured,
    int failedUnits,
    Optional<Instant> failedSince,
    Optional<Report> newest,
    int unproved,
    Verdict verdict) {

  /**
   * The verdict over all readings of one requirement. A unit measured again counts by its newest
   * reading that says anything, so a failed one that was reworked can pass; one failing unit fails
   * the requirement; it passes when as many units as the sample demands have passed.
   */
  static Measurement derivedFrom(ReadingTally readings) {
    int measured = readings.measured();
    int failed = readings.failing().size();
    return new Measurement(
        readings.requirement(),
        measured,
        failed,
        readings.failing().stream().findFirst().map(Report::happenedAt),
        readings.newest(),
        readings.unproved(),
        verdict(readings.requirement(), measured, failed));
  }

  private static Verdict verdict(Requirement requirement, int measured, int failed) {
    if (requirement.waiver() != null) {
      return Verdict.WAIVED;
    }
    if (failed > 0) {
      return Verdict.FAILED;
    }
    return measured >= requirement.sample() ? Verdict.PASSED : Verdict.PENDING;
  }

  /** Whether a reading is within what was demanded. */
  public static boolean passes(Requirement requirement, Report report) {
    Report.Reading reading = report.reading();
    return requirement.isMeasured()
        ? reading.value() != null && requirement.admits(reading.value())
        : Boolean.TRUE.equals(reading.passed());
  }

  /**
   * Which readings of a requirement count: everybody who shows or uses them asks this, so that
   * nothing rests on a value on which its verdict does not.
   *
   * @param said the readings and photos of it that stand
   */
  public static Predicate<Report> counting(Requirement requirement, Collection<Report> said) {
    ReadingTally tally = ReadingTally.of(requirement);
    for (Report report : said) {
      tally = tally.plus(report);
    }
    return tally.counting();
  }

  /** True where a stage must not be shown as met because of this. */
  boolean forbidsMet() {
    return requirement.mandatory() && (verdict == Verdict.PENDING || verdict == Verdict.FAILED);
  }

  boolean failsStage() {
    return requirement.mandatory() && verdict == Verdict.FAILED;
  }
}
