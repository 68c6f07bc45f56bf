package org.vitrine.production;

import java.time.Instant;

/** What one shop-floor operation has reported, all its reports taken together. */
public record OperationProgress(
    String name,
    Instant began,
    Instant ended,
    int good,
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
        pieces(count.rejected()),
        pieces(count.scrapped()),
        count.reports(),
        count.reworks() > 0);
  }

  /** A sum that stays at the most a number can hold, rather than turn negative. */
  private static int pieces(long sum) {
    return (int) Math.min(Integer.MAX_VALUE / 4, sum);
  }
}
