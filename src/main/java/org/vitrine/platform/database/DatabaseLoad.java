package org.vitrine.platform.database;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.postgresql.PGConnection;
import org.vitrine.platform.StartFailed;

/**
 * Fills an empty database with what a {@link DatabaseDump} wrote. The schema comes first, from our
 * own migrations up to the same version; the rows follow in one transaction, in which constraints
 * between tables are checked last and triggers do not act. Until that is committed the database is
 * marked, and no Vitrine starts on it.
 */
public final class DatabaseLoad implements AutoCloseable {
  private static final String REFERENCES =
      """
      SELECT conrelid::regclass::text AS table_name,
             quote_ident(conname) AS name,
             pg_get_constraintdef(oid) AS definition
        FROM pg_constraint
       WHERE contype = 'f' AND connamespace = 'public'::regnamespace
       ORDER BY conrelid::regclass::text, conname\
      """;

  private static final String TRIGGERS =
      """
      SELECT tgrelid::regclass::text AS table_name,
             quote_ident(tgname) AS name,
             CASE tgenabled WHEN 'A' THEN 'ENABLE ALWAYS'
                            WHEN 'R' THEN 'ENABLE REPLICA'
                            ELSE 'ENABLE' END AS state
        FROM pg_trigger t
        JOIN pg_class c ON c.oid = t.tgrelid
       WHERE NOT tgisinternal AND tgenabled <> 'D' AND c.relnamespace = 'public'::regnamespace
       ORDER BY tgrelid::regclass::text, tgname\
      """;

  private static final String SET_SEQUENCE =
      "SELECT setval(format('public.%I', ?::text)::regclass, ?, ?)";

  private final String url;
  private final Connection connection;
  private final Map<String, DumpedTable> tables = new TreeMap<>();
  private final List<String> afterwards = new ArrayList<>();

  private DatabaseLoad(String url, Connection connection) {
    this.url = url;
    this.connection = connection;
  }

  /**
   * Throws {@link StartFailed} unless it is empty, or holds what a restore that did not end has
   * left.
   */
  public static void requireEmpty(String url) {
    DatabaseState.of(url);
    RestoreMark.MarkState standing = RestoreMark.in(url);
    if (standing.isInhabited() && !standing.isMarked()) {
      throw new StartFailed(
          "The database at %s is not empty: restore into a new one (docs/operating.md, “Restore”)"
              .formatted(DatabaseUrl.parse(url).place()));
    }
  }

  /** Whether a restore into it has begun that did not end. */
  public static boolean isUnfinished(String url) {
    return RestoreMark.in(url).isMarked();
  }

  /**
   * Makes the schema of this version, and is ready to take rows.
   *
   * @param functions as they were, by signature
   */
  public static DatabaseLoad begin(
      String url, String schemaVersion, Map<String, String> functions) {
    requireEmpty(url);
    RestoreMark.set(url);
    new Migrations(url).runUpTo(schemaVersion);
    try {
      Connection connection = Migrations.dataSource(url).getConnection();
      DatabaseLoad load = new DatabaseLoad(url, connection);
      try {
        load.prepare(functions);
        return load;
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw failed(url, "Cannot prepare the tables", e);
    }
  }

  private void prepare(Map<String, String> functions) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET LOCAL row_security = off; SET LOCAL statement_timeout = 0");
      for (DumpedTable table : DatabaseDump.tables(statement)) {
        tables.put(table.name(), table);
      }
      for (Map.Entry<String, String> made : DatabaseDump.functions(statement).entrySet()) {
        String was = functions.getOrDefault(made.getKey(), made.getValue());
        if (!was.equals(made.getValue())) {
          statement.execute(was);
        }
      }
      // What comes with the schema is in the backup, too. References go before the rows do, since
      // two tables may refer to each other.
      setAside(statement, REFERENCES, "DROP CONSTRAINT %s", "ADD CONSTRAINT %s %s");
      setAside(statement, TRIGGERS, "DISABLE TRIGGER %s", "%2$s TRIGGER %1$s");
      statement.execute(
          "TRUNCATE "
              + String.join(", ", tables.values().stream().map(DumpedTable::quoted).toList()));
    }
  }

  /** Does one thing to each that is found, and remembers what brings it back. */
  private void setAside(Statement statement, String query, String away, String back)
      throws SQLException {
    List<String> now = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(query)) {
      while (rows.next()) {
        String alter = "ALTER TABLE " + rows.getString(1) + ' ';
        now.add(alter + away.formatted(rows.getString(2)));
        afterwards.add(alter + back.formatted(rows.getString(2), rows.getString(3)));
      }
    }
    for (String one : now) {
      statement.execute(one);
    }
  }

  /** Takes the rows of a table; returns how many there were. */
  public long load(DumpedTable table, InputStream rows) throws IOException {
    if (!table.equals(tables.get(table.name()))) {
      throw new StartFailed(
          "The table %s has other columns in the backup than in the schema of its version"
              .formatted(table.name()));
    }
    try {
      return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(table.copyIn(), rows);
    } catch (SQLException e) {
      throw failed(url, "Cannot fill the table " + table.name(), e);
    }
  }

  /** Checks what refers to what, and takes the mark away; all of it stands from here on. */
  public void finish(List<SequenceState> sequences) {
    try (Statement statement = connection.createStatement();
        PreparedStatement set = connection.prepareStatement(SET_SEQUENCE)) {
      for (SequenceState sequence : sequences) {
        set.setString(1, sequence.name());
        set.setLong(2, sequence.last());
        set.setBoolean(3, sequence.called());
        set.execute();
      }
      for (String one : afterwards) {
        statement.execute(one);
      }
      RestoreMark.takeAway(statement);
      connection.commit();
      connection.setAutoCommit(true);
      statement.execute("ANALYZE");
    } catch (SQLException e) {
      throw failed(url, "Cannot finish", e);
    }
  }

  private static StartFailed failed(String url, String what, SQLException fault) {
    return new StartFailed(
        "%s at %s: %s"
            .formatted(
                what,
                DatabaseUrl.parse(url).place(),
                fault.getMessage().lines().findFirst().orElse("")),
        fault);
  }

  /** Without {@link #finish}, nothing of it stays. */
  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failed(url, "Cannot leave the database", e);
    }
  }
}
