package org.vitrine.production;

import java.time.Instant;
import org.vitrine.orders.Amount;

/**
 * What one shop-floor operation has reported, all its reports taken together.
 *
 * @param good pieces finished well at the first go
 * @param reworked pieces finished well when they were worked on again
 */
public record OperationProgress(
    String name,
    Instant began,
    Instant ended,
    Amount good,
    Amount reworked,
    Amount rejected,
    Amount scrapped,
    int reports,
    boolean rework) {

  /** From at least one report. */
  static OperationProgress derivedFrom(OperationTally operation) {
    PieceCount count = operation.count();
    return new OperationProgress(
        operation.name(),
        operation.firstBegun().beganAt(),
        operation.newest().happenedAt(),
        Amount.ofThousandths(count.good()),
        Amount.ofThousandths(count.reworked()),
        Amount.ofThousandths(count.rejected()),
        Amount.ofThousandths(count.scrapped()),
        count.reports(),
        count.reworks() > 0);
  }

  /** What was rejected and then repaired: never more than was rejected. */
  Amount repaired() {
    return Amount.smaller(reworked, rejected);
  }

  boolean countsPieces() {
    return good.isPositive()
        || reworked.isPositive()
        || rejected.isPositive()
        || scrapped.isPositive();
  }
}
