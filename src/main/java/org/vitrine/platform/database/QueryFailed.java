package org.vitrine.platform.database;

import io.vertx.pgclient.PgException;
import java.util.Set;

/** A query that PostgreSQL refused, under the name it has in our code. */
public final class QueryFailed extends RuntimeException {
  private static final String UNIQUE_VIOLATION = "23505";

  /** SQLSTATE classes: a value, a constraint, a limit of size, a function that raises. */
  private static final Set<String> OF_THE_DATA = Set.of("22", "23", "54", "P0");

  private final String sqlState;
  private final String constraint;

  QueryFailed(String name, Throwable cause) {
    super(name + ": " + cause.getMessage(), cause);
    PgException pg = cause instanceof PgException e ? e : null;
    this.sqlState = pg == null ? "" : pg.getSqlState();
    this.constraint = pg == null || pg.getConstraint() == null ? "" : pg.getConstraint();
  }

  public boolean violatesUnique() {
    return UNIQUE_VIOLATION.equals(sqlState);
  }

  /** Whether other data would have gone through. */
  public boolean isOfTheData() {
    return OF_THE_DATA.stream().anyMatch(sqlState::startsWith);
  }

  /** The constraint that was violated, or an empty text. */
  public String constraint() {
    return constraint;
  }
}
