package org.vitrine.platform.database;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What can be asked inside of a transaction, and what is to be done when it has committed. */
final class OpenTransaction implements Queries {
  private final SqlConnection connection;
  private final Statements statements;
  private final List<Runnable> afterwards = new ArrayList<>();

  OpenTransaction(SqlConnection connection, Statements statements) {
    this.connection = connection;
    this.statements = statements;
  }

  @Override
  public <T> List<T> find(String name, String sql, Function<Row, T> as, Object... parameters) {
    return statements.find(name, sql, as, parameters);
  }

  @Override
  public int execute(String name, String sql, Object... parameters) {
    return statements.execute(name, sql, parameters);
  }

  @Override
  public <T> T attempt(Function<Queries, T> work) {
    OpenTransaction part = new OpenTransaction(connection, statements);
    command("SAVEPOINT attempt");
    T result;
    try {
      result = work.apply(part);
    } catch (RuntimeException | Error fault) {
      command("ROLLBACK TO SAVEPOINT attempt; RELEASE SAVEPOINT attempt");
      throw fault;
    }
    command("RELEASE SAVEPOINT attempt");
    afterwards.addAll(part.afterwards);
    return result;
  }

  private void command(String sql) {
    Statements.await("attempt", connection.query(sql).execute(), statements.disk());
  }

  @Override
  public void afterCommit(Runnable action) {
    afterwards.add(action);
  }

  void committed() {
    afterwards.forEach(Runnable::run);
  }
}
