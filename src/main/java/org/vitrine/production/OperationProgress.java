package org.vitrine.production;

import java.time.Instant;

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
    int good,
    int reworked,
    int rejected,
    int scrapped,
    int reports,
    boolean rework) {

  /** From at least one report. */
  static OperationProgress derivedFrom(OperationTally operation) {
    PieceCount count = operation.count();
    return new OperationProgress(
        operation.name(),
        operation.firstBegun().beganAt(),
        operation.newest().happenedAt(),
        pieces(count.good()),
        pieces(count.reworked()),
        pieces(count.rejected()),
        pieces(count.scrapped()),
        count.reports(),
        count.reworks() > 0);
  }

  /** What was rejected and then repaired: never more than was rejected. */
  int repaired() {
    return Math.min(reworked, rejected);
  }

  boolean countsPieces() {
    return good > 0 || reworked > 0 || rejected > 0 || scrapped > 0;
  }

  /** A sum that stays at the most a number can hold, rather than turn negative. */
  static int pieces(long sum) {
    return (int) Math.min(Integer.MAX_VALUE / 4, sum);
  }
}
