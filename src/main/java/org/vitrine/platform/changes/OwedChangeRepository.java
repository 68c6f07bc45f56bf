package org.vitrine.platform.changes;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.vitrine.platform.changes.OwedChange.ChangeKey;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;
import org.vitrine.platform.json.Json;

/** What is owed to durable readers, in PostgreSQL. */
final class OwedChangeRepository {
  private static final String OWE =
      """
      INSERT INTO owed_change (subscriber, kind, key, version, company_id, body)
      SELECT $1, kind, key, version, company_id, NULLIF(body, 'null')::jsonb
        FROM unnest($2::text[], $3::text[], $4::bigint[], $5::bigint[], $6::text[])
               WITH ORDINALITY AS c (kind, key, version, company_id, body, position)
       ORDER BY position\
      """;

  /**
   * In their order, without those that wait for one of the same kind and key. What waits is few and
   * read once: joined, each change was compared with all others where the table had just filled.
   */
  private static final String DUE =
      """
      WITH waiting AS MATERIALIZED (
        SELECT kind, key
          FROM owed_change
         WHERE subscriber = $1 AND set_aside_at IS NULL AND attempts > 0 AND next_attempt_at > $2)
      SELECT position, kind, key, version, company_id, body::text AS body, attempts, failing_since
        FROM owed_change
       WHERE subscriber = $1 AND set_aside_at IS NULL AND (kind, key) NOT IN (SELECT kind, key FROM waiting)
       ORDER BY position
       LIMIT $3\
      """;

  private static final String WAITING =
      """
      SELECT DISTINCT kind, key
        FROM owed_change
       WHERE subscriber = $1 AND set_aside_at IS NULL
       LIMIT $2\
      """;

  private static final String FAILED_COUNT =
      """
      SELECT count(*) FILTER (WHERE attempts > 0 AND set_aside_at IS NULL) AS failing,
             count(*) FILTER (WHERE set_aside_at IS NOT NULL) AS set_aside
        FROM owed_change\
      """;

  private static final String HEARD =
      """
      DELETE FROM owed_change
       WHERE position = ANY($1)\
      """;

  private static final String FAILED =
      """
      UPDATE owed_change
         SET attempts = attempts + 1, failure = $2, failing_since = $3, next_attempt_at = $4, set_aside_at = $5
       WHERE position = $1\
      """;

  /** Notes these behind whatever is owed already. */
  void owe(Queries transaction, String subscriber, Collection<Change> changes) {
    transaction.execute(
        "owed_change.owe",
        OWE,
        subscriber,
        Sql.column(changes, Change::kind, String[]::new),
        Sql.column(changes, Change::key, String[]::new),
        Sql.column(changes, Change::version, Long[]::new),
        Sql.column(changes, change -> change.company().orElse(null), Long[]::new),
        Sql.column(changes, change -> Json.text(change.body()), String[]::new));
  }

  List<OwedChange> due(Queries transaction, String subscriber, Instant now, int limit) {
    return transaction.find(
        "owed_change.due", DUE, OwedChangeRepository::toOwed, subscriber, Sql.utc(now), limit);
  }

  /** Of what something is owed, up to a limit. */
  Set<ChangeKey> waiting(Queries transaction, String subscriber, int limit) {
    return new HashSet<>(
        transaction.find(
            "owed_change.waiting",
            WAITING,
            row -> new ChangeKey(row.getString("kind"), row.getString("key")),
            subscriber,
            limit));
  }

  Changes.FailedChanges failed(Queries queries) {
    return queries
        .findOne(
            "owed_change.failed_count",
            FAILED_COUNT,
            row -> new Changes.FailedChanges(row.getLong("failing"), row.getLong("set_aside")))
        .orElseThrow();
  }

  void heard(Queries transaction, Collection<OwedChange> heard) {
    transaction.execute(
        "owed_change.heard", HEARD, (Object) Sql.column(heard, OwedChange::position, Long[]::new));
  }

  void failed(Queries transaction, OwedChange.Failed failed) {
    transaction.execute(
        "owed_change.failed",
        FAILED,
        failed.position(),
        failed.why(),
        Sql.utc(failed.since()),
        Sql.utc(failed.nextAttempt()),
        failed.setAside().map(Sql::utc).orElse(null));
  }

  private static OwedChange toOwed(Row row) {
    OffsetDateTime since = row.getOffsetDateTime("failing_since");
    return new OwedChange(
        row.getLong("position"),
        FeedRepository.change(row),
        row.getInteger("attempts"),
        Optional.ofNullable(since).map(OffsetDateTime::toInstant));
  }
}
