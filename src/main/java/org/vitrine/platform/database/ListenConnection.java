package org.vitrine.platform.database;

import io.vertx.pgclient.PgConnection;
import io.vertx.sqlclient.Pool;

/** The connection that listens to other nodes: outside of every pool, and ended by closing it. */
final class ListenConnection implements AutoCloseable {
  private final Pool pool;
  private final PgConnection connection;

  /**
   * @param pool holds this one connection and no other
   */
  ListenConnection(Pool pool, PgConnection connection) {
    this.pool = pool;
    this.connection = connection;
  }

  PgConnection connection() {
    return connection;
  }

  @Override
  public void close() {
    pool.close();
  }
}
