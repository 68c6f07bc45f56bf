package org.vitrine.platform.changes;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vitrine.platform.changes.FeedNews.NewsOfKind;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.database.Sql;

/** How far each durable reader has come, in PostgreSQL. */
final class SubscriberRepository {
  private static final int LOOKED_AT = 20_000;

  private static final String PRESENT =
      """
      SELECT pg_current_snapshot()::text AS snapshot, pg_current_xact_id_if_assigned()::text AS own, %s AS newest\
      """
          .formatted(FeedRepository.NEWEST);

  private static final String ENROL =
      """
      INSERT INTO subscriber (name, snapshot)
      VALUES ($1, $2::text::pg_snapshot)
      ON CONFLICT (name) DO NOTHING\
      """;

  /** What can be said without taking their places. */
  private static final String STANDINGS =
      """
      SELECT s.name, pg_snapshot_xmin(s.snapshot)::text AS xmin, pg_snapshot_xmax(s.snapshot)::text AS xmax,
             EXISTS (SELECT FROM owed_change
                      WHERE subscriber = s.name AND set_aside_at IS NULL
                        AND (next_attempt_at IS NULL OR next_attempt_at <= $2)) AS due,
             (SELECT count(*) FROM owed_change
               WHERE subscriber = s.name AND set_aside_at IS NULL AND attempts > 0) AS failing,
             (SELECT count(*) FROM owed_change
               WHERE subscriber = s.name AND set_aside_at IS NOT NULL) AS set_aside
        FROM subscriber s
       WHERE s.name = ANY($1)\
      """;

  /** Up to a limit. */
  private static final String NEWS =
      """
      SELECT kind, coalesce(what, '') AS what, max(xid::text::bigint) AS newest, count(*) AS entries
        FROM (SELECT kind, what, xid
                FROM feed_entry
               WHERE xid >= $1::text::xid8
               LIMIT $2) since
       GROUP BY kind, what\
      """;

  private static final String TAKE =
      """
      SELECT snapshot::text AS snapshot, EXISTS (SELECT FROM owed_change WHERE subscriber = $1) AS owes
        FROM subscriber
       WHERE name = $1
         FOR UPDATE SKIP LOCKED\
      """;

  private static final String UNHEARD =
      """
      SELECT kind, key, version, company_id, body, position
        FROM feed_entry
       WHERE kind = ANY($3) AND (xid >= $1::text::xid8 OR xid = ANY($2::text[]::xid8[]))
         AND (what IS NULL OR what <> ALL($4))\
      """;

  private static final String EACH = UNHEARD + "\n       ORDER BY position";

  private static final String NEWEST_OF_EACH_THING =
      """
      SELECT DISTINCT ON (kind, key) kind, key, version, company_id, body, position
        FROM (%s) AS unheard
       ORDER BY kind, key, position DESC\
      """
          .formatted(UNHEARD);

  /** In one statement the present and what is unheard, up to a limit. */
  private static final String READ =
      """
      SELECT present.*, NULL::text AS kind, NULL::text AS key, NULL::bigint AS version,
             NULL::bigint AS company_id, NULL::text AS body
        FROM (%s) present
      UNION ALL
      (SELECT NULL, NULL, NULL, kind, key, version, company_id, body::text
         FROM (%s
                LIMIT $5) unheard)\
      """;

  /** The same, but what is unheard is noted as owed, however much it is. */
  private static final String OWE =
      """
      WITH owed AS (
        INSERT INTO owed_change (subscriber, kind, key, version, company_id, body)
        SELECT $5, kind, key, version, company_id, body
          FROM (%s) unheard)
      %s\
      """;

  private static final String READ_EACH = READ.formatted(PRESENT, EACH);
  private static final String READ_NEWEST = READ.formatted(PRESENT, NEWEST_OF_EACH_THING);
  private static final String OWE_EACH = OWE.formatted(EACH, PRESENT);
  private static final String OWE_NEWEST = OWE.formatted(NEWEST_OF_EACH_THING, PRESENT);

  private static final String MOVE_ON =
      """
      UPDATE subscriber
         SET snapshot = $2::text::pg_snapshot
       WHERE name = $1\
      """;

  /** What a subscriber has come to with what it read, and what that was. */
  record UnheardChanges(Snapshot snapshot, List<Change> changes) {}

  /**
   * Where it stands who has taken its place.
   *
   * @param owes whether anything that it heard of is still to be done
   */
  record TakenPlace(Snapshot snapshot, boolean owes) {}

  /** Where somebody begins who hears what comes next. */
  Snapshot present(Queries queries) {
    return queries
        .findOne("subscriber.present", PRESENT, SubscriberRepository::snapshot)
        .orElseThrow();
  }

  /** Writes down where it begins, unless it has begun. */
  void enrol(Queries queries, String name, Snapshot begins) {
    queries.execute("subscriber.enrol", ENROL, name, begins.text());
  }

  /** By their names; of whoever is not enrolled there is none. */
  Map<String, Standing> standings(Queries queries, List<String> names, Instant now) {
    Map<String, Standing> standings = new HashMap<>();
    queries.find(
        "subscriber.standings",
        STANDINGS,
        row ->
            standings.put(
                row.getString("name"),
                new Standing(
                    Long.parseLong(row.getString("xmin")),
                    Long.parseLong(row.getString("xmax")),
                    row.getBoolean("due"),
                    row.getLong("failing"),
                    row.getLong("set_aside"))),
        names.toArray(String[]::new),
        Sql.utc(now));
    return standings;
  }

  /** What was committed by this transaction and those after it. */
  FeedNews newsSince(Queries queries, long xid) {
    long[] entries = {0};
    List<NewsOfKind> kinds =
        queries.find(
            "subscriber.news",
            NEWS,
            row -> {
              entries[0] += row.getLong("entries");
              return new NewsOfKind(
                  row.getString("kind"), row.getString("what"), row.getLong("newest"));
            },
            String.valueOf(xid),
            LOOKED_AT);
    return new FeedNews(kinds, entries[0] < LOOKED_AT);
  }

  /** Where it stands, for this transaction alone; nothing where another one has its place. */
  Optional<TakenPlace> take(Queries transaction, String name) {
    return transaction.findOne(
        "subscriber.take",
        TAKE,
        row -> new TakenPlace(Snapshot.parse(row.getString("snapshot")), row.getBoolean("owes")),
        name);
  }

  UnheardChanges read(Queries transaction, Snapshot from, Subscriber subscriber, int limit) {
    List<Snapshot> present = new ArrayList<>();
    List<Change> changes = new ArrayList<>();
    transaction.find(
        "subscriber.read",
        subscriber.hearsOnlyTheNewest() ? READ_NEWEST : READ_EACH,
        row ->
            row.getString("kind") == null
                ? present.add(snapshot(row))
                : changes.add(FeedRepository.change(row)),
        String.valueOf(from.xmax()),
        from.inProgress().toArray(String[]::new),
        subscriber.kinds().toArray(String[]::new),
        subscriber.passesOver().toArray(String[]::new),
        limit);
    return new UnheardChanges(present.getFirst(), changes);
  }

  /** Returns the snapshot up to which everything is owed now. */
  Snapshot owe(Queries transaction, Snapshot from, Subscriber subscriber) {
    return transaction
        .findOne(
            "subscriber.owe",
            subscriber.hearsOnlyTheNewest() ? OWE_NEWEST : OWE_EACH,
            SubscriberRepository::snapshot,
            String.valueOf(from.xmax()),
            from.inProgress().toArray(String[]::new),
            subscriber.kinds().toArray(String[]::new),
            subscriber.passesOver().toArray(String[]::new),
            subscriber.name())
        .orElseThrow();
  }

  void moveOn(Queries transaction, String name, Snapshot to) {
    transaction.execute("subscriber.move_on", MOVE_ON, name, to.text());
  }

  private static Snapshot snapshot(Row row) {
    Snapshot snapshot =
        Snapshot.parse(row.getString("snapshot")).upTo(Long.parseLong(row.getString("newest")));
    String own = row.getString("own");
    return own == null ? snapshot : snapshot.without(Long.parseLong(own));
  }
}
