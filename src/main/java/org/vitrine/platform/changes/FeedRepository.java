package org.vitrine.platform.changes;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vitrine.platform.database.Queries;
import org.vitrine.platform.json.Json;

/** The exact feed in PostgreSQL. */
final class FeedRepository {
  /**
   * Which server answers, since when it runs, and in which file it keeps the history: another one,
   * a copy that was started, or a table that was filled anew gives another answer.
   */
  private static final String SERVER =
      """
      concat_ws(' ', extract(epoch FROM pg_postmaster_start_time()), pg_relation_filepath('event'))""";

  /** The newest transaction that left anything. */
  static final String NEWEST =
      """
      coalesce((SELECT xid FROM feed_entry ORDER BY xid DESC LIMIT 1)::text, '0')""";

  private static final String START =
      """
      SELECT pg_current_snapshot()::text AS snapshot, %s AS server, %s AS newest,
             (SELECT concat_ws('.', system_identifier, timeline_id)
                FROM pg_control_system(), pg_control_checkpoint()) AS cluster"""
          .formatted(SERVER, NEWEST);

  /**
   * In one statement the present snapshot and what was written by transactions that the one before
   * did not see: those that had not begun by then, and those that were under way.
   */
  private static final String COMMITTED_SINCE =
      """
      SELECT pg_current_snapshot()::text AS snapshot, %s AS server, NULL::text AS kind, NULL::text AS key,
             NULL::bigint AS version, NULL::bigint AS company_id, NULL::text AS body, NULL::text AS xid
      UNION ALL
      SELECT NULL, NULL, kind, key, version, company_id, body::text, xid::text
        FROM feed_entry
       WHERE xid >= $1::text::xid8 OR xid = ANY($2::text[]::xid8[])"""
          .formatted(SERVER);

  /** How much came after a transaction, up to a limit: asked before anything is looked up. */
  private static final String ENTRIES_SINCE =
      """
      SELECT count(*) AS entries
        FROM (SELECT
                FROM feed_entry
               WHERE xid >= $1::text::xid8
               LIMIT $2) since""";

  /** Each thing that changed, once. */
  private static final String CHANGED_SINCE =
      """
      SELECT kind, key, max(version) AS version, company_id, NULL::text AS body
        FROM feed_entry
       WHERE xid >= $1::text::xid8 AND ($2::bigint IS NULL OR company_id = $2)
       GROUP BY kind, key, company_id""";

  /**
   * After a restore into another cluster, what was written may carry transaction ids that are still
   * to come.
   */
  private static final String ADOPT_FOREIGN =
      """
      SELECT adopt_foreign_history() AS adopted""";

  private static final String CURSOR_KEY =
      """
      SELECT secret
        FROM cursor_key""";

  /** What is seen at present, and which database says so. */
  record Present(Snapshot snapshot, String server) {}

  /** Something that is committed, and the transaction that wrote it. */
  record Entry(Change change, long xid) {}

  /** What a read found, and the present to go on from. */
  record FeedRead(Present present, List<Entry> committed) {}

  /** Where a reader begins, and the newest transaction that left something there. */
  record Start(Present present, long newest, String cluster) {}

  Start start(Queries queries) {
    return queries
        .findOne(
            "feed.start",
            START,
            row ->
                new Start(
                    present(row),
                    Long.parseLong(row.getString("newest")),
                    row.getString("cluster")))
        .orElseThrow();
  }

  FeedRead committedSince(Queries queries, Snapshot before) {
    List<Present> present = new ArrayList<>();
    List<Entry> entries = new ArrayList<>();
    queries.find(
        "feed.committed_since",
        COMMITTED_SINCE,
        row -> row.getString("xid") == null ? present.add(present(row)) : entries.add(entry(row)),
        String.valueOf(before.xmax()),
        before.inProgress().toArray(String[]::new));
    return new FeedRead(present.getFirst(), entries);
  }

  /** True where no more than so many entries came after a transaction. */
  boolean isNear(Queries queries, long xid, int entries) {
    return queries
            .findOne(
                "feed.entries_since",
                ENTRIES_SINCE,
                row -> row.getLong("entries"),
                String.valueOf(xid),
                entries + 1)
            .orElseThrow()
        <= entries;
  }

  List<Change> changedSince(Queries queries, long xid, Optional<Long> company) {
    return queries.find(
        "feed.changed_since",
        CHANGED_SINCE,
        FeedRepository::change,
        String.valueOf(xid),
        company.orElse(null));
  }

  /** Returns how much came from another cluster. */
  long adoptForeign(Queries queries) {
    return queries
        .findOne("feed.adopt_foreign", ADOPT_FOREIGN, row -> row.getLong("adopted"))
        .orElseThrow();
  }

  byte[] cursorKey(Queries queries) {
    return queries
        .findOne("feed.cursor_key", CURSOR_KEY, row -> row.getBuffer("secret").getBytes())
        .orElseThrow();
  }

  private static Present present(Row row) {
    return new Present(Snapshot.parse(row.getString("snapshot")), row.getString("server"));
  }

  private static Entry entry(Row row) {
    return new Entry(change(row), Long.parseLong(row.getString("xid")));
  }

  static Change change(Row row) {
    String body = row.getString("body");
    return new Change(
        row.getString("kind"),
        row.getString("key"),
        row.getLong("version"),
        Optional.ofNullable(row.getLong("company_id")),
        body == null ? null : Json.read(body, JsonNode.class));
  }
}
