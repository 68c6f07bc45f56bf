package org.vitrine.production;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;
import org.vitrine.orders.Requirement;

/**
 * The readings of one requirement, unit by unit: one more costs next to nothing.
 *
 * @param byUnit the readings of each unit; one that names none is of a unit of its own
 * @param pictures what shows units, by these; under no name what shows those that have none
 * @param judged the reading of each unit that it is judged by
 * @param failing those of them that fail
 */
record ReadingTally(
    Requirement requirement,
    TreePMap<String, TreePSet<Report>> byUnit,
    TreePSet<Report> inTime,
    TreePMap<String, TreePSet<Report>> pictures,
    TreePMap<String, Report> judged,
    TreePSet<Report> failing) {
  /** No serial number begins with it. */
  private static final String NAMELESS = "\0";

  private static final TreePSet<Report> NO_REPORTS = TreePSet.empty(Report.BY_TIME);

  private interface SetChange {
    TreePSet<Report> of(TreePSet<Report> reports, Report report);
  }

  static ReadingTally of(Requirement requirement) {
    return new ReadingTally(
        requirement, TreePMap.empty(), NO_REPORTS, TreePMap.empty(), TreePMap.empty(), NO_REPORTS);
  }

  ReadingTally plus(Report report) {
    return with(report, TreePSet::plus);
  }

  ReadingTally minus(Report report) {
    return with(report, TreePSet::minus);
  }

  private ReadingTally with(Report report, SetChange change) {
    return report.kind() == ReportKind.SEEN
        ? withPicture(report, change)
        : withReading(report, change);
  }

  private ReadingTally withReading(Report reading, SetChange change) {
    String unit = unit(reading);
    return new ReadingTally(
            requirement,
            changed(byUnit, unit, reading, change),
            change.of(inTime, reading),
            pictures,
            judged,
            failing)
        .judging(unit);
  }

  private ReadingTally withPicture(Report picture, SetChange change) {
    String shown = picture.reading().unit() == null ? NAMELESS : picture.reading().unit();
    ReadingTally with =
        new ReadingTally(
            requirement,
            byUnit,
            inTime,
            changed(pictures, shown, picture, change),
            judged,
            failing);
    for (String unit : shown.equals(NAMELESS) ? with.nameless() : List.of(shown)) {
      with = with.judging(unit);
    }
    return with;
  }

  private static TreePMap<String, TreePSet<Report>> changed(
      TreePMap<String, TreePSet<Report>> all, String unit, Report report, SetChange change) {
    TreePSet<Report> ofUnit = change.of(all.getOrDefault(unit, NO_REPORTS), report);
    return ofUnit.isEmpty() ? all.minus(unit) : all.plus(unit, ofUnit);
  }

  private Collection<String> nameless() {
    return byUnit.subMap(NAMELESS, NAMELESS + Character.MAX_VALUE).keySet();
  }

  /** The same after this unit changed. */
  private ReadingTally judging(String unit) {
    Report before = judged.get(unit);
    Report now = judge(unit);
    TreePSet<Report> others = before == null ? failing : failing.minus(before);
    return new ReadingTally(
        requirement,
        byUnit,
        inTime,
        pictures,
        now == null ? judged.minus(unit) : judged.plus(unit, now),
        now == null || Measurement.passes(requirement, now) ? others : others.plus(now));
  }

  /** The newest reading that says anything of a unit. */
  private Report judge(String unit) {
    TreePSet<Report> readings = byUnit.getOrDefault(unit, NO_REPORTS);
    if (readings.isEmpty() || says(readings.last(), unit)) {
      return readings.isEmpty() ? null : readings.last();
    }
    return readings.descendingSet().stream()
        .filter(reading -> says(reading, unit))
        .findFirst()
        .orElse(null);
  }

  /** What fails, fails; what passes must also be vouched for. */
  private boolean says(Report reading, String unit) {
    return !Measurement.passes(requirement, reading)
        || !Boolean.TRUE.equals(reading.reading().overdue())
            && (!requirement.isPictured() || isShown(reading, unit));
  }

  private boolean isShown(Report reading, String unit) {
    return !reading.origin().evidence().isEmpty()
        || pictures.containsKey(unit.startsWith(NAMELESS) ? NAMELESS : unit);
  }

  private static String unit(Report reading) {
    String unit = reading.reading().unit();
    return unit == null ? NAMELESS + reading.id() : unit;
  }

  /** How many units have a reading that says something of them. */
  int measured() {
    return judged.size();
  }

  /** How many have readings that would pass and that nothing vouches for. */
  int unproved() {
    return byUnit.size() - judged.size();
  }

  Optional<Report> newest() {
    return inTime.isEmpty() ? Optional.empty() : Optional.of(inTime.last());
  }
}
