package org.vitrine.production;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.QueryFailed;
import org.vitrine.production.ReportWriter.Submission;
import org.vitrine.production.Reports.ReportOutcome;

/**
 * Writes reports that many senders send at the same moment in one statement, so that they share its
 * cost and its wait for the disk. No report waits longer than a millisecond for others, and none
 * suffers from another: where an order is held by somebody else its reports wait by themselves, on
 * one connection however many they are and not for long, and where one of them is at fault each is
 * written alone.
 */
final class ReportBatcher {
  private static final Duration LONGEST_WAIT = Duration.ofMillis(1);

  /** As long as somebody may hold an order before its reports are told to come back. */
  private static final Duration LONGEST_TURN = Duration.ofSeconds(1);

  private static final int MOST = 500;

  private final ReportWriter writer;
  private final Semaphore turn = new Semaphore(1);
  private final LoadingCache<OrderName, Lock> turnOfOrder =
      Caffeine.newBuilder().weakValues().build(order -> new ReentrantLock());
  private final Lock lock = new ReentrantLock();
  private ReportBatch open = new ReportBatch();

  ReportBatcher(ReportWriter writer) {
    this.writer = writer;
  }

  /** Reports that are written together, by whoever came first. */
  private static final class ReportBatch {
    private final List<Submission> submissions = new ArrayList<>();
    private final CompletableFuture<Map<Integer, ReportOutcome>> written =
        new CompletableFuture<>();
    private final Map<OrderName, CompletableFuture<Map<Integer, ReportOutcome>>> byOrder =
        new ConcurrentHashMap<>();
  }

  /** What became of it; its place counts for nothing. */
  ReportOutcome take(Report report, Sender sender) {
    Slot slot = join(report, sender);
    if (slot.submission().index() == 0) {
      write(slot.batch());
    }
    ReportOutcome outcome = outcomes(slot.batch().written).get(slot.submission().index());
    return outcome == null ? takeWithItsOrder(slot) : outcome;
  }

  private record Slot(ReportBatch batch, Submission submission) {}

  private Slot join(Report report, Sender sender) {
    lock.lock();
    try {
      if (open.submissions.size() == MOST) {
        open = new ReportBatch();
      }
      Submission submissions = new Submission(open.submissions.size(), report, sender);
      open.submissions.add(submissions);
      return new Slot(open, submissions);
    } finally {
      lock.unlock();
    }
  }

  /** While another batch is being written this one fills up, but not for long. */
  private void write(ReportBatch batch) {
    boolean ours = comesWithin(LONGEST_WAIT, turn::tryAcquire);
    try {
      settle(batch.written, () -> writer.takeAtOnce(close(batch)));
    } finally {
      if (ours) {
        turn.release();
      }
    }
  }

  /** Waits for a turn: true once it has come, false where it does not in time. */
  private static boolean comesWithin(Duration wait, Turn turn) {
    try {
      return turn.comesWithin(wait.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @FunctionalInterface
  private interface Turn {
    boolean comesWithin(long time, TimeUnit unit) throws InterruptedException;
  }

  /**
   * Says what became of some; those it says nothing of are tried in smaller batches, until only the
   * sender of a faulty report is told of the fault. A fault that is not due to the data is told to
   * all.
   */
  private static void settle(
      CompletableFuture<Map<Integer, ReportOutcome>> written,
      Supplier<Map<Integer, ReportOutcome>> write) {
    try {
      written.complete(write.get());
    } catch (RuntimeException fault) {
      if (concernsAll(fault)) {
        written.completeExceptionally(fault);
      } else {
        written.complete(Map.of());
      }
    } catch (Error fault) {
      written.completeExceptionally(fault);
    }
  }

  private static boolean concernsAll(RuntimeException fault) {
    return fault instanceof Rejection.Unavailable
        || fault instanceof QueryFailed failed && !failed.isOfTheData();
  }

  private List<Submission> close(ReportBatch batch) {
    lock.lock();
    try {
      if (open == batch) {
        open = new ReportBatch();
      }
      return batch.submissions;
    } finally {
      lock.unlock();
    }
  }

  /** The reports of an order that could not be written with the others. */
  private ReportOutcome takeWithItsOrder(Slot slot) {
    ReportBatch batch = slot.batch();
    OrderName order = slot.submission().name();
    CompletableFuture<Map<Integer, ReportOutcome>> own = new CompletableFuture<>();
    CompletableFuture<Map<Integer, ReportOutcome>> first = batch.byOrder.putIfAbsent(order, own);
    if (first == null) {
      writeOrder(batch, order, own);
    }
    ReportOutcome outcome = outcomes(first == null ? own : first).get(slot.submission().index());
    return outcome == null ? alone(slot.submission()) : outcome;
  }

  private void writeOrder(
      ReportBatch batch, OrderName order, CompletableFuture<Map<Integer, ReportOutcome>> written) {
    Map<Integer, ReportOutcome> settled = outcomes(batch.written);
    List<Submission> left =
        batch.submissions.stream()
            .filter(submissions -> submissions.name().equals(order))
            .filter(submissions -> !settled.containsKey(submissions.index()))
            .toList();
    settle(written, () -> inTurn(order, left));
  }

  private ReportOutcome alone(Submission submissions) {
    return inTurn(submissions.name(), List.of(submissions)).get(submissions.index());
  }

  private Map<Integer, ReportOutcome> inTurn(OrderName order, List<Submission> submissions) {
    Lock ofOrder = turnOfOrder.get(order);
    if (!comesWithin(LONGEST_TURN, ofOrder::tryLock)) {
      throw new Rejection.Unavailable(
          "The order is being changed by someone else; try again in a second", LONGEST_TURN);
    }
    try {
      return writer.take(submissions);
    } finally {
      ofOrder.unlock();
    }
  }

  private static Map<Integer, ReportOutcome> outcomes(
      CompletableFuture<Map<Integer, ReportOutcome>> written) {
    try {
      return written.join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
  }
}
