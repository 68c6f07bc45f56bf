package org.vitrine.platform.database;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vitrine.platform.Rejection;

/**
 * The one way to PostgreSQL. Waiting for a connection is bounded in time and number; whoever finds
 * no place is told to come back ({@link Rejection.Unavailable}).
 */
public final class Database implements Queries, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final Duration CONNECTION_WAIT = Duration.ofSeconds(1);

  /** Longer than the server lets a statement take: past it, the server is gone without a word. */
  private static final Duration ANSWER_WAIT = Duration.ofSeconds(65);

  /** For goodbyes and rollbacks: where nobody answers, the end of the connection is both. */
  private static final Duration GOODBYE_WAIT = Duration.ofSeconds(5);

  /** Whoever asks how it is waits at most as long as the first connection of a process may take. */
  private static final Duration PROBE_WAIT = Duration.ofSeconds(30);

  private static final Duration PROBE_SILENCE = Duration.ofSeconds(3);

  private final Pools pools;
  private final int connections;
  private final Supplier<Pool> openPool;
  private final Pool probe;
  private final SqlConnection rehearsal;
  private final UnaryOperator<String> wording;
  private volatile Pool pool;

  public Database(Vertx vertx, String url, int connections) {
    this(vertx, url, connections, UnaryOperator.identity());
  }

  /**
   * @param wording what becomes of the text of every query: a test takes one of the two walls
   *     between companies away and sees that the other one holds
   */
  public Database(Vertx vertx, String url, int connections, UnaryOperator<String> wording) {
    this(new Pools(vertx, url), "database", connections, CONNECTION_WAIT, ANSWER_WAIT, wording);
  }

  private Database(
      Pools pools,
      String name,
      int connections,
      Duration connectionWait,
      Duration answerWait,
      UnaryOperator<String> wording) {
    this.pools = pools;
    this.connections = connections;
    this.wording = wording;
    this.openPool = () -> pools.pool(name, connections, connectionWait, answerWait);
    this.pool = openPool.get();
    this.probe = pools.pool(name + " probe", 1, PROBE_WAIT, PROBE_SILENCE);
    this.rehearsal = null;
  }

  /**
   * The same database over connections of its own, for what must go on while all others are taken
   * or stuck.
   *
   * @param answersWithin longer than anything takes that is asked there: past it, the connection is
   *     taken for dead
   */
  public Database apart(String name, int connections, Duration answersWithin) {
    return new Database(pools, name, connections, answersWithin, answersWithin, wording);
  }

  /**
   * What was open before an outage may lead nowhere now: what is asked from here on goes over new
   * connections, and what is still under way over the others is given up. Returns when they are
   * open.
   */
  public void reconnect() {
    Pool before = pool;
    Pool after = openPool.get();
    open(after);
    pool = after;
    before.close();
  }

  private Database(Database real, SqlConnection rehearsal) {
    this.pools = real.pools;
    this.connections = real.connections;
    this.openPool = real.openPool;
    this.pool = real.pool;
    this.probe = real.probe;
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
    return rehearsal == null
        ? transaction("transaction", "", work)
        : new OpenTransaction(rehearsal, wording).attempt(work);
  }

  /** A transaction of its own. */
  @Override
  public <T> T attempt(Function<Queries, T> work) {
    return inTransaction(work);
  }

  /** Outside of a transaction whatever was done is committed; a rehearsal never is. */
  @Override
  public void afterCommit(Runnable action) {
    if (rehearsal == null) {
      action.run();
    }
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
        quietly(transaction.rollback());
      }
    } finally {
      connection.close();
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
    OpenTransaction open = new OpenTransaction(connection, wording);
    T result;
    try {
      Transaction transaction = await(name + ".begin", connection.begin());
      try {
        if (!setUp.isEmpty()) {
          await(name + ".set_up", connection.query(setUp).execute());
        }
        result = work.apply(open);
        await(name + ".commit", transaction.commit());
      } catch (RuntimeException | Error fault) {
        quietly(transaction.rollback());
        throw fault;
      }
    } finally {
      connection.close();
    }
    open.committed();
    return result;
  }

  /**
   * Opens every connection of the pool, so that the first visitors need not wait for one; what
   * cannot be opened now is opened when it is wanted.
   */
  public void warmUp() {
    open(pool);
  }

  private void open(Pool wanted) {
    List<Future<SqlConnection>> opening =
        Stream.generate(wanted::getConnection).limit(connections).toList();
    Future.join(opening).otherwiseEmpty().await();
    opening.stream().filter(Future::succeeded).forEach(opened -> opened.result().close());
  }

  /**
   * A connection of its own, outside the pool, for LISTEN and NOTIFY.
   *
   * @param silence after so long without a word it is taken for dead
   */
  ListenConnection listenConnection(Duration silence) {
    Pool own = pools.pool("line", 1, CONNECTION_WAIT, silence);
    try {
      return new ListenConnection(
          own, PgConnection.cast(await("line.connect", own.getConnection())));
    } catch (RuntimeException | Error fault) {
      own.close();
      throw fault;
    }
  }

  /**
   * Whether the database answers in time. Asks over a connection of its own: a pool that is
   * exhausted is busy, not broken.
   */
  public boolean answersWithin(Duration limit) {
    try {
      probe.query("SELECT 1").execute().timeout(limit.toMillis(), TimeUnit.MILLISECONDS).await();
      return true;
    } catch (Exception fault) {
      return false;
    }
  }

  @Override
  public void close() {
    quietly(Future.join(pool.close(), probe.close()));
  }

  static <T> List<T> rows(
      String name, SqlClient client, String sql, Function<Row, T> as, Object... parameters) {
    RowSet<Row> rows = run(name, client, sql, parameters);
    List<T> found = new ArrayList<>(rows.size());
    for (Row row : rows) {
      found.add(as.apply(row));
    }
    return found;
  }

  static int changed(String name, SqlClient client, String sql, Object... parameters) {
    return run(name, client, sql, parameters).rowCount();
  }

  private static RowSet<Row> run(String name, SqlClient client, String sql, Object... parameters) {
    return await(name, client.preparedQuery(sql).execute(Tuple.from(parameters)));
  }

  static <T> T await(String name, Future<T> future) {
    try {
      return future.timeout(ANSWER_WAIT.toSeconds(), TimeUnit.SECONDS).await();
    } catch (Throwable fault) {
      if (TransientErrors.isTransient(fault)) {
        LOG.debug("{}: {}", name, fault.getMessage());
        throw new Rejection.Unavailable(
            "The database cannot take this now; try again in a second", CONNECTION_WAIT);
      }
      throw new QueryFailed(name, fault);
    }
  }

  /** Waits for what comes about by itself, soon or late, and cannot fail in a way that counts. */
  private static void quietly(Future<?> future) {
    future.mapEmpty().timeout(GOODBYE_WAIT.toSeconds(), TimeUnit.SECONDS).otherwiseEmpty().await();
  }
}
