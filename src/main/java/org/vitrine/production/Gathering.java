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
import org.vitrine.production.Ledger.Said;
import org.vitrine.production.Reports.Outcome;

/**
 * Writes reports that many senders say at the same moment in one statement, so that they share its
 * cost and its wait for the disk. Nobody waits longer than a millisecond for company, and none pays
 * for a neighbour: where an order is held by somebody else its reports wait by themselves, on one
 * connection however many they are and not for long, and where one of them is at fault each is
 * written alone.
 */
final class Gathering {
  private static final Duration LONGEST_WAIT = Duration.ofMillis(1);

  /** As long as somebody may hold an order before its reports are told to come back. */
  private static final Duration LONGEST_TURN = Duration.ofSeconds(1);

  private static final int MOST = 500;

  private final Ledger ledger;
  private final Semaphore turn = new Semaphore(1);
  private final LoadingCache<String, Lock> turnOfOrder =
      Caffeine.newBuilder().weakValues().build(order -> new ReentrantLock());
  private final Lock door = new ReentrantLock();
  private Round open = new Round();

  Gathering(Ledger ledger) {
    this.ledger = ledger;
  }

  /** Reports that are written together, by whoever came first. */
  private static final class Round {
    private final List<Said> said = new ArrayList<>();
    private final CompletableFuture<Map<Integer, Outcome>> written = new CompletableFuture<>();
    private final Map<String, CompletableFuture<Map<Integer, Outcome>>> byOrder =
        new ConcurrentHashMap<>();
  }

  /** What became of it; its place counts for nothing. */
  Outcome take(Report report) {
    Place place = join(report);
    if (place.said().index() == 0) {
      write(place.round());
    }
    Outcome outcome = outcomes(place.round().written).get(place.said().index());
    return outcome == null ? takeWithItsOrder(place) : outcome;
  }

  private record Place(Round round, Said said) {}

  private Place join(Report report) {
    door.lock();
    try {
      if (open.said.size() == MOST) {
        open = new Round();
      }
      Said said = new Said(open.said.size(), report);
      open.said.add(said);
      return new Place(open, said);
    } finally {
      door.unlock();
    }
  }

  /** While another round is being written, this one gathers: but not for long. */
  private void write(Round round) {
    boolean ours = comesWithin(LONGEST_WAIT, turn::tryAcquire);
    try {
      settle(round.written, () -> ledger.takeAtOnce(close(round)));
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
   * Says what became of some; those it says nothing of are tried in smaller company, until what is
   * wrong with one is told to that one alone. What no company changes is told to all.
   */
  private static void settle(
      CompletableFuture<Map<Integer, Outcome>> written, Supplier<Map<Integer, Outcome>> write) {
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

  private List<Said> close(Round round) {
    door.lock();
    try {
      if (open == round) {
        open = new Round();
      }
      return round.said;
    } finally {
      door.unlock();
    }
  }

  /** The reports of an order that could not be written with the others. */
  private Outcome takeWithItsOrder(Place place) {
    Round round = place.round();
    String order = place.said().report().order();
    CompletableFuture<Map<Integer, Outcome>> own = new CompletableFuture<>();
    CompletableFuture<Map<Integer, Outcome>> first = round.byOrder.putIfAbsent(order, own);
    if (first == null) {
      writeOrder(round, order, own);
    }
    Outcome outcome = outcomes(first == null ? own : first).get(place.said().index());
    return outcome == null ? alone(place.said()) : outcome;
  }

  private void writeOrder(
      Round round, String order, CompletableFuture<Map<Integer, Outcome>> written) {
    Map<Integer, Outcome> settled = outcomes(round.written);
    List<Said> left =
        round.said.stream()
            .filter(said -> said.report().order().equals(order))
            .filter(said -> !settled.containsKey(said.index()))
            .toList();
    settle(written, () -> inTurn(order, left));
  }

  private Outcome alone(Said said) {
    return inTurn(said.report().order(), List.of(said)).get(said.index());
  }

  private Map<Integer, Outcome> inTurn(String order, List<Said> said) {
    Lock ofOrder = turnOfOrder.get(order);
    if (!comesWithin(LONGEST_TURN, ofOrder::tryLock)) {
      throw new Rejection.Unavailable(
          "Somebody else is changing the order; try again in a second", LONGEST_TURN);
    }
    try {
      return ledger.take(said);
    } finally {
      ofOrder.unlock();
    }
  }

  private static Map<Integer, Outcome> outcomes(CompletableFuture<Map<Integer, Outcome>> written) {
    try {
      return written.join();
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
  }
}
