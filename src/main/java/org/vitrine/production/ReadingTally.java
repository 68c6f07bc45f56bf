package org.vitrine.production;

import java.util.List;
import java.util.Optional;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;
import org.vitrine.orders.Requirement;

/**
 * The readings of one requirement, unit by unit: one more costs next to nothing.
 *
 * @param byUnit the readings of each unit; one that names none is of a unit of its own
 * @param failing the newest readings of those units that fail by it
 */
record ReadingTally(
    Requirement requirement,
    TreePMap<String, TreePSet<Report>> byUnit,
    TreePSet<Report> inTime,
    TreePSet<Report> failing) {
  /** No serial number begins with it. */
  private static final String NAMELESS = "\0";

  private static final TreePSet<Report> NO_READINGS = TreePSet.empty(Report.BY_TIME);

  static ReadingTally of(Requirement requirement) {
    return new ReadingTally(requirement, TreePMap.empty(), NO_READINGS, NO_READINGS);
  }

  ReadingTally plus(Report reading) {
    return with(reading, inTime.plus(reading), ofUnit(reading).plus(reading));
  }

  ReadingTally minus(Report reading) {
    return with(reading, inTime.minus(reading), ofUnit(reading).minus(reading));
  }

  private ReadingTally with(Report reading, TreePSet<Report> all, TreePSet<Report> ofItsUnit) {
    String unit = unit(reading);
    return new ReadingTally(
        requirement,
        ofItsUnit.isEmpty() ? byUnit.minus(unit) : byUnit.plus(unit, ofItsUnit),
        all,
        failing.minusAll(failing(ofUnit(reading))).plusAll(failing(ofItsUnit)));
  }

  private TreePSet<Report> ofUnit(Report reading) {
    return byUnit.getOrDefault(unit(reading), NO_READINGS);
  }

  /** The newest reading of a unit, if it fails by that. */
  private List<Report> failing(TreePSet<Report> ofUnit) {
    return ofUnit.isEmpty() || Measurement.passes(requirement, ofUnit.last())
        ? List.of()
        : List.of(ofUnit.last());
  }

  private static String unit(Report reading) {
    String unit = reading.reading().unit();
    return unit == null ? NAMELESS + reading.id() : unit;
  }

  Optional<Report> newest() {
    return inTime.isEmpty() ? Optional.empty() : Optional.of(inTime.last());
  }
}
