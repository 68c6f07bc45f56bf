package org.vitrine.platform.database;

import java.net.UnknownHostException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.vitrine.platform.StartFailed;

/**
 * What a PostgreSQL says about itself.
 *
 * @param version as it calls itself, such as 18.6
 * @param clock the time that it believes it is
 */
public record DatabaseState(
    String version, int majorVersion, Instant clock, DatabaseLocale locale) {
  private static final String ASK =
      """
      SELECT current_setting('server_version') AS version,
             current_setting('server_version_num')::int / 10000 AS major_version,
             clock_timestamp() AS clock,
      %s
        FROM pg_database d
       WHERE d.datname = current_database()"""
          .formatted(DatabaseLocale.ASK);

  /** Asks it; throws {@link StartFailed} with a sentence that says what to do. */
  public static DatabaseState of(String url) {
    try (Connection connection = Migrations.dataSource(url).getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(ASK)) {
      row.next();
      return new DatabaseState(
          row.getString("version"),
          row.getInt("major_version"),
          row.getObject("clock", OffsetDateTime.class).toInstant(),
          DatabaseLocale.of(row));
    } catch (SQLException e) {
      throw new StartFailed(sentence(DatabaseUrl.parse(url), e), e);
    }
  }

  private static String sentence(DatabaseUrl url, SQLException fault) {
    String state = String.valueOf(fault.getSQLState());
    return switch (state) {
      case "28P01", "28000" ->
          "The database at %s refused the login “%s”: check the user and password in --database-url (VITRINE_DATABASE_URL)"
              .formatted(url.place(), url.user());
      case "3D000" ->
          "There is no database “%s” at %s:%d: create it (createdb %s), or correct --database-url (VITRINE_DATABASE_URL)"
              .formatted(url.database(), url.host(), url.port(), url.database());
      case "08001", "08004", "08006" ->
          "Cannot connect to the database at %s: %s; check that it is running and that --database-url (VITRINE_DATABASE_URL) is correct"
              .formatted(url.place(), reason(fault));
      default ->
          "The database at %s refused the connection: %s".formatted(url.place(), firstLine(fault));
    };
  }

  private static String reason(SQLException fault) {
    Throwable cause = fault.getCause();
    if (cause instanceof UnknownHostException) {
      return "unknown host";
    }
    return cause == null || cause.getMessage() == null
        ? firstLine(fault)
        : cause.getMessage().toLowerCase(Locale.ROOT);
  }

  private static String firstLine(SQLException fault) {
    return fault.getMessage().lines().findFirst().orElse("no reason given");
  }
}
