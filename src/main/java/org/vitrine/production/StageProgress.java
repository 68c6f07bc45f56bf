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
 *   <li>Done and not verified it is where later stages account for all of its line, see {@link
 *       LaterStages}; where they only say that it was begun, it is under way and not verified.
 *   <li>A hold is over when it is complete, or the line is.
 * </ul>
 *
 * @param good pieces reported through
 * @param inferred pieces through by what later stages say, not reported here
 * @param shortBy how many it was closed short by; 0 where it was not, or where it counts no pieces
 * @param newest the newest report heard from here
 * @param hold the report that holds it, while it is held
 * @param doubted since when it is being looked into, while it is
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
    Optional<Instant> doubted,
    List<Measurement> measurements,
    List<OperationProgress> operations) {

  /**
   * @param quantity pieces ordered; absent where nobody knows
   * @param over true where the last stage is met
   */
  static StageProgress derivedFrom(
      StageTimeline timeline, Amount quantity, LaterStages later, boolean over) {
    List<OperationProgress> operations = operations(timeline);
    List<Measurement> measurements = timeline.measurements();
    Optional<Report> newest = timeline.newest();
    Optional<StageState> silence =
        newest.isPresent() ? Optional.empty() : Optional.of(later.silence());
    boolean finished = timeline.isFinished();
    Amount good = PiecesThrough.of(timeline.stage(), quantity, operations);
    Amount inferred = finished ? Amount.NONE : inferred(quantity, good, later.through());
    boolean counted = quantity != null && good.plus(inferred).compareTo(quantity) >= 0;
    boolean complete = finished || counted && !timeline.isReopened();
    boolean passed = complete || later.passedAllOf(newest);
    Optional<Report> hold = passed || over ? Optional.empty() : timeline.hold();
    return new StageProgress(
        timeline.stage(),
        state(hold, complete && !inferred.isPositive(), passed, silence, measurements),
        complete,
        newest.flatMap(heard -> timeline.began()),
        complete && !inferred.isPositive() ? timeline.ended() : Optional.empty(),
        good,
        inferred,
        finished
            ? shortBy(quantity, Amount.larger(good, later.through()), operations)
            : Amount.NONE,
        sum(operations, OperationProgress::rejected),
        sum(operations, OperationProgress::scrapped),
        newest,
        hold,
        Optional.empty(),
        measurements,
        operations.stream().filter(operation -> !operation.name().isEmpty()).toList());
  }

  /** The same while it is being looked into: not met, whatever was reported of it. */
  StageProgress doubtedSince(Instant since) {
    return new StageProgress(
        stage,
        StageState.DOUBTED,
        complete,
        began,
        ended,
        good,
        inferred,
        shortBy,
        rejected,
        scrapped,
        newest,
        hold,
        doubted.filter(since::isAfter).or(() -> Optional.of(since)),
        measurements,
        operations);
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
      boolean reportedWhole,
      boolean passed,
      Optional<StageState> silence,
      List<Measurement> measurements) {
    if (hold.isPresent()) {
      return StageState.HELD;
    }
    if (measurements.stream().anyMatch(Measurement::failsStage)) {
      return StageState.FAILED;
    }
    if (reportedWhole) {
      return measurements.stream().anyMatch(Measurement::forbidsMet)
          ? StageState.RUNNING
          : StageState.MET;
    }
    return passed ? StageState.UNVERIFIED : silence.orElse(StageState.RUNNING);
  }
}
