package org.vitrine.production;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Where one stage of a line stands.
 *
 * <ul>
 *   <li>Pieces through are what {@link PiecesThrough} counts; pieces that a later stage has seen
 *       and this one has not reported are inferred, and said to be.
 *   <li>It is complete when the plant said that it finished, or when as many pieces as were ordered
 *       are through.
 *   <li>Finished with fewer pieces than were ordered, it is closed short.
 *   <li>It is met when it is complete, nothing of it is inferred and nothing mandatory is open.
 *   <li>A hold is over when it is complete, or the line is.
 * </ul>
 *
 * @param good pieces reported through
 * @param inferred pieces through by what later stages say, not reported here
 * @param shortBy how many it was closed short by; 0 where it was not, or where it counts no pieces
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
    int shortBy,
    int rejected,
    int scrapped,
    Optional<Report> newest,
    Optional<Report> hold,
    List<Measurement> measurements,
    List<OperationProgress> operations) {

  /**
   * @param quantity pieces ordered; absent where nobody knows
   * @param laterThrough the most pieces that any later stage has seen
   * @param passedBy true where a later stage has been heard from
   * @param over true where the last stage is met
   */
  static StageProgress derivedFrom(
      StageTimeline timeline, Integer quantity, int laterThrough, boolean passedBy, boolean over) {
    List<OperationProgress> operations = operations(timeline);
    List<Measurement> measurements = timeline.measurements();
    Optional<Report> newest = timeline.newest();
    boolean finished = timeline.isFinished();
    int good = PiecesThrough.of(timeline.stage(), quantity, operations);
    int inferred = finished ? 0 : inferred(quantity, good, laterThrough);
    boolean counted = quantity != null && good + inferred >= quantity;
    boolean complete = finished || counted && !timeline.isReopened();
    Optional<Report> hold = complete || over ? Optional.empty() : timeline.hold();
    return new StageProgress(
        timeline.stage(),
        state(hold, complete, inferred, newest.isEmpty(), passedBy, measurements),
        complete,
        timeline.began(),
        complete && inferred == 0 ? timeline.ended() : Optional.empty(),
        good,
        inferred,
        finished ? shortBy(quantity, Math.max(good, laterThrough), operations) : 0,
        operations.stream().mapToInt(OperationProgress::rejected).sum(),
        operations.stream().mapToInt(OperationProgress::scrapped).sum(),
        newest,
        hold,
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

  private static List<OperationProgress> operations(StageTimeline timeline) {
    return timeline.operations().values().stream()
        .map(OperationProgress::derivedFrom)
        .sorted(
            Comparator.comparing(OperationProgress::began).thenComparing(OperationProgress::name))
        .toList();
  }

  /** Where nothing is counted, nothing is short: who says “finished” means all of it. */
  private static int shortBy(Integer quantity, int through, List<OperationProgress> operations) {
    return quantity == null || operations.stream().noneMatch(OperationProgress::countsPieces)
        ? 0
        : Math.max(0, quantity - through);
  }

  boolean countsPieces() {
    return through() > 0 || shortBy > 0;
  }

  private static int inferred(Integer quantity, int good, int laterThrough) {
    int most = quantity == null ? laterThrough : Math.min(laterThrough, quantity);
    return Math.max(0, most - good);
  }

  private static StageState state(
      Optional<Report> hold,
      boolean complete,
      int inferred,
      boolean silent,
      boolean passedBy,
      List<Measurement> measurements) {
    if (hold.isPresent()) {
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
