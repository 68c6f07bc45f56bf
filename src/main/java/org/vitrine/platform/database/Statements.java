package org.vitrine.platform.database;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.platform.Rejection;

/**
 * Runs statements on a pool or on one connection, and sorts what can go wrong: a database that
 * cannot answer now is {@link Rejection.Unavailable}, a statement that it refuses is {@link
 * QueryFailed}, and stored data that cannot be read is {@link UnreadableRow}.
 *
 * @param wording what becomes of the text of every query
 */
record Statements(SqlClient client, UnaryOperator<String> wording, DiskFull disk) {
  /** Longer than the server lets a statement take: past it, the server is gone without a word. */
  static final Duration ANSWER_WAIT = Duration.ofSeconds(65);

  private static final Logger LOG = LoggerFactory.getLogger(Statements.class);
  private static final Duration COME_BACK = Duration.ofSeconds(1);

  public <T> List<T> find(String name, String sql, Function<Row, T> as, Object... parameters) {
    RowSet<Row> rows = run(name, sql, parameters);
    List<T> found = new ArrayList<>(rows.size());
    for (Row row : rows) {
      found.add(read(name, row, as));
    }
    return found;
  }

  /** A record checks what it is made of, and would call what we stored somebody's bad input. */
  private static <T> T read(String name, Row row, Function<Row, T> as) {
    try {
      return as.apply(row);
    } catch (RuntimeException fault) {
      throw new UnreadableRow(name, fault);
    }
  }

  public int execute(String name, String sql, Object... parameters) {
    return run(name, sql, parameters).rowCount();
  }

  private RowSet<Row> run(String name, String sql, Object... parameters) {
    return await(
        name, client.preparedQuery(wording.apply(sql)).execute(Tuple.from(parameters)), disk);
  }

  static <T> T await(String name, Future<T> future, DiskFull disk) {
    try {
      return future.timeout(ANSWER_WAIT.toSeconds(), TimeUnit.SECONDS).await();
    } catch (Throwable fault) {
      if (disk.explains(fault)) {
        LOG.warn("{}: {}", name, fault.getMessage());
        throw new Rejection.Unavailable(
            "The disk of the database is full: nothing was written", COME_BACK);
      }
      if (TransientErrors.isTransient(fault)) {
        LOG.debug("{}: {}", name, fault.getMessage());
        throw new Rejection.Unavailable(
            "The database is unavailable right now; try again in a second", COME_BACK);
      }
      throw new QueryFailed(name, fault);
    }
  }
}
