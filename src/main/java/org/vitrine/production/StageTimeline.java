package org.vitrine.production;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.pcollections.TreePMap;
import org.vitrine.orders.Line;
import org.vitrine.orders.Requirement;

/**
 * The timeline of a stage: everything that was said of it, by operation and by requirement, and
 * what started, held, resumed and finished leave behind.
 *
 * <ul>
 *   <li>A finish that names no operation ends the stage. One of an operation ends that operation;
 *       the stage is finished by it only when each operation that belongs here has finished.
 *   <li>A hold lasts until its own operation, or the stage as a whole, goes on; one of the whole
 *       stage, until any of its operations counts pieces.
 *   <li>Work that starts after the stage had finished reopens it, until that work is finished.
 * </ul>
 *
 * What it says follows from the newest report of each kind in each operation, so it does not matter
 * in which order they came, and one more is added without looking at the others.
 *
 * @param demanded what the order demands of the stage
 * @param operations by name; what was said of the stage as a whole stands under the empty name
 * @param readings by the code of the requirement
 */
record StageTimeline(
    Stage stage,
    List<Requirement> demanded,
    TreePMap<String, OperationTally> operations,
    TreePMap<String, ReadingTally> readings) {
  private static final String WHOLE_STAGE = "";

  static StageTimeline of(Stage stage, Line line) {
    List<Requirement> demanded =
        line.requirements().stream()
            .filter(requirement -> requirement.stage().equals(stage.code()))
            .toList();
    TreePMap<String, ReadingTally> readings = TreePMap.empty();
    for (Requirement requirement : demanded) {
      readings = readings.plus(requirement.code(), ReadingTally.of(requirement));
    }
    return new StageTimeline(stage, demanded, TreePMap.empty(), readings);
  }

  StageTimeline plus(Report report) {
    ReadingTally measured = measured(report);
    return with(
        report,
        worked(report, OperationTally::plus),
        measured == null ? null : measured.plus(report));
  }

  StageTimeline minus(Report report) {
    ReadingTally measured = measured(report);
    return with(
        report,
        worked(report, OperationTally::minus),
        measured == null ? null : measured.minus(report));
  }

  private ReadingTally measured(Report report) {
    String requirement = report.reading().requirement();
    return requirement == null ? null : readings.get(requirement);
  }

  /** A picture is no work. */
  private OperationTally worked(
      Report report, BiFunction<OperationTally, Report, OperationTally> change) {
    OperationTally operation = operation(report);
    return report.kind() == ReportKind.SEEN ? operation : change.apply(operation, report);
  }

  private OperationTally operation(Report report) {
    String name = name(report);
    OperationTally known = operations.get(name);
    return known == null ? OperationTally.of(name) : known;
  }

  private static String name(Report report) {
    String operation = report.place().operation();
    return operation == null ? WHOLE_STAGE : operation;
  }

  private StageTimeline with(Report report, OperationTally said, ReadingTally measured) {
    return new StageTimeline(
        stage,
        demanded,
        said.isEmpty() ? operations.minus(said.name()) : operations.plus(said.name(), said),
        measured == null ? readings : readings.plus(report.reading().requirement(), measured));
  }

  /** What was measured, in the order in which it is demanded. */
  List<Measurement> measurements() {
    return demanded.stream()
        .map(requirement -> Measurement.derivedFrom(readings.get(requirement.code())))
        .toList();
  }

  /** When it stands still: the newest hold that lasts. */
  Optional<Report> hold() {
    Optional<Report> start = whole().flatMap(OperationTally::newestStart);
    Optional<Report> finish = stageFinish();
    return operations.values().stream()
        .flatMap(operation -> operation.hold().stream())
        .filter(hold -> OperationTally.isAfter(hold, start) && OperationTally.isAfter(hold, finish))
        .filter(hold -> hold.place().operation() != null || !countsAfter(hold))
        .max(Report.BY_TIME);
  }

  private boolean countsAfter(Report hold) {
    return operations.values().stream().anyMatch(operation -> operation.countsAfter(hold));
  }

  private Optional<OperationTally> whole() {
    return Optional.ofNullable(operations.get(WHOLE_STAGE));
  }

  private Optional<Report> stageFinish() {
    return whole().flatMap(OperationTally::newestFinish);
  }

  boolean isReopened() {
    Optional<Report> finish = stageFinish();
    return finish.isPresent()
        && operations.values().stream()
            .anyMatch(
                operation ->
                    operation
                        .newestStart()
                        .filter(start -> OperationTally.isAfter(start, finish))
                        .filter(start -> OperationTally.isAfter(start, operation.newestFinish()))
                        .isPresent());
  }

  boolean isFinished() {
    return !isReopened() && (stageFinish().isPresent() || isEachOperationFinished());
  }

  /** Every operation that was heard from has finished, and of each that belongs here, one. */
  private boolean isEachOperationFinished() {
    List<OperationTally> named = named();
    return !named.isEmpty()
        && named.stream().allMatch(OperationTally::isFinished)
        && stage.operations().stream()
            .allMatch(glob -> named.stream().anyMatch(one -> Glob.matchesAny(glob, one.name())));
  }

  private List<OperationTally> named() {
    return operations.values().stream()
        .filter(operation -> !operation.name().equals(WHOLE_STAGE))
        .toList();
  }

  /** When it finished, or else when pieces were last reported. */
  Optional<Instant> ended() {
    return isFinished()
        ? stageFinish()
            .map(Report::happenedAt)
            .or(() -> newest(named(), OperationTally::newestFinish))
        : newest(operations.values(), OperationTally::newestYield);
  }

  @FunctionalInterface
  private interface Mark {
    Optional<Report> of(OperationTally operation);
  }

  private static Optional<Instant> newest(Collection<OperationTally> operations, Mark mark) {
    return operations.stream()
        .flatMap(operation -> mark.of(operation).stream())
        .map(Report::happenedAt)
        .max(Instant::compareTo);
  }

  /** Everything that was said of it. */
  Stream<Report> reports() {
    return operations.values().stream().flatMap(operation -> operation.inTime().stream());
  }

  /**
   * The newest report of any of its operations; nothing where people only held it and let it go on:
   * that says nothing of work.
   */
  Optional<Report> newest() {
    if (onlyStoodStill() && hold().isEmpty()) {
      return Optional.empty();
    }
    return operations.values().stream().map(OperationTally::newest).max(Report.BY_TIME);
  }

  private boolean onlyStoodStill() {
    return reports().allMatch(StageTimeline::isHeldOrResumedByHand);
  }

  private static boolean isHeldOrResumedByHand(Report report) {
    return report.origin().source() == Source.MANUAL
        && (report.kind() == ReportKind.HELD || report.kind() == ReportKind.RESUMED);
  }

  Optional<Instant> began() {
    return operations.values().stream()
        .map(OperationTally::firstBegun)
        .map(Report::beganAt)
        .min(Instant::compareTo);
  }
}
