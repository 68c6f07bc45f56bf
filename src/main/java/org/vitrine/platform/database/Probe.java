package org.vitrine.platform.database;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Asks the database how it is, over a connection of its own: a pool that is exhausted is busy, not
 * broken.
 */
final class Probe {
  /** Whoever asks how it is waits at most as long as the first connection of a process may take. */
  private static final Duration WAIT = Duration.ofSeconds(30);

  private static final Duration SILENCE = Duration.ofSeconds(3);

  private final Pool pool;

  Probe(Pools pools, String name) {
    this.pool = pools.pool(name + " probe", 1, WAIT, SILENCE);
  }

  /** False where it refuses, or does not answer in time. */
  boolean answers(String sql, Duration limit) {
    try {
      pool.query(sql).execute().timeout(limit.toMillis(), TimeUnit.MILLISECONDS).await();
      return true;
    } catch (Exception fault) { // Vert.x throws checked exceptions unchecked.
      return false;
    }
  }

  Future<Void> close() {
    return pool.close();
  }
}
