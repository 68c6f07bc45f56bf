package org.vitrine.production;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.vitrine.orders.Amount;

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
    Amount good,
    Amount inferred,
    Amount shortBy,
    Amount rejected,
    Amount scrapped,
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
      StageTimeline timeline,
      Amount quantity,
      Amount laterThrough,
      boolean passedBy,
      boolean over) {
    List<OperationProgress> operations = operations(timeline);
    List<Measurement> measurements = timeline.measurements();
    Optional<Report> newest = timeline.newest();
    boolean finished = timeline.isFinished();
    Amount good = PiecesThrough.of(timeline.stage(), quantity, operations);
    Amount inferred = finished ? Amount.NONE : inferred(quantity, good, laterThrough);
    boolean counted = quantity != null && good.plus(inferred).compareTo(quantity) >= 0;
    boolean complete = finished || counted && !timeline.isReopened();
    Optional<Report> hold = complete || over ? Optional.empty() : timeline.hold();
    return new StageProgress(
        timeline.stage(),
        state(hold, complete, inferred, newest.isEmpty(), passedBy, measurements),
        complete,
        timeline.began(),
        complete && !inferred.isPositive() ? timeline.ended() : Optional.empty(),
        good,
        inferred,
        finished ? shortBy(quantity, Amount.larger(good, laterThrough), operations) : Amount.NONE,
        sum(operations, OperationProgress::rejected),
        sum(operations, OperationProgress::scrapped),
        newest,
        hold,
        measurements,
        operations.stream().filter(operation -> !operation.name().isEmpty()).toList());
  }

  /** Pieces through, reported and inferred. */
  public Amount through() {
    return good.plus(inferred);
  }

  boolean heardFrom() {
    return newest.isPresent();
  }

  /** How much of it is still to do, from 1 (all) to 0; all of it where pieces are not counted. */
  double remaining(Amount quantity) {
    if (complete) {
      return 0;
    }
    return quantity == null
        ? 1
        : Math.max(0, 1 - (double) through().thousandths() / quantity.thousandths());
  }

  private static List<OperationProgress> operations(StageTimeline timeline) {
    return timeline.operations().values().stream()
        .map(OperationProgress::derivedFrom)
        .sorted(
            Comparator.comparing(OperationProgress::began).thenComparing(OperationProgress::name))
        .toList();
  }

  /** Where nothing is counted, nothing is short: who says “finished” means all of it. */
  private static Amount shortBy(
      Amount quantity, Amount through, List<OperationProgress> operations) {
    return quantity == null || operations.stream().noneMatch(OperationProgress::countsPieces)
        ? Amount.NONE
        : quantity.lessAtLeastNothing(through);
  }

  private static Amount sum(
      List<OperationProgress> operations, Function<OperationProgress, Amount> of) {
    return operations.stream().map(of).reduce(Amount.NONE, Amount::plus);
  }

  boolean countsPieces() {
    return through().isPositive() || shortBy.isPositive();
  }

  private static Amount inferred(Amount quantity, Amount good, Amount laterThrough) {
    Amount most = quantity == null ? laterThrough : Amount.smaller(laterThrough, quantity);
    return most.lessAtLeastNothing(good);
  }

  private static StageState state(
      Optional<Report> hold,
      boolean complete,
      Amount inferred,
      boolean silent,
      boolean passedBy,
      List<Measurement> measurements) {
    if (hold.isPresent()) {
      return StageState.HELD;
    }
    if (measurements.stream().anyMatch(Measurement::failsStage)) {
      return StageState.FAILED;
    }
    if (complete && !inferred.isPositive()) {
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
