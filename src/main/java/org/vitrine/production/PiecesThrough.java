package org.vitrine.production;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.vitrine.orders.Amount;

/**
 * How many pieces are through a stage, by what its operations counted.
 *
 * <ul>
 *   <li>Each operation that the stage is counted by has to have counted a piece; one that has
 *       counted none yet counts as none. Where products skip some operations, those that have
 *       counted none are left out.
 *   <li>Operations that one pattern names, with a wildcard or as alternatives, stand for each
 *       other, as machines of a kind do: their pieces add up, to no more than were ordered unless
 *       one of them alone counted more.
 *   <li>What was rejected and then repaired is through, at most as many as were rejected: where the
 *       operation that counts says so. Repaired elsewhere, it still has to pass that operation.
 *   <li>What the plant counts for the stage as a whole is through it.
 * </ul>
 *
 * One report more never makes it less, unless operations may be skipped.
 */
final class PiecesThrough {
  private PiecesThrough() {}

  /**
   * @param ordered absent where nobody knows
   */
  static Amount of(Stage stage, Amount ordered, List<OperationProgress> operations) {
    List<String> counters = stage.counters();
    List<OperationProgress> others = new ArrayList<>(operations);
    List<Counter> counted = new ArrayList<>();
    for (String pattern : counters) {
      Counter counter = new Counter();
      for (OperationProgress operation : operations) {
        if (!operation.name().isEmpty() && Glob.matchesAny(pattern, operation.name())) {
          counter.add(operation);
          others.remove(operation);
        }
      }
      if (!stage.maySkip() || counter.through(ordered).isPositive()) {
        counted.add(counter);
      }
    }
    Amount fewest =
        counted.stream()
            .map(counter -> counter.through(ordered))
            .min(Comparator.naturalOrder())
            .orElse(Amount.NONE);
    return Amount.larger(fewest, most(stage, others));
  }

  /** What the plant said of the stage as a whole, or by operations that the routing lacks. */
  private static Amount most(Stage stage, List<OperationProgress> others) {
    return others.stream()
        .filter(operation -> operation.name().isEmpty() || stage.countedBy().isEmpty())
        .map(operation -> operation.good().plus(operation.repaired()))
        .max(Comparator.naturalOrder())
        .orElse(Amount.NONE);
  }

  /** What the operations that stand for each other counted together. */
  private static final class Counter {
    private Amount good = Amount.NONE;
    private Amount most = Amount.NONE;
    private Amount reworked = Amount.NONE;
    private Amount rejected = Amount.NONE;

    void add(OperationProgress operation) {
      good = good.plus(operation.good());
      most = Amount.larger(most, operation.good());
      reworked = reworked.plus(operation.reworked());
      rejected = rejected.plus(operation.rejected());
    }

    Amount through(Amount ordered) {
      Amount counted = ordered == null ? good : Amount.smaller(good, Amount.larger(ordered, most));
      return counted.plus(Amount.smaller(reworked, rejected));
    }
  }
}
