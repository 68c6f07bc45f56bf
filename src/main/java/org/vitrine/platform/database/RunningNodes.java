package org.vitrine.platform.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.vitrine.platform.StartFailed;

/** How many connections programs of ours have to a database now. */
public final class RunningNodes {
  private static final String COUNT =
      """
      SELECT count(*) AS connections
        FROM pg_stat_activity
       WHERE datname = current_database() AND application_name LIKE 'vitrine %'\
      """;

  private RunningNodes() {}

  public static int of(String url) {
    try (Connection connection = Migrations.dataSource(url).getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(COUNT)) {
      row.next();
      return row.getInt("connections");
    } catch (SQLException e) {
      throw new StartFailed("Cannot see who is connected: " + e.getMessage(), e);
    }
  }
}
