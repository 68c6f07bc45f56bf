package org.vitrine.platform;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * Asks as one what many want to know at the same moment, as after a restart, when all come back:
 * whoever comes while questions are under way waits for the next ones, together with everybody else
 * who does, but not for long: then it is told to come back ({@link Rejection.Unavailable}). Nobody
 * gets an answer that is older than the question, and who comes alone waits for nobody.
 */
public final class Together<K, V> {
  private static final int MOST = 1_000;

  /** One that the database is slow to answer must not hold up the next. */
  private static final int UNDER_WAY = 4;

  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final Function<Set<K>, Map<K, V>> ask;
  private final Semaphore turns = new Semaphore(UNDER_WAY, true);
  private final Lock door = new ReentrantLock();
  private Round<K, V> open = new Round<>();

  /**
   * @param ask answers questions; those without an answer are missing from what it returns
   */
  public Together(Function<Set<K>, Map<K, V>> ask) {
    this.ask = ask;
  }

  private static final class Round<K, V> {
    private final Set<K> questions = new HashSet<>();
    private final CompletableFuture<Map<K, V>> answers = new CompletableFuture<>();
  }

  /** Waits for the answer; what asking threw is thrown to all who asked together. */
  public Optional<V> of(K question) {
    Round<K, V> round;
    boolean first;
    door.lock();
    try {
      if (open.questions.size() == MOST) {
        open = new Round<>();
      }
      round = open;
      first = round.questions.isEmpty();
      round.questions.add(question);
    } finally {
      door.unlock();
    }
    if (first) {
      inTurn(round);
    }
    try {
      return Optional.ofNullable(round.answers.join().get(question));
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
  }

  private void inTurn(Round<K, V> round) {
    boolean ours = false;
    try {
      ours = turns.tryAcquire(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
      Set<K> questions = close(round);
      if (!ours) {
        throw new Rejection.Unavailable("Too many ask at once; try again in a second", PATIENCE);
      }
      round.answers.complete(ask.apply(questions));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close(round);
      round.answers.completeExceptionally(new IllegalStateException(e));
    } catch (RuntimeException | Error fault) {
      round.answers.completeExceptionally(fault);
    } finally {
      if (ours) {
        turns.release();
      }
    }
  }

  private Set<K> close(Round<K, V> round) {
    door.lock();
    try {
      if (open == round) {
        open = new Round<>();
      }
      return round.questions;
    } finally {
      door.unlock();
    }
  }
}
