package org.vitrine.platform.database;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.Tuple;
import java.net.ConnectException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.vitrine.platform.Rejection;

/**
 * The one way to PostgreSQL. Waiting for a connection is bounded in time and number; whoever finds
 * no place is told to come back ({@link Rejection.Unavailable}).
 */
public final class Database implements Queries, AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(1);
  private static final Duration PEER_GONE_AFTER = Duration.ofSeconds(30);

  /** Longer than the server lets a statement take: past it, the server is gone without a word. */
  private static final Duration ANSWER_WAIT = Duration.ofSeconds(65);

  private static final int WAITING_AT_MOST = 1_000;

  /**
   * What the program works as, whoever it logs in as: no owner of tables, bound by their policies.
   */
  private static final String ROLE = "vitrine_app";

  private final Vertx vertx;
  private final PgConnectOptions options;
  private final int connections;
  private final Pool pool;
  private final SqlConnection rehearsal;
  private final UnaryOperator<String> wording;

  public Database(Vertx vertx, String url, int connections) {
    this(vertx, url, connections, UnaryOperator.identity());
  }

  /**
   * @param wording what becomes of the text of every query: a test takes one of the two walls
   *     between companies away and sees that the other one holds
   */
  public Database(Vertx vertx, String url, int connections, UnaryOperator<String> wording) {
    this.vertx = vertx;
    this.wording = wording;
    this.connections = connections;
    this.options =
        PgConnectOptions.fromUri(url)
            .setCachePreparedStatements(true)
            .setPreparedStatementCacheMaxSize(256)
            .addProperty("application_name", "vitrine")
            .addProperty("role", ROLE)
            .addProperty("statement_timeout", "60000");
    this.pool =
        PgBuilder.pool()
            .with(
                new PoolOptions()
                    .setName("database")
                    .setMaxSize(connections)
                    .setMaxWaitQueueSize(WAITING_AT_MOST)
                    .setConnectionTimeout((int) PATIENCE.toMillis())
                    .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS))
            .connectingTo(options)
            .with(
                new NetClientOptions()
                    .setTcpKeepAlive(true)
                    .setTcpUserTimeout((int) PEER_GONE_AFTER.toMillis()))
            .using(vertx)
            .build();
    this.rehearsal = null;
  }

  private Database(Database real, SqlConnection rehearsal) {
    this.vertx = real.vertx;
    this.options = real.options;
    this.connections = real.connections;
    this.pool = real.pool;
    this.wording = real.wording;
    this.rehearsal = rehearsal;
  }

  @Override
  public <T> List<T> find(String name, String sql, Function<Row, T> as, Object... parameters) {
    return rows(name, client(), wording.apply(sql), as, parameters);
  }

  @Override
  public int execute(String name, String sql, Object... parameters) {
    return changed(name, client(), wording.apply(sql), parameters);
  }

  private SqlClient client() {
    return rehearsal == null ? pool : rehearsal;
  }

  /** Runs the work in one transaction; commits when it returns, rolls back when it throws. */
  public <T> T inTransaction(Function<Queries, T> work) {
    return rehearsal == null ? transaction("transaction", "", work) : step(work);
  }

  /**
   * Does the work for real and takes all of it back when it returns, so that what a dry run says is
   * what would happen. Until then it holds the rows that it changed: keep it short.
   */
  public <T> T rehearse(Function<Database, T> work) {
    SqlConnection connection = await("rehearsal.connect", pool.getConnection());
    try {
      Transaction transaction = await("rehearsal.begin", connection.begin());
      try {
        return work.apply(new Database(this, connection));
      } finally {
        transaction.rollback().otherwiseEmpty().await();
      }
    } finally {
      connection.close();
    }
  }

  /** A transaction inside of a rehearsal. */
  private <T> T step(Function<Queries, T> work) {
    await("rehearsal.step", rehearsal.query("SAVEPOINT step").execute());
    try {
      T result = work.apply(new InTransaction(rehearsal, wording));
      await("rehearsal.step_done", rehearsal.query("RELEASE SAVEPOINT step").execute());
      return result;
    } catch (RuntimeException | Error fault) {
      await("rehearsal.step_back", rehearsal.query("ROLLBACK TO SAVEPOINT step").execute());
      throw fault;
    }
  }

  /**
   * Reads on behalf of a company, or for the house where none is named. A company's queries run
   * behind the second wall: as the role {@code vitrine_portal}, to which row level security shows
   * the rows of this company and no others.
   */
  public <T> T onBehalfOf(Optional<Long> company, Function<Queries, T> work) {
    return company.isEmpty()
        ? work.apply(this)
        : transaction(
            "company",
            "SET TRANSACTION READ ONLY; SET LOCAL ROLE vitrine_portal; SET LOCAL app.company = '"
                + company.get()
                + "'",
            work);
  }

  private <T> T transaction(String name, String setUp, Function<Queries, T> work) {
    SqlConnection connection = await(name + ".connect", pool.getConnection());
    try {
      Transaction transaction = await(name + ".begin", connection.begin());
      try {
        if (!setUp.isEmpty()) {
          await(name + ".set_up", connection.query(setUp).execute());
        }
        T result = work.apply(new InTransaction(connection, wording));
        await(name + ".commit", transaction.commit());
        return result;
      } catch (RuntimeException | Error fault) {
        transaction.rollback().otherwiseEmpty().await();
        throw fault;
      }
    } finally {
      connection.close();
    }
  }

  /**
   * Opens every connection of the pool, so that the first visitors need not wait for one; what
   * cannot be opened now is opened when it is wanted.
   */
  public void warmUp() {
    List<Future<SqlConnection>> opening =
        Stream.generate(pool::getConnection).limit(connections).toList();
    Future.join(opening).otherwiseEmpty().await();
    opening.stream().filter(Future::succeeded).forEach(opened -> opened.result().close());
  }

  /** A connection of its own, outside the pool, for LISTEN and NOTIFY. */
  public PgConnection dedicatedConnection() {
    return await("dedicated.connect", PgConnection.connect(vertx, options));
  }

  /**
   * Whether the database answers in time. Asks over a connection of its own: a pool that is
   * exhausted is busy, not broken.
   */
  public boolean answersWithin(Duration limit) {
    Future<?> answer =
        PgConnection.connect(vertx, options)
            .compose(
                connection ->
                    connection.query("SELECT 1").execute().eventually(() -> connection.close()));
    try {
      answer.timeout(limit.toMillis(), TimeUnit.MILLISECONDS).await();
      return true;
    } catch (Exception fault) {
      return false;
    }
  }

  @Override
  public void close() {
    pool.close().await();
  }

  private record InTransaction(SqlClient connection, UnaryOperator<String> wording)
      implements Queries {
    @Override
    public <T> List<T> find(String name, String sql, Function<Row, T> as, Object... parameters) {
      return rows(name, connection, wording.apply(sql), as, parameters);
    }

    @Override
    public int execute(String name, String sql, Object... parameters) {
      return changed(name, connection, wording.apply(sql), parameters);
    }
  }

  private static <T> List<T> rows(
      String name, SqlClient client, String sql, Function<Row, T> as, Object... parameters) {
    RowSet<Row> rows = run(name, client, sql, parameters);
    List<T> found = new ArrayList<>(rows.size());
    for (Row row : rows) {
      found.add(as.apply(row));
    }
    return found;
  }

  private static int changed(String name, SqlClient client, String sql, Object... parameters) {
    return run(name, client, sql, parameters).rowCount();
  }

  private static RowSet<Row> run(String name, SqlClient client, String sql, Object... parameters) {
    return await(name, client.preparedQuery(sql).execute(Tuple.from(parameters)));
  }

  private static <T> T await(String name, Future<T> future) {
    try {
      return future.timeout(ANSWER_WAIT.toSeconds(), TimeUnit.SECONDS).await();
    } catch (Throwable fault) {
      if (unreachable(fault)) {
        throw new Rejection.Unavailable(
            "The database cannot take this now; try again in a second", PATIENCE);
      }
      throw new QueryFailed(name, fault);
    }
  }

  private static boolean unreachable(Throwable fault) {
    String message = String.valueOf(fault.getMessage());
    return fault instanceof TimeoutException
        || fault instanceof ConnectException
        || fault instanceof ClosedConnectionException
        || message.contains("max wait queue size")
        || message.startsWith("Timeout");
  }
}
