package org.vitrine.platform.database;

import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
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
 * Everything that a database holds, as it stood at one moment, while others go on writing: one
 * transaction that sees one snapshot, and in which a row that the login may not see is an error and
 * not left out.
 */
public final class DatabaseDump implements AutoCloseable {
  private static final String BEGIN =
      "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; SET LOCAL row_security = off;"
          + " SET LOCAL statement_timeout = 0; SET LOCAL idle_in_transaction_session_timeout = 0";

  private static final String SCHEMA_VERSION =
      """
      SELECT version
        FROM flyway_schema_history
       WHERE success AND version IS NOT NULL
       ORDER BY installed_rank DESC
       LIMIT 1\
      """;

  private static final String SEQUENCES =
      """
      SELECT sequencename AS name,
             coalesce(last_value, start_value) AS last,
             last_value IS NOT NULL AS called
        FROM pg_sequences
       WHERE schemaname = 'public'
       ORDER BY sequencename\
      """;

  private static final String FUNCTIONS =
      """
      SELECT p.oid::regprocedure::text AS signature,
             pg_get_functiondef(p.oid) AS definition
        FROM pg_proc p
       WHERE p.pronamespace = 'public'::regnamespace
         AND p.prokind IN ('f', 'p')
         AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
       ORDER BY 1\
      """;

  private final Connection connection;
  private final DatabaseUrl url;

  private DatabaseDump(Connection connection, DatabaseUrl url) {
    this.connection = connection;
    this.url = url;
  }

  /** Sees the database as it is now, until it is closed. Throws {@link StartFailed}. */
  public static DatabaseDump of(String url) {
    DatabaseState.of(url);
    DatabaseUrl parsed = DatabaseUrl.parse(url);
    try {
      Connection connection = Migrations.dataSource(url).getConnection();
      try (Statement statement = connection.createStatement()) {
        statement.execute(BEGIN);
        return new DatabaseDump(connection, parsed);
      } catch (SQLException e) {
        connection.close();
        throw e;
      }
    } catch (SQLException e) {
      throw failed(parsed, "Cannot read the database", e);
    }
  }

  /** The version of its schema; throws {@link StartFailed} where there is none of ours. */
  public String schemaVersion() {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(SCHEMA_VERSION)) {
      if (row.next()) {
        return row.getString("version");
      }
    } catch (SQLException noSuchTable) {
      if (!"42P01".equals(noSuchTable.getSQLState())) {
        throw failed(url, "Cannot read the version of the schema", noSuchTable);
      }
    }
    throw new StartFailed("There is no Vitrine in the database at %s".formatted(url.place()));
  }

  /** Its tables; from here on nobody changes their shape until it is closed. */
  public List<DumpedTable> tables() {
    try (Statement statement = connection.createStatement()) {
      List<DumpedTable> tables = tables(statement);
      statement.execute(
          "LOCK TABLE %s IN ACCESS SHARE MODE"
              .formatted(String.join(", ", tables.stream().map(DumpedTable::quoted).toList())));
      return tables;
    } catch (SQLException e) {
      throw failed(url, "Cannot list the tables", e);
    }
  }

  static List<DumpedTable> tables(Statement statement) throws SQLException {
    List<DumpedTable> tables = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery(DumpedTable.ALL)) {
      while (rows.next()) {
        tables.add(
            new DumpedTable(
                rows.getString("name"), List.of((String[]) rows.getArray("columns").getArray())));
      }
    }
    return tables;
  }

  /** Writes its rows in the text format of {@code COPY}; returns how many there are. */
  public long copy(DumpedTable table, OutputStream out) throws IOException {
    try {
      return connection.unwrap(PGConnection.class).getCopyAPI().copyOut(table.copyOut(), out);
    } catch (SQLException e) {
      throw failed(url, "Cannot read the table " + table.name(), e);
    }
  }

  /**
   * Its functions by signature. Migrations make them, and some remember when that was: such as from
   * when on it is known what customers were told.
   */
  public Map<String, String> functions() {
    try (Statement statement = connection.createStatement()) {
      return functions(statement);
    } catch (SQLException e) {
      throw failed(url, "Cannot read the functions", e);
    }
  }

  static Map<String, String> functions(Statement statement) throws SQLException {
    Map<String, String> functions = new TreeMap<>();
    try (ResultSet rows = statement.executeQuery(FUNCTIONS)) {
      while (rows.next()) {
        functions.put(rows.getString("signature"), rows.getString("definition"));
      }
    }
    return functions;
  }

  /**
   * Asked after the rows were copied, none of them has a number that a sequence gives out again.
   */
  public List<SequenceState> sequences() {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(SEQUENCES)) {
      List<SequenceState> sequences = new ArrayList<>();
      while (rows.next()) {
        sequences.add(
            new SequenceState(
                rows.getString("name"), rows.getLong("last"), rows.getBoolean("called")));
      }
      return sequences;
    } catch (SQLException e) {
      throw failed(url, "Cannot read the sequences", e);
    }
  }

  private static StartFailed failed(DatabaseUrl url, String what, SQLException fault) {
    String reason = fault.getMessage().lines().findFirst().orElse("");
    boolean forbidden = "42501".equals(fault.getSQLState());
    return new StartFailed(
        forbidden
            ? "%s: “%s” may not read everything; back up as the owner of the tables (%s)"
                .formatted(what, url.user(), reason)
            : "%s at %s: %s".formatted(what, url.place(), reason),
        fault);
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw failed(url, "Cannot leave the database", e);
    }
  }
}
