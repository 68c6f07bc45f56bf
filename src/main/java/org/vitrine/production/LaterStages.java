package org.vitrine.production;

import java.time.Instant;
import java.util.Optional;
import org.vitrine.orders.Amount;

/**
 * What the stages behind one say of it. A piece that one of them counted has passed it, and so has
 * all of the line where one of them is through with all of it; of the other pieces, nothing.
 *
 * @param through the most pieces that any of them counted
 * @param heard whether one of them was heard from
 * @param passed when the last of those was heard from that are through with all of the line
 */
record LaterStages(Amount through, boolean heard, Optional<Instant> passed) {
  static final LaterStages NONE = new LaterStages(Amount.NONE, false, Optional.empty());

  /**
   * These and the one before them.
   *
   * @param last whether nothing comes behind it: once it is met, whatever of the line was to come
   *     has come, though it may be fewer pieces than were ordered
   */
  LaterStages and(StageProgress stage, boolean last) {
    boolean all =
        stage.complete() && !stage.shortBy().isPositive()
            || last && stage.state() == StageState.MET;
    return new LaterStages(
        Amount.larger(through, stage.good()),
        heard || stage.heardFrom(),
        all ? later(passed, stage.newest().map(Report::happenedAt)) : passed);
  }

  private static Optional<Instant> later(Optional<Instant> one, Optional<Instant> other) {
    return one.isPresent() && other.filter(at -> at.isAfter(one.get())).isEmpty() ? one : other;
  }

  /**
   * Whether all of the line has passed a stage of which this was the newest report: work that was
   * heard of afterwards is not over.
   */
  boolean passedAllOf(Optional<Report> newest) {
    return passed
        .filter(at -> newest.filter(report -> report.happenedAt().isAfter(at)).isEmpty())
        .isPresent();
  }

  /** How a stage stands that nothing was heard from. */
  StageState silence() {
    return heard ? StageState.UNDER_WAY : StageState.WAITING;
  }
}
