package org.vitrine.platform.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.vitrine.platform.StartFailed;

/**
 * What the role that a database URL logs in as could do to the wall between companies. The program
 * works as a role that can do nothing to it, but whoever has the login can leave that role.
 *
 * @param owner whether it owns tables, and so is not bound by their policies
 */
public record LoginRights(
    String login, boolean superuser, boolean bypassesRowSecurity, boolean owner) {
  private static final String ASK =
      """
      SELECT rolname, rolsuper, rolbypassrls,
             EXISTS (SELECT FROM pg_class
                      WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')
                        AND pg_has_role(rolname, relowner, 'MEMBER')) AS owns_tables
        FROM pg_roles
       WHERE rolname = session_user""";

  /** Asks the database; throws {@link StartFailed} where it does not answer. */
  public static LoginRights of(String url) {
    try (Connection connection = Migrations.dataSource(url).getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(ASK)) {
      row.next();
      return new LoginRights(
          row.getString("rolname"),
          row.getBoolean("rolsuper"),
          row.getBoolean("rolbypassrls"),
          row.getBoolean("owns_tables"));
    } catch (SQLException e) {
      throw new StartFailed("Cannot read the privileges of the database roles", e);
    }
  }
}
