package org.vitrine.platform.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.vitrine.platform.StartFailed;

/**
 * Says in a database that a restore into it has begun and has not ended: an empty schema beside
 * ours, which goes in the transaction that brings the last row. Without it, a restore that was
 * killed would leave what looks like a new house.
 */
final class RestoreMark {
  private static final String SCHEMA = "vitrine_restore";
  private static final String ASK =
      """
      SELECT to_regnamespace('%s') IS NOT NULL AS is_marked,
             EXISTS (
               SELECT
                 FROM pg_class c
                WHERE c.relnamespace = to_regnamespace('public')
                  AND NOT EXISTS (
                    SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
             ) AS is_inhabited\
      """
          .formatted(SCHEMA);

  private static final String CLEAR =
      "DROP SCHEMA IF EXISTS public CASCADE; CREATE SCHEMA public;"
          + " GRANT USAGE ON SCHEMA public TO PUBLIC";

  /** What stands in a database before a restore. */
  record MarkState(boolean isMarked, boolean isInhabited) {}

  private RestoreMark() {}

  static MarkState in(String url) {
    try (Connection connection = Migrations.dataSource(url).getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(ASK)) {
      row.next();
      return new MarkState(row.getBoolean("is_marked"), row.getBoolean("is_inhabited"));
    } catch (SQLException e) {
      throw failed(url, e);
    }
  }

  /** Marks it, and takes away what an earlier restore that did not end has left. */
  static void set(String url) {
    boolean isLeftOver = in(url).isMarked();
    try (Connection connection = Migrations.dataSource(url).getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE SCHEMA IF NOT EXISTS " + SCHEMA);
      if (isLeftOver) {
        statement.execute(CLEAR);
      }
    } catch (SQLException e) {
      throw failed(url, e);
    }
  }

  static void takeAway(Statement statement) throws SQLException {
    statement.execute("DROP SCHEMA " + SCHEMA);
  }

  private static StartFailed failed(String url, SQLException fault) {
    return new StartFailed(
        "Cannot prepare the database at %s: %s"
            .formatted(
                DatabaseUrl.parse(url).place(), fault.getMessage().lines().findFirst().orElse("")),
        fault);
  }
}
