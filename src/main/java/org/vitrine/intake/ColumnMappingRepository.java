package org.vitrine.intake;

import io.vertx.sqlclient.Row;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;

/** Column mappings in PostgreSQL. */
final class ColumnMappingRepository {
  private static final String FIND =
      """
      SELECT name, kind, headers, mapping::text AS mapping, version, changed_at, changed_by
        FROM column_mapping
       WHERE name = $1""";

  private static final String LOCK =
      """
      SELECT name, kind, headers, mapping::text AS mapping, version, changed_at, changed_by
        FROM column_mapping
       WHERE name = $1
         FOR UPDATE""";

  private static final String FIND_BY_HEADERS =
      """
      SELECT name, kind, headers, mapping::text AS mapping, version, changed_at, changed_by
        FROM column_mapping
       WHERE kind = $1
         AND headers = $2::text[]
       ORDER BY changed_at DESC, name
       LIMIT 1""";

  private static final String LIST =
      """
      SELECT name, kind, headers, mapping::text AS mapping, version, changed_at, changed_by
        FROM column_mapping
       ORDER BY kind, name""";

  private static final String COUNT =
      """
      SELECT count(*) AS mappings
        FROM column_mapping""";

  private static final String ADD =
      """
      INSERT INTO column_mapping (name, kind, headers, mapping, version, changed_at, changed_by)
      VALUES ($1, $2, $3, $4::text::jsonb, $5, $6, $7)
      ON CONFLICT (name) DO NOTHING""";

  private static final String CHANGE =
      """
      UPDATE column_mapping
         SET headers = $2, mapping = $3::text::jsonb, version = $4, changed_at = $5, changed_by = $6
       WHERE name = $1""";

  private static final String FORGET =
      """
      DELETE FROM column_mapping
       WHERE name = $1""";

  Optional<StoredMapping> find(Queries queries, String name) {
    return queries.findOne("column_mapping.find", FIND, ColumnMappingRepository::stored, name);
  }

  /** The same, held until the transaction ends. */
  Optional<StoredMapping> lock(Queries transaction, String name) {
    return transaction.findOne("column_mapping.lock", LOCK, ColumnMappingRepository::stored, name);
  }

  /** The newest that was made for these columns. */
  Optional<StoredMapping> findByHeaders(Queries queries, ImportKind kind, List<String> headers) {
    return queries.findOne(
        "column_mapping.find_by_headers",
        FIND_BY_HEADERS,
        ColumnMappingRepository::stored,
        kind.code(),
        headers.toArray(String[]::new));
  }

  List<StoredMapping> list(Queries queries) {
    return queries.find("column_mapping.list", LIST, ColumnMappingRepository::stored);
  }

  long count(Queries queries) {
    return queries
        .findOne("column_mapping.count", COUNT, row -> row.getLong("mappings"))
        .orElse(0L);
  }

  /** False where another had the name a moment earlier. */
  boolean add(Queries transaction, StoredMapping mapping) {
    return transaction.execute(
            "column_mapping.add",
            ADD,
            mapping.name(),
            mapping.kind().code(),
            mapping.headers().toArray(String[]::new),
            Json.text(mapping.mapping()),
            mapping.version(),
            mapping.changedAt().atOffset(ZoneOffset.UTC),
            mapping.changedBy())
        == 1;
  }

  void change(Queries transaction, StoredMapping mapping) {
    transaction.execute(
        "column_mapping.change",
        CHANGE,
        mapping.name(),
        mapping.headers().toArray(String[]::new),
        Json.text(mapping.mapping()),
        mapping.version(),
        mapping.changedAt().atOffset(ZoneOffset.UTC),
        mapping.changedBy());
  }

  boolean forget(Queries queries, String name) {
    return queries.execute("column_mapping.forget", FORGET, name) == 1;
  }

  private static StoredMapping stored(Row row) {
    return new StoredMapping(
        row.getString("name"),
        ImportKind.of(row.getString("kind")),
        List.of(row.getArrayOfStrings("headers")),
        Json.read(row.getString("mapping"), ColumnMapping.class),
        row.getInteger("version"),
        row.getOffsetDateTime("changed_at").toInstant(),
        row.getString("changed_by"));
  }
}
