package org.vitrine.platform.database;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How PostgreSQL is reached. A network may swallow what is said without a word, and then a
 * connection seems open that leads nowhere; so one over which nothing is received for longer than
 * any answer takes is given up, and so is a transaction that a dead node has left open.
 */
final class Pools {
  private static final Duration CONNECTS_WITHIN = Duration.ofSeconds(2);
  private static final Duration PEER_GONE_AFTER = Duration.ofSeconds(4);
  private static final int WAITING_AT_MOST = 1_000;

  /**
   * What the program works as, whoever it logs in as: no owner of tables, bound by their policies.
   */
  private static final String ROLE = "vitrine_app";

  private final Vertx vertx;
  private final PgConnectOptions options;

  Pools(Vertx vertx, String url) {
    this.vertx = vertx;
    this.options =
        PgConnectOptions.fromUri(url)
            .setCachePreparedStatements(true)
            .setPreparedStatementCacheMaxSize(256)
            .addProperty("role", ROLE)
            .addProperty("statement_timeout", "60000")
            // Whoever waits for a row holds a connection: better they come again.
            .addProperty("lock_timeout", "5000")
            .addProperty("idle_in_transaction_session_timeout", "60000")
            .addProperty("tcp_keepalives_idle", "30");
  }

  /**
   * @param name what it is called where it is measured, and where PostgreSQL lists its clients
   * @param waits how long somebody waits for one of its connections
   * @param silence how long a connection may say nothing
   */
  Pool pool(String name, int connections, Duration waits, Duration silence) {
    return PgBuilder.pool()
        .with(
            new PoolOptions()
                .setName(name)
                .setMaxSize(connections)
                .setMaxWaitQueueSize(WAITING_AT_MOST)
                .setConnectionTimeout((int) waits.toMillis())
                .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS))
        .connectingTo(
            new PgConnectOptions(options).addProperty("application_name", "vitrine " + name))
        .withConnectHandler(
            connection -> {
              ReadTimeout.install(connection);
              connection.close(); // It belongs to the pool.
            })
        .with(
            new NetClientOptions()
                .setConnectTimeout((int) CONNECTS_WITHIN.toMillis())
                .setTcpKeepAlive(true)
                .setTcpUserTimeout((int) PEER_GONE_AFTER.toMillis())
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setReadIdleTimeout((int) silence.toMillis()))
        .using(vertx)
        .build();
  }
}
