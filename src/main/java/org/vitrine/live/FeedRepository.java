package org.vitrine.live;

import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.vitrine.companies.CompanyId;
import org.vitrine.orders.OrderId;
import org.vitrine.platform.database.Queries;

/** The exact feed in PostgreSQL. */
final class FeedRepository {
  private static final String SNAPSHOT =
      """
      SELECT pg_current_snapshot()::text AS snapshot,
             (SELECT xid FROM event ORDER BY xid DESC LIMIT 1)::text AS newest""";

  /**
   * In one statement the present snapshot and the events of transactions that the one before did
   * not see: those that had not begun by then, and those that were under way.
   */
  private static final String COMMITTED_SINCE =
      """
      SELECT pg_current_snapshot()::text AS snapshot, NULL::bigint AS order_id, NULL::bigint AS company_id,
             NULL::bigint AS version, NULL::text AS xid
      UNION ALL
      SELECT NULL, order_id, company_id, version, xid::text
        FROM event
       WHERE xid >= $1::text::xid8 OR xid = ANY($2::text[]::xid8[])""";

  /** How many events came after a snapshot, up to a limit: asked before anything is looked up. */
  private static final String EVENTS_SINCE =
      """
      SELECT count(*) AS events
        FROM (SELECT
                FROM event
               WHERE xid >= $1::text::xid8 OR xid = ANY($2::text[]::xid8[])
               LIMIT $3) since""";

  private static final String CHANGED_SINCE =
      """
      SELECT number
        FROM orders
       WHERE id IN (SELECT order_id
                      FROM event
                     WHERE xid >= $1::text::xid8 OR xid = ANY($2::text[]::xid8[]))
         AND ($3::bigint IS NULL OR company_id = $3)""";

  /** Which history this is: a restore, or another cluster, is another one. */
  private static final String EPOCH =
      """
      SELECT substr(md5(system_identifier || '.' || timeline_id || '.' ||
                        (SELECT oid FROM pg_database WHERE datname = current_database())), 1, 8) AS epoch
        FROM pg_control_system(), pg_control_checkpoint()""";

  /**
   * After a restore into another cluster, events may carry transaction ids that are still to come.
   */
  private static final String ADOPT_FOREIGN =
      """
      SELECT adopt_foreign_events() AS adopted""";

  /** An event that was committed: the order, its company and the version it came to. */
  record Committed(OrderId order, CompanyId company, long version, long xid) {
    Committed later(Committed other) {
      return other.version > version ? other : this;
    }
  }

  /** What a read found, and the snapshot to go on from. */
  record Read(Snapshot snapshot, List<Committed> committed) {}

  /** The present snapshot, and the newest transaction that it sees an event of. */
  record Present(Snapshot snapshot, long newest) {}

  /** Which transactions were seen: all before {@code xmax} but those in {@code inProgress}. */
  record Snapshot(String text, String xmax, Set<String> inProgress) {
    private static final Pattern SHAPE =
        Pattern.compile("\\d{1,19}:\\d{1,19}:(\\d{1,19}(,\\d{1,19})*)?");

    /** A snapshot that a client brought back, if it can be one. */
    static Optional<Snapshot> of(String text) {
      return SHAPE.matcher(text).matches() ? Optional.of(parse(text)) : Optional.empty();
    }

    static Snapshot parse(String text) {
      String[] parts = text.split(":", 3);
      Set<String> inProgress =
          parts[2].isEmpty()
              ? Set.of()
              : Arrays.stream(parts[2].split(",")).collect(Collectors.toSet());
      return new Snapshot(text, parts[1], inProgress);
    }

    /**
     * The same, without those after the newest that left an event. They left none that could be
     * missed; but when PostgreSQL crashes, it forgets those that wrote nothing to its log, and
     * gives their numbers to others.
     */
    Snapshot upTo(long newest) {
      long end = Math.min(Long.parseLong(xmax), newest + 1);
      String[] parts = text.split(":", 3);
      return new Snapshot(parts[0] + ":" + end + ":" + parts[2], String.valueOf(end), inProgress);
    }
  }

  Present present(Queries queries) {
    return queries
        .findOne(
            "feed.snapshot",
            SNAPSHOT,
            row ->
                new Present(
                    Snapshot.parse(row.getString("snapshot")),
                    row.getString("newest") == null ? 0 : Long.parseLong(row.getString("newest"))))
        .orElseThrow();
  }

  Read committedSince(Queries queries, Snapshot before) {
    List<Committed> committed = new ArrayList<>();
    List<Snapshot> snapshot = new ArrayList<>();
    queries.find(
        "feed.committed_since",
        COMMITTED_SINCE,
        row ->
            row.getString("snapshot") == null
                ? committed.add(committed(row))
                : snapshot.add(Snapshot.parse(row.getString("snapshot"))),
        before.xmax(),
        before.inProgress().toArray(String[]::new));
    return new Read(snapshot.getFirst(), committed);
  }

  /** True where no more than so many events came after a snapshot. */
  boolean isNear(Queries queries, Snapshot since, int events) {
    return queries
            .findOne(
                "feed.events_since",
                EVENTS_SINCE,
                row -> row.getLong("events"),
                since.xmax(),
                since.inProgress().toArray(String[]::new),
                events + 1)
            .orElseThrow()
        <= events;
  }

  /** The numbers of the orders that changed after a snapshot. */
  List<String> changedSince(Queries queries, Snapshot since, Optional<CompanyId> company) {
    return queries.find(
        "feed.changed_since",
        CHANGED_SINCE,
        row -> row.getString("number"),
        since.xmax(),
        since.inProgress().toArray(String[]::new),
        company.map(CompanyId::value).orElse(null));
  }

  String epoch(Queries queries) {
    return queries.findOne("feed.epoch", EPOCH, row -> row.getString("epoch")).orElseThrow();
  }

  /** Returns how many events came from another cluster. */
  long adoptForeign(Queries queries) {
    return queries
        .findOne("feed.adopt_foreign", ADOPT_FOREIGN, row -> row.getLong("adopted"))
        .orElseThrow();
  }

  private static Committed committed(Row row) {
    return new Committed(
        new OrderId(row.getLong("order_id")),
        new CompanyId(row.getLong("company_id")),
        row.getLong("version"),
        Long.parseLong(row.getString("xid")));
  }
}
