package org.vitrine.platform.changes;

import java.time.Instant;
import java.util.Collection;
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
       ORDER BY position""";

  private static final int DELETED_AT_ONCE = 5_000;

  private static final String DELETE_SOME =
      """
      DELETE FROM change
       WHERE id IN (SELECT id FROM change WHERE recorded_at < $1 ORDER BY recorded_at LIMIT $2)""";

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
