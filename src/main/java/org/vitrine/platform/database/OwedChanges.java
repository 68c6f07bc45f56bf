package org.vitrine.platform.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.vitrine.platform.StartFailed;

/**
 * What durable readers could not act upon.
 *
 * @param failing tried again by themselves
 * @param setAside failed for a day, and tried no more
 */
public record OwedChanges(long failing, long setAside) {
  private static final String COUNT =
      """
      SELECT count(*) FILTER (WHERE attempts > 0 AND set_aside_at IS NULL) AS failing,
             count(*) FILTER (WHERE set_aside_at IS NOT NULL) AS set_aside
        FROM owed_change""";

  /** Asks a database whose schema is up to date. */
  public static OwedChanges of(String url) {
    try (Connection connection = Migrations.dataSource(url).getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(COUNT)) {
      row.next();
      return new OwedChanges(row.getLong("failing"), row.getLong("set_aside"));
    } catch (SQLException e) {
      throw new StartFailed("Cannot read the table owed_change: " + e.getMessage(), e);
    }
  }
}
