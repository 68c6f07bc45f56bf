package org.vitrine.production;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
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
import org.vitrine.platform.Rejection;
import org.vitrine.platform.database.QueryFailed;
import org.vitrine.production.Ledger.Said;
import org.vitrine.production.Reports.Outcome;

/**
 * Writes reports that many senders say at the same moment in one statement, so that they share its
 * cost and its wait for the disk. Nobody waits longer than a millisecond for company, and none pays
 * for a neighbour: where an order is held by somebody else its reports wait by themselves, on one
 * connection however many they are, and where the statement fails each is written alone.
 */
final class Gathering {
  private static final long LONGEST_WAIT_MILLIS = 1;
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
    boolean ours = waitForTurn();
    try {
      round.written.complete(ledger.takeAtOnce(close(round)));
    } catch (QueryFailed fault) {
      round.written.complete(Map.of());
    } catch (RuntimeException | Error fault) {
      round.written.completeExceptionally(fault);
    } finally {
      if (ours) {
        turn.release();
      }
    }
  }

  private boolean waitForTurn() {
    try {
      return turn.tryAcquire(LONGEST_WAIT_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
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
    try {
      written.complete(
          inTurn(
              order,
              round.said.stream()
                  .filter(said -> said.report().order().equals(order))
                  .filter(said -> !settled.containsKey(said.index()))
                  .toList()));
    } catch (QueryFailed fault) {
      written.complete(Map.of());
    } catch (RuntimeException | Error fault) {
      written.completeExceptionally(fault);
    }
  }

  private Outcome alone(Said said) {
    return inTurn(said.report().order(), List.of(said)).get(said.index());
  }

  private Map<Integer, Outcome> inTurn(String order, List<Said> said) {
    Lock ofOrder = turnOfOrder.get(order);
    ofOrder.lock();
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
      throw failed.getCause() instanceof Rejection rejection ? rejection : failed;
    }
  }
}
