package org.vitrine.platform.database;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A table of ours as its rows are copied: without the columns that PostgreSQL derives by itself.
 *
 * @param columns in the order of their values in a row
 */
public record DumpedTable(String name, List<String> columns) {
  /** What every table is called whose rows are ours: migrations keep their own. */
  static final String ALL =
      """
      SELECT c.relname AS name,
             array_agg(a.attname::text ORDER BY a.attnum) AS columns
        FROM pg_class c
        JOIN pg_attribute a
          ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
       WHERE c.relnamespace = 'public'::regnamespace
         AND c.relkind = 'r'
         AND c.relname <> 'flyway_schema_history'
       GROUP BY c.relname
       ORDER BY c.relname\
      """;

  public DumpedTable {
    columns = List.copyOf(columns);
  }

  String quoted() {
    return quoted(name);
  }

  String copyOut() {
    return "COPY %s (%s) TO STDOUT".formatted(quoted(), columnList());
  }

  String copyIn() {
    return "COPY %s (%s) FROM STDIN".formatted(quoted(), columnList());
  }

  private String columnList() {
    return columns.stream().map(DumpedTable::quoted).collect(Collectors.joining(", "));
  }

  private static String quoted(String identifier) {
    return '"' + identifier.replace("\"", "\"\"") + '"';
  }
}
