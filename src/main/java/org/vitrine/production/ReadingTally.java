package org.vitrine.production;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;
import org.vitrine.orders.Requirement;

/**
 * The readings of one requirement, unit by unit: one more costs next to nothing.
 *
 * <ul>
 *   <li>What fails counts, whatever took it.
 *   <li>What passes counts unless its device was overdue, and where a photo is demanded, once one
 *       shows it: its own, or one of its unit.
 *   <li>A reading that names no unit is of a unit of its own. A photo that names none shows one of
 *       these: the first photo the first reading, in time.
 * </ul>
 *
 * @param byUnit the readings of each unit
 * @param photos of each unit, by its name
 * @param spare photos that name no unit
 * @param judged the reading of each unit that it is judged by
 * @param failing those of them that fail
 * @param waiting readings without a unit that would count if a photo showed them
 */
record ReadingTally(
    Requirement requirement,
    TreePMap<String, TreePSet<Report>> byUnit,
    TreePSet<Report> inTime,
    TreePMap<String, TreePSet<Report>> photos,
    TreePSet<Report> spare,
    TreePMap<String, Report> judged,
    TreePSet<Report> failing,
    TreePSet<Report> waiting) {
  /** No serial number begins with it. */
  private static final String NAMELESS = "\0";

  private static final TreePSet<Report> NO_REPORTS = TreePSet.empty(Report.BY_TIME);

  private interface SetChange {
    TreePSet<Report> of(TreePSet<Report> reports, Report report);
  }

  static ReadingTally of(Requirement requirement) {
    return new ReadingTally(
        requirement,
        TreePMap.empty(),
        NO_REPORTS,
        TreePMap.empty(),
        NO_REPORTS,
        TreePMap.empty(),
        NO_REPORTS,
        NO_REPORTS);
  }

  ReadingTally plus(Report report) {
    return with(report, TreePSet::plus);
  }

  ReadingTally minus(Report report) {
    return with(report, TreePSet::minus);
  }

  private ReadingTally with(Report report, SetChange change) {
    if (report.kind() != ReportKind.SEEN) {
      return withReading(report, change);
    }
    return report.origin().isPictured() ? withPhoto(report, change) : this;
  }

  private ReadingTally withReading(Report reading, SetChange change) {
    String unit = unit(reading);
    return new ReadingTally(
            requirement,
            changed(byUnit, unit, reading, change),
            change.of(inTime, reading),
            photos,
            spare,
            judged,
            failing,
            waits(reading) ? change.of(waiting, reading) : waiting)
        .judging(unit);
  }

  private ReadingTally withPhoto(Report photo, SetChange change) {
    String unit = photo.reading().unit();
    return unit == null
        ? new ReadingTally(
            requirement, byUnit, inTime, photos, change.of(spare, photo), judged, failing, waiting)
        : new ReadingTally(
                requirement,
                byUnit,
                inTime,
                changed(photos, unit, photo, change),
                spare,
                judged,
                failing,
                waiting)
            .judging(unit);
  }

  private static TreePMap<String, TreePSet<Report>> changed(
      TreePMap<String, TreePSet<Report>> all, String unit, Report report, SetChange change) {
    TreePSet<Report> ofUnit = change.of(all.getOrDefault(unit, NO_REPORTS), report);
    return ofUnit.isEmpty() ? all.minus(unit) : all.plus(unit, ofUnit);
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
        photos,
        spare,
        now == null ? judged.minus(unit) : judged.plus(unit, now),
        now == null || passes(now) ? others : others.plus(now),
        waiting);
  }

  /** The newest reading that says anything of a unit. */
  private Report judge(String unit) {
    TreePSet<Report> readings = byUnit.getOrDefault(unit, NO_REPORTS);
    if (readings.isEmpty() || says(readings.last())) {
      return readings.isEmpty() ? null : readings.last();
    }
    return readings.descendingSet().stream().filter(this::says).findFirst().orElse(null);
  }

  private boolean passes(Report reading) {
    return Measurement.passes(requirement, reading);
  }

  /** What fails, fails; what passes must also be vouched for. */
  private boolean says(Report reading) {
    return !passes(reading)
        || !reading.reading().isOverdue() && (!requirement.isPictured() || isShown(reading));
  }

  private boolean isShown(Report reading) {
    return reading.origin().isPictured()
        || reading.reading().unit() != null && photos.containsKey(reading.reading().unit());
  }

  private boolean waits(Report reading) {
    return reading.reading().unit() == null && !reading.reading().isOverdue() && !says(reading);
  }

  private static String unit(Report reading) {
    String unit = reading.reading().unit();
    return unit == null ? NAMELESS + reading.id() : unit;
  }

  /** Which of its readings count. */
  Predicate<Report> counting() {
    Set<String> shown =
        waiting.stream().limit(spare.size()).map(Report::id).collect(Collectors.toSet());
    return reading -> says(reading) || shown.contains(reading.id());
  }

  /** How many units have a reading that says something of them. */
  int measured() {
    return judged.size() + Math.min(waiting.size(), spare.size());
  }

  /** How many have readings that would pass and that nothing vouches for. */
  int unproved() {
    return byUnit.size() - measured();
  }

  Optional<Report> newest() {
    return inTime.isEmpty() ? Optional.empty() : Optional.of(inTime.last());
  }
}
