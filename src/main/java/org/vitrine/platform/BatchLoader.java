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
 * Loads in one batch what many ask for at the same moment, as after a restart, when all clients
 * reconnect: whoever asks while batches are being loaded joins the next one, and is told to come
 * back ({@link Rejection.Unavailable}) where that takes too long. No answer is older than its
 * question, and a single question is loaded at once.
 */
public final class BatchLoader<K, V> {
  private static final int MOST = 1_000;

  /** One that the database is slow to answer must not hold up the next. */
  private static final int UNDER_WAY = 4;

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(1);

  private final Function<Set<K>, Map<K, V>> ask;
  private final Semaphore turns = new Semaphore(UNDER_WAY, true);
  private final Lock lock = new ReentrantLock();
  private Batch<K, V> open = new Batch<>();

  /**
   * @param ask answers questions; those without an answer are missing from what it returns
   */
  public BatchLoader(Function<Set<K>, Map<K, V>> ask) {
    this.ask = ask;
  }

  private static final class Batch<K, V> {
    private final Set<K> questions = new HashSet<>();
    private final CompletableFuture<Map<K, V>> answers = new CompletableFuture<>();
  }

  /** Waits for the answer; what asking threw is thrown to all who asked together. */
  public Optional<V> load(K question) {
    Batch<K, V> batch;
    boolean first;
    lock.lock();
    try {
      if (open.questions.size() == MOST) {
        open = new Batch<>();
      }
      batch = open;
      first = batch.questions.isEmpty();
      batch.questions.add(question);
    } finally {
      lock.unlock();
    }
    if (first) {
      inTurn(batch);
    }
    try {
      return Optional.ofNullable(batch.answers.join().get(question));
    } catch (CompletionException failed) {
      throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
    }
  }

  private void inTurn(Batch<K, V> batch) {
    boolean ours = false;
    try {
      ours = turns.tryAcquire(LONGEST_WAIT.toNanos(), TimeUnit.NANOSECONDS);
      Set<K> questions = close(batch);
      if (!ours) {
        throw new Rejection.Unavailable(
            "Too many requests at once; try again in a second", LONGEST_WAIT);
      }
      batch.answers.complete(ask.apply(questions));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      close(batch);
      batch.answers.completeExceptionally(new IllegalStateException(e));
    } catch (RuntimeException | Error fault) {
      batch.answers.completeExceptionally(fault);
    } finally {
      if (ours) {
        turns.release();
      }
    }
  }

  private Set<K> close(Batch<K, V> batch) {
    lock.lock();
    try {
      if (open == batch) {
        open = new Batch<>();
      }
      return batch.questions;
    } finally {
      lock.unlock();
    }
  }
}
