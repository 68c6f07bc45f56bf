package org.vitrine.production;

import java.util.Comparator;
import java.util.Optional;
import org.pcollections.TreePSet;

/**
 * What one shop-floor operation said, kept in such an order that one report more, or one less where
 * it was corrected, costs next to nothing however many there are.
 *
 * @param name empty for what was said of a stage as a whole
 * @param starts those that say that work began or went on; {@code finishes} and {@code holds}
 *     likewise
 * @param yields those that brought good pieces
 */
record OperationTally(
    String name,
    PieceCount count,
    TreePSet<Report> byBeginning,
    TreePSet<Report> inTime,
    TreePSet<Report> starts,
    TreePSet<Report> finishes,
    TreePSet<Report> holds,
    TreePSet<Report> yields) {
  private static final TreePSet<Report> NO_REPORTS = TreePSet.empty(Report.BY_TIME);
  private static final TreePSet<Report> NONE_BEGAN =
      TreePSet.empty(Comparator.comparing(Report::beganAt).thenComparing(Report::id));

  @FunctionalInterface
  private interface CountChange {
    TreePSet<Report> of(TreePSet<Report> reports, Report report);
  }

  static OperationTally of(String name) {
    return new OperationTally(
        name,
        PieceCount.NONE,
        NONE_BEGAN,
        NO_REPORTS,
        NO_REPORTS,
        NO_REPORTS,
        NO_REPORTS,
        NO_REPORTS);
  }

  OperationTally plus(Report report) {
    return with(report, count.plus(report), TreePSet::plus);
  }

  OperationTally minus(Report report) {
    return with(report, count.minus(report), TreePSet::minus);
  }

  private OperationTally with(Report report, PieceCount counted, CountChange change) {
    ReportKind kind = report.kind();
    boolean starting = kind == ReportKind.STARTED || kind == ReportKind.RESUMED;
    return new OperationTally(
        name,
        counted,
        change.of(byBeginning, report),
        change.of(inTime, report),
        starting ? change.of(starts, report) : starts,
        kind == ReportKind.FINISHED ? change.of(finishes, report) : finishes,
        kind == ReportKind.HELD ? change.of(holds, report) : holds,
        report.pieces().goodOrNone().isPositive() ? change.of(yields, report) : yields);
  }

  boolean isEmpty() {
    return inTime.isEmpty();
  }

  Report newest() {
    return inTime.last();
  }

  Report firstBegun() {
    return byBeginning.first();
  }

  Optional<Report> newestStart() {
    return last(starts);
  }

  Optional<Report> newestFinish() {
    return last(finishes);
  }

  Optional<Report> newestYield() {
    return last(yields);
  }

  /** Its newest hold, unless it went on since: by its word, or by the pieces that it counted. */
  Optional<Report> hold() {
    return last(holds)
        .filter(hold -> isAfter(hold, newestStart()) && isAfter(hold, newestFinish()))
        .filter(hold -> !countsAfter(hold));
  }

  /** Whether pieces were counted after that. */
  boolean countsAfter(Report report) {
    return inTime.tailSet(report, false).stream().anyMatch(later -> later.pieces().areCounted());
  }

  boolean isFinished() {
    return newestFinish().filter(finish -> isAfter(finish, newestStart())).isPresent();
  }

  static boolean isAfter(Report report, Optional<Report> other) {
    return other.isEmpty() || Report.BY_TIME.compare(report, other.get()) > 0;
  }

  private static Optional<Report> last(TreePSet<Report> reports) {
    return reports.isEmpty() ? Optional.empty() : Optional.of(reports.last());
  }
}
