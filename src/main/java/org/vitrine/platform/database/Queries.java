package org.vitrine.platform.database;

import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What can be asked of the database, in or out of a transaction. Each query carries a name, which
 * is what an error and a metric call it. Blocks: call it from a virtual thread.
 */
public interface Queries {

  <T> List<T> find(String name, String sql, Function<Row, T> as, Object... parameters);

  default <T> Optional<T> findOne(
      String name, String sql, Function<Row, T> as, Object... parameters) {
    List<T> rows = find(name, sql, as, parameters);
    return rows.isEmpty() ? Optional.empty() : Optional.of(rows.getFirst());
  }

  /** Returns how many rows it changed. */
  int execute(String name, String sql, Object... parameters);

  /**
   * Does work that may fail without the rest: when it throws, what it did is taken back, what the
   * transaction did before stays, and the fault is thrown on.
   */
  <T> T attempt(Function<Queries, T> work);

  /**
   * What is to be done when this is committed, by the thread that commits; at once outside of a
   * transaction, never where it is taken back.
   */
  void afterCommit(Runnable action);
}
