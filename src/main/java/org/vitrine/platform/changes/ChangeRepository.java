package org.vitrine.platform.changes;

import java.util.Collection;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.vitrine.platform.database.Queries;
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

  void record(Queries transaction, Collection<Change> changes) {
    transaction.execute(
        "change.record",
        RECORD,
        column(changes, Change::kind, String[]::new),
        column(changes, Change::key, String[]::new),
        column(changes, Change::version, Long[]::new),
        column(changes, change -> change.company().orElse(null), Long[]::new),
        column(changes, change -> Json.text(change.body()), String[]::new));
  }

  private static <T> T[] column(
      Collection<Change> changes, Function<Change, T> of, IntFunction<T[]> array) {
    return changes.stream().map(of).toArray(array);
  }
}
