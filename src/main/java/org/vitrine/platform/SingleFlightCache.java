package org.vitrine.platform;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * A cache that loads each key once, however many ask for it at the same time: otherwise thousands
 * of clients that reconnect at once would all ask the database. (The cache's own asynchronous kind
 * would log every refusal as a fault.)
 */
public final class SingleFlightCache<K, V> {
  private final Cache<K, V> kept;
  private final ConcurrentMap<K, CompletableFuture<V>> underWay = new ConcurrentHashMap<>();

  public SingleFlightCache(Caffeine<? super K, ? super V> kept) {
    this.kept = kept.build();
  }

  /** What is known, or the answer; waits for it. What asking threw is thrown, and not kept. */
  public V of(K question, Supplier<V> ask) {
    V known = kept.getIfPresent(question);
    if (known != null) {
      return known;
    }
    CompletableFuture<V> mine = new CompletableFuture<>();
    CompletableFuture<V> another = underWay.putIfAbsent(question, mine);
    return another == null ? ask(question, ask, mine) : heard(another);
  }

  private V ask(K question, Supplier<V> ask, CompletableFuture<V> waiting) {
    try {
      V answer = ask.get();
      keep(question, answer, waiting);
      waiting.complete(answer);
      return answer;
    } catch (RuntimeException | Error fault) {
      waiting.completeExceptionally(fault);
      throw fault;
    } finally {
      underWay.remove(question, waiting);
    }
  }

  /** Unless it was to be forgotten meanwhile. */
  private void keep(K question, V answer, CompletableFuture<V> waiting) {
    underWay.computeIfPresent(
        question,
        (same, current) -> {
          if (current == waiting) {
            kept.put(question, answer);
          }
          return current;
        });
  }

  private static <V> V heard(CompletableFuture<V> another) {
    try {
      return another.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** The answer, if it is known without asking: fit for an event loop. */
  public Optional<V> known(K question) {
    return Optional.ofNullable(kept.getIfPresent(question));
  }

  /** Also an answer that is still under way. */
  public void forget(K question) {
    underWay.remove(question);
    kept.invalidate(question);
  }

  public void forgetAll() {
    underWay.clear();
    kept.invalidateAll();
  }
}
