package org.vitrine.production;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The timeline of a stage: what started, held, resumed and finished leave behind, in the order in
 * which they happened.
 *
 * <ul>
 *   <li>A finish that names no operation ends the stage. One of an operation ends that operation;
 *       the stage is finished by it only when each operation that belongs here has finished.
 *   <li>A hold lasts until its own operation, or the stage as a whole, goes on.
 *   <li>Work that starts after the stage had finished reopens it, until that work is finished.
 * </ul>
 *
 * @param hold the newest hold that lasts
 * @param ended when it finished, or else when pieces were last reported
 */
record StageTimeline(
    boolean finished, boolean reopened, Optional<Report> hold, Optional<Instant> ended) {
  private static final String WHOLE_STAGE = "";

  static StageTimeline of(Stage stage, List<Report> inOrder) {
    Tracks tracks = new Tracks();
    inOrder.forEach(tracks::follow);
    boolean reopened = !tracks.reopenedBy.isEmpty();
    boolean finished = !reopened && (tracks.stageFinish != null || tracks.allFinished(stage));
    return new StageTimeline(
        finished,
        reopened,
        tracks.holds.values().stream().max(Report.BY_TIME),
        finished ? Optional.of(tracks.finishedAt()) : Optional.ofNullable(tracks.lastPieces));
  }

  /** What is known while the reports are followed one by one. */
  private static final class Tracks {
    private final Set<String> heard = new HashSet<>();
    private final Map<String, Report> finishes = new HashMap<>();
    private final Map<String, Report> holds = new HashMap<>();
    private final Set<String> reopenedBy = new HashSet<>();
    private Report stageFinish;
    private Instant lastPieces;

    private void follow(Report report) {
      String operation = report.operation() == null ? WHOLE_STAGE : report.operation();
      heard.add(operation);
      switch (report.kind()) {
        case STARTED, RESUMED -> goOn(operation);
        case HELD -> holds.put(operation, report);
        case FINISHED -> finish(operation, report);
        case PROGRESSED, READING -> {}
      }
      if (report.goodPieces() > 0) {
        lastPieces = report.happenedAt();
      }
    }

    private void goOn(String operation) {
      finishes.remove(operation);
      release(operation);
      if (stageFinish != null) {
        reopenedBy.add(operation);
      }
    }

    private void finish(String operation, Report report) {
      release(operation);
      if (operation.equals(WHOLE_STAGE)) {
        stageFinish = report;
        reopenedBy.clear();
      } else {
        finishes.put(operation, report);
        reopenedBy.remove(operation);
      }
    }

    private void release(String operation) {
      if (operation.equals(WHOLE_STAGE)) {
        holds.clear();
      } else {
        holds.remove(operation);
      }
    }

    /** Every operation that was heard from has finished, and of each that belongs here, one. */
    private boolean allFinished(Stage stage) {
      return !finishes.isEmpty()
          && heard.stream().allMatch(op -> op.equals(WHOLE_STAGE) || finishes.containsKey(op))
          && stage.operations().stream()
              .allMatch(glob -> finishes.keySet().stream().anyMatch(op -> Glob.matches(glob, op)));
    }

    private Instant finishedAt() {
      return stageFinish != null
          ? stageFinish.happenedAt()
          : finishes.values().stream()
              .map(Report::happenedAt)
              .max(Instant::compareTo)
              .orElseThrow();
    }
  }
}
