package org.vitrine.stations;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.orders.Amount;
import org.vitrine.orders.Line;
import org.vitrine.orders.LocalizedText;
import org.vitrine.orders.OrderNumber;
import org.vitrine.production.Measurement;
import org.vitrine.production.OperationProgress;
import org.vitrine.production.OrderSnapshot;
import org.vitrine.production.Report;
import org.vitrine.production.Stage;
import org.vitrine.production.StageProgress;
import org.vitrine.production.StageState;

/**
 * A stage of a line, as stations see it.
 *
 * @param isOpen whether something of it is left to do
 * @param isReached whether it can have begun: the stage before was heard from, or it is the first
 * @param isComplete whether all pieces are through, so that at most something is to be measured
 * @param hold why it stands still, while it does
 * @param operations what was reported of it, by operation, in one form of its name
 */
record FloorStage(
    Stage stage,
    boolean isOpen,
    boolean isReached,
    boolean isComplete,
    StageCount counted,
    Optional<LocalizedText> hold,
    List<Measurement> demanded,
    Map<String, FloorOperation> operations) {

  /** Pieces, or as much of what is measured. */
  record StageCount(Amount done, Amount rejected) {
    static final StageCount NONE = new StageCount(Amount.NONE, Amount.NONE);
  }

  /**
   * What one operation came to.
   *
   * @param name as it was reported
   */
  record FloorOperation(String name, StageCount counted, boolean isFinished) {}

  static FloorStage of(OrderSnapshot snapshot, Line line, StageProgress stage, boolean isReached) {
    Map<String, FloorOperation> operations = new HashMap<>();
    for (OperationProgress one : stage.operations()) {
      operations.put(
          OrderNumber.key(one.name()),
          new FloorOperation(
              one.name(),
              new StageCount(one.good(), one.rejected()),
              snapshot.isFinished(line.number(), stage.stage().code(), one.name())
                  || line.quantity() != null && one.good().compareTo(line.quantity()) >= 0));
    }
    return new FloorStage(
        stage.stage(),
        stage.state() != StageState.MET && stage.state() != StageState.UNVERIFIED,
        isReached,
        stage.complete(),
        new StageCount(stage.good(), stage.rejected()),
        stage.hold().map(Report::reason),
        stage.measurements(),
        Map.copyOf(operations));
  }

  Optional<FloorOperation> operation(String name) {
    return Optional.ofNullable(operations.get(OrderNumber.key(name)));
  }

  /** Whether this operation still has something to do here: pieces, or what is to be measured. */
  boolean wants(String operation) {
    return isOpen
        && (isComplete || !operation(operation).map(FloorOperation::isFinished).orElse(false));
  }
}
