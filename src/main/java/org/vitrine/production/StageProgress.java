package org.vitrine.production;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.vitrine.orders.Line;

/**
 * Where one stage of a line stands.
 *
 * <ul>
 *   <li>Pieces through are what the counting operations all counted; pieces that a later stage has
 *       seen and this one has not reported are inferred, and said to be.
 *   <li>It is complete when the plant said that it finished, or when as many pieces as were ordered
 *       are through.
 *   <li>It is met when it is complete, nothing of it is inferred and nothing mandatory is open.
 * </ul>
 *
 * @param good pieces reported through
 * @param inferred pieces through by what later stages say, not reported here
 * @param newest the newest report heard from here
 * @param hold the report that holds it, while it is held
 */
public record StageProgress(
    Stage stage,
    StageState state,
    boolean complete,
    Optional<Instant> began,
    Optional<Instant> ended,
    int good,
    int inferred,
    int rejected,
    int scrapped,
    Optional<Report> newest,
    Optional<Report> hold,
    List<Measurement> measurements,
    List<OperationProgress> operations) {

  /**
   * @param reports the effective reports of this stage, in any order
   * @param laterThrough the most pieces that any later stage has seen
   * @param passedBy true where a later stage has been heard from
   */
  static StageProgress derivedFrom(
      Stage stage, Line line, Collection<Report> reports, int laterThrough, boolean passedBy) {
    List<Report> inOrder = reports.stream().sorted(Report.BY_TIME).toList();
    StageTimeline timeline = StageTimeline.of(stage, inOrder);
    List<OperationProgress> operations = operations(inOrder);
    List<Measurement> measurements =
        line.requirements().stream()
            .filter(requirement -> requirement.stage().equals(stage.code()))
            .map(requirement -> Measurement.derivedFrom(requirement, inOrder))
            .toList();
    int good = good(stage, operations);
    int inferred = timeline.finished() ? 0 : inferred(line, good, laterThrough);
    boolean counted = line.quantity() != null && good + inferred >= line.quantity();
    boolean complete = timeline.finished() || counted && !timeline.reopened();
    return new StageProgress(
        stage,
        state(timeline, complete, inferred, inOrder.isEmpty(), passedBy, measurements),
        complete,
        inOrder.stream().map(Report::beganAt).min(Instant::compareTo),
        complete && inferred == 0 ? timeline.ended() : Optional.empty(),
        good,
        inferred,
        operations.stream().mapToInt(OperationProgress::rejected).sum(),
        operations.stream().mapToInt(OperationProgress::scrapped).sum(),
        inOrder.isEmpty() ? Optional.empty() : Optional.of(inOrder.getLast()),
        timeline.hold(),
        measurements,
        operations.stream().filter(operation -> !operation.name().isEmpty()).toList());
  }

  /** Pieces through, reported and inferred. */
  public int through() {
    return good + inferred;
  }

  boolean heardFrom() {
    return newest.isPresent();
  }

  /** How much of it is still to do, from 1 (all) to 0; all of it where pieces are not counted. */
  double remaining(Integer quantity) {
    if (complete) {
      return 0;
    }
    return quantity == null ? 1 : Math.max(0, 1 - (double) through() / quantity);
  }

  private static List<OperationProgress> operations(List<Report> reports) {
    Map<String, List<Report>> byName =
        reports.stream()
            .collect(
                Collectors.groupingBy(
                    report -> report.operation() == null ? "" : report.operation(),
                    TreeMap::new,
                    Collectors.toList()));
    return byName.entrySet().stream()
        .map(entry -> OperationProgress.derivedFrom(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparing(OperationProgress::began).thenComparing(OperationProgress::name))
        .toList();
  }

  /** The fewest that any counting operation counted; one that counted no piece does not count. */
  private static int good(Stage stage, List<OperationProgress> operations) {
    return operations.stream()
        .filter(operation -> operation.name().isEmpty() || stage.counts(operation.name()))
        .mapToInt(OperationProgress::good)
        .filter(good -> good > 0)
        .min()
        .orElse(0);
  }

  private static int inferred(Line line, int good, int laterThrough) {
    int most = line.quantity() == null ? laterThrough : Math.min(laterThrough, line.quantity());
    return Math.max(0, most - good);
  }

  private static StageState state(
      StageTimeline timeline,
      boolean complete,
      int inferred,
      boolean silent,
      boolean passedBy,
      List<Measurement> measurements) {
    if (timeline.hold().isPresent()) {
      return StageState.HELD;
    }
    if (measurements.stream().anyMatch(Measurement::failsStage)) {
      return StageState.FAILED;
    }
    if (complete && inferred == 0) {
      return measurements.stream().anyMatch(Measurement::forbidsMet)
          ? StageState.RUNNING
          : StageState.MET;
    }
    if (complete || silent && passedBy) {
      return StageState.UNVERIFIED;
    }
    return silent ? StageState.WAITING : StageState.RUNNING;
  }
}
