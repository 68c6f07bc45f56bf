package org.vitrine.platform.database;

import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import io.vertx.sqlclient.TransactionRollbackException;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * Tells a database that cannot answer now (away, starting, failing over, overrun) from one that
 * finds fault with what it was asked.
 */
final class TransientErrors {
  /** PostgreSQL 18, appendix A. */
  private static final Set<String> PASSING_CLASSES = Set.of("08", "53");

  private static final Set<String> PASSING =
      Set.of(
          "25006", // read only: it is a standby, for the moment
          "25P03", // idle in transaction for too long
          "40001", // somebody else wrote meanwhile: once more, it may do
          "40P01", // deadlock
          "55P03", // lock not available
          "57014", // took too long
          "57P01", // shut down by its administrator
          "57P02", // shut down by a crash
          "57P03", // starting up, or recovering
          "57P05"); // idle for too long

  /** What Vert.x says of connections, in exceptions that also stand for other things. */
  private static final Pattern SAID_OF_CONNECTIONS =
      Pattern.compile(
          "(?i)^timeout|wait queue size|connection is not active|is closed|been closed|pool"
              + " closed");

  private TransientErrors() {}

  static boolean isTransient(Throwable fault) {
    return switch (fault) {
      case PgException refused -> isPassing(String.valueOf(refused.getSqlState()));
      case TimeoutException late -> true;
      case IOException unreachable -> true;
      case ClosedConnectionException lost -> true;
      case TransactionRollbackException interrupted -> true;
      default -> SAID_OF_CONNECTIONS.matcher(String.valueOf(fault.getMessage())).find();
    };
  }

  private static boolean isPassing(String state) {
    return PASSING.contains(state)
        || state.length() == 5 && PASSING_CLASSES.contains(state.substring(0, 2));
  }
}
