package org.vitrine.platform.database;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.vitrine.platform.Rejection;

/**
 * The one way to PostgreSQL. Waiting for a connection is bounded in time and number; whoever finds
 * no place is told to come back ({@link Rejection.Unavailable}).
 */
public final class Database implements Queries, AutoCloseable {
  private static final Duration CONNECTION_WAIT = Duration.ofSeconds(1);

  /** Between two tries at a first connection: a refusal comes at once. */
  private static final Duration AGAIN = Duration.ofMillis(100);

  /** For goodbyes and rollbacks: where nobody answers, the end of the connection is both. */
  private static final Duration GOODBYE_WAIT = Duration.ofSeconds(5);

  private final Pools pools;
  private final int connections;
  private final Supplier<Pool> openPool;
  private final Probe probe;
  private final SqlConnection rehearsal;
  private final UnaryOperator<String> wording;
  private final DiskFull disk;

  /** What this thread works at, while that holds a connection. */
  private final ThreadLocal<String> underWay;

  private volatile Pool pool;

  public Database(Vertx vertx, String url, int connections) {
    this(vertx, url, connections, UnaryOperator.identity());
  }

  /**
   * @param wording what becomes of the text of every query: a test takes one of the two walls
   *     between companies away and sees that the other one holds
   */
  public Database(Vertx vertx, String url, int connections, UnaryOperator<String> wording) {
    this(
        new Pools(vertx, url),
        "database",
        connections,
        CONNECTION_WAIT,
        Statements.ANSWER_WAIT,
        wording,
        new DiskFull());
  }

  private Database(
      Pools pools,
      String name,
      int connections,
      Duration connectionWait,
      Duration answerWait,
      UnaryOperator<String> wording,
      DiskFull disk) {
    this.pools = pools;
    this.connections = connections;
    this.wording = wording;
    this.disk = disk;
    this.underWay = new ThreadLocal<>();
    this.openPool = () -> pools.pool(name, connections, connectionWait, answerWait);
    this.pool = openPool.get();
    this.probe = new Probe(pools, name);
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
    return new Database(pools, name, connections, answersWithin, answersWithin, wording, disk);
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
    this.disk = real.disk;
    this.underWay = real.underWay;
    this.rehearsal = rehearsal;
  }

  @Override
  public <T> List<T> find(String name, String sql, Function<Row, T> as, Object... parameters) {
    return statements(name).find(name, sql, as, parameters);
  }

  @Override
  public int execute(String name, String sql, Object... parameters) {
    return statements(name).execute(name, sql, parameters);
  }

  private Statements statements(String name) {
    if (rehearsal != null) {
      return on(rehearsal);
    }
    requireNoOther(name);
    return on(pool);
  }

  private Statements on(SqlClient client) {
    return new Statements(client, wording, disk);
  }

  /**
   * Whoever holds a connection and waits for a second one waits for somebody who may do the same:
   * as many as there are connections, and all stand still. So it fails at once, wherever it is
   * tried.
   */
  private void requireNoOther(String name) {
    if (underWay.get() != null) {
      throw new IllegalStateException(
          name + " asks for a second connection inside of " + underWay.get());
    }
  }

  /** Runs the work in one transaction; commits when it returns, rolls back when it throws. */
  public <T> T inTransaction(Function<Queries, T> work) {
    return rehearsal == null
        ? transaction("transaction", "", work)
        : new OpenTransaction(rehearsal, on(rehearsal)).attempt(work);
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
    SqlConnection connection = connect("rehearsal");
    try {
      Transaction transaction = await("rehearsal.begin", connection.begin());
      try {
        return work.apply(new Database(this, connection));
      } finally {
        quietly(transaction.rollback());
      }
    } finally {
      giveBack(connection);
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
            "company", "SET TRANSACTION READ ONLY; " + behindTheWall(company.get()), work);
  }

  /**
   * The same for writing, in one transaction: of what its customers write themselves (migration
   * V026 says how a table is opened to them), a company adds and changes rows of its own, and only
   * what of them is theirs to say.
   */
  public <T> T inTransactionOnBehalfOf(long company, Function<Queries, T> work) {
    return transaction("company", behindTheWall(company), work);
  }

  private static String behindTheWall(long company) {
    return "SET LOCAL ROLE vitrine_portal; SET LOCAL app.company = '" + company + "'";
  }

  private <T> T transaction(String name, String setUp, Function<Queries, T> work) {
    SqlConnection connection = connect(name);
    OpenTransaction open = new OpenTransaction(connection, on(connection));
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
      giveBack(connection);
    }
    open.committed();
    return result;
  }

  private SqlConnection connect(String name) {
    requireNoOther(name);
    SqlConnection connection = await(name + ".connect", pool.getConnection());
    underWay.set(name);
    return connection;
  }

  private void giveBack(SqlConnection connection) {
    underWay.remove();
    connection.close();
  }

  /**
   * Opens every connection of the pool, so that the first visitors need not wait for one; what
   * cannot be opened now is opened when it is wanted.
   */
  public void warmUp() {
    open(pool);
  }

  /** Waits for a first connection longer than a request should; at the limit, goes on without. */
  public void awaitConnection(Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    do {
      Future<SqlConnection> first = pool.getConnection();
      Future.join(List.of(first)).otherwiseEmpty().await();
      if (first.succeeded()) {
        first.result().close();
        return;
      }
      LockSupport.parkNanos(AGAIN.toNanos());
    } while (System.nanoTime() < end);
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

  /** Whether the database answers in time, however busy the pool is. */
  public boolean answersWithin(Duration limit) {
    return probe.answers("SELECT 1", limit);
  }

  /** Whether PostgreSQL refused to write because its disk is full, and still would. */
  public boolean isFull(Duration limit) {
    return disk.lasts(probe, limit);
  }

  @Override
  public void close() {
    quietly(Future.join(pool.close(), probe.close()));
  }

  private <T> T await(String name, Future<T> future) {
    return Statements.await(name, future, disk);
  }

  /** Waits for what comes about by itself, soon or late, and cannot fail in a way that counts. */
  private static void quietly(Future<?> future) {
    future.mapEmpty().timeout(GOODBYE_WAIT.toSeconds(), TimeUnit.SECONDS).otherwiseEmpty().await();
  }
}
