package org.vitrine.intake;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * How fast a log is delivered: all at once, or with the pauses it has, made shorter. It can be
 * stopped from another thread; what was begun is then finished, and nothing else is.
 */
public final class ReplaySpeed {
  private static final int LARGEST_BATCH = 1_000;

  private final double timesFaster;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private Instant first;
  private long firstAtNanos;

  private ReplaySpeed(double timesFaster) {
    this.timesFaster = timesFaster;
  }

  public static ReplaySpeed allAtOnce() {
    return new ReplaySpeed(Double.POSITIVE_INFINITY);
  }

  /** As it happened, so many times faster. */
  public static ReplaySpeed replayed(double timesFaster) {
    return new ReplaySpeed(timesFaster);
  }

  public void stop() {
    stopped.countDown();
  }

  private boolean isReplay() {
    return Double.isFinite(timesFaster);
  }

  /** What is delivered together: in a replay, what happened at the same time. */
  List<List<PlantLog.LogEntry>> batches(List<PlantLog.LogEntry> entries) {
    List<List<PlantLog.LogEntry>> batches = new ArrayList<>();
    int from = 0;
    for (int to = 1; to <= entries.size(); to++) {
      boolean full = to - from == LARGEST_BATCH || to == entries.size();
      if (full || isReplay() && !at(entries, to).equals(at(entries, from))) {
        batches.add(entries.subList(from, to));
        from = to;
      }
    }
    return batches;
  }

  private static Instant at(List<PlantLog.LogEntry> entries, int index) {
    return entries.get(index).report().happenedAt();
  }

  /**
   * Waits until it is time for what happened then; false where it was stopped. What happened first
   * is due now, and so is everything until {@link #begin} is called.
   */
  boolean awaitTurn(Instant happenedAt) {
    try {
      return !stopped.await(first == null ? 0 : nanosUntil(happenedAt), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private long nanosUntil(Instant happenedAt) {
    long due = Math.round(Duration.between(first, happenedAt).toNanos() / timesFaster);
    return firstAtNanos + due - System.nanoTime();
  }

  /**
   * Something was new: from now on the pauses count. What was known already is not waited for, so
   * that a replay that was stopped goes on where it was.
   */
  void begin(Instant happenedAt) {
    if (first == null && isReplay()) {
      first = happenedAt;
      firstAtNanos = System.nanoTime();
    }
  }
}
