package org.vitrine.platform.changes;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.vitrine.platform.changes.Changes.RecordedChange;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;

/** What happened, in PostgreSQL. */
final class ChangeRepository {
  private static final String RECORD =
      """
      INSERT INTO change (kind, key, version, company_id, body)
      SELECT kind, key, version, company_id, NULLIF(body, 'null')::jsonb
        FROM unnest($1::text[], $2::text[], $3::bigint[], $4::bigint[], $5::text[])
               WITH ORDINALITY AS c (kind, key, version, company_id, body, position)
       ORDER BY position\
      """;

  private static final int DELETED_AT_ONCE = 5_000;

  private static final String DELETE_SOME =
      """
      DELETE FROM change
       WHERE id IN (SELECT id FROM change WHERE recorded_at < $1 ORDER BY recorded_at LIMIT $2)\
      """;

  private static final String AFTER =
      """
      SELECT id, kind, key, version, company_id, body::text AS body, recorded_at
        FROM change
       WHERE id > $1 AND kind = ANY($2)
       ORDER BY id
       LIMIT $3\
      """;

  /** Those that begin together are numbered in any order: the first number among many of them. */
  private static final String POSITION =
      """
      SELECT coalesce((SELECT min(id) - 1
                         FROM (SELECT id FROM change WHERE recorded_at >= %s ORDER BY recorded_at LIMIT 1000) since),
                      (SELECT max(id) FROM change), 0) AS position\
      """;

  private static final String POSITION_BEFORE = POSITION.formatted("$1");
  private static final String POSITION_NOW = POSITION.formatted("now() - interval '10 minutes'");

  List<RecordedChange> after(Queries queries, long position, Collection<String> kinds, int most) {
    return queries.find(
        "change.after",
        AFTER,
        row ->
            new RecordedChange(
                row.getLong("id"),
                FeedRepository.change(row),
                row.getOffsetDateTime("recorded_at").toInstant()),
        position,
        kinds.toArray(String[]::new),
        most);
  }

  long positionBefore(Queries queries, Instant moment) {
    return queries
        .findOne(
            "change.position_before",
            POSITION_BEFORE,
            row -> row.getLong("position"),
            Sql.utc(moment))
        .orElseThrow();
  }

  long position(Queries queries) {
    return queries
        .findOne("change.position", POSITION_NOW, row -> row.getLong("position"))
        .orElseThrow();
  }

  void record(Queries transaction, Collection<Change> changes) {
    transaction.execute(
        "change.record",
        RECORD,
        Sql.column(changes, Change::kind, String[]::new),
        Sql.column(changes, Change::key, String[]::new),
        Sql.column(changes, Change::version, Long[]::new),
        Sql.column(changes, change -> change.company().orElse(null), Long[]::new),
        Sql.column(changes, change -> Json.text(change.body()), String[]::new));
  }

  /** Returns whether there is more. */
  boolean deleteSome(Queries queries, Instant before) {
    return queries.execute("change.delete_some", DELETE_SOME, Sql.utc(before), DELETED_AT_ONCE)
        == DELETED_AT_ONCE;
  }
}
