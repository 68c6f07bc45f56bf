package org.vitrine.health;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.vitrine.health.DatabaseGrowth.KeptSize;
import org.vitrine.platform.database.Queries;

/** How much the database and its tables take, as it says itself, and took on other days. */
final class SizeRepository {
  private static final long MEGABYTE = 1_000_000;

  private static final String NOW =
      """
      SELECT '' AS name, pg_database_size(current_database()) AS bytes
       UNION ALL
      SELECT relname, pg_total_relation_size(oid)
        FROM pg_class
       WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'\
      """;

  private static final String WHOLE =
      """
      SELECT pg_database_size(current_database()) AS bytes\
      """;

  private static final String KEEP =
      """
      INSERT INTO health_size (day, name, bytes)
      SELECT $1, '', pg_database_size(current_database())
       UNION ALL
      SELECT $1, relname, pg_total_relation_size(oid)
        FROM pg_class
       WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
          ON CONFLICT DO NOTHING\
      """;

  private static final String KEPT =
      """
      SELECT day, name, bytes
        FROM health_size
       WHERE day >= $1\
      """;

  private static final String FORGET =
      """
      DELETE FROM health_size WHERE day < $1\
      """;

  private static final String CONNECTIONS =
      """
      SELECT sum(numbackends)::bigint AS used, current_setting('max_connections')::int AS most
        FROM pg_stat_database\
      """;

  private static final String CLOCK =
      """
      SELECT clock_timestamp() AS now\
      """;

  /** By the name of the table, and all of it under {@link DatabaseGrowth#WHOLE}. */
  Map<String, Long> now(Queries queries) {
    Map<String, Long> sizes = new HashMap<>();
    queries
        .find("health_size.now", NOW, row -> Map.entry(row.getString("name"), row.getLong("bytes")))
        .forEach(size -> sizes.put(size.getKey(), size.getValue()));
    return sizes;
  }

  void keep(Queries queries, Instant now) {
    queries.execute("health_size.keep", KEEP, DatabaseGrowth.day(now));
    queries.execute("health_size.forget", FORGET, DatabaseGrowth.earliest(now));
  }

  List<KeptSize> kept(Queries queries, LocalDate since) {
    return queries.find(
        "health_size.kept",
        KEPT,
        row -> new KeptSize(row.getLocalDate("day"), row.getString("name"), row.getLong("bytes")),
        since);
  }

  /** In whole tens, since nobody has to be told of each megabyte. */
  long megabytes(Queries queries) {
    long found =
        queries.findOne("database.size", WHOLE, row -> row.getLong("bytes")).orElseThrow()
            / MEGABYTE;
    return (found + 9) / 10 * 10;
  }

  /** Connections that are taken, of as many as the database lets in. */
  record TakenConnections(long used, int most) {}

  TakenConnections connections(Queries queries) {
    return queries
        .findOne(
            "database.connections",
            CONNECTIONS,
            row -> new TakenConnections(row.getLong("used"), row.getInteger("most")))
        .orElseThrow();
  }

  /** What time the database believes it is. */
  Instant clock(Queries queries) {
    return queries
        .findOne("database.clock", CLOCK, row -> row.getOffsetDateTime("now").toInstant())
        .orElseThrow();
  }
}
