package org.vitrine.production;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;
import org.vitrine.orders.Line;

/**
 * What the reports on an order come to, line by line. It moves on by what is new: a report costs
 * the same whether it is the tenth or the thirty-thousandth.
 *
 * <ul>
 *   <li>The order in which reports are added never matters, nor how often the same one is.
 *   <li>A report that was corrected does not count, on whatever line the correction was said; of
 *       two that correct each other, the later counts.
 *   <li>One that withdraws another counts for nothing itself: nothing happened. Where that other
 *       was a correction, what it had corrected is wrong all the same: neither counts.
 * </ul>
 *
 * @param byId every report, those included that do not count
 * @param corrections by the id of what they correct
 * @param lines by their numbers
 */
record OrderTally(
    TreePMap<String, Report> byId,
    TreePMap<String, TreePSet<Report>> corrections,
    TreePMap<Integer, LineTally> lines) {
  private static final TreePSet<Report> NO_REPORTS = TreePSet.empty(Report.BY_TIME);

  static OrderTally of(Collection<Line> lines, OrderRoutings routings) {
    return of(lines, routings, OpenDoubts.NONE);
  }

  static OrderTally of(Collection<Line> lines, OrderRoutings routings, OpenDoubts doubts) {
    TreePMap<Integer, LineTally> tallies = TreePMap.empty();
    for (Line line : lines) {
      OpenDoubts ofLine = doubts.onLine(line.number());
      tallies = tallies.plus(line.number(), LineTally.of(line, routings.of(line), ofLine));
    }
    return new OrderTally(TreePMap.empty(), TreePMap.empty(), tallies);
  }

  boolean knows(Report report) {
    return byId.containsKey(report.id());
  }

  OrderTally plus(Report report) {
    if (knows(report)) {
      return this;
    }
    OrderTally more =
        new OrderTally(byId.plus(report.id(), report), correctionsWith(report), lines);
    return replacedBy(report)
        .filter(replaced -> !more.counts(replaced))
        .map(more::withoutCounting)
        .orElse(more)
        .counting(report);
  }

  private TreePMap<String, TreePSet<Report>> correctionsWith(Report report) {
    String corrected = report.reference().corrects();
    return corrected == null
        ? corrections
        : corrections.plus(corrected, correctionsOf(corrected).plus(report));
  }

  private TreePSet<Report> correctionsOf(String id) {
    TreePSet<Report> known = corrections.get(id);
    return known == null ? NO_REPORTS : known;
  }

  /** The report that this one corrects, if it was heard of and counted until now. */
  private Optional<Report> replacedBy(Report report) {
    return Optional.ofNullable(report.reference().corrects())
        .map(byId::get)
        .filter(replaced -> replaced.kind() != ReportKind.WITHDRAWN)
        .filter(this::counts);
  }

  /** Whether no other one replaced it. */
  boolean counts(Report report) {
    return correctionsOf(report.id()).stream().noneMatch(one -> replaces(one, report));
  }

  private static boolean replaces(Report correction, Report report) {
    boolean eachOther = correction.id().equals(report.reference().corrects());
    return !eachOther || Report.BY_TIME.compare(correction, report) > 0;
  }

  private OrderTally counting(Report report) {
    LineTally line = report.kind() == ReportKind.WITHDRAWN ? null : lineOf(report);
    return line == null || !counts(report) ? this : with(line.plus(report));
  }

  private OrderTally withoutCounting(Report report) {
    LineTally line = lineOf(report);
    return line == null ? this : with(line.minus(report));
  }

  private LineTally lineOf(Report report) {
    return lines.get(report.place().line());
  }

  private OrderTally with(LineTally line) {
    return new OrderTally(byId, corrections, lines.plus(line.line().number(), line));
  }

  /** The stage that a report belongs to, if its line and the routing know one. */
  Optional<Stage> stageOf(Report report) {
    return Optional.ofNullable(lineOf(report)).flatMap(line -> line.stageOf(report));
  }

  /** The progress of each line, by its number. */
  Map<Integer, Progress> progress(WorkingTimes times) {
    Map<Integer, Progress> progress = new LinkedHashMap<>();
    lines.forEach((number, line) -> progress.put(number, Progress.derivedFrom(line, times)));
    return progress;
  }
}
