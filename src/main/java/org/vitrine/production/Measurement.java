package org.vitrine.production;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.orders.Requirement;

/**
 * A requirement with what was measured for it.
 *
 * @param measured how many units have a reading
 * @param failedUnits how many of them fail by their newest reading
 * @param newest the newest reading of all
 */
public record Measurement(
    Requirement requirement,
    int measured,
    int failedUnits,
    Optional<Report> newest,
    Verdict verdict) {

  /**
   * The verdict over all readings of one requirement. A unit measured again counts by its newest
   * reading, so a failed one that was reworked can pass; one failing unit fails the requirement; it
   * passes when as many units as the sample demands have passed.
   */
  static Measurement derivedFrom(Requirement requirement, Collection<Report> readings) {
    List<Report> inOrder =
        readings.stream()
            .filter(report -> requirement.code().equals(report.requirement()))
            .sorted(Report.BY_TIME)
            .toList();
    Map<String, Report> newestByUnit = new HashMap<>();
    inOrder.forEach(
        reading -> newestByUnit.put(reading.unit() == null ? "" : reading.unit(), reading));
    int failed =
        (int)
            newestByUnit.values().stream().filter(reading -> !passes(requirement, reading)).count();
    Optional<Report> newest = inOrder.isEmpty() ? Optional.empty() : Optional.of(inOrder.getLast());
    return new Measurement(
        requirement,
        newestByUnit.size(),
        failed,
        newest,
        verdict(requirement, newestByUnit.size(), failed));
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
  public static boolean passes(Requirement requirement, Report reading) {
    return requirement.isMeasured()
        ? reading.value() != null && requirement.admits(reading.value())
        : Boolean.TRUE.equals(reading.passed());
  }

  /** True where a stage must not be shown as met because of this. */
  boolean forbidsMet() {
    return requirement.mandatory() && (verdict == Verdict.PENDING || verdict == Verdict.FAILED);
  }

  boolean failsStage() {
    return requirement.mandatory() && verdict == Verdict.FAILED;
  }
}
